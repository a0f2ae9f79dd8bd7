/** The part of an address before its parameters: scheme, user, host and path. */
import { addressOf } from '../../read/url.ts';
import { isName } from '../policy.ts';
import { isVocabulary } from '../words.ts';

/** What is asked of the one who takes the rest of a file apart. */
export interface AddressTexts {
  show(text: string): string;
  hide(value: string): string;
  path(path: string): string;
  written(raw: string, change: (decoded: string) => string): string;
  knownHost(text: string): string;
}

/** As browsers read it (WHATWG URL, scheme start state and after): backslashes are slashes, and there may be any number of them. */
const loose = /^([\0- ]*)((?:https?|wss?):[\\/]*|[\\/]{2,})([^\\/]*)([\s\S]*)$/i;

export function redactBase(base: string, texts: AddressTexts, host: (text: string) => string): string {
  if (addressOf(base)?.host) {
    const from = base.indexOf('//') + 2;
    const end = base.slice(from).search(/[\\/]/);
    const slash = end < 0 ? base.length : from + end;
    const scheme = schemeOf(base.slice(0, from - 3), '/', texts);
    return `${scheme}://${authority(base.slice(from, slash), texts, host)}${slash === base.length ? '' : texts.path(base.slice(slash))}`;
  }
  const [, blanks = '', lead, named = '', rest = ''] = loose.exec(base) ?? [];
  // It may be meant as a path all the same, so that only a host that is known elsewhere is shown.
  if (lead !== undefined) return blanks + lead + authority(named, texts, (one) => texts.knownHost(one)) + texts.path(rest);
  const [, scheme, path = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(base) ?? [];
  return scheme === undefined ? texts.path(base) : `${schemeOf(scheme, path, texts)}:${texts.path(path)}`;
}

function authority(text: string, texts: AddressTexts, host: (text: string) => string): string {
  const at = text.lastIndexOf('@');
  const user = text.slice(0, Math.max(0, at)).split(':');
  const shown = at < 0 ? '' : `${user.map((part) => texts.written(part, (one) => texts.hide(one))).join(':')}@`;
  return shown + host(text.slice(at + 1));
}

/** An app's own scheme is the name of the app (RFC 8252 section 7.1); `anna:secret` is none. */
function schemeOf(scheme: string, rest: string, texts: AddressTexts): string {
  const known =
    isVocabulary(scheme) || (isName(scheme) && (rest.startsWith('/') || /^(?:com|org|net|io|app|dev|[a-z]{2})\./i.test(scheme)));
  return known ? texts.show(scheme) : texts.hide(scheme);
}
