/** What providers' own pages say when they do not redirect, because they must not (RFC 6749 section 4.1.2.1). */

/** Texts that say that the redirect_uri was refused, on pages and in descriptions. */
export const redirectRefusals: readonly RegExp[] = [
  /redirect[_\s-]?ur[il]s?\b[^.]{0,160}\b(?:mismatch|invalid|not (?:an? |be |been )?(?:registered|whitelisted|valid|match|allowed|permitted|found|included|authori[sz]ed|accepted|configured)|must (?:match|be|have)|does ?n[o’']t match|did not match|unregistered|missing|malformed|unknown|insecure|illegal|different)/i,
  /\b(?:mismatch(?:ed|ing)?|invalid|unregistered|unknown|insecure|illegal|bad|disallowed|missing|wrong)\b[^.]{0,60}redirect[_\s-]?(?:ur[il]|url|address)/i,
  /redirect_?uri_?mismatch|redirect_mismatch|bad_redirect_uri|invalid_redirect_ur[il]/i,
  /redirect[_\s-]?ur[il]\b[^.]{0,40}\bin the request\b/i,
  /redirection ur[il] (?:provided )?(?:does not|mismatch|is not|invalid)/i,
  /callback url mismatch|callback url is not (?:in|allowed|valid)|invalid callback/i,
  /reply (?:url|address)[^.]{0,80}(?:does not match|not registered|no reply address)/i,
  /allowed return urls|url blocked|isn[’']?t (?:included|whitelisted)[^.]{0,60}(?:domain|redirect|oauth)/i,
  /AADSTS50011\b|AADSTS500113\b|AADSTS900971\b|AADB2C90006\b/,
  /invalid parameter:? ?redirect_uri|parameter redirect_uri does not match/i,
  /\binvalid redirect(?:ion)?\b\s*[:(]/i,
  // German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian.
  /(?:weiterleitungs|umleitungs|r[uü]ckruf)-?(?:ur[il]|adresse)[^.]{0,120}(?:ung[uü]ltig|nicht|stimmt)|ung[uü]ltige[rs]? (?:weiterleitungs|umleitungs)-?ur[il]/i,
  /ur[il] de redirection[^.]{0,120}(?:invalide|n[’']est pas|ne correspond|non valide)|redirection non valide/i,
  /ur[il] de redirecci(?:ó|o)n(?:amiento)?[^.]{0,120}(?:no |inv[aá]lid)|ur[il] de redireccionamiento[^.]{0,120}(?:no |inv[aá]lid)/i,
  /ur[il] de redirecionamento[^.]{0,120}(?:n[ãa]o |inv[aá]lid)/i,
  /ur[il] di reindirizzamento[^.]{0,120}(?:non |errat)/i,
  /(?:omleidings|redirect)-?(?:ur[il]|url)[^.]{0,80}(?:ongeldig|komt niet|niet geregistreerd)/i,
  /(?:ur[il]|adres) przekierowania[^.]{0,120}(?:nie|niepraw)/i,
  /(?:ur[il]|адрес)\s+(?:перенаправления|переадресации)[^.]{0,120}(?:не|недейств)/i,
  // Japanese, Chinese, Korean.
  /リダイレクト\s?(?:ur[il]|先)[^。]{0,60}(?:無効|一致|登録|不正|正しく)|重定向\s?(?:ur[il]|url|地址)[^。]{0,60}(?:无效|不匹配|未注册|错误|不合法)|重新導向\s?(?:ur[il]|url|網址)[^。]{0,60}(?:無效|不符|未)|리디렉션\s?(?:ur[il]|url)[^.]{0,60}(?:일치|유효|등록|잘못)/i,
  /registered (?:callback|redirect)[^.]{0,60}(?:does ?n[o’']t|not) match/i,
  /redirect_uri and application url must have matching hosts/i,
];

/** Texts that say that the client was not known. */
export const clientRefusals: readonly RegExp[] = [
  /invalid_client|unauthorized_client|deleted_client|application_suspended/i,
  /\bclient\b[^.]{0,40}(?:not found|unknown|is invalid|does not exist|disabled|not recogni[sz]ed|not registered)/i,
  /(?:unknown|invalid|no such|missing required parameter:?) ?(?:oauth )?(?:client|client_id|application)\b/i,
  /login requester not enabled/i,
  /application with identifier|AADSTS700016|client_id (?:is )?(?:missing|required|invalid)/i,
];

/**
 * Numbers with which Microsoft's servers name an error on pages that come with status 200. A wrong password or a second
 * factor has one too: what the user can go on from is left out.
 */
export const numberedError =
  /\b(?:AADSTS(?!(?:50126|50034|50055|50056|50058|50072|50074|50076|50079|50140|50144|16000)\b)\d{5,7}|AADB2C\d{5}|MSIS\d{4})\b\s?:[^"<]{0,300}/;
