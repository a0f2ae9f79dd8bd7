import type { Host } from '../../lib/session/host.ts';
import { app as words } from '../../lib/words/en/app.ts';
import { Button } from '../kit/button.tsx';

export interface BodiesOfferProps {
  readonly host: Host;
  readonly bodies: boolean;
}

/** Where the browser could show what endpoints answer, and nobody has asked for it. */
export function BodiesOffer({ host, bodies }: BodiesOfferProps) {
  if (bodies) return null;
  return (
    <div class="banner" data-quiet="true">
      <p>{words().bodies}</p>
      <Button id="read-bodies" onClick={() => void host.changeSettings({ bodies: true })}>
        {words().readBodies}
      </Button>
    </div>
  );
}
