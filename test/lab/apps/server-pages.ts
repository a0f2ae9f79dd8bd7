/** The pages of the server-side app. */
import type { ServerApp, Site, World } from '../model.ts';
import { escapeHtml, page, words } from '../page.ts';
import { registersWorker } from './page-worker.ts';
import { fill } from './server-login.ts';

const siteName = (site: Site) => `${new URL(site.origin).host}`;

/** Cookies the start page leaves behind, as shops and trackers do. */
function ballastScript({ ballast }: ServerApp): string {
  if (!ballast) return '';
  const { count, bytes } = ballast;
  return `<script>for (let i = 1; i <= ${count}; i++) document.cookie = 'basket_' + i + '=${fill(bytes - 10)}; Path=/; Secure; SameSite=Lax';</script>`;
}

export function homePage(app: ServerApp, site: Site, user: string | null): string {
  const body =
    user === null
      ? `<p>${words(site.scenario.story)}</p>${app.homePart ?? ''}
<p class="row"><a id="sign-in" class="button first" href="/login">Sign in</a></p>`
      : `<p>Signed in as <strong id="user">${escapeHtml(user)}</strong>.</p><p class="row"><a id="sign-out" class="button" href="/logout">Sign out</a></p>`;
  return page({
    title: site.scenario.title,
    site: siteName(site),
    outcome: user === null ? 'signed-out' : 'signed-in',
    head: (user === null ? ballastScript(app) : '') + (app.worker ? registersWorker : ''),
    body,
  });
}

export function accountPage(site: Site, user: string): string {
  return page({
    title: 'Your account',
    site: siteName(site),
    outcome: 'signed-in',
    body: `<p>Signed in as <strong id="user">${escapeHtml(user)}</strong>.</p>`,
  });
}

export function strangerPage(site: Site): string {
  return page({
    title: 'Please sign in',
    site: siteName(site),
    outcome: 'error',
    body: '<p>This page is for signed-in users, and you are not signed in.</p><p class="row"><a id="sign-in" class="button first" href="/login">Sign in</a></p>',
  });
}

/** Goes to the login by script: browsers count redirects, they do not count this. */
export function bouncePage(site: Site): string {
  return page({
    title: 'One moment',
    site: siteName(site),
    outcome: 'working',
    body: '<p>You are taken to the sign-in page.</p>',
    head: `<script>location.replace('/login')</script>`,
  });
}

export function stoppedPage(site: Site, rounds: number): string {
  return page({
    title: 'We could not sign you in',
    site: siteName(site),
    outcome: 'stopped',
    body: `<p>You came back from the sign-in page ${rounds} times, and each time we did not know you.</p>`,
  });
}

export function failedPage(site: Site, title: string, reason: string): string {
  return page({
    title,
    site: siteName(site),
    outcome: 'error',
    body: `<p id="reason">${escapeHtml(reason)}</p><p class="row"><a id="home" class="button" href="/">Back to the start page</a></p>`,
  });
}

export function deniedPage(site: Site): string {
  return page({
    title: 'You did not sign in',
    site: siteName(site),
    outcome: 'denied',
    body: '<p>You cancelled the sign-in. <a href="/login">Try again</a> whenever you like.</p>',
  });
}

/** The finished callback as a page of its own: the code stays in the address bar. */
export function callbackPage(app: ServerApp, site: Site, world: World, user: string): string {
  return page({
    title: 'Welcome',
    site: siteName(site),
    outcome: 'signed-in',
    body: `<p>Signed in as <strong id="user">${escapeHtml(user)}</strong>.</p>${app.callbackPart?.(site, world) ?? ''}`,
  });
}

/** Same-site page between provider and app, so that Strict cookies come along again. */
export function interstitialPage(site: Site): string {
  return page({
    title: 'Almost there',
    site: siteName(site),
    outcome: 'working',
    body: '<p>You are taken to your account.</p>',
    head: `<script>addEventListener('load', () => location.replace('/account'))</script>`,
  });
}

/** Takes the answer from behind the `#` and hands it to the server. */
export function fragmentPage(app: ServerApp, site: Site): string {
  return page({
    title: 'One moment',
    site: siteName(site),
    outcome: 'working',
    body: '<p>Your sign-in is being finished.</p>',
    head: `<script>
addEventListener('load', async () => {
  const answer = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  const response = await fetch('/callback/answer', { method: 'POST', body: new URLSearchParams(answer) });
  const token = new URLSearchParams(answer).get('access_token');
  if (${JSON.stringify(app.api ?? '')} === 'query') await fetch('/api/basket?access_token=' + token);
  if (${JSON.stringify(app.api ?? '')} === 'header') await fetch('/api/basket', { headers: { Authorization: 'Bearer ' + token } });
  if (response.ok) return location.replace('/account');
  document.querySelector('main').dataset.outcome = 'error';
  document.querySelector('main').innerHTML = '<h1>That did not work</h1><p id="reason">' + await response.text() + '</p>';
});
</script>`,
  });
}

/** Sends the authorization request as a form (OpenID Connect Core section 3.1.2.1 allows POST). */
export function requestFormPage(site: Site, address: string): string {
  const url = new URL(address);
  const fields = [...url.searchParams].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return page({
    title: 'One moment',
    site: siteName(site),
    outcome: 'working',
    body: `<form id="request" method="post" action="${escapeHtml(url.origin + url.pathname)}">${fields.join('')}<button>Continue</button></form>`,
    head: `<script>addEventListener('load', () => document.getElementById('request').submit())</script>`,
  });
}
