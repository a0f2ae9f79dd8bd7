/** Sites that have no business in a login: one that counts visitors, and one that means harm. */
import { type Handler, redirect, send, sendHtml, targetOf } from './http.ts';
import type { World } from './model.ts';
import { page } from './page.ts';

/** One transparent pixel. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

export const ads: Handler = (req, res) =>
  targetOf(req).pathname.endsWith('.js')
    ? send(res, 200, 'text/javascript', "document.documentElement.dataset.counted = 'yes';")
    : send(res, 200, 'image/gif', pixel);

/**
 * `/plant?app=ID`: a page whose link opens the callback of an app with an answer for the stranger's own account.
 * With `state=...` the answer carries one. Everything else is a page that only looks at what it was given.
 */
export function evil(world: World): Handler {
  return async (req, res) => {
    const target = targetOf(req);
    const site = world.sites.get(target.searchParams.get('app') ?? '');
    if (target.pathname === '/plant' && site)
      return sendHtml(
        res,
        200,
        page({
          title: 'Look at these kittens',
          site: 'evil.example',
          body: `<p class="row"><a id="bait" class="button first" href="/go?${target.searchParams}">Show me</a></p>`,
        }),
      );
    if (target.pathname === '/go' && site) {
      const answer = new URL(site.callbackUrl);
      answer.searchParams.set('code', await world.strangersCode(site));
      answer.searchParams.set('iss', site.issuer);
      const state = target.searchParams.get('state');
      if (state !== null) answer.searchParams.set('state', state);
      return redirect(res, answer.href);
    }
    sendHtml(res, 200, page({ title: 'Another site', site: 'evil.example', outcome: 'error', body: '<p>You should not be here.</p>' }));
  };
}
