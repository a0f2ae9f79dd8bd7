import { useContext } from 'preact/hooks';
import { findCheck } from '../../lib/checks/catalogue.ts';
import { explain } from '../../lib/explain/finding.ts';
import type { Finding } from '../../lib/model/finding.ts';
import type { Evidence } from '../../lib/model/place.ts';
import { finding as words } from '../../lib/words/en/finding.ts';
import { Prose } from '../kit/prose.tsx';
import { AboutCheck } from './about-check.ts';
import { CiteLink } from './cite-link.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { confidenceWords, whoWords } from './words.ts';

export interface FindingBodyProps {
  readonly finding: Finding;
  readonly onJump: (evidence: Evidence) => void;
  /** What the verdict above has already said is left out. */
  readonly brief?: boolean;
}

export function FindingBody({ finding, onJump, brief = false }: FindingBodyProps) {
  const { plain, text, fix } = explain(finding);
  const cites = findCheck(finding.check)?.cites ?? [];
  const about = useContext(AboutCheck);
  const sure = confidenceWords(finding.confidence);
  const say = words();
  return (
    <div class="finding-body">
      {!brief && (
        <p class="finding-plain">
          <Prose text={plain} />
        </p>
      )}
      <dl>
        <div>
          <dt>{say.seen}</dt>
          <dd>
            <Prose text={text} />
            {sure !== null && <p class="finding-sure">{sure}</p>}
          </dd>
        </div>
        <div>
          <dt>{say.where}</dt>
          <dd>
            <EvidenceList evidence={finding.evidence} onJump={onJump} />
          </dd>
        </div>
        {!brief && (
          <div>
            <dt>{say.whatToDo}</dt>
            <dd>
              <Prose text={fix} /> <span class="finding-owner">{whoWords(finding.owner)}.</span>
            </dd>
          </div>
        )}
        <div>
          <dt>{say.source}</dt>
          <dd class="finding-cites">
            {cites.map((cite) => (
              <CiteLink key={`${cite.spec}${cite.section}`} cite={cite} />
            ))}
            {about === null ? (
              <code class="finding-id" title={say.nameOfCheck}>
                {finding.check}
              </code>
            ) : (
              <button type="button" class="link-button finding-id" onClick={() => about(finding.check)}>
                {say.aboutCheck} <code>{finding.check}</code>
              </button>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}
