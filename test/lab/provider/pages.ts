/** The provider's own pages. */
import { escapeHtml, page } from '../page.ts';

export interface SignInPage {
  readonly name: string;
  readonly uid: string;
  readonly client: string;
  /** The other provider it offers, and a link by mail with it. */
  readonly other: string | null;
  readonly wrong?: boolean;
}

export function signInPage({ name, uid, client, other, wrong }: SignInPage): string {
  const more = other
    ? `<p class="row"><a id="upstream" href="/interaction/${uid}/upstream">Continue with ${other}</a> <a id="mail" href="/interaction/${uid}/mail">Send me a link</a></p>`
    : '';
  return page({
    title: 'Sign in',
    site: name,
    body: `<p>to go on to <strong>${escapeHtml(client)}</strong></p>
${wrong ? '<p role="alert">That is not the right password.</p>' : ''}
<form method="post" action="/interaction/${uid}/login">
<label>User <input id="user" name="user" autocomplete="username" required></label>
<label>Password <input id="password" name="password" type="password" autocomplete="current-password" required></label>
<div class="row"><button id="continue" class="first">Continue</button> <a id="give-up" href="/interaction/${uid}/abort">Cancel</a></div>
</form>
${more}
<p class="soft">Any user and any password will do, except the password <code>wrong</code>.</p>`,
  });
}

export function consentPage(options: {
  readonly name: string;
  readonly uid: string;
  readonly client: string;
  readonly scopes: string;
}): string {
  const { name, uid, client, scopes } = options;
  return page({
    title: 'Allow access?',
    site: name,
    body: `<p><strong>${escapeHtml(client)}</strong> would like to see: ${escapeHtml(scopes)}.</p>
<form method="post" action="/interaction/${uid}/consent">
<div class="row"><button id="allow" class="first" name="answer" value="allow">Allow</button>
<button id="deny" name="answer" value="deny">Deny</button></div>
</form>`,
  });
}

/** Stands in for the mail: the link works in any tab of the same browser. */
export function mailPage(name: string, uid: string): string {
  return page({
    title: 'Look into your mail',
    site: name,
    body: `<p>We have sent you this link: <a id="mail-link" href="/interaction/${uid}/mail-link">Sign in as alice</a></p>
<p class="soft">Open it in a new tab, as mail programs do.</p>`,
  });
}

export function errorPage(name: string, title: string, details: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(details)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `<p><strong>${escapeHtml(key)}</strong>: ${escapeHtml(String(value))}</p>`);
  return page({ title, site: name, body: `<div id="provider-error">${lines.join('\n')}</div>` });
}
