/** A first look through a file for the values that logins are made of: others may contain them. */
import { isObject, type JsonObject } from '../../read/json.ts';
import { readFragmentPairs, readPairs, readUrl, type Written } from '../../read/url.ts';

const secretNames = /^(?:state|nonce|code|code_challenge|code_verifier|session_state|request_uri)$/;

export interface LoginValues {
  readonly secrets: ReadonlySet<string>;
  readonly clientIds: ReadonlySet<string>;
  readonly redirectUris: ReadonlySet<string>;
}

export function loginValues(log: JsonObject): LoginValues {
  const secrets = new Set<string>();
  const clientIds = new Set<string>();
  const redirectUris = new Set<string>();
  const take = ({ name, value }: Pick<Written, 'name' | 'value'>) => {
    if (secretNames.test(name)) secrets.add(value);
    else if (name === 'client_id') clientIds.add(value);
    else if (name === 'redirect_uri') redirectUris.add(value);
  };
  const takeUrl = (url: unknown) => {
    if (typeof url !== 'string') return;
    for (const pair of [...(readUrl(url).query ?? []), ...readFragmentPairs(url)]) take(pair);
  };
  for (const entry of Array.isArray(log['entries']) ? log['entries'] : []) {
    if (!isObject(entry)) continue;
    const { request, response } = entry;
    if (isObject(request)) {
      takeUrl(request['url']);
      const posted = request['postData'];
      const body = isObject(posted) ? posted['text'] : undefined;
      if (typeof body === 'string' && body.length < 100_000 && !/^\s*[[{<]/.test(body)) for (const pair of readPairs(body)) take(pair);
    }
    if (!isObject(response)) continue;
    takeUrl(response['redirectURL']);
    for (const header of Array.isArray(response['headers']) ? response['headers'] : [])
      if (isObject(header) && /^location$/i.test(String(header['name']))) takeUrl(header['value']);
  }
  return { secrets, clientIds, redirectUris };
}
