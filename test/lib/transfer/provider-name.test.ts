/** The provider's name in every format, and null where nothing tells it. */
import { describe, expect, it } from 'vitest';
import { buildRecordingReport } from '../../../lib/transfer/recording-report.ts';
import { toHtml } from '../../../lib/transfer/to-html.ts';
import { toMarkdown } from '../../../lib/transfer/to-markdown.ts';
import { toText } from '../../../lib/transfer/to-text.ts';
import { capture } from '../../build/trace.ts';

const request = 'response_type=code&client_id=web&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&state=CANARY-0123456789abcdef';
const refusedAt = (endpoint: string) =>
  buildRecordingReport(
    {
      capture: capture(
        `
        GET https://${endpoint}?${request}
        → 400
          "We are sorry... Invalid parameter: redirect_uri"`,
        'web-request',
      ).capture,
      story: null,
      second: null,
    },
    { profile: 'default', policy: 'share-safe', version: '0.1.0' },
  );

describe('the provider’s name', () => {
  const known = refusedAt('sso.example/realms/acme/protocol/openid-connect/auth');
  const unknown = refusedAt('sso.example/authorize');

  it('stands in the report where it can be told', () => {
    expect(known.flows[0]?.providerName).toBe('Keycloak');
    expect(unknown.flows[0]?.providerName).toBeNull();
  });

  it('stands behind its address in every format, and leads to its own setting', () => {
    for (const [text, where] of [
      [toText(known, 'file'), 'https://sso.example (Keycloak)'],
      [toMarkdown(known, 'file'), 'Login provider: `https://sso.example (Keycloak)`'],
      [toHtml(known, 'file'), 'sso.example (Keycloak)'],
    ] as const) {
      expect(text).toContain(where);
      expect(text.replaceAll(/\s+/g, ' ')).toContain('“Valid redirect URIs” in the settings of the client.');
    }
  });

  it('is not made up elsewhere, and no placeholder stays open', () => {
    for (const text of [toText(unknown, 'file'), toMarkdown(unknown, 'file'), toHtml(unknown, 'file')]) {
      expect(text).not.toMatch(/Keycloak|\{(?:where|rule|known)\}/);
      expect(text.replaceAll(/\s+/g, ' ')).toContain('Scheme, host, port, path, case and final slash all count.');
    }
  });
});
