// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { capture } from '../build/trace.ts';
import { fakeHost } from '../gallery/fake-host.ts';
import { mount } from './mount.tsx';

const login = (n: number) => `
  GET https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-${n} [+60s]
  → 302 https://app.example/cb?code=CANARY-c-${n}&state=CANARY-${n}
  GET https://app.example/cb?code=CANARY-c-${n}&state=CANARY-${n}
  → 200`;
const logins = (count: number) => capture(Array.from({ length: count }, (_, n) => login(n)).join(''), 'web-request').capture;

it('of very many logins, the document holds those near the window, and every one can be reached', async () => {
  const { all, button, click } = mount(fakeHost({}, logins(300)));
  expect(all('[data-flow]').length).toBeLessThan(6);
  await click(button('297 more'));
  expect(all('[data-flow]').length).toBeGreaterThan(20);
  expect(all('[data-flow]').length).toBeLessThan(130);
  expect(all('.switcher [aria-setsize="300"]').length).toBeGreaterThan(20);
});

it('of some, all are in the document', () => {
  const { all } = mount(fakeHost({}, logins(40)));
  expect(all('[data-flow]')).toHaveLength(40);
});
