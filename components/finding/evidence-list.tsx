import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { roleWords } from '../../lib/explain/words.ts';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import type { Role } from '../../lib/model/flow.ts';
import type { Evidence } from '../../lib/model/place.ts';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { evidenceWords } from './words.ts';

/** The hops a pointer can lead to, with the part they play. What is not in it can not be jumped to. */
export const HopRoles = createContext<ReadonlyMap<ExchangeId, Role>>(new Map());

export interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  readonly onJump: (evidence: Evidence) => void;
}

export function EvidenceList({ evidence, onJump }: EvidenceListProps) {
  const roles = useContext(HopRoles);
  return (
    <ul class="evidence">
      {evidence.map((one) => {
        const role = roles.get(one.exchange);
        const words = (
          <span>
            {role && <strong>{roleWords(role)}: </strong>}
            <Prose text={evidenceWords(one)} />
          </span>
        );
        return (
          <li key={`${one.exchange} ${one.place}`}>
            {role ? (
              <button type="button" class="evidence-link" onClick={() => onJump(one)}>
                <Icon name="target" size={13} />
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}
