/** How many mutants the tests noticed, and those they did not. */

export interface Mutated {
  readonly folder: string;
  readonly file: string;
  /** The first line is 1. */
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly was: string;
  readonly became: string;
  readonly killed: boolean;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

const oneLine = (text: string, most = 90): string => {
  const short = text.replace(/\s+/g, ' ').trim();
  return short.length > most ? `${short.slice(0, most - 1)}…` : short;
};

export function score(all: readonly Mutated[]): number {
  return all.length === 0 ? 0 : (100 * all.filter(({ killed }) => killed).length) / all.length;
}

export function scoresByFolder(all: readonly Mutated[]): string {
  const folders = [...new Set(all.map(({ folder }) => folder))];
  const lines = [...folders, null].map((folder) => {
    const own = all.filter((one) => folder === null || one.folder === folder);
    const killed = own.filter((one) => one.killed).length;
    return `${(folder ?? 'all').padEnd(30)}${String(own.length).padStart(8)}${String(killed).padStart(8)}${percent(killed, own.length).padStart(10)}`;
  });
  return [`${'folder'.padEnd(30)}${'mutants'.padStart(8)}${'killed'.padStart(8)}${'score'.padStart(10)}`, ...lines].join('\n');
}

export function survivors(all: readonly Mutated[]): string {
  return all
    .filter(({ killed }) => !killed)
    .map(
      ({ file, line, column, kind, was, became }) =>
        `${file}:${line}:${column}  ${kind}\n    was     ${oneLine(was)}\n    became  ${oneLine(became)}`,
    )
    .join('\n');
}
