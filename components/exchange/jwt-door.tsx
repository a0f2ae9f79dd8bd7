import { useContext, useId, useState } from 'preact/hooks';
import { jwt } from '../../lib/words/en/jwt.ts';
import { Icon } from '../kit/icon.tsx';
import { Marks } from './marks.tsx';

type View = typeof import('./jwt-table.tsx')['JwtTable'];
/** Once loaded, there is nothing to wait for any more. */
let loaded: View | null = null;

export interface JwtDoorProps {
  readonly token: string;
  /** The parameter or header it stands in. */
  readonly source: string;
}

/** A token is opened when asked for: what shows it is loaded then. */
export function JwtDoor({ token, source }: JwtDoorProps) {
  const [open, setOpen] = useState(false);
  const [view, setView] = useState<{ readonly by: View | null }>({ by: loaded });
  const marks = useContext(Marks);
  const id = useId();
  const words = jwt();
  const toggle = () => {
    setOpen(!open);
    if (view.by) return;
    void import('./jwt-table.tsx').then(({ JwtTable }) => {
      loaded = JwtTable;
      setView({ by: JwtTable });
    });
  };
  const Table = view.by;
  return (
    <div class="jwt">
      <button type="button" class="link-button" aria-expanded={open} aria-controls={id} onClick={toggle}>
        <Icon name={open ? 'cross' : 'eye'} size={13} /> {open ? words.close : words.open}
      </button>
      <div id={id} hidden={!open}>
        {open &&
          marks &&
          (Table ? <Table token={token} source={source} flow={marks.flow} at={marks.exchange.startedAt} /> : <p>{words.loading}</p>)}
      </div>
    </div>
  );
}
