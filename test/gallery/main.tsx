import { render } from 'preact';
import { App, type Layout } from '../../components/app/app.tsx';
import { states } from './states.ts';

declare global {
  interface Window {
    /** For the script that takes the pictures. */
    gallery: {
      readonly names: readonly string[];
      readonly host: ReturnType<(typeof states)[number]['host']> | null;
      /** Shows what the recording has become a little later. */
      readonly grow: () => void;
    };
  }
}

const query = new URLSearchParams(location.search);
const layout: Layout = query.get('layout') === 'page' ? 'page' : 'popup';
const state = states.find((one) => one.name === query.get('state'));
const host = state?.host() ?? null;
const grow = () => {
  if (host && state?.later) host.show(state.later());
};
window.gallery = { names: states.map((one) => one.name), host, grow };

const root = document.getElementById('app');
if (root && host) {
  document.body.dataset['layout'] = layout;
  render(<App host={host} layout={layout} />, root);
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
