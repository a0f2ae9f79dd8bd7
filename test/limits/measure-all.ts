/** Every server that can be run here, every quantity over every protocol it speaks, beside what the table says. */
import type { ServerLimits } from '../../lib/field/limits/model.ts';
import { serverById } from '../../lib/field/limits/table.ts';
import { askH1, askH2 } from './ask.ts';
import { type Judgement, judge, type Said, said } from './compare.ts';
import { quantities } from './quantities.ts';
import { type Boundary, smallestRefused } from './search.ts';
import { apache } from './servers/apache.ts';
import { haproxy } from './servers/haproxy.ts';
import { nginx } from './servers/nginx.ts';
import { node } from './servers/node.ts';
import { startOrigin } from './servers/origin.ts';
import type { Running } from './servers/serve.ts';

export interface Row {
  readonly server: string;
  readonly version: string;
  readonly protocol: 'h1' | 'h2';
  readonly quantity: string;
  readonly expected: Said;
  readonly found: Boundary;
  readonly judgement: Judgement;
}

/** Bytes of an answer's status line and headers. The one that grows is a single Set-Cookie line. */
const answerSizes = { low: 200, high: 300_000 };
/** Everything of the origin's answer that is not that line. */
const besideBytes = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n'.length + 4;

function saidOfAnswers({ response }: ServerLimits): Said {
  const ends = [response?.total, response?.header === undefined ? undefined : response.header + besideBytes].filter((n) => n !== undefined);
  return { refused: ends.length > 0 ? Math.min(...ends) + 1 : null, of: null, answers: response?.answers ?? [] };
}

async function rowsOf(running: Running, server: ServerLimits): Promise<Row[]> {
  const rows: Row[] = [];
  const notes = server.notes ?? [];
  for (const protocol of ['h1', 'h2'] as const) {
    const port = running[protocol];
    if (port === null) continue;
    const ask = protocol === 'h1' ? askH1 : askH2;
    const about = { server: running.name, version: running.version, protocol };
    for (const quantity of quantities(protocol)) {
      const expected = said(server, protocol, quantity);
      const found = await smallestRefused(quantity.low, quantity.high, (size) => ask(port, quantity.make(size)));
      const judgement = judge(
        expected,
        found,
        notes.filter(({ of }) => of !== 'response'),
        running.version,
        protocol,
      );
      rows.push({ ...about, quantity: quantity.says, expected, found, judgement });
    }
    if (!running.proxies) continue;
    const expected = saidOfAnswers(server);
    const found = await smallestRefused(answerSizes.low, answerSizes.high, (size) =>
      ask(port, { target: `/answer?n=${size}`, headers: [] }),
    );
    const judgement = judge(
      expected,
      found,
      notes.filter(({ of }) => of === 'response'),
      running.version,
      protocol,
    );
    rows.push({ ...about, quantity: 'bytes of the headers of an answer', expected, found, judgement });
  }
  return rows;
}

const starts: readonly { readonly id: string; readonly name: string; readonly start: (origin: number) => Promise<Running | null> }[] = [
  { id: 'nginx', name: 'nginx', start: nginx },
  { id: 'apache', name: 'Apache httpd with mod_http2', start: apache },
  { id: 'node', name: 'Node.js', start: node },
  { id: 'haproxy', name: 'HAProxy', start: haproxy },
];

/** Rows of every server, and the names of those that could not be had. */
export async function measureAll(): Promise<{ readonly rows: readonly Row[]; readonly missing: readonly string[] }> {
  const rows: Row[] = [];
  const missing: string[] = [];
  const origin = await startOrigin();
  try {
    for (const { id, name, start } of starts) {
      const server = serverById(id);
      if (!server) throw new Error(`the table has no row called ${id}`);
      const running = await start(origin.port);
      if (!running) {
        missing.push(name);
        continue;
      }
      try {
        rows.push(...(await rowsOf(running, server)));
      } finally {
        await running.close();
      }
    }
  } finally {
    await origin.close();
  }
  return { rows, missing };
}
