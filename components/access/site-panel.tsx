import { useEffect, useRef } from 'preact/hooks';
import { access as words } from '../../lib/words/en/access.ts';
import { IconButton } from '../kit/button.tsx';
import { SiteList, type SiteListProps } from './site-list.tsx';

/** The list in the popup, below its bar. */
export function SitePanel({ host, access, here, onClose }: SiteListProps & { readonly onClose: () => void }) {
  const say = words();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <section
      class="site-panel"
      aria-label={say.title}
      tabIndex={-1}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Chrome closes a popup on Escape unless somebody took the key.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="site-panel-head">
        <h2>{say.title}</h2>
        <IconButton icon="cross" small label={say.close} id="close-sites" onClick={onClose} />
      </div>
      <SiteList host={host} access={access} here={here} />
    </section>
  );
}
