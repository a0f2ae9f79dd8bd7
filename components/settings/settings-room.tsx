import { useState } from 'preact/hooks';
import { keepChoicesMs, quietChoicesMs, type Settings } from '../../lib/model/settings.ts';
import { isEverywhere } from '../../lib/read/access.ts';
import { printable } from '../../lib/read/printable.ts';
import type { Host } from '../../lib/session/host.ts';
import { SiteList } from '../access/site-list.tsx';
import { useStore } from '../app/use-store.ts';
import { Button } from '../kit/button.tsx';
import { type Choice, ChoiceRow } from './choice-row.tsx';
import { SwitchRow } from './switch-row.tsx';

const watchChoices: readonly Choice<Settings['watch']>[] = [
  { value: 'always', label: 'Always', about: 'From the moment the browser opens. You can pause it at any time.' },
  {
    value: 'recording',
    label: 'Only when I start it',
    about: 'Nothing is listened to until you press Start or record a login for support. It ends when you press Stop or close the browser.',
  },
];
const quietChoices = quietChoicesMs.map((value) => ({
  value,
  label: value < 60_000 ? `${value / 1_000} seconds` : `${value / 60_000} minutes`,
}));
const keepChoices = keepChoicesMs.map((value) => ({
  value,
  label: value === null ? 'The browser closes' : value < 3_600_000 ? `${value / 60_000} minutes` : 'One hour',
}));
const languageChoices: readonly Choice<Settings['language']>[] = [
  { value: 'browser', label: 'As the browser' },
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
];
const themeChoices: readonly Choice<Settings['theme']>[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const aboutBodies: Readonly<Record<Host['bodies'], string>> = {
  asked: 'More can be judged then: errors, lifetimes, ID tokens. No page and no answer is changed.',
  'with-devtools':
    'More can be judged then: errors, lifetimes, ID tokens. This browser shows answers only while the developer tools are open at Roundtrip’s panel, and forgets them once the page goes on.',
};

/** Everything there is to choose, each in words that say what happens. */
export function SettingsRoom({ host }: { readonly host: Host }) {
  const settings = useStore(host.session, (s) => s.settings);
  const access = useStore(host.session, (s) => s.access);
  const ignored = useStore(host.session, (s) => s.ignored);
  const [refused, setRefused] = useState<'bodies' | 'notify' | null>(null);
  const set = (change: Partial<Settings>) => void host.changeSettings(change);
  /** Straight from the press: browsers refuse to ask otherwise. */
  const turn = (what: 'bodies' | 'notify', on: boolean, ask: () => Promise<boolean>) => {
    setRefused(null);
    if (!on) return set({ [what]: false });
    void ask().then((given) => {
      if (given) set({ [what]: true });
      else setRefused(what);
    });
  };
  const no = 'The browser did not allow it, so it stays off.';
  return (
    <div class="stage settings">
      <div class="settings-column">
        <h2>Settings</h2>

        <section class="setting-group" aria-labelledby="settings-watching">
          <h3 id="settings-watching">Watching</h3>
          <ChoiceRow
            name="watch"
            title="Watch for logins"
            choices={watchChoices}
            value={settings.watch}
            onChoose={(watch) => set({ watch })}
          />
          <div class="setting" data-wide="true">
            <h4 class="setting-title">Sites</h4>
            <div class="setting-control">
              <SiteList host={host} access={access} here={null} />
            </div>
            {!isEverywhere(access) && (
              <p class="setting-about">Nothing is read from a page on any other site, and where a login leads to one, Roundtrip says so.</p>
            )}
          </div>
        </section>

        <section class="setting-group" aria-labelledby="settings-keeping">
          <h3 id="settings-keeping">Keeping</h3>
          <ChoiceRow
            name="quietMs"
            title="A login is over after"
            about="So long without anything new. A recording for support then ends by itself."
            choices={quietChoices}
            value={settings.quietMs as (typeof quietChoicesMs)[number]}
            onChoose={(quietMs) => set({ quietMs })}
          />
          <ChoiceRow
            name="keepMs"
            title="Forget it after"
            about="Everything stands in memory only. Logins that still run are never forgotten."
            choices={keepChoices}
            value={settings.keepMs as (typeof keepChoicesMs)[number]}
            onChoose={(keepMs) => set({ keepMs })}
          />
        </section>

        <section class="setting-group" aria-labelledby="settings-answers">
          <h3 id="settings-answers">Answers of providers</h3>
          <SwitchRow
            name="bodies"
            title="Read what token and login endpoints answer"
            about={refused === 'bodies' ? no : aboutBodies[host.bodies]}
            on={settings.bodies}
            onTurn={(on) => turn('bodies', on, host.allowBodies)}
          />
          {settings.bodies && host.bodies === 'asked' && (
            <SwitchRow
              name="thirdPartyBodies"
              title="Also of other sites than the page’s own"
              about="A provider’s token endpoint usually is on one."
              on={settings.thirdPartyBodies}
              onTurn={(thirdPartyBodies) => set({ thirdPartyBodies })}
            />
          )}
        </section>

        <section class="setting-group" aria-labelledby="settings-looks">
          <h3 id="settings-looks">Telling and showing</h3>
          <SwitchRow
            name="notify"
            title="Tell me when a login failed"
            about={
              refused === 'notify'
                ? no
                : 'With a notification of the browser, which asks you first. It names the app and what went wrong, no secret.'
            }
            on={settings.notify}
            onTurn={(on) => turn('notify', on, host.allowNotifications)}
          />
          <ChoiceRow name="theme" title="Colors" choices={themeChoices} value={settings.theme} onChoose={(theme) => set({ theme })} />
          <ChoiceRow
            name="language"
            title="Language of recordings"
            about="What people read who record a login for support."
            choices={languageChoices}
            value={settings.language}
            onChoose={(language) => set({ language })}
          />
        </section>

        <section class="setting-group" aria-labelledby="settings-ignored">
          <h3 id="settings-ignored">Pages marked as no login</h3>
          {ignored.length === 0 ? (
            <p class="setting-note">None. “Not a login” below a verdict hides what goes to that address, and it stands here then.</p>
          ) : (
            <ul class="ignored-list">
              {ignored.map((address) => (
                <li key={address} data-ignored={address}>
                  <bdi class="host">{printable(address)}</bdi>
                  <Button look="quiet" icon="undo" onClick={() => void host.unignore(address)}>
                    Show again
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}
