import type { Problem } from '../../model/finding.ts';
import type { Parameter } from '../../model/flow.ts';
import { type Guessable, guessable } from '../../observe/guessable.ts';
import type { Scene } from '../../observe/scene.ts';
import { first } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { defineCheck } from '../define.ts';
import { atParameter, inapplicable, inconclusive, problem, verdictOf } from '../verdict.ts';

const fix =
  'Make it anew for every login from a cryptographic generator, 128 bits or more (22 characters in base64url). What the app wants to remember belongs in its own session, under this value.';

export const oneTimeValueWeak = defineCheck({
  id: 'one-time-value-weak',
  category: 'state',
  kind: 'weakness',
  tier: 'std',
  title: 'One-time value that can be guessed',
  severity: 'warning',
  rank: 905,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '10.10', level: 'MUST' },
    { spec: 'RFC6749', section: '10.12', level: 'MUST' },
    { spec: 'OIDCCore', section: '15.5.2' },
    { spec: 'RFC9126', section: '7.1' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    words: {
      title: 'The `{name}` is a fixed word',
      plain: 'The app marks its logins with a word that everybody can guess, so it can not tell a real answer from a forged one.',
      text: '`{name}` consists of words that stand in examples, such as “state” or “test”. Anybody can send an answer that carries it.{but}',
      fix,
    },
    short: {
      title: 'The `{name}` is too short to be unguessable',
      plain: 'The app marks this login with a number so short that it could be guessed.',
      text: '`{name}` has {length} characters; apart from what the clock tells, characters of this kind hold {bits} bits at most.{but}',
      fix,
    },
    readable: {
      title: 'The `{name}` holds data, and next to nothing random',
      plain: 'The app marks this login with data that anybody could write, so it can not tell a real answer from a forged one.',
      text: '`{name}` is {shape}. What is in it beside names, addresses and times holds {bits} bits at most.{but}',
      fix,
    },
    clock: {
      title: 'The `{name}` is made from the clock',
      plain: 'The app marks this login with the time of day, which others know as well.',
      text: '`{name}` is a UUID of version 1 or 6: it is made from the time and the name of the machine, and who has seen one can work out the next.{but}',
      fix: 'Take a UUID of version 4, or 128 bits from a cryptographic generator.',
    },
    issued: {
      title: 'The provider’s `{name}` is too short to be unguessable',
      plain: 'The provider hands out login codes so short that they could be guessed.',
      text: 'The `{name}` of this answer holds {bits} bits at most.{but}',
      fix: 'Issue values of 128 bits or more from a cryptographic generator.',
      owner: 'provider',
    },
  },
  // GET /authorize?response_type=code&client_id=app&state=xyz
  inspect({ request, authorization }, scene) {
    const reference = scene.flow.request?.parameters.find((p) => p.name === 'request_uri' && p.value.startsWith(pushed)) ?? null;
    const code = first(scene.flow.response?.parameters ?? [], 'code');
    const own = [request.state, request.nonce].filter((p): p is Parameter => p !== null && p.value !== '');
    const issued = [reference, code].filter((p): p is Parameter => p !== null && p.value !== '');
    if (own.length + issued.length === 0) return request.hidden ? inconclusive(request.hidden) : inapplicable;
    const problems: Problem<'words' | 'short' | 'readable' | 'clock' | 'issued'>[] = [];
    for (const parameter of own) {
      const found = isPlaceholder(parameter.value) ? null : guessable(parameter.value, authorization.startedAt);
      if (!found) continue;
      const data = { name: parameter.name, length: [...parameter.value].length, but: but(scene, parameter.name), ...shown(found) };
      problems.push(problem(found.how, [atParameter(parameter)], { data, ...weight(data.but), confidence: sureness(parameter.value) }));
    }
    for (const parameter of issued) {
      const value = parameter.value.replace(pushed, '');
      const found = isPlaceholder(value) ? null : guessable(value, authorization.startedAt);
      if (found?.how !== 'short') continue;
      const data = { name: parameter.name, bits: found.bits, but: but(scene, parameter.name) };
      problems.push(problem('issued', [atParameter(parameter)], { data, ...weight(data.but), confidence: sureness(value) }));
    }
    if (problems.length === 0 && [...own, ...issued].some((p) => isPlaceholder(p.value))) return inconclusive('redacted-input');
    return verdictOf(problems);
  },
});

/** RFC 9126 section 2.2. */
const pushed = 'urn:ietf:params:oauth:request_uri:';

const weight = (but: string) => (but === '' ? {} : { severity: 'info' as const });

/** RFC 9700 section 4.7.1: another value may do what this one should; then it is free to hold data. */
function but({ flow }: Scene, name: string): string {
  const protects = (parameter: Parameter | null | undefined) => parameter && !guessable(parameter.value, flow.startedAt);
  if (protects(flow.request?.codeChallenge) && name !== 'request_uri')
    return ' PKCE protects this login even so, where the provider enforces it.';
  return name === 'state' && protects(flow.request?.nonce) ? ' The `nonce` protects this login even so, where the app compares it.' : '';
}

function shown(found: Guessable): Readonly<Record<string, string | number>> {
  if (found.how === 'words' || found.how === 'clock') return {};
  return found.how === 'short' ? { bits: found.bits } : { bits: found.bits, shape: shapes[found.shape] };
}

const shapes = { address: 'an address', json: 'readable JSON', parameters: 'a list of parameters', text: 'text' } as const;

/** So short that the kind of its characters does not matter; what is longer may have come out as plain as that by chance. */
const sureness = (value: string) => (value.length < 10 ? ('certain' as const) : ('likely' as const));
