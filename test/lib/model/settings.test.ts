import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings, type Settings } from '../../../lib/model/settings.ts';

const chosen: Settings = {
  watch: 'recording',
  paused: true,
  ignored: ['https://shop.example/search'],
  quietMs: 10_000,
  keepMs: 3_600_000,
  bodies: true,
  thirdPartyBodies: false,
  singleKeys: false,
  notify: true,
  language: 'de',
  theme: 'dark',
};

describe('settings from disk', () => {
  it('come back as they were written', () => {
    expect(readSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
    expect(readSettings({ ...chosen, keepMs: null }).keepMs).toBeNull();
  });

  it.each([undefined, null, 'settings', 7, [], {}])('are the usual ones where %j stands', (stored) => {
    expect(readSettings(stored)).toEqual(defaultSettings);
  });

  it('where one value is unknown, only that one is the usual one', () => {
    const broken: Record<keyof Settings, unknown> = {
      watch: 'sometimes',
      paused: 'yes',
      ignored: 'https://shop.example',
      quietMs: -1,
      keepMs: 'forever',
      bodies: 1,
      thirdPartyBodies: null,
      singleKeys: 0,
      notify: {},
      language: 'tlh',
      theme: '__proto__',
    };
    for (const [name, value] of Object.entries(broken))
      expect(readSettings({ ...chosen, [name]: value }), name).toEqual({ ...chosen, [name]: defaultSettings[name as keyof Settings] });
  });

  it('keep what is an address in a list that holds other things as well, and nothing unknown', () => {
    expect(readSettings({ ignored: ['https://shop.example/', 7, null], later: true })).toEqual({
      ...defaultSettings,
      ignored: ['https://shop.example/'],
    });
  });
});
