import { useMemo, useState } from 'preact/hooks';
import type { Finding } from '../../lib/model/finding.ts';
import type { Evidence } from '../../lib/model/place.ts';
import type { Host } from '../../lib/session/host.ts';
import { chooseFlow, countIgnored, flowOfExchange, flowsInView } from '../../lib/session/view.ts';
import { Empty } from '../empty/empty.tsx';
import { emptyReason } from '../empty/reason.ts';
import type { Target } from '../finding/target.ts';
import { FlowSwitcher } from '../flow/flow-switcher.tsx';
import { FlowView } from '../flow/flow-view.tsx';
import '../style/index.css';
import { AppHeader } from './app-header.tsx';
import { Banners } from './banners.tsx';
import { ErrorBorder } from './error-border.tsx';
import { Notice } from './notice.tsx';
import { useStore } from './use-store.ts';

const nothing: readonly Finding[] = [];

export type Layout = 'popup' | 'page';

export interface AppProps {
  readonly host: Host;
  readonly layout: Layout;
}

export function App({ host, layout }: AppProps) {
  const watching = useStore(host.session, (s) => s.watching);
  return (
    <main class="app" data-layout={layout} data-watching={watching}>
      <ErrorBorder>
        <Rooms host={host} layout={layout} />
      </ErrorBorder>
    </main>
  );
}

function Rooms({ host, layout }: AppProps) {
  const state = useStore(host.session, (s) => s);
  const { analysis, capture, tab, ignored, selectedFlow, openExchange } = state;
  const flows = useMemo(() => flowsInView({ analysis, capture, tab, ignored }), [analysis, capture, tab, ignored]);
  const hidden = useMemo(() => countIgnored({ analysis, capture, tab, ignored }), [analysis, capture, tab, ignored]);
  const judged = useMemo(() => chooseFlow(flows, { selectedFlow, openExchange }), [flows, selectedFlow, openExchange]);
  const [target, setTarget] = useState<Target | null>(null);

  const jump = (evidence: Evidence) => {
    const here = judged?.flow.steps.some((s) => s.exchange === evidence.exchange) ? judged : flowOfExchange(flows, evidence.exchange);
    if (!here) return;
    if (here !== judged) host.selectFlow(here.flow.id);
    // What a filter hides can not be jumped to.
    if (state.filter !== '') host.setFilter('');
    host.openExchange(evidence.exchange);
    setTarget({ ...evidence, serial: (target?.serial ?? 0) + 1 });
  };

  return (
    <>
      <AppHeader host={host} watching={state.watching} hasFlows={flows.length > 0} hasRecording={(capture?.exchanges.length ?? 0) > 0} />
      <div class="stage" data-several={flows.length > 1}>
        {judged && capture ? (
          <>
            <Banners host={host} state={state} hidden={hidden} />
            {flows.length > 1 && <FlowSwitcher flows={flows} selected={judged.flow.id} onSelect={host.selectFlow} />}
            <FlowView
              key={judged.flow.id}
              judged={judged}
              flows={flows}
              capture={capture}
              general={analysis?.findings ?? nothing}
              roomy={layout === 'page'}
              openExchange={openExchange}
              filter={state.filter}
              target={target}
              onOpen={host.openExchange}
              onFilter={host.setFilter}
              onJump={jump}
              onIgnore={(address) => void host.ignore(address)}
              onSelectFlow={host.selectFlow}
            />
          </>
        ) : (
          <Empty host={host} reason={emptyReason(state, hidden)} state={state} />
        )}
      </div>
      <Notice text={state.notice} />
    </>
  );
}
