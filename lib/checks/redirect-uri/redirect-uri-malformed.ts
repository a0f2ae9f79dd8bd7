import { answerError } from '../../observe/answer.ts';
import { wasConsumed } from '../../observe/consumed.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import type { Scene } from '../../observe/scene.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { isCustomScheme, isPseudoRedirect } from '../../read/redirect.ts';
import { readUrl } from '../../read/url.ts';
import { responseNames, supporting } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

/** Parameters that belong to authorization requests; anything else right behind an unencoded redirect_uri has spilled out of it. */
const requestNames: ReadonlySet<string> = new Set([
  ...supporting,
  'client_id',
  'redirect_uri',
  'response_type',
  'request',
  'request_uri',
  'registration',
  'include_granted_scopes',
  'hd',
  'approval_prompt',
  'connection',
  'organization',
  'invitation',
  'p',
  'kc_idp_hint',
  'idp',
  'identity_provider',
  'flow',
  'policy',
  'tenant',
  'domain_hint',
  'client_info',
  'client-request-id',
  'x-client-sku',
  'x-client-ver',
  'haschrome',
  'auth0client',
  'claims_locales',
  'web_message_uri',
  'enable_granular_consent',
  'service',
  'o2v',
  'theme',
  'flowName',
  'allow_signup',
  'team',
  'user_scope',
  'app_id',
  'display',
  'auth_type',
  'screen_hint',
  'lang',
  'csrf',
  'decision',
]);

const looksAbsolute = (text: string) => /^[a-z][a-z0-9+.-]*:/i.test(text);

export const redirectUriMalformed = defineCheck({
  id: 'redirect-uri-malformed',
  category: 'redirect-uri',
  kind: 'breakage',
  tier: 'std',
  title: '`redirect_uri` is not a clean absolute URI',
  severity: 'error',
  rank: 41,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '3.1.2', level: 'MUST' },
    { spec: 'RFC6749', section: 'B' },
  ],
  needs: ['request'],
  messages: {
    'double-encoded': {
      title: 'The return address was encoded twice',
      plain: 'The app wrote its return address in a form the provider can not use.',
      text: 'After decoding once, as the provider does, `redirect_uri` is still percent-encoded (`%3A%2F%2F` where `://` belongs).',
      fix: 'Encode the value exactly once: hand the plain URL to the URL builder.',
    },
    relative: {
      title: 'The return address is not an absolute URL',
      plain: 'The app sent an incomplete return address, so the provider does not know where to send you.',
      text: '`redirect_uri` has no scheme and host.',
      fix: 'Send the full address, with scheme and host.',
    },
    fragment: {
      title: 'The return address contains a #',
      plain: 'The app’s return address has a part that providers do not accept.',
      text: '`redirect_uri` contains a fragment. RFC 6749 forbids it, and the answer’s own fragment would collide with it.',
      fix: 'Register and send the address without `#`; let the app’s router work after the answer was read.',
    },
    characters: {
      title: 'The return address contains spaces or control characters',
      plain: 'The app’s return address contains characters that do not belong there.',
      text: '`redirect_uri` contains white space or control characters, often from a line break in a configuration file.',
      fix: 'Trim the configured value.',
    },
    spilled: {
      title: 'Part of the return address spilled into the request',
      plain: 'The app wrote its return address unencoded, so the provider read only the first part of it.',
      text: '`redirect_uri` was written unencoded. Its query was cut at the first `&`, and `{name}` ended up as a parameter of the request.',
      fix: 'Percent-encode the whole redirect_uri.',
    },
  },
  // GET /authorize?redirect_uri=https%253A%252F%252Fapp%252Fcb
  inspect({ request }, scene) {
    const parameter = request.parameters.find((p) => p.name === 'redirect_uri');
    if (!parameter || parameter.value === '') return request.hidden ? inconclusive(request.hidden) : inapplicable;
    const { value, raw } = parameter;
    if (isPlaceholder(value)) return inconclusive('redacted-input');
    // Where an answer was delivered all the same, it is only worth a remark.
    const delivered = scene.flow.response !== null && answerError(scene)?.meaning.kind !== 'redirect-uri' && !brokeAfterAnswer(scene);
    const options = delivered ? { severity: 'warning' as const } : {};
    const evidence = [atParameter(parameter)] as const;
    if (isPseudoRedirect(value)) return pass;
    if (/^(?:https?%3A|https?%253A)/i.test(value)) return fail('double-encoded', evidence, options);
    if (/[\s\p{Cc}]/u.test(value)) return fail('characters', evidence, options);
    if (!looksAbsolute(value)) return fail('relative', evidence, options);
    if (value.includes('#') && !isCustomScheme(value))
      // An app that routes behind the `#` may have read it there.
      return delivered && !wasConsumed(scene) && answerIsBehind(scene)
        ? fail('fragment', evidence, { confidence: 'likely' })
        : fail('fragment', evidence, options);
    const spilled =
      raw.includes('://') && value.includes('?') ? spilledName(scene.stage.byId.get(parameter.exchange)?.request.url ?? '') : null;
    if (spilled !== null) return fail('spilled', evidence, { ...options, confidence: 'likely', data: { name: spilled } });
    return pass;
  },
});

/** The answer ended up behind the `#`, where it was not asked to be. */
function answerIsBehind({ flow }: Scene): boolean {
  return (
    flow.response?.in === 'fragment' && flow.request?.responseMode !== 'fragment' && (flow.request?.responseTypes.join() ?? '') === 'code'
  );
}

/** The parameter written right behind the redirect_uri when it is none that a request could have. */
function spilledName(url: string): string | null {
  const query = readUrl(url).query ?? [];
  const index = query.findIndex((p) => p.name === 'redirect_uri');
  const next = query[index + 1];
  return next && next.name !== '' && !requestNames.has(next.name) && !responseNames.has(next.name) ? next.name.slice(0, 40) : null;
}
