// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { capture } from '../build/trace.ts';
import { fakeHost } from '../gallery/fake-host.ts';
import { nested, renewals } from '../gallery/more-traces.ts';
import { appStates } from '../gallery/states.ts';
import { cookieLost, healthy, stateMangled } from '../gallery/traces.ts';
import { mount } from './mount.tsx';

const taken = (trace: string) => capture(trace, 'web-request').capture;

describe('what end-to-end tests hold on to', () => {
  it('main names the layout and the watching state', () => {
    const { one } = mount(fakeHost({}, taken(healthy)), 'page');
    expect(one('main').dataset).toMatchObject({ layout: 'page', watching: 'watching' });
  });

  it('every flow stands in the document once, the selected one as an article', () => {
    const { all, one } = mount(fakeHost({}, taken(renewals)));
    const ids = all('[data-flow]').map((element) => element.dataset['flow']);
    expect(ids).toHaveLength(13);
    expect(new Set(ids).size).toBe(13);
    const article = one('article[data-selected-flow]');
    expect(article.dataset).toMatchObject({ flow: 'f1', kind: 'login', outcome: 'completed' });
    expect(article.getAttribute('data-headline')).toBe('');
  });

  it('a failed flow carries its headline, every finding once, and rows with role and exchange', () => {
    const { all, one } = mount(fakeHost({}, taken(cookieLost)));
    expect(one('article[data-selected-flow]').dataset['headline']).toBe('samesite-form-post');
    expect(one('[data-verdict]').textContent).toContain('The provider returned the answer by a form');
    const findings = all('[data-finding]').map(({ dataset }) => `${dataset['role']} ${dataset['finding']} ${dataset['severity']}`);
    expect(findings.filter((f) => f.startsWith('cause'))).toEqual(['cause samesite-form-post error']);
    expect(new Set(findings).size).toBe(findings.length);
    expect(all('[data-row][data-role][data-exchange]').map(({ dataset }) => dataset['role'])).toEqual([
      'start',
      'authorization-request',
      'provider',
      'callback',
    ]);
  });
});

it('the provider is named where it can be told, and only there', () => {
  const facts = (trace: string) => mount(fakeHost({}, taken(trace))).one('.facts').textContent;
  const atKeycloak = healthy.replaceAll('/oauth2/authorize', '/realms/acme/protocol/openid-connect/auth');
  expect(facts(healthy)).not.toContain('Keycloak');
  expect(facts(atKeycloak)).toContain('Keycloak');
});

describe('the header', () => {
  it('pauses and resumes', async () => {
    const host = fakeHost({}, taken(healthy));
    const { one, click } = mount(host);
    expect(one('#pause').getAttribute('aria-pressed')).toBe('false');
    await click(one('#pause'));
    expect(one('#pause').getAttribute('aria-pressed')).toBe('true');
    await click(one('#pause'));
    expect(host.calls).toEqual(['setPaused true', 'setPaused false']);
  });

  it('forgets only after a second word, and the first focus is on keeping', async () => {
    const host = fakeHost({}, taken(healthy));
    const { one, button, click, all } = mount(host);
    await click(button('Forget everything recorded'));
    expect(one('[role="alertdialog"]').textContent).toContain('can not be undone');
    expect(document.activeElement?.textContent).toBe('Keep');
    await click(button('Keep'));
    expect(all('[role="alertdialog"]')).toEqual([]);
    expect(host.calls).toEqual([]);
    await click(button('Forget everything recorded'));
    await click(button('Forget'));
    expect(host.calls).toEqual(['clear']);
    expect(one('[role="status"]').textContent).toContain('forgotten');
  });

  it('Escape keeps, and gives the focus back', async () => {
    const host = fakeHost({}, taken(healthy));
    const { button, click, press, all } = mount(host);
    await click(button('Forget everything recorded'));
    await press('Escape');
    expect(all('[role="alertdialog"]')).toEqual([]);
    expect(document.activeElement).toBe(button('Forget everything recorded'));
    expect(host.calls).toEqual([]);
  });

  it('has no button that could do nothing', () => {
    const { all } = mount(fakeHost());
    expect(all('.app-actions button').map((button) => button.getAttribute('aria-label'))).toEqual(['More']);
  });

  it('copies the report', async () => {
    const host = fakeHost({}, taken(healthy));
    const { button, click } = mount(host);
    await click(button('Copy report'));
    expect(host.calls).toEqual(['copyReport']);
  });
});

describe('several flows', () => {
  it('folds silent renewals into one line below the login', async () => {
    const { button, click, one } = mount(fakeHost({}, taken(renewals)));
    const line = button('12 silent renewals, all answered');
    expect(one('.switcher-quiet').hidden).toBe(true);
    await click(line);
    expect(one('.switcher-quiet').hidden).toBe(false);
  });

  it('marks a login inside another one and opens it', async () => {
    const host = fakeHost({}, taken(nested));
    const { one, click } = mount(host);
    expect(one('article').dataset['flow']).toBe('f1');
    const inner = one('.flow-item[data-inside="f1"]');
    expect(inner.textContent).toContain('inside f1');
    await click(inner);
    expect(host.calls).toEqual(['selectFlow f2']);
    expect(one('article').dataset['flow']).toBe('f2');
  });

  it('hides what is no login, says so, and takes it back', async () => {
    const host = fakeHost({}, taken(stateMangled));
    const { button, click, one } = mount(host);
    await click(button('Not a login?'));
    expect(host.calls).toEqual(['ignore https://login.idp.example/oauth2/authorize']);
    expect(one('.empty h2').textContent).toBe('Hidden as “not a login”');
    await click(button('Show it again'));
    expect(one('article').dataset['flow']).toBe('f1');
  });
});

describe('when something of ours breaks', () => {
  it('a crashed check is named as our bug, and the rest is still told', () => {
    const state = appStates.find((one) => one.name === 'crashed');
    const { one } = mount(state?.host() ?? fakeHost());
    expect(one('.crashed').textContent).toContain('login-loop crashed. That is a bug in Roundtrip');
    expect(one('article').dataset['headline']).toBe('samesite-form-post');
  });

  it('a view that can not be drawn says so, with a text to copy', () => {
    const host = fakeHost({}, taken(healthy));
    // A capture no reader could have made.
    host.session.setState({ capture: { ...taken(healthy), exchanges: [null] as never } });
    const { one } = mount(host);
    expect(one('[role="alert"]').textContent).toContain('That is a bug in Roundtrip, not in your login');
  });
});
