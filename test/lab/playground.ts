/** The index page: every scenario with its story, a link that starts it, and what Roundtrip should say. */
import { type Handler, sendHtml, targetOf } from './http.ts';
import type { Family, Lab, Scenario } from './model.ts';
import { escapeHtml, page, words } from './page.ts';

const families: Readonly<Record<Family, string>> = {
  healthy: 'Healthy logins: nothing to report',
  state: '`state`: the ticket number of a login',
  'redirect-uri': '`redirect_uri`: the way back',
  size: 'Sizes: addresses and cookies that are too large',
  'token-placement': 'Codes, tokens and secrets in the wrong place',
  cookies: 'Cookies: third-party blocking and its cousins',
  request: 'The request to the provider',
  response: 'The provider’s answer',
  callback: 'The app’s callback',
  'token-endpoint': 'The token endpoint, called by the page',
  transport: 'Network and browser rules',
  loop: 'Going round in circles',
  logout: 'Signing out',
};

function verdictOf({ headline, profile }: Scenario): string {
  const tag = (check: string | null) => (check === null ? 'nothing above a remark' : `<code>${escapeHtml(check)}</code>`);
  const text =
    headline === null || typeof headline === 'string'
      ? tag(headline)
      : `Chromium: ${tag(headline.chromium)}<br>Firefox: ${tag(headline.firefox)}`;
  return profile ? `${text} <span class="tag">${profile} profile</span>` : text;
}

/** The browser's setting, where the scenario depends on it. */
function cookiesOf({ thirdPartyCookies, headline }: Scenario): string {
  if (thirdPartyCookies === 'allow') return '<br><span class="tag">needs third-party cookies allowed</span>';
  return headline === 'third-party-cookie-blocked' ? '<br><span class="tag">needs third-party cookies blocked</span>' : '';
}

function row(scenario: Scenario, lab: Lab): string {
  const reason = lab.unavailable(scenario);
  const name = words(scenario.title);
  const start =
    reason === null
      ? `<a href="${escapeHtml(scenario.start(lab))}">${name}</a>`
      : `${name}<br><span class="soft">${escapeHtml(reason)}</span>`;
  const steps = scenario.steps ? `<br><span class="soft">${scenario.steps.map(words).join(' → ')}</span>` : '';
  const needs = cookiesOf(scenario);
  return `<tr id="${scenario.id}"><td>${start}${needs}</td><td>${words(scenario.story)}${steps}</td><td>${verdictOf(scenario)}</td></tr>`;
}

export function playgroundPage(scenarios: readonly Scenario[], lab: Lab): Handler {
  const present = (Object.keys(families) as Family[]).filter((family) => scenarios.some((scenario) => scenario.family === family));
  const section = (family: Family) => {
    const own = scenarios.filter((scenario) => scenario.family === family);
    return `<h2 id="${family}">${words(families[family])}</h2>
<table><thead><tr><th scope="col">Start</th><th scope="col">What happens</th><th scope="col">Roundtrip should say</th></tr></thead>
<tbody>${own.map((scenario) => row(scenario, lab)).join('\n')}</tbody></table>`;
  };
  const html = () =>
    page({
      title: 'Roundtrip’s lab',
      site: 'A playground of logins that work and logins that break',
      wide: true,
      body: `<p>Every line is a real app that logs in at a real provider on this computer. Start one, sign in with any user and any password,
and look at what Roundtrip says. In the broken ones exactly one thing is wrong.</p>
<nav aria-label="Families">${present.map((family) => `<a href="#${family}">${words(families[family])}</a>`).join(' ')}</nav>
${present.map(section).join('\n')}`,
    });
  return (req, res) => {
    if (targetOf(req).pathname !== '/')
      return sendHtml(res, 404, page({ title: 'There is nothing here', site: 'Roundtrip’s lab', body: '' }));
    sendHtml(res, 200, html());
  };
}
