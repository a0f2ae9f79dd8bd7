import { gapWords, sourceWords, zoneWords } from '../../lib/explain/words.ts';
import type { Capture } from '../../lib/model/capture.ts';
import { printable, printableLines } from '../../lib/read/printable.ts';
import type { OpenedDocument } from '../../lib/session/desk.ts';
import { opening } from '../../lib/words/en/opening.ts';
import { plural } from '../flow/flow-words.ts';
import { Icon } from '../kit/icon.tsx';

export interface AboutDocumentProps {
  readonly document: OpenedDocument;
  /** Of the attempt in view. */
  readonly capture: Capture;
}

const mostSkipped = 5;

/** Where a file came from, what the person who made it says, and every gap by its name. */
export function AboutDocument({ document: { name, story }, capture }: AboutDocumentProps) {
  const { source, machine, gaps, skipped } = capture;
  const facts = [
    sourceWords(source.kind, source.creator),
    machine.platform,
    machine.zoneOffsetMinutes === null ? null : zoneWords(machine.zoneOffsetMinutes),
    plural(source.entries, 'request'),
  ].filter((fact) => fact !== null);
  const said = story && [
    ['Goal', story.goal],
    ['Did', story.did],
    ['Saw', story.saw],
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
      {said?.some(([, words]) => words) && (
        <dl class="about-story">
          {said.map(
            ([label, words]) =>
              words && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <bdi>{printableLines(words)}</bdi>
                  </dd>
                </div>
              ),
          )}
        </dl>
      )}
      {gaps.length > 0 && source.kind !== 'link' && (
        <p class="about-gaps" data-gaps={gaps.join(' ')}>
          <Icon name="eye-off" size={14} />
          <span>Not seen: {gaps.map((gap) => gapWords(gap)).join('; ')}.</span>
        </p>
      )}
      {source.kind === 'har' && source.browser === 'chrome' && gaps.includes('header-hidden') && (
        <p class="about-gaps">
          <Icon name="info" size={14} />
          <span>
            To get them: in the Network panel choose “Export HAR (with sensitive data)”; if it is not there, allow it in the settings of the
            developer tools. Then save it redacted here before you pass it on.
          </span>
        </p>
      )}
      {skipped.length > 0 && (
        <p class="about-gaps">
          <Icon name="alert" size={14} />
          <span>
            {plural(skipped.length, 'entry', 'entries')} could not be read:{' '}
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
