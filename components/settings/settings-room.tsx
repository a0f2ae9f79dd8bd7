import { useState } from 'preact/hooks';
import { keepChoicesMs, quietChoicesMs, type Settings } from '../../lib/model/settings.ts';
import { isEverywhere } from '../../lib/read/access.ts';
import { printable } from '../../lib/read/printable.ts';
import type { Host } from '../../lib/session/host.ts';
import { settings as words } from '../../lib/words/en/settings.ts';
import { languageNames } from '../../lib/words/languages.ts';
import { SiteList } from '../access/site-list.tsx';
import { useStore } from '../app/use-store.ts';
import { Button } from '../kit/button.tsx';
import { type Choice, ChoiceRow } from './choice-row.tsx';
import { SwitchRow } from './switch-row.tsx';

type Choices<Name extends keyof Settings> = readonly Choice<Settings[Name]>[];

const watchChoices = (): Choices<'watch'> => [
  { value: 'always', label: words().always, about: words().alwaysAbout },
  { value: 'recording', label: words().onlyStarted, about: words().onlyStartedAbout },
];
const quietChoices = () =>
  quietChoicesMs.map((value) => ({
    value,
    label: value < 60_000 ? words().seconds(value / 1_000) : words().minutes(value / 60_000),
  }));
const keepChoices = () =>
  keepChoicesMs.map((value) => ({
    value,
    label: value === null ? words().closes : value < 3_600_000 ? words().minutes(value / 60_000) : words().hour,
  }));
const languageChoices = (): Choices<'language'> => [
  { value: 'browser', label: words().asBrowser },
  ...languageNames.map(([value, label]) => ({ value, label })),
];
const themeChoices = (): Choices<'theme'> => [
  { value: 'system', label: words().asSystem },
  { value: 'light', label: words().light },
  { value: 'dark', label: words().dark },
];

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
  const say = words();
  return (
    <div class="stage settings">
      <div class="settings-column">
        <h2>{say.title}</h2>

        <section class="setting-group" aria-labelledby="settings-watching">
          <h3 id="settings-watching">{say.watching}</h3>
          <ChoiceRow name="watch" title={say.watch} choices={watchChoices()} value={settings.watch} onChoose={(watch) => set({ watch })} />
          <div class="setting" data-wide="true">
            <h4 class="setting-title">{say.sites}</h4>
            <div class="setting-control">
              <SiteList host={host} access={access} here={null} />
            </div>
            {!isEverywhere(access) && <p class="setting-about">{say.sitesAbout}</p>}
          </div>
        </section>

        <section class="setting-group" aria-labelledby="settings-keeping">
          <h3 id="settings-keeping">{say.keeping}</h3>
          <ChoiceRow
            name="quietMs"
            title={say.over}
            about={say.overAbout}
            choices={quietChoices()}
            value={settings.quietMs as (typeof quietChoicesMs)[number]}
            onChoose={(quietMs) => set({ quietMs })}
          />
          <ChoiceRow
            name="keepMs"
            title={say.forget}
            about={say.forgetAbout}
            choices={keepChoices()}
            value={settings.keepMs as (typeof keepChoicesMs)[number]}
            onChoose={(keepMs) => set({ keepMs })}
          />
        </section>

        <section class="setting-group" aria-labelledby="settings-answers">
          <h3 id="settings-answers">{say.answers}</h3>
          <SwitchRow
            name="bodies"
            title={say.bodies}
            about={refused === 'bodies' ? say.notAllowed : host.bodies === 'asked' ? say.bodiesAsked : say.bodiesWithTools}
            on={settings.bodies}
            onTurn={(on) => turn('bodies', on, host.allowBodies)}
          />
          {settings.bodies && host.bodies === 'asked' && (
            <SwitchRow
              name="thirdPartyBodies"
              title={say.thirdParty}
              about={say.thirdPartyAbout}
              on={settings.thirdPartyBodies}
              onTurn={(thirdPartyBodies) => set({ thirdPartyBodies })}
            />
          )}
        </section>

        <section class="setting-group" aria-labelledby="settings-looks">
          <h3 id="settings-looks">{say.telling}</h3>
          <SwitchRow
            name="notify"
            title={say.notify}
            about={refused === 'notify' ? say.notAllowed : say.notifyAbout}
            on={settings.notify}
            onTurn={(on) => turn('notify', on, host.allowNotifications)}
          />
          <SwitchRow
            name="singleKeys"
            title={say.singleKeys}
            about={say.singleKeysAbout}
            on={settings.singleKeys}
            onTurn={(singleKeys) => set({ singleKeys })}
          />
          <ChoiceRow name="theme" title={say.colors} choices={themeChoices()} value={settings.theme} onChoose={(theme) => set({ theme })} />
          <ChoiceRow
            name="language"
            title={say.language}
            about={say.languageAbout}
            choices={languageChoices()}
            value={settings.language}
            onChoose={(language) => set({ language })}
          />
        </section>

        <section class="setting-group" aria-labelledby="settings-ignored">
          <h3 id="settings-ignored">{say.ignored}</h3>
          {ignored.length === 0 ? (
            <p class="setting-note">{say.ignoredNone}</p>
          ) : (
            <ul class="ignored-list">
              {ignored.map((address) => (
                <li key={address} data-ignored={address}>
                  <bdi class="host">{printable(address)}</bdi>
                  <Button look="quiet" icon="undo" onClick={() => void host.unignore(address)}>
                    {say.showAgain}
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
