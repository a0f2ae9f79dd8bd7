/** No view says a word of its own: all of them stand in the catalog (`lib/words`), where another language can say them, too. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hardCodedIn } from './hard-coded.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where words are chosen that people read on a screen. What reports say is English alone. */
const views = '{components/**/*.{ts,tsx},lib/session/**/*.ts,lib/explain/**/*.ts,lib/compare/words.ts,lib/shell.ts,lib/desk.ts}';

/** What is no word of a language. */
const allowed: ReadonlySet<string> = new Set([
  // The name of the product, and a command.
  'Roundtrip',
  'npm start',
  // Names of standards, as they call themselves.
  'OpenID Connect Core',
  'Form Post Response Mode',
  'Multiple Response Types',
  'OAuth for Browser-Based Apps',
  'Fetch',
  'CSP Level 3',
  // Attributes of cookies with their values, and names of browsers.
  'Secure',
  'Partitioned',
  'None',
  'Lax',
  'Strict',
  'Chrome',
  'Firefox',
  'Safari',
  // The host of an example.
  'shop.example',
  // One of the phrases that `opening().because` says in other languages.
  'it can not be read: the part of Roundtrip that reads files does not run. Close this page and open it again',
]);

describe('words', () => {
  it('all stand in the catalog', () => {
    const files = globSync(views, { cwd: root });
    expect(files.length).toBeGreaterThan(150);
    const found = files.flatMap((file) =>
      hardCodedIn(file, readFileSync(`${root}${file}`, 'utf8'), allowed).map(({ line, text }) => `${file}:${line}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe('who looks for words outside of the catalog', () => {
  /** `#{…}` stands for what is put into a template. */
  const finds = (code: string) => hardCodedIn('view.tsx', code.replaceAll('#{', '${'), allowed).map(({ text }) => text);

  it.each([
    ['<p>Nothing is recorded.</p>', 'Nothing is recorded.'],
    ['<b>empty</b>', 'empty'],
    ['<b>{many ? "them" : say.it}</b>', 'them'],
    ['<b>{known && "known"}</b>', 'known'],
    ['<b>{name ?? "unknown"}</b>', 'unknown'],
    ['<b>{`#{n} hops`}</b>', '· hops'],
    ['<button aria-label="Close" />', 'Close'],
    ['<button title={open ? "hide" : say.show} />', 'hide'],
    ['<input placeholder="Search" />', 'Search'],
    ['<Tabs label={`Tabs of #{name}`} />', 'Tabs of ·'],
    ['<Button>{"OK then"}</Button>', 'OK then'],
    ['<Button icon="cross" onClick={() => tell("It is gone")} />', 'It is gone'],
    ['const notice = "Report copied, secrets left out";', 'Report copied, secrets left out'],
    ['const looks = { error: { icon: "cross", words: "Problem" } };', 'Problem'],
    ['const word = (n) => n === 1 ? "one login" : `#{n} logins in all`;', 'one login'],
  ])('finds them in %s', (code, text) => expect(finds(code)).toContain(text));

  it.each([
    '<p>{say.nothing}</p>',
    '<p class="note lead" role="status" data-tone="bad news">{say.count(n)}: <code>{name}</code> · 3 ms</p>',
    '<h1>Roundtrip</h1>',
    '<path d="M6 3 Q 9 12 9 12" />',
    '<button aria-label={say.close(name)} title={labels["close it"]} class={open ? "is open" : "is closed"} />',
    'type Tone = "good" | "Very bad";',
    'if (look === "Not this") list.querySelector("ol > li b");',
    'switch (x) { case "One of them": break; }',
    'throw new Error("the trace holds a flow");',
    'import { a } from "./some where.ts";',
    'const look = waits ? "rail-sign rail-waiting" : "rail-sign";',
    'const tone = bad ? "bad" : "calm";',
    'const key = `#{row.id} #{row.name}`;',
    'if (["Escape", "Home"].includes(event.key)) close();',
  ])('lets code be in %s', (code) => expect(finds(code)).toEqual([]));
});
