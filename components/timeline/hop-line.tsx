import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { explain } from '../../lib/explain/finding.ts';
import { roleWords } from '../../lib/explain/words.ts';
import type { Exchange } from '../../lib/model/exchange.ts';
import { wasNotSent } from '../../lib/read/not-sent.ts';
import { printable } from '../../lib/read/printable.ts';
import { wasLeft } from '../../lib/session/chips.ts';
import { type HopRow, type Party, placeOf, statusOf } from '../../lib/session/rows.ts';
import { findingLook } from '../finding/words.ts';
import { durationWords, offsetWords } from '../flow/flow-words.ts';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { Tag, type Tone } from '../kit/tag.tsx';
import { Rail, type RailProps } from './rail.tsx';

export interface HopLineProps {
  readonly row: HopRow;
  readonly from: Party | null;
  /** Stands inside an unfolded run. */
  readonly within: boolean;
  readonly open: boolean;
  readonly tabbable: boolean;
  /** The login failed: then an error status is part of the story. */
  readonly failed: boolean;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
  readonly children: ComponentChildren;
}

const partyWords: Readonly<Record<Party, string>> = { client: 'at the app', provider: 'at the provider', other: 'elsewhere' };

export interface StatusLook {
  readonly text: string;
  readonly tone: Tone;
}

export function statusLook(exchange: Exchange, failed: boolean): StatusLook {
  const { outcome } = exchange;
  if (outcome.kind === 'pending') return wasNotSent(exchange) ? { text: 'not sent', tone: 'plain' } : { text: 'waiting', tone: 'accent' };
  if (wasLeft(exchange)) return { text: 'left', tone: 'plain' };
  if (outcome.kind === 'failed') return { text: 'no answer', tone: failed ? 'bad' : 'warn' };
  if (outcome.kind === 'redirected' && outcome.by !== 'server') return { text: 'internal', tone: 'plain' };
  const status = statusOf(exchange);
  if (status === null) return { text: '–', tone: 'plain' };
  return { text: String(status), tone: status < 400 ? 'plain' : failed ? 'bad' : 'warn' };
}

function railLook({ exchange, findings }: HopRow): RailProps['look'] {
  const { outcome } = exchange;
  if (findings.some((f) => f.severity === 'error' && f.role === 'cause')) return 'broken';
  if (outcome.kind === 'pending') return 'waiting';
  return outcome.kind === 'redirected' && outcome.by !== 'server' ? 'browser' : 'hop';
}

export function HopLine({ row, from, within, open, tabbable, failed, onToggle, onFocus, children }: HopLineProps) {
  const { exchange, role, party, offsetMs, findings, chips } = row;
  const id = useId();
  const { host, path } = placeOf(exchange.request.url);
  const status = statusLook(exchange, failed);
  const { method } = exchange.request;
  return (
    <div class="hop" data-row="hop" data-role={role} data-exchange={exchange.id} data-party={party} data-open={open} data-within={within}>
      <button
        type="button"
        class="hop-head"
        data-row-head
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        tabIndex={tabbable ? 0 : -1}
        onClick={onToggle}
        onFocus={onFocus}
      >
        <span class="hop-time">{offsetWords(offsetMs)}</span>
        <Rail party={party} from={from} look={railLook(row)} />
        <span class="hop-main">
          <span class="hop-title">
            <span class="hop-role">{roleWords[role]}</span>
            <span class="sr-only">{partyWords[party]}</span>
            {method !== 'GET' && <span class="hop-method">{printable(method)}</span>}
          </span>
          <bdi class="hop-place" dir="ltr">
            <span class="hop-host">{printable(host)}</span>
            <span class="hop-path">{printable(path)}</span>
          </bdi>
          {chips.length > 0 && (
            <span class="hop-chips">
              {chips.map((chip) => (
                <Tag
                  key={chip.text}
                  tone={chip.tone}
                  {...(chip.tone === 'good' ? { icon: 'check' as const } : chip.tone === 'bad' ? { icon: 'cross' as const } : {})}
                >
                  {printable(chip.text)}
                </Tag>
              ))}
            </span>
          )}
          {(open ? [] : findings).map((finding) => {
            const look = findingLook(finding);
            return (
              <span class="hop-finding" data-tone={look.tone} key={finding.id}>
                <Icon name={look.icon} size={12} />
                <span>
                  <span class="sr-only">{look.words}: </span>
                  <Prose text={explain(finding).title} />
                </span>
              </span>
            );
          })}
        </span>
        <span class="hop-result">
          <span class="hop-status" data-tone={status.tone}>
            {status.text}
          </span>
          <span class="hop-ms">{exchange.durationMs === null ? '' : durationWords(exchange.durationMs)}</span>
        </span>
      </button>
      {open && (
        <div class="hop-detail" id={id}>
          {children}
        </div>
      )}
    </div>
  );
}
