import { printable } from '../../lib/read/printable.ts';

/** A sentence of ours: what stands between backticks is code. What it quotes comes from strangers. */
export function Prose({ text }: { readonly text: string }) {
  const parts = text.split('`');
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 && index < parts.length - 1 ? <code key={index}>{printable(part)}</code> : printable(part),
      )}
    </>
  );
}
