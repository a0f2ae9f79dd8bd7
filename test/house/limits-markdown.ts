/** docs/limits.md, printed from the table. */
import { browserRows, commonLimits } from '../../lib/field/limits/browsers.ts';
import type { Answer, ProtocolLimits, Quantity, ResponseLimits, ServerLimits } from '../../lib/field/limits/model.ts';
import { serverLimits } from '../../lib/field/limits/table.ts';

const number = (value: number): string => value.toLocaleString('en-US');

const things: Readonly<Record<Quantity, string>> = {
  line: 'request line',
  url: 'address',
  query: 'query',
  segment: 'one step of the path',
  header: 'one header',
  encodedField: 'one header, compressed',
  total: 'all headers',
  lineAndHeaders: 'address and headers',
  count: 'headers (number)',
  cookies: 'cookies (number)',
};

const answered = (answers: readonly Answer[]): string =>
  answers.map((answer) => (answer === 'breaks' ? 'the connection ends' : String(answer))).join(', ');

function limitsInCell(limits: ProtocolLimits): string {
  const parts = (Object.keys(things) as Quantity[]).flatMap((quantity) => {
    const limit = limits[quantity];
    return limit === undefined
      ? []
      : [`${things[quantity]} ${number(limit)} → ${answered(limits.answers[quantity] ?? limits.answers.else)}`];
  });
  if (limits.crumbsCount) parts.push('each cookie counts as a header');
  else if (limits.crumbs === 'separate') parts.push('cookies are measured one by one');
  return parts.join('<br>');
}

function answerInCell(response: ResponseLimits | undefined): string {
  if (!response) return '';
  const parts = [
    ...(response.total === undefined ? [] : [`all headers ${number(response.total)}`]),
    ...(response.header === undefined ? [] : [`one header ${number(response.header)}`]),
  ];
  return `${parts.join(', ')} → ${answered(response.answers)}`;
}

function row(server: ServerLimits): string {
  const h2 = server.h2 === undefined ? 'the same' : server.h2 === null ? 'not spoken' : limitsInCell(server.h2);
  const tells = server.tells.map(({ header, pattern }) => `${header}: ${pattern.source === '.' ? 'any' : `/${pattern.source}/`}`);
  const cells = [
    `**${server.name}**`,
    limitsInCell(server.h1),
    h2,
    answerInCell(server.response),
    tells.length > 0 ? tells.map((tell) => `\`${tell.replaceAll('|', '\\|')}\``).join('<br>') : 'nothing',
    server.remedy ?? 'fixed',
    `${server.grade}, ${server.seenAt}: ${server.source}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

export function limitsMarkdown(): string {
  const notes = serverLimits.flatMap(({ name, notes: all = [] }) =>
    all.map(({ of, over, before, says }) => {
      const where = over ? (over === 'h1' ? ' over HTTP/1.1' : ' over HTTP/2') : '';
      const thing = of === 'response' ? 'the headers of an answer' : things[of];
      return `- ${name}, ${thing}${where}${before ? `, before ${before}` : ''}: ${says}`;
    }),
  );
  return `# Size limits

What servers take **by default**, in bytes. Operators change them: a finding says "over the default of", and names a server only where
the answer carries that server's own sign. Printed from [lib/field/limits](../lib/field/limits/table.ts).

Grades: **O** observed by running the server, **S** read in its source, **D** the vendor's documentation, **F** field reports, **M** general
knowledge. Every number is the largest that is still taken. \`npm run limits\` runs nginx, Apache httpd, Node.js and HAProxy on this
computer and compares.

## Servers

| server | HTTP/1.1 | HTTP/2 and 3 | answers of the app behind it | known by | raised by | grade and source |
| ------ | -------- | ------------ | ---------------------------- | -------- | --------- | ---------------- |
${serverLimits.map(row).join('\n')}

A server that does not say what it is, is measured against the lowest defaults in wide use: request line ${number(commonLimits.line)},
one header ${number(commonLimits.header)}, address and headers ${number(commonLimits.lineAndHeaders)}.

## Where a version or a platform differs

${notes.join('\n')}

## Browsers

| browser | address | name and value of a cookie | one attribute | cookies | source |
| ------- | ------- | -------------------------- | ------------- | ------- | ------ |
${browserRows.map((b) => `| ${b.name} | ${number(b.address)} | ${number(b.cookie)} | ${number(b.attribute)} | ${b.cookies} | ${b.source} |`).join('\n')}
`;
}
