/** A live capture with a secret in every place a browser's events have: `@` stands for one, each time a different one. */
import { fromWebRequest } from '../../../../lib/normalize/from-web-request.ts';
import { isObject } from '../../../../lib/read/json.ts';
import { draw, toEvents } from '../../../build/trace.ts';

const login = `
  GET https://app.example/users/@/start;m=@?q=@&@#@ [from https://other.example/u/@?t=@]
    Cookie: sid=@; plain=@
    X-Api-Key: @
    ~ held sid; Path=/u/@; sent
  → 302 https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ft%3D@&state=@&nonce=@&login_hint=@&prompt=@&scope=openid&error=@
    Set-Cookie: txn=@; Path=/u/@; Domain=@; SameSite=@; Expires=@
    X-User: @
  GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ft%3D@&state=@
    Authorization: Basic @
  → 200
  POST https://idp.example/login
    Content-Type: application/x-www-form-urlencoded
    = user=@&password=@&pin=@&otherfield=@
  → 302 https://app.example/cb?code=@&state=@&error_description=@#access_token=@&id_token=@
  GET https://app.example/cb?code=@&state=@#access_token=@
  → 500
    ~ kept sid
    "Something went wrong for @: invalid redirect_uri @"
  POST https://api.example/graphql [fetch]
    = {"query":"@","variables":{"mail":"@","@":[{"deep":"@"}]}}
  → failed net::ERR_FAILED`;

export interface LiveSecrets {
  readonly capture: ReturnType<typeof fromWebRequest>;
  readonly written: readonly { readonly secret: string; readonly written: string; readonly where: string }[];
}

/** `make`: the n-th secret; `encode`: how it is written there. */
export function liveCapture(make: (n: number) => string, encode: (secret: string) => string): LiveSecrets {
  const written: { secret: string; written: string; where: string }[] = [];
  const next = (where: string, inAddress: boolean) => {
    const secret = make(written.length);
    const text = encode(secret);
    written.push({ secret, written: text, where });
    return inAddress ? encodeURIComponent(text) : text;
  };
  const fill = (value: unknown, where: string): unknown => {
    if (typeof value === 'string')
      return value.replace(/@/g, () => next(where, /^(?:url|to|initiator)$/.test(where) || /^https?:/.test(value)));
    if (Array.isArray(value)) return value.map((item) => fill(item, where));
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, fill(item, name)])) : value;
  };
  const events = toEvents(draw(login), { browser: 'firefox' }).map((event) => {
    const filled = fill(event, event.kind) as typeof event;
    if (filled.kind === 'begin') return { ...filled, container: next('container', false) };
    return filled.kind === 'fail' ? { ...filled, error: `${filled.error} for ${next('error', false)}` } : filled;
  });
  // What the story says of a person stands in the capture, too.
  return { capture: fromWebRequest(events, { live: false, asOf: Date.UTC(2026, 0, 2) }), written };
}
