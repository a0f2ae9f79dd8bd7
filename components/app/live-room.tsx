import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Host } from '../../lib/session/host.ts';
import { countIgnored, flowsInView } from '../../lib/session/view.ts';
import { NotGranted } from '../access/not-granted.tsx';
import { Empty } from '../empty/empty.tsx';
import { emptyReason } from '../empty/reason.ts';
import { CopyFrom } from '../exchange/copy-from.tsx';
import { ContainerNames } from '../flow/container-names.ts';
import { FlowRoom } from '../flow/flow-room.tsx';
import { Banners, Invitation } from './banners.tsx';
import { useStore } from './use-store.ts';

export interface LiveRoomProps {
  readonly host: Host;
  readonly roomy: boolean;
  /** Stands above everything else. */
  readonly children?: ComponentChildren;
}

/** What this browser does now. */
export function LiveRoom({ host, roomy, children }: LiveRoomProps) {
  const state = useStore(host.session, (s) => s);
  const { analysis, capture, tab, ignored } = state;
  const flows = useMemo(() => flowsInView({ analysis, capture, tab, ignored }), [analysis, capture, tab, ignored]);
  const hidden = useMemo(() => countIgnored({ analysis, capture, tab, ignored }), [analysis, capture, tab, ignored]);
  if (!analysis || !capture || flows.length === 0)
    return (
      <div class="stage">
        {children}
        <Invitation host={host} state={state} />
        {state.watching !== 'no-access' && <NotGranted hosts={state.notGranted} onAllow={(hosts) => void host.grantAccess(hosts)} />}
        <Empty host={host} reason={emptyReason(state, hidden)} state={state} />
      </div>
    );
  return (
    <ContainerNames.Provider value={state.containers}>
      <CopyFrom host={host} capture={capture} flows={analysis.flows}>
        <FlowRoom
          capture={capture}
          analysis={analysis}
          flows={flows}
          roomy={roomy}
          selectedFlow={state.selectedFlow}
          openExchange={state.openExchange}
          filter={state.filter}
          look={state.look}
          onLook={host.setLook}
          onSave={(judged) => void host.saveDiagram(capture, analysis.flows, judged)}
          onSelectFlow={host.selectFlow}
          onOpen={host.openExchange}
          onFilter={host.setFilter}
          onIgnore={(address) => void host.ignore(address)}
        >
          <Banners host={host} state={state} hidden={hidden}>
            {children}
          </Banners>
        </FlowRoom>
      </CopyFrom>
    </ContainerNames.Provider>
  );
}
