import { useState } from 'preact/hooks';
import { clip, printableLines } from '../../lib/read/printable.ts';
import { kit as words } from '../../lib/words/en/kit.ts';
import { IconButton } from './button.tsx';
import { CopyButton } from './copy-button.tsx';

/** The same shape as lib/session/secrets.ts gives; the kit knows no more about it than that some text is hidden. */
export interface PieceOfText {
  readonly text: string;
  readonly secret: boolean;
}

export interface PiecesProps {
  readonly pieces: readonly PieceOfText[];
  /** What this is, for the names of its buttons. */
  readonly label: string;
  /** What is copied, when it is more than what is shown. */
  readonly copies?: string;
  /** What is left out of the picture. */
  readonly note?: string | null;
}

const shortLength = 320;

/** A value from the wire: secrets covered until asked for, long ones cut until asked for, copied whole. */
export function Pieces({ pieces, label, copies, note = null }: PiecesProps) {
  const say = words();
  const [revealed, setRevealed] = useState(false);
  const [whole, setWhole] = useState(false);
  const text = pieces.map((p) => p.text).join('');
  const hasSecret = pieces.some((p) => p.secret);
  const only = pieces.length === 1;
  const readable = pieces.reduce((sum, p) => sum + (p.secret && !revealed ? 8 : p.text.length), 0);
  const long = readable > shortLength;
  return (
    <div class="pieces">
      <bdi class="pieces-text" dir="ltr" data-masked={hasSecret && !revealed} data-whole={whole}>
        {text === '' && <span class="pieces-note">{say.empty}</span>}
        {cutPieces(pieces, revealed, long && !whole).map((piece, index) =>
          piece.secret && !revealed ? (
            <span class="mask" key={index}>
              <span aria-hidden="true">{'•'.repeat(only ? 10 : 5)}</span>
              <span class={only ? 'pieces-note' : 'sr-only'}>{(only ? say.characters : say.covered)(piece.text.length)}</span>
            </span>
          ) : (
            <span class={piece.secret ? 'unmasked' : undefined} key={index}>
              {printableLines(piece.text)}
            </span>
          ),
        )}
        {note !== null && <span class="pieces-note">{note}</span>}
        {long && (
          <button type="button" class="link-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? say.showLess : say.showAll(text.length)}
          </button>
        )}
      </bdi>
      <span class="pieces-actions">
        {hasSecret && (
          <IconButton
            icon={revealed ? 'eye-off' : 'eye'}
            label={(revealed ? say.hide : say.show)(label)}
            pressed={revealed}
            onClick={() => setRevealed(!revealed)}
            small
          />
        )}
        {text !== '' && <CopyButton text={copies ?? text} label={label} />}
      </span>
    </div>
  );
}

function cutPieces(pieces: readonly PieceOfText[], revealed: boolean, cut: boolean): readonly PieceOfText[] {
  if (!cut) return pieces;
  let left = shortLength;
  return pieces.flatMap((piece) => {
    if (left <= 0) return [];
    const length = piece.secret && !revealed ? 8 : piece.text.length;
    const shown = length <= left ? piece : { ...piece, text: `${clip(piece.text, left)}…` };
    left -= length;
    return [shown];
  });
}
