// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { capture } from '../build/trace.ts';
import { fakeHost } from '../gallery/fake-host.ts';
import { cookieLost, idToken, tokens } from '../gallery/traces.ts';
import { mount } from './mount.tsx';

// Loaded on demand; the first time takes its time.
beforeAll(async () => {
  await import('../../components/exchange/meanings.ts');
  await import('../../components/exchange/jwt-table.tsx');
});

function opened(trace: string, row: number, more: object = {}) {
  const { capture: taken, idOf } = capture(trace, 'web-request');
  return { host: fakeHost({ ...more, openExchange: idOf(row) }, taken), id: idOf(row) };
}

async function shown(trace: string, row: number) {
  const { host, id } = opened(trace, row);
  const view = mount(host, 'page');
  await view.settle();
  return { ...view, host, id };
}

describe('what stands in an opened hop is explained', () => {
  it('parameters and error codes with their clause', async () => {
    const { one, all } = await shown(tokens.replace('code=', 'error=invalid_scope&authorization_details=%5B%5D&code='), 3);
    const line = (name: string) => all('.line').find((row) => row.querySelector('.line-name')?.textContent === name);
    expect(line('error')?.textContent).toContain('A permission that was asked for does not exist, or not for this app.');
    expect([...(line('error')?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href'))).toContain(
      'https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1',
    );
    expect(line('authorization_details')?.querySelector('a')?.getAttribute('href')).toBe(
      'https://www.rfc-editor.org/rfc/rfc9396#section-2',
    );
    expect(one('.detail')).not.toBeNull();
  });

  it('headers with their clause', async () => {
    const { button, click, all } = await shown(cookieLost, 4);
    await click(button(/^Headers/));
    const origin = all('.line').find((row) => row.querySelector('.line-name')?.textContent === 'Origin');
    expect(origin?.textContent).toContain('The site whose page sent the request.');
    expect(origin?.querySelector('a')?.getAttribute('href')).toBe('https://www.rfc-editor.org/rfc/rfc6454#section-7');
  });

  it('attributes of a cookie, when asked for', async () => {
    const { button, click, all, root } = await shown(cookieLost, 1);
    const tab = all('[role="tab"]').find(({ textContent }) => textContent?.startsWith('Cookies'));
    if (tab) await click(tab);
    expect(root.textContent).not.toContain('Scripts of the page can not read it.');
    await click(button('What these mean'));
    expect(root.textContent).toContain('Scripts of the page can not read it.');
    expect(root.textContent).toContain('Comes along when another site leads here by link or redirect (GET)');
  });
});

describe('a token', () => {
  it('is opened when asked for, without its signature and with what names somebody covered', async () => {
    const { button, click, one, root } = await shown(tokens, 3);
    await click(button('Open this token'));
    const said = one('.jwt-view').textContent ?? '';
    expect(said).toContain('Who issued the token.');
    expect(said).toContain('the client_id of the request');
    expect(said).toMatch(/after this request/);
    expect(said).not.toContain('CANARY');
    expect(root.querySelector('.jwt-view')?.textContent).not.toContain(idToken.split('.')[2]);
    await click(button('Show the claim email'));
    expect(one('.jwt-view').textContent).toContain('CANARY@example.com');
    await click(button('Close this token'));
    expect(root.querySelector('.jwt-view')).toBeNull();
  });

  it('that is broken says so in one sentence', async () => {
    const { button, click, one } = await shown(tokens.replaceAll(idToken, idToken.split('.').slice(0, 2).join('.')), 3);
    await click(button('Open this token'));
    expect(one('.jwt-said').textContent).toBe('This is no whole token: it has 2 parts instead of three, or five when encrypted.');
  });
});

describe('copying', () => {
  it('asks for a hop as curl, and for a finding as Markdown', async () => {
    const { button, click, host, id, one } = await shown(cookieLost, 4);
    await click(button('Copy from this hop'));
    await click(one('#menu-curl'));
    await click(button('Copy from this hop'));
    await click(one('#menu-finding-0'));
    expect(host.calls).toEqual([`copyCurl ${id}`, 'copyFinding samesite-form-post']);
  });
});
