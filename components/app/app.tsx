import { useCallback, useMemo } from 'preact/hooks';
import type { Host } from '../../lib/session/host.ts';
import { flowsInView } from '../../lib/session/view.ts';
import { AboutCheck } from '../finding/about-check.ts';
import '../style/index.css';
import { SingleKeys } from '../timeline/single-keys.ts';
import { AppHeader } from './app-header.tsx';
import { BodiesOffer } from './bodies-offer.tsx';
import { ErrorBorder } from './error-border.tsx';
import { LiveRoom } from './live-room.tsx';
import { Notice } from './notice.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useStore } from './use-store.ts';

/** `side`: as narrow as the reader wants it, as high as the window. */
export type Layout = 'popup' | 'side' | 'page' | 'devtools';

export interface AppProps {
  readonly host: Host;
  readonly layout: Layout;
}

export function App({ host, layout }: AppProps) {
  const watching = useStore(host.session, (s) => s.watching);
  const language = useStore(host.session, (s) => s.language);
  useKeptFocus(language);
  return (
    <main class="app" data-layout={layout} data-watching={watching}>
      <ErrorBorder key={language}>
        <Frame host={host} layout={layout} />
      </ErrorBorder>
    </main>
  );
}

function Frame({ host, layout }: AppProps) {
  const state = useStore(host.session, (s) => s);
  const { analysis, capture, tab, ignored } = state;
  const flows = useMemo(() => flowsInView({ analysis, capture, tab, ignored }), [analysis, capture, tab, ignored]);
  const about = useCallback((check: string) => void host.openPage('reference', check), [host]);
  return (
    <>
      <AppHeader host={host} state={state} hasFlows={flows.length > 0} hasRecording={(capture?.exchanges.length ?? 0) > 0} />
      <AboutCheck.Provider value={about}>
        <SingleKeys.Provider value={state.settings.singleKeys}>
          <LiveRoom host={host} roomy={layout === 'page' || layout === 'devtools'}>
            {layout === 'devtools' && <BodiesOffer host={host} bodies={state.settings.bodies} />}
          </LiveRoom>
        </SingleKeys.Provider>
      </AboutCheck.Provider>
      <Notice text={state.notice} />
    </>
  );
}
