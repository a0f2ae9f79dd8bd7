/** A device without a keyboard that shows its page in a browser: it asks for a code to show, and then whether it was entered (RFC 8628). */
import { type Handler, send, sendHtml, targetOf } from '../http.ts';
import type { Site } from '../model.ts';
import { page, words } from '../page.ts';
import { deviceClient } from './device-client.ts';

export function deviceApp(site: Site): Handler {
  const setup = JSON.stringify({ clientId: site.clientId, issuer: site.issuer });
  const html = page({
    title: site.scenario.title,
    site: new URL(site.origin).host,
    outcome: 'working',
    head: `<script type="application/json" id="setup">${setup}</script><script src="/device.js" defer></script>`,
    body: `<p>${words(site.scenario.story)}</p><p id="status" role="status">One moment …</p>`,
  });
  return (req, res) =>
    targetOf(req).pathname === '/device.js' ? send(res, 200, 'text/javascript', `(${deviceClient})();`) : sendHtml(res, 200, html);
}
