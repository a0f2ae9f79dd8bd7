import { Component, type ComponentChildren } from 'preact';
import { app as words } from '../../lib/words/en/app.ts';
import { CopyButton } from '../kit/copy-button.tsx';

interface Props {
  readonly children: ComponentChildren;
}

interface State {
  readonly error: string | null;
}

/** A bug in a view must not look like a login without faults: it says so, and what was recorded is not touched. */
export class ErrorBorder extends Component<Props, State> {
  override state: State = { error: null };

  static override getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error) };
  }

  override render({ children }: Props, { error }: State) {
    if (error === null) return children;
    const say = words();
    return (
      <div class="crash" role="alert">
        <h1>{say.crashed}</h1>
        <p>{say.crashedAbout}</p>
        <pre>{error.slice(0, 2_000)}</pre>
        <p>
          {say.copyForReport} <CopyButton text={error} label={say.theError} />
        </p>
      </div>
    );
  }
}
