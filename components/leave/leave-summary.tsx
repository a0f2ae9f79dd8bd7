import type { Ready, ReplacedKind } from '../../lib/session/leaving.ts';
import { leave } from '../../lib/words/en/leave.ts';
import { numberWords } from '../../lib/words/numbers.ts';
import { Icon } from '../kit/icon.tsx';

export interface LeaveSummaryProps {
  readonly leaving: Ready;
}

const mostHosts = 12;

/** What is in the file and what is not, by kind and count, before anybody sends it. */
export function LeaveSummary({ leaving: { leaves, replaced } }: LeaveSummaryProps) {
  const words = leave();
  const kinds = (Object.entries(replaced) as [ReplacedKind, number][]).filter(([, count]) => count > 0);
  const secrets = kinds.reduce((sum, [, count]) => sum + count, 0);
  const more = leaves.hosts.length - mostHosts;
  return (
    <div class="leave-summary">
      <div>
        <h4>{words.leaves}</h4>
        <ul class="leave-list">
          <li>{words.requests(leaves.requests)}</li>
          {leaves.hosts.length > 0 && (
            <li>
              {words.hosts(leaves.hosts.length)}:{' '}
              {leaves.hosts.slice(0, mostHosts).map((host, index) => (
                <span key={host}>
                  {index > 0 && ', '}
                  <bdi class="mono">{host}</bdi>
                </span>
              ))}
              {more > 0 && ` + ${numberWords(more)}`}
            </li>
          )}
          {leaves.cookieNames > 0 && <li>{words.cookieNames(leaves.cookieNames)}</li>}
          {leaves.machine !== null && <li>{words.machine(leaves.machine)}</li>}
          {leaves.story && <li>{words.story}</li>}
        </ul>
      </div>
      <div>
        <h4>{words.replaced}</h4>
        <ul class="leave-list">
          {kinds.map(([kind, count]) => (
            <li key={kind}>{words.kinds[kind](count)}</li>
          ))}
          {leaves.pagesLeftOut > 0 && <li>{words.pagesLeftOut(leaves.pagesLeftOut)}</li>}
        </ul>
      </div>
      <p class="leave-proof" data-proof>
        <Icon name="check" size={14} />
        {words.check(0, secrets)}
      </p>
    </div>
  );
}
