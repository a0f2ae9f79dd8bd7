import type { AuthorizationRequest, Parameter } from '../../model/flow.ts';
import { explainedBy, type Refusal, refusalOf } from '../../observe/refusal.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { atRefusal } from '../response/stop.ts';
import { atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

type Fault = 'empty' | 'separator' | 'characters' | 'spaces' | 'openid';

export const scopeMalformed = defineCheck({
  id: 'scope-malformed',
  category: 'request',
  kind: 'breakage',
  tier: 'std',
  title: 'Scope list is malformed or contradicts the request',
  severity: 'error',
  rank: 47,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '3.3' },
    { spec: 'OIDCCore', section: '3.1.2.1', level: 'MUST' },
  ],
  needs: ['request'],
  messages: {
    empty: {
      title: '`scope` is empty, and the provider refused it',
      plain: 'The app did not say which permissions it needs, so the provider refused.',
      text: 'The authorization request was sent with an empty `scope`, and the provider refused the scope.',
      fix: 'Set the scopes for this environment, or leave `scope` out where the provider has a default.',
    },
    separator: {
      title: 'The scopes are not separated by spaces',
      plain: 'The app wrote the list of permissions in a way this provider does not understand.',
      text: 'The items of `scope` are separated by {separator}. The provider refused the scope. The standard wants a space: a server that follows it reads one long name that it does not know.',
      fix: 'Join the scopes with single spaces, then encode the value once.',
    },
    characters: {
      title: '`scope` holds characters that no scope can have',
      plain: 'The app wrote the list of permissions in a way this provider does not understand.',
      text: '`scope` holds quotes, brackets or other characters of a list that was turned into text (`["openid","email"]`), or that the standard does not allow in a scope.',
      fix: 'Join the scopes with single spaces, without quotes and brackets.',
    },
    spaces: {
      title: '`scope` has white space that does not belong there',
      plain: 'The app wrote the list of permissions in a way this provider does not understand.',
      text: '`scope` begins or ends with a space, or has two in a row, a tab or a line break between its items. The provider refused the scope: strict servers read an empty name there.',
      fix: 'Join the scopes with single spaces and trim the configured value.',
    },
    openid: {
      title: 'An ID token is asked for without the scope `openid`',
      plain: 'The app asks who you are, but leaves out the permission for it.',
      text: '`response_type` contains `id_token`, and `scope` does not contain `openid`. Without it the request is no OpenID Connect request.',
      fix: 'Add `openid` to the scopes.',
    },
  },
  // GET /authorize?scope=openid,email  → 302 /cb?error=invalid_scope
  inspect({ request }, scene) {
    const parameter = request.parameters.find((p) => p.name === 'scope');
    if (!parameter) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    if (isPlaceholder(parameter.value)) return inconclusive('redacted-input');
    const refusal = refusalOf(scene);
    for (const fault of faultsOf(parameter, request)) {
      const confidence = faultExplains(fault, parameter, refusal);
      if (confidence)
        return fail(fault, [atParameter(parameter), ...atRefusal(scene)], {
          confidence,
          ...(fault === 'separator' ? { data: { separator: separatorOf(parameter.value) ?? 'something else' } } : {}),
        });
      // Providers that take commas are many, and what they accept is right for them.
      if (fault === 'openid') return fail(fault, [atParameter(parameter)], { severity: 'info' });
    }
    return pass;
  },
});

function faultExplains(fault: Fault, { value }: Parameter, refusal: Refusal | null) {
  if (fault !== 'empty' && fault !== 'openid' && refusal && namesAnItem(value, refusal.text)) return null;
  const explains = explainedBy(refusal, { names: fault === 'openid' ? ['scope', 'openid'] : ['scope'], kinds: ['scope'] });
  // A scope may also be refused because the client may not have it, and some providers do take commas.
  return explains === null ? null : fault === 'empty' ? ('certain' as const) : ('likely' as const);
}

/** The provider took the list apart and refuses one of its items: then it could read it. */
function namesAnItem(value: string, text: string): boolean {
  if (text.includes(value.trim())) return false;
  const items = value.split(/[\s,;|+"'[\](){}]+/).filter((item) => item.length > 2 && item !== 'openid' && item !== 'scope');
  return items.some((item) => text.split(/[\s,;|"'`()[\]]+/).some((word) => word.replace(/[.:!?]$/, '') === item));
}

function faultsOf({ value }: Parameter, { responseTypes }: AuthorizationRequest): Fault[] {
  const faults: Fault[] = [];
  if (value.trim() === '') return ['empty'];
  // RFC 6749 section 3.3: printable ASCII without quote and backslash. Lists of a program have brackets around them.
  if (/["\\]|[^\x20-\x7e\s]/.test(value) || /^\s*[[({].*[\])}]\s*$/.test(value)) faults.push('characters');
  else if (separatorOf(value)) faults.push('separator');
  else if (/^\s|\s$|\s\s|[^\S ]/.test(value)) faults.push('spaces');
  if (responseTypes.includes('id_token') && !value.split(/[\s,;|+]+/).includes('openid')) faults.push('openid');
  return faults;
}

/** Scopes can be addresses: a separator stands between words, and no space does. */
function separatorOf(value: string): string | null {
  if (/\s/.test(value.trim())) return /[\w.],\s/.test(value) ? 'commas' : null;
  if (/[^\s,],[^\s,]/.test(value)) return 'commas';
  if (/\w;\w/.test(value)) return 'semicolons';
  if (/\w\|\w/.test(value)) return 'vertical bars';
  return /\w\+(?:openid|email|profile|offline_access|https?:)/.test(value) || /^openid\+\w/.test(value)
    ? 'plus signs that were encoded'
    : null;
}
