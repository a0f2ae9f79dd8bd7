import { useEffect, useRef, useState } from 'preact/hooks';
import type { Host } from '../../lib/session/host.ts';
import type { SessionState } from '../../lib/session/state.ts';
import { app as words } from '../../lib/words/en/app.ts';
import { SitePanel } from '../access/site-panel.tsx';
import { Button, IconButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Mark } from '../kit/mark.tsx';
import { MoreMenu } from './more-menu.tsx';
import { WatchState } from './watch-state.tsx';

export interface AppHeaderProps {
  readonly host: Host;
  readonly state: SessionState;
  readonly hasFlows: boolean;
  /** Something is recorded, in this tab or another. */
  readonly hasRecording: boolean;
}

export function AppHeader({ host, state, hasFlows, hasRecording }: AppHeaderProps) {
  const say = words();
  const { watching, recording, settings, access, here, shortcut, panelToAdd } = state;
  const [asking, setAsking] = useState(false);
  const [sitesOpen, setSitesOpen] = useState(false);
  const clearButton = useRef<HTMLSpanElement>(null);
  const close = () => {
    setAsking(false);
    clearButton.current?.querySelector('button')?.focus();
  };
  // What the question was about is gone.
  useEffect(() => {
    if (!hasRecording) setAsking(false);
  }, [hasRecording]);
  return (
    <header class="app-header">
      <div class="app-bar">
        <Mark />
        <h1 class="app-name">Roundtrip</h1>
        {recording ? (
          <button type="button" class="watch-state" data-watching="recording" onClick={() => void host.openPage('record')}>
            <span class="watch-dot" aria-hidden="true" />
            {say.recording}
          </button>
        ) : (
          <WatchState
            watching={watching}
            onDemand={settings.watch === 'recording'}
            shortcut={shortcut}
            onPause={(paused) => void host.setPaused(paused)}
          />
        )}
        <span class="app-actions">
          {hasFlows && (
            <button type="button" class="copy-report" title={say.copyReportAbout} onClick={() => void host.copyReport()}>
              <Icon name="report" />
              <span class="copy-report-words">{say.copyReport}</span>
            </button>
          )}
          {hasRecording && (
            <span ref={clearButton}>
              <IconButton icon="trash" label={say.forgetAll} expanded={asking} onClick={() => setAsking(!asking)} />
            </span>
          )}
          <MoreMenu host={host} hasFlows={hasFlows} panelToAdd={panelToAdd} onSites={() => setSitesOpen(true)} />
        </span>
      </div>
      {sitesOpen && <SitePanel host={host} access={access} here={here} onClose={() => setSitesOpen(false)} />}
      {asking && (
        <div
          class="confirm"
          role="alertdialog"
          aria-label={say.forgetAsk}
          aria-describedby="confirm-text"
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // Chrome closes a popup on Escape unless somebody took the key.
            event.preventDefault();
            event.stopPropagation();
            close();
          }}
        >
          <p id="confirm-text">{say.forgetAbout}</p>
          <span class="confirm-actions">
            <Button onClick={close} takesFocus>
              {say.keep}
            </Button>
            <Button
              look="danger"
              icon="trash"
              onClick={() => {
                setAsking(false);
                void host.clear();
              }}
            >
              {say.forget}
            </Button>
          </span>
        </div>
      )}
    </header>
  );
}
