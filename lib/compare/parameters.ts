/** The authorization request and its answer. Names are always compared, values only where a difference means something. */
import type { Parameter } from '../model/flow.ts';
import { grouped } from '../read/grouped.ts';
import { readList } from '../read/parameters.ts';
import { isPlaceholder } from '../read/placeholder.ts';
import type { Both, Shown, StateFate, Unseen } from './comparison.ts';
import type { Compared, Found } from './found.ts';
import { both, exchangeOf, lengthOf, type Prepared, valueShown } from './scene.ts';
import { stableName, withoutLoopbackPort } from './stable.ts';

/** All others are made up for each login, or nobody knows what they mean. */
const telling: ReadonlySet<string> = new Set([
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'client_id',
  'prompt',
  'display',
  'max_age',
  'code_challenge_method',
  'acr_values',
  'ui_locales',
  'claims_locales',
  'access_type',
  'approval_prompt',
  'resource',
  'audience',
  'iss',
  'error',
  'error_uri',
  'token_type',
  'grant_type',
]);

/** Lists without an order (RFC 6749 sections 3.1.1 and 3.3). */
const lists: ReadonlySet<string> = new Set(['scope', 'response_type', 'prompt', 'acr_values', 'resource', 'audience']);

/** Of a covered value only a length of another order is worth a word. */
const leastTimes = 2;
const leastCharacters = 64;

type ByName = ReadonlyMap<string, readonly Parameter[]>;

/** RFC 6749 section 3.1: a parameter without a value is treated as absent. */
function byName(parameters: readonly Parameter[]): ByName {
  return grouped(
    parameters.filter((p) => p.value !== ''),
    (p) => stableName(p.name),
  );
}

/** Readable values as one text; null when one of them is covered. `exact`: what stands for a hidden part of an address counts, too. */
function meaningOf(side: Prepared, name: string, found: readonly Parameter[], exact: boolean): string | null {
  const values = found.map((p) => {
    const value = withoutLoopbackPort(p.value);
    const safe = valueShown(side.redactor, p.name, value);
    if (safe.kind !== 'value') return null;
    return exact ? value : safe.text.replace(/~\d+/g, '~');
  });
  if (values.includes(null)) return null;
  return (lists.has(name) ? values.flatMap((value) => readList(value)).sort() : values).join(' ');
}

/** Every file has stand-ins of its own: what is hidden in it is equal to nothing outside it. */
function sameHand(a: Prepared, b: Prepared): boolean {
  return a.capture === b.capture || (a.capture.source.kind !== 'file' && b.capture.source.kind !== 'file');
}

function differs(sides: Both<Prepared>, name: string, a: readonly Parameter[], b: readonly Parameter[]): boolean {
  if ([...a, ...b].some((p) => isPlaceholder(p.value))) return false;
  if (telling.has(name)) {
    const exact = sameHand(sides.a, sides.b);
    const [inA, inB] = [meaningOf(sides.a, name, a, exact), meaningOf(sides.b, name, b, exact)];
    if (inA !== null || inB !== null) return inA !== inB;
  }
  const [first, second] = [lengthOf(a[0]?.value ?? ''), lengthOf(b[0]?.value ?? '')];
  const [short, long] = first < second ? [first, second] : [second, first];
  return long >= short * leastTimes && long - short >= leastCharacters;
}

function shown(side: Prepared, found: readonly Parameter[] | undefined): Shown {
  const value = found?.[0];
  return value ? valueShown(side.redactor, value.name, value.value) : { kind: 'absent' };
}

function compareLists(
  a: Prepared,
  b: Prepared,
  of: 'request' | 'response',
  lists: Both<readonly Parameter[]>,
  open: Both<boolean>,
): Found[] {
  const [inA, inB] = [byName(lists.a), byName(lists.b)];
  return [...new Set([...inA.keys(), ...inB.keys()])].flatMap((name): Found[] => {
    // What became of the state is told on its own.
    if (of === 'response' && name === 'state') return [];
    const [ofA, ofB] = [inA.get(name), inB.get(name)];
    if (ofA && ofB ? !differs({ a, b }, name, ofA, ofB) : (!ofA && !open.a) || (!ofB && !open.b)) return [];
    return [
      {
        subject: { kind: 'parameter', of, name },
        a: shown(a, ofA),
        b: shown(b, ofB),
        at: { a: ofA?.[0]?.exchange ?? null, b: ofB?.[0]?.exchange ?? null },
      },
    ];
  });
}

function stateFate({ judged: { flow } }: Prepared): StateFate | null {
  const { request, response } = flow;
  if (!request || !response || request.hidden) return null;
  const returned = response.parameters.find((p) => p.name === 'state' && p.value !== '');
  if (!request.state) return returned ? 'unasked' : null;
  if (!returned) return 'missing';
  if (isPlaceholder(request.state.value) || isPlaceholder(returned.value)) return null;
  return request.state.value === returned.value ? 'same' : 'changed';
}

function compareState(a: Prepared, b: Prepared): Found[] {
  const fate = both(a, b, stateFate);
  if (fate.a === null || fate.b === null || fate.a === fate.b) return [];
  const at = both(a, b, ({ judged: { flow } }) => flow.response?.callback ?? flow.response?.exchange ?? null);
  return [{ subject: { kind: 'state' }, a: { kind: 'state', fate: fate.a }, b: { kind: 'state', fate: fate.b }, at }];
}

/** Where the answer's parameters stood and how they traveled. */
function compareDelivery(a: Prepared, b: Prepared): Found[] {
  const way = both(a, b, (side) => {
    const { response } = side.judged.flow;
    return response && { place: response.in, method: exchangeOf(side, response.callback)?.request.method ?? null };
  });
  if (!way.a || !way.b || way.a.place === way.b.place) return [];
  const at = both(a, b, ({ judged: { flow } }) => flow.response?.exchange ?? null);
  return [{ subject: { kind: 'delivery' }, a: { kind: 'delivery', ...way.a }, b: { kind: 'delivery', ...way.b }, at }];
}

export function compareParameters(a: Prepared, b: Prepared): Compared {
  const request = both(a, b, ({ judged }) => judged.flow.request);
  const response = both(a, b, ({ judged }) => judged.flow.response);
  const hidden = both(a, b, ({ judged }) => judged.flow.request?.hidden ?? null);
  const unseen: Unseen[] = request.a && request.b && (hidden.a || hidden.b) ? [{ what: 'parameters', ...hidden }] : [];
  const open = { a: hidden.a === null, b: hidden.b === null };
  const cut = both(a, b, (side) => !side.gaps.has('fragment-not-recorded'));
  return {
    found: [
      ...(request.a && request.b ? compareLists(a, b, 'request', { a: request.a.parameters, b: request.b.parameters }, open) : []),
      ...(response.a && response.b ? compareLists(a, b, 'response', { a: response.a.parameters, b: response.b.parameters }, cut) : []),
      ...compareState(a, b),
      ...compareDelivery(a, b),
    ],
    unseen,
  };
}
