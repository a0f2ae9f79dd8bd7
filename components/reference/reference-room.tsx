import { useMemo, useState } from 'preact/hooks';
import { catalogue } from '../../lib/checks/catalogue.ts';
import type { Check } from '../../lib/checks/define.ts';
import { unseen } from '../../lib/checks/unseen.ts';
import type { Severity } from '../../lib/model/finding.ts';
import { printable } from '../../lib/read/printable.ts';
import { reference as say } from '../../lib/words/en/reference.ts';
import { Button, IconButton } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';
import { CheckEntry } from './check-entry.tsx';
import { categoryWords, everything, findChecks, namesOf, type Wanted } from './search.ts';

const categories = [...new Set(catalogue.map((check) => check.category))];
const severities: readonly Severity[] = ['error', 'warning', 'info'];

export interface ReferenceRoomProps {
  /** The check that the address names, by any of its names. */
  readonly check: string | null;
}

/** Everything that is checked, from the same objects that do it. */
export function ReferenceRoom({ check: asked }: ReferenceRoomProps) {
  const [wanted, setWanted] = useState<Wanted>(everything);
  const found = useMemo(() => findChecks(catalogue, wanted), [wanted]);
  const named = asked === null ? null : (catalogue.find((check) => namesOf(check).includes(asked)) ?? null);
  const words = say();
  const all = words.checks(catalogue.length);
  const searching = wanted !== everything;
  return (
    <div class="stage reference">
      <div class="reference-column">
        <h2 class="reference-name">{words.title}</h2>
        <p class="reference-note">{words.lead}</p>
        <Search wanted={wanted} onWanted={setWanted} />
        <p class="reference-count" role="status">
          {searching ? words.found(found.length, all) : all}
          {searching && (
            <Button look="quiet" icon="undo" onClick={() => setWanted(everything)}>
              {words.showAll}
            </Button>
          )}
        </p>
        {asked !== null && named === null && (
          <p class="banner" data-quiet="true">
            {words.unknown(printable(asked.slice(0, 80)))}
          </p>
        )}
        {[...Map.groupBy(found, (check) => check.category)].map(([category, checks]) => (
          <Category key={category} name={category} checks={checks} named={named} />
        ))}
        {!searching && <Unseen />}
      </div>
    </div>
  );
}

interface SearchProps {
  readonly wanted: Wanted;
  readonly onWanted: (wanted: Wanted) => void;
}

function Search({ wanted, onWanted }: SearchProps) {
  const words = say();
  return (
    <search class="reference-search">
      <div class="filter">
        <Icon name="search" size={13} />
        <input
          type="search"
          id="reference-words"
          aria-label={words.searchName}
          placeholder={words.searchHint}
          value={wanted.words}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => onWanted({ ...wanted, words: event.currentTarget.value })}
        />
        {wanted.words !== '' && <IconButton icon="cross" label={words.clear} onClick={() => onWanted({ ...wanted, words: '' })} small />}
      </div>
      <select
        id="reference-category"
        aria-label={words.about}
        value={wanted.category ?? ''}
        onChange={(event) => onWanted({ ...wanted, category: event.currentTarget.value || null })}
      >
        <option value="">{words.aboutEverything}</option>
        {categories.map((category) => (
          <option key={category} value={category}>
            {categoryWords(category)}
          </option>
        ))}
      </select>
      <select
        id="reference-severity"
        aria-label={words.severity}
        value={wanted.severity ?? ''}
        onChange={({ currentTarget: { value } }) => onWanted({ ...wanted, severity: severities.find((one) => one === value) ?? null })}
      >
        <option value="">{words.anySeverity}</option>
        {severities.map((severity) => (
          <option key={severity} value={severity}>
            {words.severities[severity]}
          </option>
        ))}
      </select>
    </search>
  );
}

function Category({ name, checks, named }: { readonly name: string; readonly checks: readonly Check[]; readonly named: Check | null }) {
  return (
    <section class="reference-category" aria-label={categoryWords(name)}>
      <h3>{categoryWords(name)}</h3>
      <ul>
        {checks.map((check) => (
          <CheckEntry key={check.id} check={check} named={check === named} />
        ))}
      </ul>
    </section>
  );
}

function Unseen() {
  const words = say();
  const said = (english: string) => words.unseen[english] ?? english;
  return (
    <section class="reference-category" aria-label={words.notSeen}>
      <h3>{words.notSeen}</h3>
      <p class="reference-note">{words.notSeenLead}</p>
      <ul class="reference-unseen">
        {unseen.map(({ what, why, instead }) => (
          <li key={what}>
            <strong>
              <Prose text={said(what)} />
            </strong>
            <p>
              <Prose text={said(why)} /> <Prose text={said(instead)} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
