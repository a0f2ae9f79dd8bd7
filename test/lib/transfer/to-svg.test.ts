import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../../lib/transfer/leave.ts';
import { style } from '../../../lib/transfer/svg/style.ts';
import { recorded } from '../../build/hostile.ts';
import { stories } from '../../build/stories.ts';
import { capture } from '../../build/trace.ts';
import { hostile, nested } from '../../gallery/more-traces.ts';
import { cookieLost, healthy } from '../../gallery/traces.ts';

const options = { version: '0.1.0', createdAt: new Date(0) };

function picture(trace: string, about: string | null = null): string {
  const taken = capture(trace, 'web-request');
  const prepared = prepare({ capture: taken.capture, story: null, second: null }, 'svg', {
    ...options,
    about: about === null ? null : (taken.capture.exchanges.find((e) => e.request.url.startsWith(about))?.id ?? null),
  });
  if (prepared.kind !== 'ready') throw new Error(`${prepared.leaks} leaks`);
  return prepared.text;
}
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found);

describe('the diagram as a picture', () => {
  it('has the lanes in order, the hops in order, and each arrow ends at its party', () => {
    const text = picture(healthy);
    expect(all(text, /class="lane-name"[^>]*>([^<]+)</g)).toEqual(['Browser', 'App', 'Provider']);
    expect(all(text, /class="role">([^<]+)</g)).toEqual(['start', 'authorize', 'provider', 'provider', 'provider', 'callback', 'app']);
    const lanes = all(text, /class="lane" x1="(\d+)"/g).map(Number);
    const ends = all(text, /class="ask" d="M\d+ \d+H(\d+)"/g).map((x) => lanes.indexOf(Number(x) + 9));
    expect(ends).toEqual([1, 2, 2, 2, 2, 1, 1]);
  });

  it('has a lane for others only where there are others', () => {
    expect(all(picture(nested, 'https://login.idp.example/oauth2'), /class="lane-name"[^>]*>([^<]+)</g)).toEqual([
      'Browser',
      'App',
      'Provider',
      'Others',
    ]);
  });

  it('draws the flow that is meant', () => {
    expect(picture(nested, 'https://login.idp.example/oauth2')).toContain('shop.example/login');
    expect(picture(nested, 'https://accounts.social.example/o/')).not.toContain('shop.example/login');
  });

  it('marks what broke, once, at the hop, and says it', () => {
    const text = picture(cookieLost);
    expect(all(text, /(class="broken")/g)).toHaveLength(1);
    expect(text.slice(text.indexOf('class="broken"'))).not.toContain('class="role"');
    expect(text).toContain('The login cookie is not sent with a form from another site');
  });

  it.each(Object.keys(stories))('holds no secret: %s', (name) => {
    for (const source of ['web-request', 'har'] as const) {
      const prepared = prepare(recorded(stories[name] ?? '', source), 'svg', options);
      expect(prepared).toMatchObject({ kind: 'ready', mime: 'image/svg+xml' });
      expect(prepared.kind === 'ready' && prepared.text).not.toContain('CANARY');
    }
  });

  it('is well-formed whatever strangers put into addresses', () => {
    const text = picture(hostile);
    expect(text).not.toContain('<script');
    expect(text).not.toContain('\u202e');
    expect(text.match(/&(?!amp;|lt;|gt;|quot;)/)).toBeNull();
  });

  it('has the colors of the views', () => {
    const tokens = readFileSync(new URL('../../../components/style/tokens.css', import.meta.url), 'utf8');
    for (const [, name = '', value = ''] of style.matchAll(/(--[\w-]+): (#\w+);/g)) expect(tokens).toContain(`${name}: ${value};`);
  });
});
