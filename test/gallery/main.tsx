import { render } from 'preact';
import { App, type Layout } from '../../components/app/app.tsx';
import { Page } from '../../components/page/page.tsx';
import type { FakeHost } from './fake-host.ts';
import { states } from './states.ts';

declare global {
  interface Window {
    /** For the script that takes the pictures. */
    gallery: {
      readonly names: readonly string[];
      readonly host: FakeHost | null;
      /** Shows what the recording has become a little later. */
      readonly grow: () => void;
    };
  }
}

const query = new URLSearchParams(location.search);
const layout: Layout = query.get('layout') === 'page' ? 'page' : 'popup';
const state = states.find((one) => one.name === query.get('state'));
const host = state && 'host' in state ? state.host() : null;
const grow = () => {
  if (host && state && 'host' in state && state.later) host.show(state.later());
};
window.gallery = { names: states.map((one) => one.name), host, grow };

const root = document.getElementById('app');
if (root && host) {
  document.body.dataset['layout'] = layout;
  render(<App host={host} layout={layout} />, root);
} else if (root && state && 'desk' in state) {
  document.body.dataset['layout'] = 'page';
  const address = { read: () => state.address ?? state.room, write: () => undefined, onChange: () => () => undefined };
  render(<Page host={state.desk()} address={address} readerLanguages={state.languages} />, root);
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
