import { describe, expect, it } from 'vitest';
import { type Access, noAccess } from '../../../lib/model/access.ts';
import type { BeginEvent, CaptureEvent, RedirectEvent } from '../../../lib/model/event.ts';
import { Gate } from '../../../lib/record/gate.ts';
import { begun } from '../../build/events.ts';

const shop: Access = { sites: ['*://*.shop.example/*'], cookies: true };
const everywhere: Access = { sites: ['*://*/*'], cookies: true };
const authorize = 'https://login.idp.example/authorize?client_id=shop&state=CANARY-state';

const begin = (url: string, more: Partial<BeginEvent> = {}) => begun({ at: 1, url, tab: 3, ...more });
const redirect = (url: string, to: string): RedirectEvent => ({
  kind: 'redirect',
  request: '1',
  at: 2,
  url,
  to,
  status: 302,
  statusLine: '',
  headers: [],
  fromCache: false,
});
const commit = (url: string): CaptureEvent => ({ kind: 'commit', at: 3, tab: 3, frame: 0, url, transition: 'link', qualifiers: [] });

function gate(logins: readonly string[] = []) {
  const through: CaptureEvent[] = [];
  const made = new Gate({ take: (event) => void through.push(event), isLogin: (request) => logins.includes(request) });
  const unseen = () => through.flatMap((event) => (event.kind === 'gap' ? [event.host] : []));
  return { gate: made, through, unseen };
}

describe('the gate', () => {
  it('lets nothing in that is about an address without access, whatever kind of event it is', () => {
    const { gate: one, through } = gate(['1']);
    one.know(shop);
    const stranger = 'https://bank.example/?code=CANARY';
    const strangers: CaptureEvent[] = [
      begin(stranger),
      redirect(stranger, 'https://shop.example/'),
      commit(stranger),
      { kind: 'stranded', at: 1, tab: 3, frame: 0, url: stranger },
      { kind: 'page', at: 1, tab: 3, frame: 0, url: stranger, text: 'CANARY' },
      { kind: 'held', request: '1', at: 1, url: stranger, cookies: [] },
      { kind: 'kept', request: '1', at: 1, url: stranger, cookies: [] },
      { kind: 'send', request: '1', at: 1, url: stranger, headers: [] },
      { kind: 'complete', request: '1', at: 1, url: stranger, status: 200, statusLine: '', fromCache: false },
    ];
    for (const event of strangers) one.take(event);
    expect(through).toEqual([]);
    one.take(commit('https://www.shop.example/'));
    expect(through).toHaveLength(1);
  });

  it('holds events until the access is known, then loses none of a site with access and keeps none of another', () => {
    const { gate: one, through } = gate();
    const events = [commit('https://shop.example/1'), commit('https://bank.example/'), commit('https://shop.example/2')];
    for (const event of events) one.take(event);
    expect(through).toEqual([]);
    one.know(shop);
    expect(through).toEqual([events[0], events[2]]);
  });

  it('holds them again while the access is in doubt', () => {
    const { gate: one, through } = gate();
    one.know(everywhere);
    one.doubt();
    one.take(commit('https://bank.example/'));
    one.take(commit('https://shop.example/'));
    expect(through).toEqual([]);
    one.know(shop);
    expect(through.map((event) => 'url' in event && event.url)).toEqual(['https://shop.example/']);
  });

  it('without any access not even a tab gets in, only what browser it is', () => {
    const { gate: one, through } = gate();
    one.know(noAccess);
    one.take({ kind: 'spawn', at: 1, tab: 3, opener: 2 });
    one.take({ kind: 'close', at: 1, tab: 3 });
    one.take({
      kind: 'settings',
      at: 1,
      browser: 'chrome',
      version: '1',
      thirdPartyCookies: null,
      machine: { platform: null, zoneOffsetMinutes: null },
    });
    expect(through.map((event) => event.kind)).toEqual(['settings']);
  });

  it('cuts the address of a page without access down to its origin where it caused a request', () => {
    const { gate: one, through } = gate();
    one.know(shop);
    one.take(begin('https://shop.example/', { initiator: 'https://bank.example:8443/inbox?CANARY#x' }));
    one.take(begin('https://shop.example/', { initiator: 'https://www.shop.example/from?a' }));
    expect(through.map((event) => event.kind === 'begin' && event.initiator)).toEqual([
      'https://bank.example:8443',
      'https://www.shop.example/from?a',
    ]);
  });

  describe('names what is out of sight', () => {
    it('where a redirect leads into a login, once', () => {
      const { gate: one, unseen } = gate();
      one.know(shop);
      one.take(redirect('https://shop.example/login', authorize));
      one.take(redirect('https://shop.example/login', authorize));
      expect(unseen()).toEqual(['login.idp.example']);
      one.clear();
      one.take(redirect('https://shop.example/login', authorize));
      expect(unseen()).toEqual(['login.idp.example', 'login.idp.example']);
    });

    it('where any redirect of a login leads, and no other redirect', () => {
      const [within, without] = [gate(['1']), gate()];
      for (const { gate: one } of [within, without]) {
        one.know(shop);
        one.take(redirect('https://shop.example/go', 'https://waiting-room.example/'));
      }
      expect(within.unseen()).toEqual(['waiting-room.example']);
      expect(without.unseen()).toEqual([]);
    });

    it('where the answer will go, in the address or in a form', () => {
      const { gate: one, unseen } = gate();
      one.know({ sites: ['*://*.idp.example/*'], cookies: false });
      one.take(begin(`${authorize}&redirect_uri=https%3A%2F%2Fshop.example%2Fcb`));
      const fields = [
        { name: 'client_id', value: 'x' },
        { name: 'redirect_uri', value: 'https://other.example/cb' },
      ];
      one.take(begin('https://login.idp.example/authorize', { method: 'POST', body: { kind: 'form', fields, bytes: null } }));
      expect(unseen()).toEqual(['', 'shop.example', 'other.example']);
    });

    it('where an answer came from', () => {
      const { gate: one, unseen } = gate();
      one.know(shop);
      one.take(begin('https://shop.example/cb?code=CANARY', { initiator: 'https://login.idp.example' }));
      expect(unseen()).toEqual(['', 'login.idp.example']);
    });

    it('nothing where everything may be looked at, and nothing that is covered', () => {
      const { gate: all, unseen } = gate();
      all.know(everywhere);
      all.take(redirect('https://shop.example/login', authorize));
      all.take(begin('https://shop.example/cb?code=CANARY', { initiator: 'https://login.idp.example' }));
      expect(unseen()).toEqual([]);
    });

    it('no page without a login', () => {
      const { gate: one, unseen } = gate();
      one.know(shop);
      one.take(begin('https://shop.example/', { initiator: 'https://news.example' }));
      expect(unseen()).toEqual([]);
    });
  });
});
