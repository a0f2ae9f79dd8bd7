import { useMemo } from 'preact/hooks';
import type { LimitLine } from '../../lib/session/limit-table.ts';
import { browserLines, limitTable } from '../../lib/session/limit-table.ts';
import type { HopSizes } from '../../lib/session/sizes.ts';
import { diagram } from '../../lib/words/en/diagram.ts';
import { spokenTag } from '../../lib/words/speaking.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { Prose } from '../kit/prose.tsx';
import { Tag } from '../kit/tag.tsx';

export interface LimitListProps {
  readonly sizes: readonly HopSizes[];
  readonly answering: Parameters<typeof limitTable>[1];
}

const number = (bytes: number | null) => (bytes === null ? diagram().none : bytes.toLocaleString(spokenTag()));

/** The limits by name, with where they are known from: what the lines of the chart mean. */
export function LimitList({ sizes, answering }: LimitListProps) {
  const words = diagram();
  const lines = useMemo(() => limitTable(sizes, answering), [sizes, answering]);
  return (
    <div class="size-about">
      <p>{words.sizesLead}</p>
      <Disclosure summary={words.limits}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a narrow window, it is scrolled by itself, by keyboard too. */}
        <section class="size-table" aria-label={words.limitsLabel} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {[words.server, words.address, words.oneHeader, words.allHeaders, words.passedBy, words.known].map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.server.id} line={line} />
              ))}
              {browserLines.map(({ name, address, cookie, source }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{number(address)}</td>
                  <td>{words.oneCookie(number(cookie))}</td>
                  <td>{words.none}</td>
                  <td>{words.none}</td>
                  <td>
                    <Prose text={source} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Disclosure>
    </div>
  );
}

function Line({ line: { server, address, query, header, total, lineAndHeaders, passedBy, answered } }: { readonly line: LimitLine }) {
  const words = diagram();
  return (
    <tr data-passed={passedBy > 0 || undefined} data-answered={answered || undefined}>
      <th scope="row">
        {server.name} {answered && <Tag tone="accent">{words.answered}</Tag>}
      </th>
      <td>
        {address === null && query !== null ? '' : number(address)}
        {query !== null && ` ${words.query} ${number(query)}`}
      </td>
      <td>{number(header)}</td>
      <td>
        {total === null && lineAndHeaders !== null ? '' : number(total)}
        {lineAndHeaders !== null && ` ${words.withAddress} ${number(lineAndHeaders)}`}
      </td>
      <td>{passedBy === 0 ? words.noHop : words.hops(passedBy)}</td>
      <td>
        {words.grade[server.grade]}, {server.seenAt}: <Prose text={server.source} />
      </td>
    </tr>
  );
}
