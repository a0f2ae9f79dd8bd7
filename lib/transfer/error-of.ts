/** The error that a support desk asks for: a code of the standards, and as much of the text as may be shown. */
import type { Exchange, ExchangeId } from '../model/exchange.ts';
import type { JudgedFlow } from '../model/finding.ts';
import { jsonOf } from '../read/body.ts';
import { visibleText } from '../read/html.ts';
import { stringMember } from '../read/json.ts';
import type { Redactor } from '../redact/redactor.ts';

export interface ReportError {
  readonly exchange: ExchangeId;
  /** `error` of the authorization or the token response. */
  readonly code: string | null;
  /** Of `error_description` or an error page, the codes it names; null where it names none. */
  readonly text: string | null;
}

/** A page's words that matter stand at its beginning. */
const longestText = 500;

export function errorOf(
  { flow, outcome: ended }: JudgedFlow,
  byId: ReadonlyMap<ExchangeId, Exchange>,
  redactor: Redactor,
): ReportError | null {
  const error = (exchange: ExchangeId, code: string | null, text: string | null): ReportError => ({
    exchange,
    code: code === null ? null : redactor.value('error', code),
    text: text === null ? null : (redactor.description(text)?.slice(0, longestText) ?? null),
  });
  const { response } = flow;
  const parameter = (name: string) => response?.parameters.find((p) => p.name === name)?.value ?? null;
  if (response && parameter('error') !== null) return error(response.exchange, parameter('error'), parameter('error_description'));
  const last = flow.tokens.at(-1)?.exchange;
  const answer = last && byId.get(last)?.outcome;
  const json = answer && answer.kind === 'answered' ? jsonOf(answer.body) : null;
  const code = stringMember(json, 'error');
  if (last && code !== null) return error(last, code, stringMember(json, 'error_description'));
  if (ended === 'completed') return null;
  for (const { exchange: id } of flow.steps.toReversed()) {
    const outcome = byId.get(id)?.outcome;
    if (outcome?.kind !== 'answered' || outcome.status < 400 || !outcome.body.seen || outcome.body.value.kind !== 'text') continue;
    const page = error(id, null, visibleText(outcome.body.value.text));
    if (page.text !== null) return page;
  }
  return null;
}
