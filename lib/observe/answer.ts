/** What the provider said: the error of an answer, or of the page it stopped on. */
import type { Exchange } from '../model/exchange.ts';
import { bareCodeIn, errorCodeIn, visibleText } from '../read/html.ts';
import { isObject, readJsonObject, stringMember } from '../read/json.ts';
import { valueFor } from '../read/parameters.ts';
import { decodePercent, readUrl } from '../read/url.ts';
import { type ErrorMeaning, errorCodes, pkceDemanded } from '../spec/errors.ts';
import { clientRefusals, numberedError, redirectRefusals } from '../spec/refusals.ts';
import { generalRefusal, subCodes } from '../spec/sub-codes.ts';
import { supporting } from '../spec/vocabulary.ts';
import { observed, type Scene, withRole } from './scene.ts';

export interface AnswerError {
  /** The code as sent, or `other` when it is not one of a known list: codes can carry anything. */
  readonly code: string;
  readonly meaning: ErrorMeaning;
  /** A provider's own number, such as AADSTS50011. */
  readonly subCode: string | null;
}

const unknownError: ErrorMeaning = {
  kind: 'other',
  owner: 'provider',
  reason: 'it sent an error code that no standard defines',
  fix: 'Look the code up in the provider’s documentation.',
};

function knownError(code: string): ErrorMeaning | undefined {
  return Object.hasOwn(errorCodes, code) ? errorCodes[code] : undefined;
}

/** Microsoft explains its numbers at an address of its own. */
function lookedUp(meaning: ErrorMeaning, numbered: string): ErrorMeaning {
  return { ...meaning, fix: `${meaning.fix} Enter ${numbered} at \`login.microsoftonline.com/error\` to read what Microsoft says of it.` };
}

export function readError(code: string, description: string | null): AnswerError {
  const numbered = /\b(?:AADSTS|AADB2C|MSIS)\d+\b/.exec(description ?? '')?.[0] ?? null;
  const known = knownError(code.toLowerCase());
  const shown = known ? code.toLowerCase() : /^[a-z]+(?:_[a-z]+){0,6}$/.test(code) ? code : 'other';
  if (description !== null) {
    if (
      known?.kind !== 'user' &&
      known?.kind !== 'redirect-uri' &&
      known?.kind !== 'no-session' &&
      redirectRefusals.some((p) => p.test(description))
    )
      return { code: shown, meaning: errorCodes['redirect_uri_mismatch'] ?? unknownError, subCode: numbered };
    if (
      /pkce|code[_ ]challenge|code[_ ]verifier|proof key/i.test(description) &&
      /requir|missing|must|need|mandatory|enforce/i.test(description)
    )
      return { code: shown, meaning: pkceDemanded, subCode: numbered };
    // A provider's own number says more than the standard code; a general word says more only about a refusal.
    const detail = subCodes.find((s) => s.pattern.test(description));
    const saysMore =
      numbered !== null ||
      known === undefined ||
      known.kind === 'user' ||
      known.kind === 'transient' ||
      (known.kind === 'request' && detail !== generalRefusal);
    if (detail && saysMore) return { code: shown, meaning: detail, subCode: numbered };
    if (numbered !== null && /^AADSTS\d{5,7}$/.test(numbered))
      return { code: shown, meaning: lookedUp(known ?? unknownError, numbered), subCode: numbered };
  }
  return { code: shown, meaning: known ?? unknownError, subCode: numbered };
}

/** The error the answer carried, null when it carried none. */
export const answerError: (scene: Scene) => AnswerError | null = observed((scene) => {
  const parameters = scene.flow.response?.parameters ?? [];
  const code = valueFor(parameters, 'error');
  return code === null
    ? null
    : readError(
        code,
        valueFor(parameters, 'error_description') ?? valueFor(parameters, 'error_message') ?? valueFor(parameters, 'error_reason'),
      );
});

/** Where the login stopped at the provider, and what that page says. */
export interface ProviderStop {
  readonly exchange: Exchange;
  readonly status: number;
  /** redirect-uri or client: the page says so. unsaid: the page was seen and names neither. unseen: it was not. */
  readonly says: 'redirect-uri' | 'client' | 'other' | 'unsaid' | 'unseen';
  readonly error: AnswerError | null;
  /** What it says, to look for words in; empty when it was not seen. */
  readonly text: string;
  /** The parameter that it means. */
  readonly names?: string;
}

/** Google wraps the reason of its error page in base64. */
function decodedExtras(url: string): string {
  const wrapped = valueFor(readUrl(url).query, 'authError');
  if (wrapped === null) return '';
  try {
    return atob(wrapped.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}

function wordsOf(exchange: Exchange): { readonly text: string; readonly source: string } | null {
  if (exchange.outcome.kind !== 'answered' || !exchange.outcome.body.seen) return null;
  const body = exchange.outcome.body.value;
  if (body.kind !== 'text') return null;
  return { text: body.page || !/html/i.test(body.mime) ? body.text : visibleText(body.text), source: body.text };
}

const errorUrl = /[/_-]error(?:[/?#_.-]|$)|[?&#](?:error|authError|error_code|errorCode)=/i;

/** Servers name the parameter they mean: "Invalid parameter: scope", "Missing parameter: code_challenge_method". */
const namedParameter = /\b(?:invalid|missing|unsupported|unknown)\b[^.]{0,20}\bparameters?\b:?\s*["'`]?([a-z_]{4,40})/i;

const isErrorCode = (code: string) => Object.hasOwn(errorCodes, code);

function stopAt(exchange: Exchange): ProviderStop | null {
  if (exchange.outcome.kind !== 'answered') return null;
  const { status } = exchange.outcome;
  const url = exchange.request.url;
  const query = readUrl(url).query;
  const shownOnUrl = errorUrl.test(url);
  const words = wordsOf(exchange);
  const numbered = words ? numberedError.exec(words.source)?.[0] : undefined;
  const json = words ? readJsonObject(words.source) : null;
  if (status < 400 && !shownOnUrl && !numbered && !(words && words.text.length < 4_000 && redirectRefusals.some((p) => p.test(words.text))))
    return null;
  const extras = `${decodePercent(valueFor(query, 'error_description') ?? '')} ${valueFor(query, 'error') ?? ''} ${decodedExtras(url)}`;
  const nested = json && isObject(json['error']) ? stringMember(json['error'], 'message') : null;
  const text = `${words?.text ?? ''} ${extras} ${nested ?? ''} ${numbered ?? ''}`;
  const code =
    (shownOnUrl ? valueFor(query, 'error') : null) ??
    stringMember(json, 'error') ??
    (words ? (errorCodeIn(words.source, isErrorCode) ?? (status < 400 ? null : bareCodeIn(words.text, isErrorCode))) : null);
  const error = code === null ? (numbered ? readError('invalid_request', numbered) : null) : readError(code, text);
  if (redirectRefusals.some((p) => p.test(text)) || error?.meaning.kind === 'redirect-uri')
    return { exchange, status, says: 'redirect-uri', error, text };
  if (clientRefusals.some((p) => p.test(text)) || error?.meaning.kind === 'client')
    return { exchange, status, says: 'client', error, text };
  if (error && (error.subCode !== null || (error.meaning.kind !== 'other' && error.code !== 'invalid_request')))
    return { exchange, status, says: 'other', error, text };
  const told = subCodes.find((s) => s.named !== undefined && s.pattern.test(text));
  if (told?.named) return { exchange, status, says: 'other', error: { code: told.named, meaning: told, subCode: null }, text };
  const named = namedParameter.exec(text)?.[1]?.toLowerCase();
  if (named && (supporting.has(named) || named === 'response_type' || named === 'response_mode'))
    return {
      exchange,
      status,
      says: 'other',
      text,
      names: named,
      error: {
        code: 'invalid_request',
        subCode: null,
        meaning: {
          kind: /^code_challenge/.test(named) ? 'pkce' : 'request',
          owner: 'app',
          reason: `it does not accept, or misses, the parameter \`${named}\``,
          fix: `Compare \`${named}\` with what the provider allows for this client.`,
        },
      },
    };
  return { exchange, status, says: words || extras.trim() !== '' ? 'unsaid' : 'unseen', error, text };
}

/**
 * The server page the login stopped on: an error status, an error address, or a short page that refuses the
 * redirect_uri. Null when an answer came after all, or the last page was an ordinary one.
 */
export const providerStop: (scene: Scene) => ProviderStop | null = observed((scene) => {
  if (scene.flow.response || scene.flow.bareCallback || withRole(scene, 'logout-return').length > 0) return null;
  const hops = withRole(scene, 'authorization-request', 'provider', 'logout-request').filter(
    (e) => !e.where.fromBrowser || (e.where.kind !== 'fetch' && e.where.kind !== 'resource'),
  );
  const last = hops.at(-1);
  return last ? stopAt(last) : null;
});
