import { useEffect, useRef, useState } from 'preact/hooks';
import type { Exchange } from '../../lib/model/exchange.ts';
import type { Finding, JudgedFlow } from '../../lib/model/finding.ts';
import type { Evidence } from '../../lib/model/place.ts';
import { cookieView, type DetailTab, headerLines, parameterGroups, tabOfPlace } from '../../lib/session/detail.ts';
import type { HopRow } from '../../lib/session/rows.ts';
import { tellingHeaders } from '../../lib/spec/headers.ts';
import { exchange as exchangeWords } from '../../lib/words/en/exchange.ts';
import { FindingCard } from '../finding/finding-card.tsx';
import type { Target } from '../finding/target.ts';
import { byGravity, findingLook } from '../finding/words.ts';
import { type Tab, Tabs } from '../kit/tabs.tsx';
import { Cookies } from './cookies.tsx';
import { HeaderTables } from './header-tables.tsx';
import { HopMenu } from './hop-menu.tsx';
import { Marks } from './marks.tsx';
import { meaningsLoaded } from './meaning.tsx';
import { More } from './more.tsx';
import { Overview } from './overview.tsx';
import { Parameters } from './parameters.tsx';

export interface ExchangeDetailProps {
  readonly row: HopRow;
  readonly judged: JudgedFlow;
  readonly target: Target | null;
  readonly onJump: (evidence: Evidence) => void;
}

/** An opened hop: what was found here, then what was sent and what came back. */
export function ExchangeDetail({ row, judged, target, onJump }: ExchangeDetailProps) {
  const { exchange } = row;
  const root = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState<DetailTab>((target && tabOfPlace(target.place)) ?? 'parameters');
  const words = exchangeWords();
  const groups = parameterGroups(exchange);
  const cookies = cookieView(exchange);
  const amount = (list: readonly unknown[] | 'hidden' | null) => (list === null || list === 'hidden' ? 0 : list.length);
  const outcomeHeaders = exchange.outcome.kind === 'pending' ? [] : exchange.outcome.headers.fields;
  const tabs: readonly Tab<DetailTab>[] = [
    { id: 'parameters', label: words.tabs.parameters, count: groups.reduce((sum, g) => sum + g.lines.length, 0) },
    { id: 'cookies', label: words.tabs.cookies, count: amount(cookies.set) + amount(cookies.sent) + amount(cookies.withheld) },
    { id: 'headers', label: words.tabs.headers, count: exchange.request.headers.fields.length + outcomeHeaders.length },
    { id: 'more', label: words.tabs.more },
  ];

  useEffect(() => {
    if (!target) return;
    const wanted = tabOfPlace(target.place);
    if (wanted) setTab(wanted);
    // After the tab is drawn: the place itself, or the whole when it has no place of its own.
    const show = () => {
      const found = root.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(target.place.toLowerCase())}"]`);
      const element = found ?? root.current;
      element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: 'center' });
    };
    let frame = 0;
    let gone = false;
    void meaningsLoaded().then(() => {
      if (!gone) frame = requestAnimationFrame(show);
    });
    return () => {
      gone = true;
      cancelAnimationFrame(frame);
    };
  }, [target?.serial]);

  return (
    <Marks.Provider value={{ exchange, flow: judged.flow, findings: judged.findings, target: target?.place ?? null }}>
      <div class="detail" ref={root} tabIndex={-1}>
        {row.findings.length > 0 && (
          <div class="detail-findings">
            {byGravity(row.findings).map((finding) => (
              <FindingCard
                key={finding.id}
                finding={finding}
                onJump={onJump}
                startsOpen={finding.role === 'cause' && target === null}
                again
              />
            ))}
          </div>
        )}
        <HopMenu row={row} judged={judged} />
        <Overview exchange={exchange} />
        <Tabs
          label={words.label}
          tabs={tabs.map((one) => ({ ...one, mark: markOf(judged.findings, exchange, one.id) }))}
          current={tab}
          onChange={setTab}
        >
          {tab === 'parameters' && <Parameters groups={groups} exchange={exchange} judged={judged} />}
          {tab === 'cookies' && <Cookies view={cookies} exchange={exchange} />}
          {tab === 'headers' && (
            <HeaderTables
              request={headerLines(exchange.request.headers, 'request', tellingHeaders)}
              response={exchange.outcome.kind === 'pending' ? null : headerLines(exchange.outcome.headers, 'response', tellingHeaders)}
              hidden={exchange.request.headers.hidden}
            />
          )}
          {tab === 'more' && <More row={row} />}
        </Tabs>
      </div>
    </Marks.Provider>
  );
}

/** The tone of the gravest finding that points into a tab. */
function markOf(findings: readonly Finding[], exchange: Exchange, tab: DetailTab) {
  const [gravest] = findings.filter((f) => f.evidence.some((e) => e.exchange === exchange.id && tabOfPlace(e.place) === tab));
  return gravest && findingLook(gravest).tone;
}
