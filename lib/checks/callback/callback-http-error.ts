import type { Exchange } from '../../model/exchange.ts';
import { answerError } from '../../observe/answer.ts';
import { foreignSource } from '../../observe/foreign.ts';
import { pendingMemory } from '../../observe/memory.ts';
import { callbackRun, carriesCode } from '../../observe/run.ts';
import { formOf } from '../../read/body.ts';
import { readCookies } from '../../read/cookies.ts';
import { headerValue } from '../../read/headers.ts';
import { hasAny } from '../../read/parameters.ts';
import { hostOf, readUrl } from '../../read/url.ts';
import { resultNames } from '../../spec/vocabulary.ts';
import { defineCheck } from '../define.ts';
import { sizeAdvice } from '../size/advice.ts';
import { absentAt, at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { balancerChanged, cameThrough, exchangeMs, firewallOf, gatewayOf, quickMs, slowMs, timing } from './failure.ts';

export const callbackHttpError = defineCheck({
  id: 'callback-http-error',
  category: 'callback',
  kind: 'breakage',
  tier: 'core',
  title: 'App’s callback answered with an error',
  severity: 'error',
  rank: 120,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '4.1.3' },
    { spec: 'RFC9110', section: '15' },
  ],
  needs: ['response', 'callback'],
  messages: {
    missing: {
      title: 'There is nothing at the callback address (HTTP 404)',
      plain: 'The provider did its part, but the app has no page at the address it asked to be called back at.',
      text: 'The callback answered HTTP 404. The route does not exist on this host, or a static host lacks the rule that sends every path to the app.',
      fix: 'Add the route, or the rewrite to index.html for a single-page app. Check the base path and the redirect_uri.',
    },
    method: {
      title: 'The callback does not take {method} (HTTP 405)',
      plain: 'The provider did its part, but the app does not accept the answer in the form it came.',
      text: 'The answer came by {method}, and the app answered HTTP 405: the route exists and accepts other methods only.',
      fix: 'Let the callback route accept {method}, or ask for the other form: `response_mode=query` comes by GET, `form_post` by POST.',
    },
    filter: {
      title: 'The app refused the posted answer (HTTP {status})',
      plain: 'The provider did its part, but a protection of the app rejected the form it sent.',
      text: 'The answer came by POST{origin}, and the app answered HTTP {status}. A CSRF filter, an Origin check or a missing POST route does that before any login code runs.',
      fix: 'Exempt the callback route from the CSRF and Origin checks, and let it accept POST. If it relays the form by a redirect, use 303.',
    },
    exchange: {
      title: 'The app failed after {seconds} s (HTTP {status}), most likely at the token exchange',
      plain: 'The provider did its part: the answer reached the app, and the app failed after {seconds} seconds.',
      text: 'The answer arrived; the app answered HTTP {status} after {seconds} s. That long it most likely talked to the token endpoint.{slow}',
      fix: 'Look at the app’s log at {time}: client secret, redirect_uri in the token request, code used twice, clock, outbound network.',
    },
    quick: {
      title: 'The app failed at once (HTTP {status}), before the token exchange',
      plain: 'The provider did its part: the answer reached the app, and the app failed right away.',
      text: 'The app answered HTTP {status} after {ms} ms, too quickly for a token exchange: it most likely failed on its own state, session or configuration.',
      fix: 'Look at the app’s log at {time} for an exception in the callback.',
    },
    gateway: {
      title: '{server} got no usable answer from the app (HTTP {status})',
      plain: 'The provider did its part: the answer reached the website, but the app behind it did not answer properly.',
      text: 'The callback was answered HTTP {status}{after} by {by}, in place of the app: {cause}{limit}.{others} Browser and provider did their part.',
      fix: '{advice} Look at the logs of {by} and of the app at {time}.',
    },
    forgotten: {
      title: 'The app failed although its login cookie came back (HTTP {status})',
      plain: 'Browser and provider did their part: everything the app needs came back, and the app failed all the same.',
      text: 'The state came back unchanged, `{cookie}` was sent with the callback as the app had set it, and the app answered HTTP {status}.{timing} Its server has lost the pending login (a restart, several instances that do not share sessions or keys, expiry there), or what it does next failed.{balancer}',
      fix: 'Look at the app’s log at {time}. Share the session store and the keys between all instances, or make visitors stick to one.',
    },
    replaced: {
      title: 'The app rejected the answer, and its login cookie had another value (HTTP {status})',
      plain: 'Something replaced the note the website left in your browser for this login, and it rejected the answer.',
      text: 'The app set `{cookie}` when the login began; the callback carried it with another value, and the app answered HTTP {status}.{timing} A session that is renewed in between, another tab, or another app on the same host (cookies do not know ports) does that.',
      fix: 'Look at the app’s log at {time}: is the pending login in the session that came? Keep it in a cookie of its own, or write the session before redirecting.',
    },
    'no-memory': {
      title: 'The app set no cookie to remember this login by, and rejected the answer (HTTP {status})',
      plain: 'The website left no note in your browser for this login, so it may not be able to recognize the answer.',
      text: 'The app’s start led to the provider without setting a cookie, no cookie that could keep the login came with the callback, and the app answered HTTP {status}.{timing} Frameworks leave a Secure cookie out when they believe that the connection is http, and a session that is not saved before the redirect is never sent. Another extension that takes cookies out of answers looks the same.',
      fix: 'Behind a TLS proxy, make the app trust its forwarded headers. Save the session before redirecting. Look at the app’s log at {time}.',
    },
    unbegun: {
      title: 'This login did not begin at the app (HTTP {status})',
      plain:
        'The provider’s page was opened from a bookmark, the history or another program, so the website does not know of this login. Begin at the website.',
      text: 'The authorization request was opened by itself: no page and no redirect of the app led to it. A pending login of the app is not known to exist in this browser; the answer came with a `state` from another time or place, and the app answered HTTP {status}.',
      fix: 'Begin the login at the app again, and bookmark the app instead of the sign-in page. In the app: answer an unknown `state` by starting a new login.',
    },
    refused: {
      title: 'The app rejected the answer (HTTP {status})',
      plain: 'The provider did its part: the answer reached the app, and the app rejected it.',
      text: 'The app answered HTTP {status} to the answer.{timing} Unless another finding says why, the reason lies with the app: it has lost the pending login (restart, several instances, expiry), or its token exchange failed.{size}',
      fix: 'Look at the app’s log at {time}: pending login not found, token exchange refused, a firewall rule on the callback path.',
    },
    'refused-unseen': {
      title: 'The app rejected the answer (HTTP {status})',
      plain: 'The provider did its part: the answer reached the app, and the app rejected it.',
      text: 'The app answered HTTP {status}.{timing} Cookies are not in this capture, so whether the login cookie came back can not be told; a lost one is the most frequent reason, too many of them is another. Others: the pending login was forgotten (restart, several instances, expiry), or the token exchange failed.',
      fix: 'Try a private window: if the login works there, stale or too many cookies are the reason. Record again with cookies (Chrome: “Export HAR (with sensitive data)”), and look at the app’s log at {time}.',
    },
    'refused-fragment': {
      title: 'The app’s server never saw the answer (HTTP {status})',
      plain: 'The answer came back in a part of the address that browsers do not send to the server, so the app found none.',
      text: 'The answer stood behind the `#`, where only a page’s script can read it. The callback is a server’s, saw an address without an answer, and answered HTTP {status}.',
      fix: 'Ask for the answer in the query or by form_post (`response_mode`), or let a page read it at this address.',
    },
    firewall: {
      title: 'A firewall in front of the app refused the callback (HTTP {status})',
      plain: 'The provider did its part; a protection in front of the website stopped the answer before the app saw it.',
      text: 'The callback was answered HTTP {status} with the page of a firewall or proxy ({who}), not of the app: something in the answer’s address or cookies looks like an attack to it.',
      fix: 'Find the rule in the firewall’s log (by the time {time} or the id on its page) and exempt the callback’s `code`, `state`, `scope` and `iss` from it.',
      owner: 'network',
    },
    server: {
      title: 'The app failed (HTTP {status})',
      plain: 'The provider did its part: the answer reached the app, and the app answered with an error.',
      text: 'The app answered HTTP {status} to the callback. The browser did its part; the reason is in the app.',
      fix: 'Look at the app’s log at {time}: token exchange (client secret, redirect_uri, code used twice, clock, outbound network), then the session store.',
    },
    landing: {
      title: 'The page after the callback answered HTTP {status}',
      plain: 'The provider did its part, and the app took the answer; the page it then opened failed.',
      text: 'The callback took the answer and led on; the page it led to answered HTTP {status}.',
      fix: 'Check the address the app returns to after a login, and look at the app’s log at {time}.',
    },
    relay: {
      title: 'The app’s server refused the code that the page handed on (HTTP {status})',
      plain: 'The provider did its part: the answer reached the app, and the app’s own server rejected it.',
      text: 'The callback page sent the code to {host}, which answered HTTP {status}. There the code is exchanged: the client secret, the redirect_uri or code_verifier in the token request, or a code sent twice are the usual reasons.',
      fix: 'Look at the log of that server at {time}.',
    },
    'relay-token': {
      title: 'The app’s server refused the ID token that the page handed on (HTTP {status})',
      plain: 'The provider did its part: the answer reached the app, and the app’s own server rejected it.',
      text: 'The callback page sent the ID token to {host}, which answered HTTP {status}. There the token is checked: signature, `iss`, `aud`, `exp` and `nonce`, and the login cookie that has to come along.',
      fix: 'Look at the log of that server at {time}: it says which of them did not fit.',
    },
    'error-text': {
      title: 'The app says that the login failed',
      plain: 'The provider did its part: the answer reached the app, and the app says that something went wrong.',
      text: 'The callback was answered with HTTP {status}, and the page says in a few words that the login failed.',
      fix: 'Look at the app’s log at {time}. Answer errors with an error status, so that they are seen.',
    },
    'error-page': {
      title: 'The app sent the browser to its own error page',
      plain: 'The provider did its part: the answer reached the app, and the app says that something went wrong.',
      text: 'The callback took the answer and redirected to an address that reports an error. The browser did its part; the reason is in the app.',
      fix: 'Look at the app’s log at {time}.',
    },
  },
  // GET /cb?code=..  → 500
  inspect({ response, callback }, scene) {
    const run = callbackRun(scene);
    if (!run) return inapplicable;
    if (callback.outcome.kind === 'pending') return inconclusive('never-finished');
    // The app answering a refused login with an error page is a consequence.
    if (answerError(scene)) return inapplicable;
    // Refusing what nobody here asked for is the right thing to do.
    if (foreignSource(scene) !== null && (run.status ?? 0) < 500) return inapplicable;
    const time = scene.stage.capture.gaps.includes('times-missing') ? 'the time of this login' : new Date(run.at.startedAt).toISOString();
    if (run.breakdown === 'error-page') return fail('error-page', [at(run.at, 'request.url')], { data: { time }, confidence: 'likely' });
    const host = hostOf(run.at.request.url);
    const shown = at(run.at, 'response.status');
    const said = { status: run.status ?? 0, time };
    if (run.breakdown === 'relay')
      return fail(carriesCode(scene, run.at) ? 'relay' : 'relay-token', [shown, at(callback, 'request.url')], { data: { ...said, host } });
    if (run.breakdown === 'error-text') return fail('error-text', [shown], { data: said, confidence: 'likely' });
    if (run.breakdown !== 'status' || run.status === null) return pass;
    const { status } = run;
    // A page further on that refuses the user is the business of session-not-established.
    if (run.at !== callback && (status === 401 || status === 403)) return inapplicable;
    const evidence = [at(run.at, 'response.status'), at(callback, 'request.url')] as const;
    const wait = run.chain.reduce((sum, e) => sum + (e.waitMs ?? e.durationMs ?? 0), 0);
    const data = { status, time, ms: Math.round(wait), seconds: (wait / 1000).toFixed(1) };
    // A slash or a language put right is still the callback; a hop without the answer is a page further on.
    if (run.at !== callback && !carriesAnswer(run.at)) return fail('landing', evidence, { data, confidence: 'likely' });
    const who = firewallOf(run.at);
    if (who !== null) return fail('firewall', evidence, { data: { ...data, who }, confidence: 'likely' });
    if (response.in === 'fragment' && run.at === callback && status >= 400 && status < 500 && status !== 404)
      return fail('refused-fragment', evidence, { data });
    if (status === 404) return fail('missing', evidence, { data });
    if (callback.request.method === 'POST' && (status === 403 || status === 405 || status === 415 || status === 419)) {
      const origin = headerValue(callback.request.headers, 'origin');
      return fail('filter', evidence, { data: { ...data, origin: origin === 'null' ? ' with `Origin: null`' : '' } });
    }
    if (status === 405) return fail('method', evidence, { data: { ...data, method: callback.request.method } });
    const times = callback.waitMs !== null || callback.durationMs !== null;
    const gateway = gatewayOf(run.at);
    if (gateway) {
      const { told, ...words } = gateway;
      const after = times && wait >= exchangeMs ? ` after ${data.seconds} s` : '';
      const others = cameThrough(scene, run.at) ? ' Other pages of the app came through in this recording.' : '';
      return fail('gateway', evidence, { data: { ...data, ...words, after, others }, confidence: told ? 'certain' : 'likely' });
    }
    if (status >= 500 && times && wait >= exchangeMs)
      return fail('exchange', evidence, {
        data: { ...data, slow: wait >= slowMs ? ' Some platforms (Alexa account linking) give up after 4.5 s.' : '' },
        confidence: 'likely',
      });
    const memory = pendingMemory(scene);
    const told = { ...data, size: sizeAdvice(run.at, status), timing: times ? timing(wait) : '' };
    if (memory.kind === 'unbegun')
      return fail('unbegun', [...evidence, absentAt(memory.request, 'request.header.referer')], { data: told, confidence: 'likely' });
    // Some put all they need into the state itself, and fail over something else.
    if (memory.kind === 'none' && (status < 500 || (times && wait < quickMs)))
      return fail('no-memory', [...evidence, absentAt(memory.start, 'response.header.set-cookie')], { data: told, confidence: 'possible' });
    if (memory.kind === 'replaced' || memory.kind === 'intact') {
      const { name } = memory.cookie;
      const cookies = [at(callback, `request.cookie.${name}`), at(memory.setBy, `response.cookie.${name}`)] as const;
      const more = { ...told, cookie: name, balancer: balancerChanged(memory.setBy, callback) };
      // A session that is written anew with every answer has another value each time, and is the same.
      return memory.kind === 'intact'
        ? fail('forgotten', [...evidence, ...cookies], { data: more, confidence: 'likely' })
        : fail('replaced', [...evidence, ...cookies], { data: more, confidence: 'possible' });
    }
    if (status >= 500 && times && wait > 0 && wait < quickMs) return fail('quick', evidence, { data, confidence: 'likely' });
    if (status >= 500) return fail('server', evidence, { data });
    if (readCookies(callback.request.headers) === 'hidden') return fail('refused-unseen', evidence, { data: told });
    return fail('refused', evidence, { data: told, ...(response.in === 'form' ? { confidence: 'likely' as const } : {}) });
  },
});

function carriesAnswer(exchange: Exchange): boolean {
  const { query, fragment } = readUrl(exchange.request.url);
  return hasAny(query, resultNames) || hasAny(fragment, resultNames) || hasAny(formOf(exchange.request.body), resultNames);
}
