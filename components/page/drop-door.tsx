import { useEffect, useState } from 'preact/hooks';
import type { FileToOpen } from '../../lib/session/desk.ts';
import { page as words } from '../../lib/words/en/page.ts';

/** Files may be dropped anywhere; the page says so while somebody holds one over it. */
export function DropDoor({ onFiles }: { readonly onFiles: (files: readonly FileToOpen[]) => void }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    document.addEventListener('dragover', drag);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', drag);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return over ? (
    <div class="drop-door" aria-hidden="true">
      <p>{words().dropToOpen}</p>
    </div>
  ) : null;
}
