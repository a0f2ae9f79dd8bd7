import type { Host } from '../../lib/session/host.ts';
import { flowsInView } from '../../lib/session/view.ts';
import { useStore } from './use-store.ts';

export type Layout = 'popup' | 'page';

export function App({ host, layout }: { readonly host: Host; readonly layout: Layout }) {
  const state = useStore(host.session, (s) => s);
  return (
    <main data-layout={layout} data-watching={state.watching}>
      {state.watching === 'no-access' && (
        <button type="button" id="grant" onClick={() => void host.grantAccess()}>
          Grant
        </button>
      )}
      {flowsInView(state).map((j) => (
        <article key={j.flow.id} data-flow={j.flow.id} data-headline={j.headline ?? ''} data-outcome={j.outcome}>
          {j.flow.kind} {j.outcome} {j.headline}
        </article>
      ))}
    </main>
  );
}
