import { describe, expect, it } from 'vitest';
import { zoneWords } from '../../../lib/explain/words.ts';
import type { Recording } from '../../../lib/model/recording.ts';
import { buildRecordingReport } from '../../../lib/transfer/recording-report.ts';
import { flowFacts, placeFacts } from '../../../lib/transfer/ticket.ts';
import { toText } from '../../../lib/transfer/to-text.ts';
import { hostileTexts, planted, recorded } from '../../build/hostile.ts';
import { stories } from '../../build/stories.ts';

const reportOf = (recording: Recording, policy: 'nothing' | 'share-safe' = 'share-safe') =>
  buildRecordingReport(recording, { profile: 'default', policy, version: '0.1.0' });
const authorize =
  'https://idp.example/authorize?response_type=code&client_id=web&redirect_uri=https://app.example/cb&state=CANARY-state-1-abcdef';

describe('the report of a recording', () => {
  it('has the story and the second attempt, null where there is none', () => {
    const whole = recorded(stories['a changed state'] ?? '');
    const report = reportOf(whole);
    expect(report.story).toEqual(whole.story);
    expect(report.second).toMatchObject({ how: 'private-window', schema: 'roundtrip.report/1', summary: report.summary });
    expect(reportOf({ ...whole, story: null, second: null })).toMatchObject({ story: null, second: null });
  });

  it('gives a value the same stand-in in both attempts and in the user’s words', () => {
    const whole = recorded(stories['a changed state'] ?? '');
    const report = reportOf({
      ...whole,
      story: { site: null, goal: null, did: 'It said CANARY-state-1-abcdef.', saw: 'CANARY-state-1-abcdef' },
    });
    const [step] = report.flows[0]?.steps ?? [];
    const standIn = /state=(state~\d)/.exec(step?.url ?? '')?.[1];
    expect(report.second?.flows[0]?.steps[0]?.url).toBe(step?.url);
    expect(report.story?.saw).toBe(standIn);
  });

  it('hides in the story what is no word, and shows it when asked to', () => {
    const story = {
      site: 'https://app.example/u/CANARYuser77',
      goal: null,
      did: 'I am CANARY@mail.example, see https://app.example/cb?code=CANARY',
      saw: '',
    };
    const whole = { ...recorded(stories['a loop'] ?? ''), story };
    expect(JSON.stringify(reportOf(whole).story)).not.toContain('CANARY');
    expect(reportOf(whole).story?.did).toMatch(/^I am person~1, see https:\/\/app\.example\/cb\?code=/);
    expect(reportOf(whole, 'nothing').story).toEqual(story);
  });

  it('says which browser, which system, which zone', () => {
    const live = reportOf(recorded(stories['a loop'] ?? ''));
    expect(live.source.browser).toEqual({ name: 'Chrome', version: '1' });
    expect(live.machine).toEqual({ platform: 'linux x86-64', zoneOffsetMinutes: 60 });
    expect(placeFacts(live).map(({ values }) => values[0])).toEqual(['Chrome 1', 'linux x86-64', 'UTC+01:00']);
    const har = reportOf(recorded(stories['a loop'] ?? '', 'har'));
    expect(har.source.browser).toBeNull();
    expect(placeFacts(har)).toEqual([]);
  });
});

describe('the error of a flow', () => {
  const errorOf = (trace: string, policy: 'nothing' | 'share-safe' = 'share-safe') =>
    reportOf(recorded(trace, 'har'), policy).flows[0]?.error;
  const answered = (query: string) => `
    GET ${authorize}
    → 302 https://app.example/cb?${query}&state=CANARY-state-1-abcdef
    GET https://app.example/cb?${query}&state=CANARY-state-1-abcdef
    → 200`;

  it('is the one of the answer; of its text only codes are shown', () => {
    const trace = answered('error=invalid_client&error_description=AADSTS7000218%3A+CANARY+client+assertion+for+bob');
    expect(errorOf(trace)).toMatchObject({ code: 'invalid_client', text: expect.stringContaining('AADSTS7000218') });
    expect(JSON.stringify(errorOf(trace))).not.toMatch(/CANARY|bob/);
    expect(errorOf(trace, 'nothing')?.text).toContain('CANARY client assertion');
  });

  it('has no text where nothing of it may be shown, and no code that is none', () => {
    expect(errorOf(answered('error=access_denied&error_description=CANARY+said+no+to+the+password'))).toMatchObject({
      code: 'access_denied',
      text: null,
    });
    expect(errorOf(answered('error=CANARY-0123456789&error_description=x'))?.code).toMatch(/^error~\d$/);
  });

  it('is the one of the last token response', () => {
    const token = (body: string, status: number) => `
    POST https://idp.example/token [fetch] [from https://app.example]
      = grant_type=authorization_code&client_id=web&code=CANARY-code-1-abcdef
    → ${status}
      = ${body}`;
    const failed = answered('code=CANARY-code-1-abcdef') + token('{"error":"invalid_grant","error_description":"CANARY"}', 400);
    expect(errorOf(failed)).toMatchObject({ code: 'invalid_grant', text: null });
    expect(errorOf(failed + token('{"access_token":"CANARY","token_type":"Bearer"}', 200))).toBeNull();
  });

  it('is what an error page names, and nothing where the login went through', () => {
    expect(errorOf(stories['a refused address'] ?? '')).toMatchObject({
      code: null,
      text: 'redirect_uri_mismatch, invalid parameter: redirect_uri',
    });
    expect(errorOf(stories['a server-side app'] ?? '')).toBeNull();
  });
});

describe('the facts for a ticket', () => {
  it('come in the order in which they are asked for', () => {
    const [flow] = reportOf(recorded(stories['a refused address'] ?? '')).flows;
    if (!flow) throw new Error('no flow');
    const facts = Object.fromEntries(flowFacts(flow).map(({ label, values }) => [label, values.join(' ')]));
    expect(facts).toMatchObject({
      'Time (UTC)': '2026-01-01T00:00:00.000Z',
      'Grant type': 'authorization code',
      'Refused with': 'HTTP 400 from idp.example',
      'Error text': 'redirect_uri_mismatch, invalid parameter: redirect_uri',
      'Main finding': 'redirect-uri-rejected',
      'Domains, in order': 'app.example idp.example',
    });
    expect(facts['Authorization URL']).toMatch(/^https:\/\/idp\.example\/authorize\?/);
    expect(facts).not.toHaveProperty('Error code');
  });

  it.each([
    [0, 'UTC+00:00'],
    [330, 'UTC+05:30'],
    [-210, 'UTC-03:30'],
  ])('%d minutes are %s', (minutes, words) => expect(zoneWords(minutes)).toBe(words));
});

describe('the report for a terminal', () => {
  it('has the story and the second attempt', () => {
    const text = toText(reportOf(recorded(stories['a lost cookie'] ?? '')), 'a.roundtrip.json');
    expect(text).toContain('Recorded with Chrome 1, linux x86-64, UTC+01:00');
    expect(text).toContain('  What the user did:\n    I pressed the button.\n    Twice.');
    expect(text).toContain('Second attempt, in a private window');
  });

  it.each(Object.entries(hostileTexts))('obeys nothing that a capture holds: %s', (_, hostile) => {
    const text = toText(reportOf(planted(recorded(stories['a lost cookie'] ?? ''), hostile), 'nothing'), hostile);
    expect(text).not.toMatch(/[^\P{C}\n\t]/u);
  });
});
