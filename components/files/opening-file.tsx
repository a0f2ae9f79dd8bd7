import { printable } from '../../lib/read/printable.ts';
import type { Opening } from '../../lib/session/desk.ts';
import { files as words } from '../../lib/words/en/files.ts';
import { decimalWords } from '../../lib/words/numbers.ts';
import { IconButton } from '../kit/button.tsx';

export interface OpeningFileProps {
  readonly opening: Opening;
  readonly onCancel: () => void;
}

/** How far a file is: large ones take a while, and nobody has to wait for them. */
export function OpeningFile({ opening: { name, phase, read, bytes }, onCancel }: OpeningFileProps) {
  const share = bytes === 0 ? 0 : Math.min(1, read / bytes);
  const say = words();
  const progress = { waiting: say.waiting, reading: say.reading(megabytes(read), megabytes(bytes)), judging: say.judging }[phase];
  return (
    <div class="file-opening" data-phase={phase}>
      <div class="file-opening-head">
        <span>
          <bdi>{printable(name)}</bdi>
          <span class="file-words">{progress}</span>
        </span>
        <IconButton icon="cross" label={say.stop(name)} onClick={onCancel} small />
      </div>
      <div
        class="file-progress"
        role="progressbar"
        aria-label={say.opening(printable(name))}
        aria-valuemin={0}
        aria-valuemax={100}
        // How long judging takes nobody knows.
        aria-valuenow={phase === 'judging' ? undefined : Math.floor(share * 100)}
        aria-valuetext={progress}
      >
        <span style={{ inlineSize: `${phase === 'judging' ? 100 : share * 100}%` }} />
      </div>
    </div>
  );
}

const megabytes = (bytes: number) => decimalWords(bytes / 1e6, bytes < 10_000_000 ? 1 : 0);
