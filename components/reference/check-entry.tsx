import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Check, Message } from '../../lib/checks/define.ts';
import type { MessageWords } from '../../lib/words/check-words.ts';
import { reference as say } from '../../lib/words/en/reference.ts';
import { CiteLink } from '../finding/cite-link.tsx';
import { findingLook, whoWords } from '../finding/words.ts';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { Tag } from '../kit/tag.tsx';
import { spoken, unfilled } from './search.ts';

export interface CheckEntryProps {
  readonly check: Check;
  /** The address names it: it stands open, and the focus is on it. */
  readonly named: boolean;
}

/** One check as it stands in the catalogue: every case in both voices, and where the standards say so. */
export function CheckEntry({ check, named }: CheckEntryProps) {
  const [open, setOpen] = useState(named);
  const head = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!named) return;
    setOpen(true);
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'start' });
  }, [named]);
  const look = findingLook({ severity: check.severity, role: 'cause' });
  return (
    <li class="check-entry" data-check={check.id} data-open={open} data-tone={look.tone}>
      <h4>
        <button type="button" ref={head} class="check-head" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <span class="finding-mark" role="img" aria-label={look.words}>
            <Icon name={look.icon} size={13} />
          </span>
          <span class="check-title">
            <Prose text={spoken(check).title} />
          </span>
          <code class="check-id">{check.id}</code>
          <Icon name="chevron" size={12} class="turn" />
        </button>
      </h4>
      <div id={id} class="check-body" hidden={!open}>
        {open && <CheckBody check={check} />}
      </div>
    </li>
  );
}

function CheckBody({ check }: { readonly check: Check }) {
  const words = say();
  const { messages } = spoken(check);
  return (
    <>
      <p class="check-kind">
        {words.kinds[check.kind]}. {whoWords(check.owner)}.{check.tier === 'core' && ` ${words.core}`}
      </p>
      <ul class="check-cases">
        {Object.entries(check.messages).map(([key, message]) => (
          <li key={key} data-message={key}>
            <Case check={check} message={message} words={messages[key] ?? message} />
          </li>
        ))}
      </ul>
      <dl class="check-facts">
        <div>
          <dt>{words.source}</dt>
          <dd class="finding-cites">
            {check.cites.map((cite) => (
              <CiteLink key={`${cite.spec}${cite.section}`} cite={cite} about={check.id} />
            ))}
          </dd>
        </div>
        {check.aliases && check.aliases.length > 0 && (
          <div>
            <dt>{words.earlierNames}</dt>
            <dd>
              {check.aliases.map((alias) => (
                <code key={alias}>{alias} </code>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

interface CaseProps {
  readonly check: Check;
  readonly message: Message;
  readonly words: MessageWords;
}

function Case({ check, message, words }: CaseProps) {
  const look = findingLook({ severity: message.severity ?? check.severity, role: 'cause' });
  return (
    <>
      <h5>
        <Prose text={unfilled(words.title)} /> <Tag tone={look.tone}>{look.words}</Tag>
      </h5>
      <dl>
        <div>
          <dt>{say().forUser}</dt>
          <dd>
            <Prose text={unfilled(words.plain)} />
          </dd>
        </div>
        <div>
          <dt>{say().seen}</dt>
          <dd>
            <Prose text={unfilled(words.text)} />
          </dd>
        </div>
        <div>
          <dt>{say().toDo}</dt>
          <dd>
            <Prose text={unfilled(words.fix)} /> <span class="finding-owner">{whoWords(message.owner ?? check.owner)}.</span>
          </dd>
        </div>
      </dl>
    </>
  );
}
