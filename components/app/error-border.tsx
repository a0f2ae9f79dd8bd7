import { Component, type ComponentChildren } from 'preact';
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
    return (
      <div class="crash" role="alert">
        <h1>Roundtrip could not draw this page</h1>
        <p>That is a bug in Roundtrip, not in your login. What was recorded is still there; closing and opening this window may help.</p>
        <pre>{error.slice(0, 2_000)}</pre>
        <p>
          Copy this text for a bug report: <CopyButton text={error} label="the error" />
        </p>
      </div>
    );
  }
}
