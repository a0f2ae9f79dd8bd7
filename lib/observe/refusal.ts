/** Whether the provider refused the request itself, and which of its parameters can be the reason. */
import type { Exchange } from '../model/exchange.ts';
import type { Confidence } from '../model/finding.ts';
import type { AuthorizationResponse, Parameter } from '../model/flow.ts';
import { valueFor } from '../read/parameters.ts';
import { type ErrorKind, errorCodes } from '../spec/errors.ts';
import { supporting } from '../spec/vocabulary.ts';
import { type AnswerError, answerError, providerStop, readError } from './answer.ts';
import { recoveredBy } from './recovered.ts';
import { observed, type Scene, withRole } from './scene.ts';

export interface Refusal {
  /** What its error is about; null when it named none. */
  readonly about: ErrorKind | null;
  readonly code: string | null;
  /** Its own words, to look for words in. */
  readonly text: string;
  /** It came before any page of the provider, or as an answer: what refuses a form that was sent from a page may be about that. */
  readonly atOnce: boolean;
}

/** Refusals that no parameter of a request brings about. */
const beyond: ReadonlySet<ErrorKind> = new Set(['user', 'no-session', 'policy', 'transient', 'grant', 'polling']);
/** Servers that stop over a request say 400; some say it on a page with status 200. */
const stopped: ReadonlySet<number> = new Set([400, 422]);

/** Null when the provider did not refuse, or for a reason that is not in the request. */
export const refusalOf: (scene: Scene) => Refusal | null = observed((scene) => {
  const error = answerError(scene);
  if (error) return recoveredBy(scene) ? null : refusalWith(error, scene.flow.response?.parameters ?? []);
  const stop = providerStop(scene);
  if (!stop) return null;
  const { error: said, text } = stop;
  const atOnce = withRole(scene, 'authorization-request', 'provider').every((e) => e === stop.exchange || !isShownPage(e));
  const known = said && !(said.meaning.kind === 'other' && said.subCode === null) ? said : null;
  if (stop.says === 'redirect-uri') return { about: 'redirect-uri', code: known?.code ?? null, text, atOnce };
  if (known) return beyond.has(known.meaning.kind) ? null : { about: known.meaning.kind, code: known.code, text, atOnce };
  if (stop.says === 'client') return { about: 'client', code: null, text, atOnce };
  const [code] = (text.slice(0, 4_000).match(/\b[a-z]+(?:_[a-z]+)+\b/g) ?? []).filter((word) => Object.hasOwn(errorCodes, word));
  const kind = code === undefined ? undefined : errorCodes[code]?.kind;
  if (code !== undefined && kind) return beyond.has(kind) ? null : { about: kind, code, text, atOnce };
  return stopped.has(stop.status) ? { about: null, code: null, text, atOnce } : null;
});

/** What an answer says that came when the request was sent once more; null when it is no refusal. */
export function refusalAgain({ parameters }: AuthorizationResponse): Refusal | null {
  const code = valueFor(parameters, 'error');
  return code === null ? null : refusalWith(readError(code, valueFor(parameters, 'error_description')), parameters);
}

function refusalWith({ meaning, code }: AnswerError, parameters: readonly Parameter[]): Refusal | null {
  if (beyond.has(meaning.kind)) return null;
  return { about: meaning.kind, code, text: valueFor(parameters, 'error_description') ?? '', atOnce: true };
}

function isShownPage({ where, outcome }: Exchange): boolean {
  return where.kind !== 'fetch' && where.kind !== 'resource' && outcome.kind === 'answered' && outcome.status < 400;
}

const complaint =
  /missing|requir|must|invalid|not (?:valid|allowed|supported|recogni|specified|provided|present|found|set)|no[tn][- ]?\w{0,20} ?support|unsupported|unknown|unrecogni|malformed|duplicate|repeat|more than (?:once|one)|multiple|twice|should (?:be|not)|can ?not|can['’]t|contain|omitted|absent|empty|does ?n[o’']t|illegal|bad|wrong|incorrect|conflict|expired|already|mismatch|differ/i;

const lacking =
  /missing|requir|mandatory|must (?:be (?:present|set|provided|specified|included|sent)|have|include|contain|provide|specify)|not (?:present|set|provided|specified|found|sent|supplied)|no value|omitted|absent|empty/i;

/** Words of everyday language: only what is called a parameter, or stands in quotes, means one. */
const everyday: ReadonlySet<string> = new Set(['display', 'resource', 'audience', 'claims', 'state', 'prompt', 'scope']);

/** Whether its words say that this parameter should have been sent. */
export function demands({ text }: Refusal, name: string): boolean {
  return complainsAbout(text, name, lacking, everyday.has(name));
}

const spellings = new Map<string, RegExp>();

function spelling(name: string): RegExp {
  const known = spellings.get(name);
  if (known) return known;
  // "The request" is the whole of it.
  const word = name === 'request' ? 'request_object' : name;
  const pattern = new RegExp(`(?<![\\w-])${word.replaceAll('_', '[_ -]?')}s?(?![\\w-]|=)`, 'i');
  spellings.set(name, pattern);
  return pattern;
}

/** A sentence that complains about this parameter. Pages also print the request: `name=value` is no complaint. */
function complainsAbout(text: string, name: string, words: RegExp, strict: boolean): boolean {
  const spelled = spelling(name);
  // Most texts hold no such word at all.
  if (!spelled.test(text)) return false;
  return text
    .slice(0, 4_000)
    .split(/[.!?](?:\s|$)|[\n;]/)
    .some(
      (sentence) => sentence.length < 300 && spelled.test(sentence) && words.test(sentence) && (!strict || /param|["'`“‘]/i.test(sentence)),
    );
}

const parameterNames: readonly string[] = [...supporting, 'client_id', 'redirect_uri', 'response_type', 'request_uri'];

export interface Suspect {
  /** Parameters that what was found in the request is about. */
  readonly names: readonly string[];
  /** Kinds of error that mean nothing else. */
  readonly kinds?: readonly ErrorKind[];
  readonly codes?: readonly string[];
  /** No server could have gone on: it explains a stop without a word. */
  readonly fatal?: true;
}

const kindOf: Readonly<Record<string, ErrorKind>> = {
  client_id: 'client',
  redirect_uri: 'redirect-uri',
  scope: 'scope',
  code_challenge: 'pkce',
  code_challenge_method: 'pkce',
  request: 'request-object',
  request_uri: 'request-object',
};
const codeOf: Readonly<Record<string, string>> = {
  response_type: 'unsupported_response_type',
  response_mode: 'unsupported_response_mode',
};

/** Damage to these parameters, and the errors that it brings about. */
export function damageTo(names: readonly string[], fatal: boolean): Suspect {
  return {
    names,
    kinds: names.flatMap((name) => kindOf[name] ?? []),
    codes: names.flatMap((name) => codeOf[name] ?? []),
    ...(fatal ? { fatal: true } : {}),
  };
}

/** Whether what was found in the request is why it was refused; null when it is not, or nothing says so. */
export function explainedBy(refusal: Refusal | null, suspect: Suspect): Confidence | null {
  if (!refusal) return null;
  const { about, code, text } = refusal;
  if (suspect.names.some((name) => complainsAbout(text, name, complaint, everyday.has(name) && name !== 'scope'))) return 'certain';
  if (code !== null && suspect.codes?.includes(code)) return 'certain';
  if (parameterNames.some((name) => !suspect.names.includes(name) && complainsAbout(text, name, complaint, everyday.has(name))))
    return null;
  if (about !== null && suspect.kinds?.includes(about)) return 'likely';
  // invalid_request: missing, repeated or malformed, and this is the one thing that is.
  return refusal.atOnce && (about === 'request' || (about === null && suspect.fatal)) ? 'likely' : null;
}
