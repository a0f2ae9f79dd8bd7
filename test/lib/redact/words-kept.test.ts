/** Words that make all the difference to a verdict, and belong to nobody. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../lib/analyze.ts';
import { openFile } from '../../../lib/transfer/open-file.ts';
import { capture, type DrawnSource, type DrawOptions } from '../../build/trace.ts';
import { written } from '../../build/written.ts';

const request = 'https://idp.example/authorize?response_type=code&client_id=app&state=CANARY-state-0123456789';
const cb = 'redirect_uri=https://app.example/cb';

const said = (taken: Parameters<typeof analyze>[0]) =>
  analyze(taken).flows.map(({ outcome, headline, findings }) => ({
    outcome,
    headline,
    findings: findings.map((f) => `${f.severity} ${f.check}/${f.message}`).sort(),
  }));

/** A token request and its answer, at the end of a login. */
const redeemed = (headers: string, answer: string) => `GET ${request}&${cb}
      → 302 https://app.example/cb?code=CANARY-code-0123456789&state=CANARY-state-0123456789
      GET https://app.example/cb?code=CANARY-code-0123456789&state=CANARY-state-0123456789
      → 200
      POST https://idp.example/token [fetch] [from https://app.example]
        ${headers}
        = grant_type=authorization_code&code=CANARY-code-0123456789&client_id=app
      ${answer}`;

const kept: Readonly<Record<string, DrawOptions & { readonly trace: string; readonly only?: DrawnSource }>> = {
  'a redirect_uri that is a word': { trace: `GET ${request}&redirect_uri=postmessage\n→ 200` },
  'a redirect_uri that asks for the code to be shown': { trace: `GET ${request}&redirect_uri=urn:ietf:wg:oauth:2.0:oob\n→ 200` },
  'a page that holds nothing but an error code': { trace: `GET ${request}&${cb}\n→ 400\n"invalid_scope"` },
  'a page that says which error it is': { trace: `GET ${request}&${cb}\n→ 400\n"Error: invalid_scope for CANARY"` },
  'names in which an ampersand was escaped': { trace: `GET ${`${request}&${cb}`.replaceAll('&', '&amp;')}\n→ 400` },
  'names with a blank': { trace: `GET ${request}&${cb}&scope%20=openid\n→ 302 https://app.example/cb?error=invalid_scope` },
  'a Firefox error of many short words': {
    browser: 'firefox',
    only: 'web-request',
    trace: redeemed('', '→ failed NS_ERROR_DOM_BAD_URI'),
  },
  'a token request that calls itself plain text': { only: 'har', trace: redeemed('Content-Type: text/plain', '→ 400') },
  'a token endpoint that refuses with a form': { only: 'har', trace: redeemed('', '→ 200\n= error=bad_verification_code') },
  'a web page in the place of tokens': { only: 'har', trace: redeemed('', '→ 200\n= <!doctype html><html><body>CANARY</body></html>') },
  'the parameter that a refusal names': {
    only: 'har',
    trace: `GET ${request}&${cb}&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256
      → 302 https://app.example/cb?code=CANARY-code-0123456789&state=CANARY-state-0123456789
      GET https://app.example/cb?code=CANARY-code-0123456789&state=CANARY-state-0123456789
      → 200
      POST https://idp.example/token [fetch] [from https://app.example]
        = grant_type=authorization_code&code=CANARY-code-0123456789&client_id=app&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk
      → 400
        = {"error":"invalid_request","error_description":"redirect_uri is required for CANARY"}`,
  },
};

describe('a saved capture says the same of', () => {
  for (const [name, { trace, only, ...options }] of Object.entries(kept))
    for (const source of (['web-request', 'har'] as const).filter((one) => (only ?? one) === one))
      it(`${name} (${source})`, () => {
        const { capture: taken } = capture(trace, source, options);
        const { text, leaks } = written({ capture: taken, story: null, second: null });
        expect(leaks).toBe(0);
        expect(text).not.toContain('CANARY');
        const opened = openFile(text);
        if (opened.kind !== 'read') throw new Error(opened.because);
        expect(said(opened.recording.capture)).toEqual(said(taken));
      });
});
