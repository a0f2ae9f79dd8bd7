import { roleWords } from '../../lib/explain/words.ts';
import type { Exchange } from '../../lib/model/exchange.ts';
import { wasNotSent } from '../../lib/read/not-sent.ts';
import { printable } from '../../lib/read/printable.ts';
import { wasLeft } from '../../lib/session/chips.ts';
import { type HopRow, type Party, placeOf, statusOf } from '../../lib/session/rows.ts';
import { timeline } from '../../lib/words/en/timeline.ts';
import { durationWords, offsetWords } from '../flow/flow-words.ts';
import type { Tone } from '../kit/tag.tsx';
import { HopChips } from './hop-chips.tsx';
import { HopFindings } from './hop-findings.tsx';
import { HopFrame, type HopFrameProps } from './hop-frame.tsx';
import { Rail, type RailProps } from './rail.tsx';

export interface HopLineProps extends Omit<HopFrameProps, 'head'> {
  readonly from: Party | null;
  /** The login failed: then an error status is part of the story. */
  readonly failed: boolean;
}

export interface StatusLook {
  readonly text: string;
  readonly tone: Tone;
}

export function statusLook(exchange: Exchange, failed: boolean): StatusLook {
  const { outcome } = exchange;
  const words = timeline().status;
  if (outcome.kind === 'pending')
    return wasNotSent(exchange) ? { text: words.notSent, tone: 'plain' } : { text: words.waiting, tone: 'accent' };
  if (wasLeft(exchange)) return { text: words.left, tone: 'plain' };
  if (outcome.kind === 'failed') return { text: words.noAnswer, tone: failed ? 'bad' : 'warn' };
  if (outcome.kind === 'redirected' && outcome.by !== 'server') return { text: words.internal, tone: 'plain' };
  const status = statusOf(exchange);
  if (status === null) return { text: words.none, tone: 'plain' };
  return { text: String(status), tone: status < 400 ? 'plain' : failed ? 'bad' : 'warn' };
}

export function railLook({ exchange, findings }: HopRow): RailProps['look'] {
  const { outcome } = exchange;
  if (findings.some((f) => f.severity === 'error' && f.role === 'cause')) return 'broken';
  if (outcome.kind === 'pending') return 'waiting';
  return outcome.kind === 'redirected' && outcome.by !== 'server' ? 'browser' : 'hop';
}

export function HopLine({ from, failed, ...frame }: HopLineProps) {
  const { row, open } = frame;
  const { exchange, role, party, offsetMs, findings, chips } = row;
  const { host, path } = placeOf(exchange.request.url);
  const status = statusLook(exchange, failed);
  const { method } = exchange.request;
  const head = (
    <>
      <span class="hop-time">{offsetWords(offsetMs)}</span>
      <Rail party={party} from={from} look={railLook(row)} />
      <span class="hop-main">
        <span class="hop-title">
          <span class="hop-role">{roleWords(role)}</span>
          <span class="sr-only">{timeline().party[party]}</span>
          {method !== 'GET' && <span class="hop-method">{printable(method)}</span>}
        </span>
        <bdi class="hop-place" dir="ltr">
          <span class="hop-host">{printable(host)}</span>
          <span class="hop-path">{printable(path)}</span>
        </bdi>
        <HopChips chips={chips} />
        {!open && <HopFindings findings={findings} />}
      </span>
      <span class="hop-result">
        <span class="hop-status" data-tone={status.tone}>
          {status.text}
        </span>
        <span class="hop-ms">{exchange.durationMs === null ? '' : durationWords(exchange.durationMs)}</span>
      </span>
    </>
  );
  return <HopFrame {...frame} head={head} />;
}
