import { expect, it } from 'vitest';
import { isMeasuring } from '../../../lib/read/measuring.ts';

it.each([
  'www.google-analytics.com',
  'metrics.shop.example',
  'ads.example',
  'o123.ingest.sentry.example',
  'js-agent.newrelic.com',
  'rum.idp.example',
])('%s measures', (host) => expect(isMeasuring(host)).toBe(true));

it.each([
  'cdn.example',
  'static.idp.example',
  'challenges.cloudflare.com',
  'www.google.com',
  'loads.example',
  'stage.example',
  'downloads.example',
])('%s does not, as far as its name tells', (host) => expect(isMeasuring(host)).toBe(false));
