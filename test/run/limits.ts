/** `npm run limits`: servers with their default limits, run on this computer, beside what the table of limits says of them. */
import { measureAll } from '../limits/measure-all.ts';
import { asTable } from '../limits/print.ts';

const { rows, missing } = await measureAll();
process.stdout.write(`${asTable(rows)}\n\n`);
const different = rows.filter(({ judgement }) => judgement.kind === 'different').length;
process.stdout.write(`${rows.length - different} as the table says or explained, ${different} different\n`);
if (missing.length > 0)
  process.stderr.write(`roundtrip: ${missing.join(' and ')} could not be found or installed: install it, and run this again.\n`);
process.exitCode = different > 0 || missing.length > 0 ? 1 : 0;
