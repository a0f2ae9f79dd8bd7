import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Check, CheckKind, Message } from '../../lib/checks/define.ts';
import { CiteLink } from '../finding/cite-link.tsx';
import { findingLook, whoWords } from '../finding/words.ts';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { Tag } from '../kit/tag.tsx';
import { unfilled } from './search.ts';

const kindWords: Readonly<Record<CheckKind, string>> = {
  breakage: 'Why a login fails',
  leak: 'A credential in the wrong place',
  weakness: 'What could be stolen: told about working logins in the auditor’s profile only',
  remark: 'Worth knowing before it hurts',
};

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
            <Prose text={check.title} />
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
  return (
    <>
      <p class="check-kind">
        {kindWords[check.kind]}. {whoWords(check.owner)}.{check.tier === 'core' && ' Part of the core set.'}
      </p>
      <ul class="check-cases">
        {Object.entries(check.messages).map(([key, message]) => (
          <li key={key} data-message={key}>
            <Case check={check} message={message} />
          </li>
        ))}
      </ul>
      <dl class="check-facts">
        <div>
          <dt>Source</dt>
          <dd class="finding-cites">
            {check.cites.map((cite) => (
              <CiteLink key={`${cite.spec}${cite.section}`} cite={cite} about={check.id} />
            ))}
          </dd>
        </div>
        {check.aliases && check.aliases.length > 0 && (
          <div>
            <dt>Earlier names</dt>
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

function Case({ check, message }: { readonly check: Check; readonly message: Message }) {
  const look = findingLook({ severity: message.severity ?? check.severity, role: 'cause' });
  return (
    <>
      <h5>
        <Prose text={unfilled(message.title)} /> <Tag tone={look.tone}>{look.words}</Tag>
      </h5>
      <dl>
        <div>
          <dt>For the user</dt>
          <dd>
            <Prose text={unfilled(message.plain)} />
          </dd>
        </div>
        <div>
          <dt>What was seen</dt>
          <dd>
            <Prose text={unfilled(message.text)} />
          </dd>
        </div>
        <div>
          <dt>What to do</dt>
          <dd>
            <Prose text={unfilled(message.fix)} /> <span class="finding-owner">{whoWords(message.owner ?? check.owner)}.</span>
          </dd>
        </div>
      </dl>
    </>
  );
}
