import { useState } from 'preact/hooks';
import type { DeskHost } from '../../lib/session/desk.ts';
import { readPreset, siteOf } from '../../lib/session/preset.ts';
import { guide as say } from '../../lib/words/en/guide.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Asked } from './asked.tsx';

export interface StartStepProps {
  readonly host: DeskHost;
  readonly onDecline: () => void;
}

/** What is going to happen, in whose name, and the one button that begins it. */
export function StartStep({ host, onDecline }: StartStepProps) {
  const words = say();
  const preset = useStore(host.desk, (s) => s.asked);
  const [site, setSite] = useState('');
  const [wrong, setWrong] = useState<'site' | 'link' | null>(null);
  const [refused, setRefused] = useState(false);
  const isAsked = host.invitation !== null || preset.goal !== null || preset.site !== null;

  const start = () => {
    const typed = site.trim() === '' ? preset.site : siteOf(site);
    if (site.trim() !== '' && typed === null) {
      setWrong('site');
      return;
    }
    // Straight from the click: browsers refuse to ask otherwise.
    void host.startRecording({ ...preset, site: typed }).then((given) => setRefused(!given));
  };
  const takeLink = (text: string) => {
    const found = readPreset(text);
    setWrong(found || text.trim() === '' ? null : 'link');
    if (found) host.heed(found);
  };

  return (
    <section class="guide-card" aria-label={words.steps[0]}>
      <h3>{isAsked ? words.askedTitle : words.startTitle}</h3>
      <p class="guide-text">{isAsked ? words.askedText : words.startText}</p>
      {isAsked ? (
        <Asked preset={preset} />
      ) : (
        <>
          <label class="field">
            <span>{words.siteLabel}</span>
            <input
              type="url"
              id="guide-site"
              value={site}
              placeholder={words.siteHint}
              autocomplete="off"
              aria-invalid={wrong === 'site'}
              aria-describedby={wrong === 'site' ? 'guide-wrong' : undefined}
              onInput={(event) => {
                setSite(event.currentTarget.value);
                setWrong(null);
              }}
            />
          </label>
          <details class="guide-link">
            <summary>{words.linkSummary}</summary>
            <label class="field">
              <span>{words.linkLabel}</span>
              <input
                type="text"
                id="guide-link"
                autocomplete="off"
                aria-invalid={wrong === 'link'}
                aria-describedby={wrong === 'link' ? 'guide-wrong' : undefined}
                onInput={(event) => takeLink(event.currentTarget.value)}
              />
            </label>
          </details>
        </>
      )}
      {wrong !== null && (
        <p class="guide-wrong" id="guide-wrong" role="alert">
          {wrong === 'site' ? words.siteWrong : words.linkWrong}
        </p>
      )}
      <ul class="promises">
        {words.promises.map((promise) => (
          <li key={promise}>
            <Icon name="check" size={14} />
            <span>{promise}</span>
          </li>
        ))}
      </ul>
      <div class="guide-access">
        <Icon name="lock" size={16} />
        <div>
          <h4>{words.accessTitle}</h4>
          <p>{words.accessText}</p>
        </div>
      </div>
      {refused && (
        <p class="guide-wrong" role="alert">
          {words.refused}
        </p>
      )}
      <div class="guide-actions">
        <Button look="primary" icon="record" id="start-recording" onClick={start}>
          {words.start}
        </Button>
        {isAsked && (
          <Button id="decline" onClick={onDecline}>
            {words.decline}
          </Button>
        )}
      </div>
    </section>
  );
}
