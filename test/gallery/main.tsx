import { render } from 'preact';
import { App, type Layout } from '../../components/app/app.tsx';
import { Page } from '../../components/page/page.tsx';
import type { Host } from '../../lib/session/host.ts';
import { languageFor, speakLanguage } from '../../lib/words/load.ts';
import { spokenLanguage } from '../../lib/words/speaking.ts';
import { longState } from './long.ts';
import { states } from './states.ts';

declare global {
  interface Window {
    /** For the script that takes the pictures. */
    gallery: {
      readonly names: readonly string[];
      readonly host: Host | null;
      /** Shows what the recording has become a little later. */
      readonly grow: () => void;
    };
  }
}

const query = new URLSearchParams(location.search);
const layout: Layout = query.get('layout') === 'page' ? 'page' : 'popup';
const named = query.get('state') ?? '';
const state = states.find((one) => one.name === named) ?? longState(named);
const desk = state && 'desk' in state ? state.desk() : null;
const host = state && 'host' in state ? state.host() : null;
const grow = () => {
  if (host && state && 'host' in state && state.later) host.show(state.later());
};
window.gallery = { names: states.map((one) => one.name), host: host ?? desk, grow };

/** What lib/platform/theme.ts does in the extension. */
const dress = ({ session }: Host) => {
  const { theme } = session.getState().settings;
  if (theme !== 'system') document.documentElement.dataset['theme'] = theme;
};
/** The one that is asked for in the address, or that the state itself is in. */
const language = query.get('language') ?? (state && 'languages' in state ? state.languages[0] : undefined) ?? 'en';
await speakLanguage(languageFor([language]));
document.documentElement.lang = spokenLanguage();
const root = document.getElementById('app');
if (root && host) {
  document.body.dataset['layout'] = layout;
  dress(host);
  render(<App host={host} layout={layout} />, root);
} else if (root && desk && state && 'desk' in state) {
  document.body.dataset['layout'] = 'page';
  const address = { read: () => state.address ?? state.room, write: () => undefined, onChange: () => () => undefined };
  dress(desk);
  render(<Page host={desk} address={address} />, root);
} else if (root && state && 'render' in state) {
  document.body.dataset['layout'] = layout;
  render(
    <main class="app" data-layout={layout}>
      <h1 class="sr-only">{state.name}</h1>
      <div class="stage">{state.render()}</div>
    </main>,
    root,
  );
} else if (root)
  render(
    <ul>
      {states.map(({ name }) => (
        <li key={name}>
          <a href={`?state=${name}`}>{name}</a> · <a href={`?state=${name}&layout=page`}>page</a>
        </li>
      ))}
    </ul>,
    root,
  );
