import { describe, expect, it } from 'vitest';
import { agentOf, productCalled } from '../../../lib/read/agent.ts';
import { entry, header, readHar } from '../../build/har-file.ts';

const asked = (...agents: readonly string[]) =>
  agentOf(readHar(agents.map((agent) => entry({ request: { headers: [header('User-Agent', agent)] } }))).exchanges);
const mozilla = (system: string, rest: string) => `Mozilla/5.0 (${system}) ${rest}`;
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';
const windows = 'Windows NT 10.0; Win64; x64';

describe('the browser and its system, by the User-Agent', () => {
  it.each([
    [mozilla(windows, chrome), 'Chrome 120.0.0.0', windows],
    [mozilla(windows, `${chrome} Edg/120.0.2210.61`), 'Edge 120.0.2210.61', windows],
    [mozilla(windows, `${chrome} OPR/106.0.0.0`), 'Opera 106.0.0.0', windows],
    [mozilla('X11; Linux x86_64; rv:128.0', 'Gecko/20100101 Firefox/128.0'), 'Firefox 128.0', 'X11; Linux x86_64'],
    [
      mozilla('Macintosh; Intel Mac OS X 10_15_7', 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Safari/605.1.15'),
      'Safari 17.1',
      'Macintosh; Intel Mac OS X 10_15_7',
    ],
    [
      mozilla('Linux; Android 13; CANARY-Phone 7', 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36'),
      'Chrome 120.0.0.0',
      'Linux; Android 13',
    ],
    [
      mozilla(
        'iPhone; CPU iPhone OS 17_1 like Mac OS X',
        'AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0.6099.50 Mobile/15E148 Safari/604.1',
      ),
      'Chrome 120.0.6099.50',
      'iPhone; CPU iPhone OS 17_1 like Mac OS X',
    ],
  ])('%s', (agent, browser, platform) => {
    const { product, platform: system } = asked(agent);
    expect(`${product?.name} ${product?.version}`).toBe(browser);
    expect(system).toBe(platform);
  });

  it.each([
    'curl/8.0',
    'CANARY',
    mozilla('CANARY', 'CANARY/1.0'),
    mozilla(windows, 'AppleWebKit/537.36 (KHTML, like Gecko) SomeApp/4.1 Chrome/108.0.0.0 Electron/22.0 Safari/537.36'),
    mozilla('synthetic', ''),
    `Mozilla/5.0 (${'('.repeat(90_000)}`,
  ])('a program that is no browser of the list is none: %s', (agent) => expect(asked(agent)).toEqual({ product: null, platform: null }));

  it('says nothing where several browsers stand side by side', () => {
    expect(asked(mozilla(windows, chrome), mozilla(windows, chrome.replace('120', '119')))).toEqual({ product: null, platform: windows });
    expect(asked(mozilla(windows, chrome), 'curl/8.0').product?.name).toBe('Chrome');
  });

  it('believes the client hints of a browser that hides among others', () => {
    const headers = [
      header('User-Agent', mozilla(windows, chrome)),
      header('sec-ch-ua', '"Brave";v="120", "Not?A_Brand";v="8", "Chromium";v="120"'),
    ];
    expect(agentOf(readHar([entry({ request: { headers } })]).exchanges).product).toEqual({ name: 'Brave', version: '120.0.0.0' });
  });

  it('knows names, and nothing else', () => {
    expect(productCalled('firefox 153.0')).toEqual({ name: 'Firefox', version: '153.0' });
    expect(productCalled('Google Chrome')).toEqual({ name: 'Chrome', version: null });
    for (const text of ['', 'constructor 1', '__proto__', 'Charles Proxy 4.6', 'firefox CANARY']) expect(productCalled(text)).toBeNull();
  });
});

describe('the machine of a HAR file', () => {
  const at = (startedDateTime: unknown, log = {}) => readHar([entry({ entry: { startedDateTime } })], log);

  it.each([
    ['2026-03-01T10:00:00.000-07:00', -420],
    ['2026-03-01T10:00:00+0530', 330],
    ['2026-03-01T10:00:00.000Z', null],
    ['2026-03-01T10:00:00.000+00:00', null],
    ['2026-03-01T10:00:00.000+23:00', null],
    [undefined, null],
    [7, null],
  ])('%s is %s minutes east of UTC', (time, minutes) => expect(at(time).machine.zoneOffsetMinutes).toBe(minutes));

  it('is asked for its browser first, then for its creator, then for its requests', () => {
    const named = (log: object) => at('', log as Record<string, unknown>).source.product;
    expect(named({ browser: { name: 'Firefox', version: '128.0' }, creator: { name: 'Firebug', version: '1' } })).toEqual({
      name: 'Firefox',
      version: '128.0',
    });
    expect(named({ creator: { name: 'Firefox', version: '153.0' } })).toEqual({ name: 'Firefox', version: '153.0' });
    expect(named({ browser: { name: 'CANARY', version: '1' }, creator: { name: 'Firefox', version: '1' } })).toBeNull();
    for (const odd of [null, [], 7, { name: {} }, { version: '1' }]) expect(named({ browser: odd })).toBeNull();
  });
});
