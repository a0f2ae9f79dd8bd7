/**
 * What support asks for, as a link: an ordinary address of the site with the wishes behind the `#`, which no server gets
 * to see. Opening it does nothing; the popup shows what it asks for.
 */
import type { Preset } from '../model/guide.ts';
import { printable } from '../read/printable.ts';
import { addressOf } from '../read/url.ts';

const marker = 'roundtrip-record';
const longestGoal = 300;
const longestSite = 500;

/** Null when the text is no such link. */
export function readPreset(text: string): Preset | null {
  const trimmed = text.trim();
  const hash = trimmed.indexOf('#');
  const parameters = new URLSearchParams(hash < 0 ? '' : trimmed.slice(hash + 1));
  if (!parameters.has(marker)) return null;
  const language = parameters.get('language') ?? '';
  return {
    site: siteOf(parameters.get('site') ?? trimmed.slice(0, hash)),
    goal:
      printable(parameters.get('goal') ?? '')
        .slice(0, longestGoal)
        .trim() || null,
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
  };
}

/** An address that may be opened for the user: http or https, without a name and password in it; null for others. */
export function siteOf(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longestSite) return null;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[\w.-]+:\d/.test(trimmed) ? trimmed : `https://${trimmed}`;
  const address = addressOf(whole);
  if (!address || (address.scheme !== 'https' && address.scheme !== 'http') || /^[a-z]+:\/\/[^/?#]*@/i.test(whole)) return null;
  try {
    return new URL(whole).href;
  } catch {
    return null;
  }
}

/** Null when the site can not be opened by a link. */
export function presetLink({ site, goal, language }: Preset): string | null {
  const address = site === null ? null : siteOf(site);
  if (address === null) return null;
  const parameters = new URLSearchParams([
    [marker, '1'],
    ...(goal ? [['goal', goal.slice(0, longestGoal)] as [string, string]] : []),
    ...(language ? [['language', language] as [string, string]] : []),
  ]);
  const [page = address, own] = address.split('#', 2);
  // A router's own fragment would be lost: then the site stands among the wishes.
  if (own !== undefined && own !== '') parameters.set('site', address);
  return `${page}#${parameters}`;
}
