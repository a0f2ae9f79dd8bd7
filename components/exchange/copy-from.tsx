import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Capture } from '../../lib/model/capture.ts';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { Host } from '../../lib/session/host.ts';
import { HopActions } from './hop-actions.ts';

export interface CopyFromProps {
  readonly host: Host;
  readonly capture: Capture;
  readonly flows: readonly JudgedFlow[];
  readonly children: ComponentChildren;
}

/** What is copied from a hop below is of this recording. */
export function CopyFrom({ host, capture, flows, children }: CopyFromProps) {
  const actions = useMemo(
    (): HopActions => ({
      copyCurl: (judged, hop) => void host.copyCurl(capture, flows, judged, hop),
      copyFinding: (judged, finding) => void host.copyFinding(capture, flows, judged, finding),
    }),
    [host, capture, flows],
  );
  return <HopActions.Provider value={actions}>{children}</HopActions.Provider>;
}
