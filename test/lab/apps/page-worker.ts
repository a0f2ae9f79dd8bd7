/** Service workers of apps, as their frameworks bring them: what they do with pages, and nothing more. */
import type { PageWorker } from '../model.ts';

export const pageWorkerPath = '/page-worker.js';

export const registersWorker = `<script>navigator.serviceWorker.register('${pageWorkerPath}')</script>`;

const answers: Readonly<Record<PageWorker, string>> = {
  fetches: 'fetch(event.request)',
  answers: "caches.match('/', { ignoreSearch: true }).then((kept) => kept ?? fetch(event.request))",
  'keeps-callback': "new URL(event.request.url).pathname === '/callback' ? caches.match('/') : fetch(event.request)",
};

export function pageWorker(does: PageWorker): string {
  return `addEventListener('install', (event) => event.waitUntil(caches.open('shell').then((shell) => shell.add('/')).then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.respondWith(${answers[does]});
});
`;
}
