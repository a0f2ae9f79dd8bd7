import { gapWords, sourceWords, zoneWords } from '../../lib/explain/words.ts';
import type { Capture } from '../../lib/model/capture.ts';
import { printable, printableLines } from '../../lib/read/printable.ts';
import type { OpenedDocument } from '../../lib/session/desk.ts';
import { files as words } from '../../lib/words/en/files.ts';
import { opening } from '../../lib/words/en/opening.ts';
import { Icon } from '../kit/icon.tsx';

export interface AboutDocumentProps {
  readonly document: OpenedDocument;
  /** Of the attempt in view. */
  readonly capture: Capture;
}

const mostSkipped = 5;

/** Where a file came from, what the person who made it says, and every gap by its name. */
export function AboutDocument({ document: { name, story }, capture }: AboutDocumentProps) {
  const say = words();
  const { source, machine, gaps, skipped } = capture;
  const facts = [
    sourceWords(source.kind, source.creator),
    machine.platform,
    machine.zoneOffsetMinutes === null ? null : zoneWords(machine.zoneOffsetMinutes),
    say.requests(source.entries),
  ].filter((fact) => fact !== null);
  const said = story && [
    [say.goal, story.goal],
    [say.did, story.did],
    [say.saw, story.saw],
  ];
  return (
    <div class="about" data-about>
      <h2>
        <bdi>{printable(name)}</bdi>
      </h2>
      <p class="about-facts">
        {facts.map((fact) => (
          <span key={fact}>{printable(fact)}</span>
        ))}
      </p>
      {said?.some(([, told]) => told) && (
        <dl class="about-story">
          {said.map(
            ([label, told]) =>
              told && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <bdi>{printableLines(told)}</bdi>
                  </dd>
                </div>
              ),
          )}
        </dl>
      )}
      {gaps.length > 0 && source.kind !== 'link' && (
        <p class="about-gaps" data-gaps={gaps.join(' ')}>
          <Icon name="eye-off" size={14} />
          <span>{say.notSeen(gaps.map(gapWords).join('; '))}</span>
        </p>
      )}
      {source.kind === 'har' && source.browser === 'chrome' && gaps.includes('header-hidden') && (
        <p class="about-gaps">
          <Icon name="info" size={14} />
          <span>{say.toGetHeaders}</span>
        </p>
      )}
      {skipped.length > 0 && (
        <p class="about-gaps">
          <Icon name="alert" size={14} />
          <span>
            {say.skipped(skipped.length)}{' '}
            {skipped
              .slice(0, mostSkipped)
              .map(({ entry, because }) => `${entry}: ${opening().because(because)}`)
              .join('; ')}
            {skipped.length > mostSkipped ? '; …' : ''}
          </span>
        </p>
      )}
    </div>
  );
}
