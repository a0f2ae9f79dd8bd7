import type { Host } from '../../lib/session/host.ts';
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
      <p>
        Roundtrip does not read what the provider answers to the app’s own calls: tokens, errors, settings. Some checks need it. While this
        panel is open it can. Nothing leaves the browser.
      </p>
      <Button id="read-bodies" onClick={() => void host.changeSettings({ bodies: true })}>
        Read answers
      </Button>
    </div>
  );
}
