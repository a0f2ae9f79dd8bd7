/** What Stryker is told about this code: what needs no mutants, and which of the mutants are drawn into the sample. */
import { draw } from './sample.ts';

/** The part of Babel's path that is looked at. */
interface NodePath {
  readonly node: {
    readonly type: string;
    readonly value?: unknown;
    readonly key?: { readonly name?: string };
    readonly callee?: { readonly name?: string };
    readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
  };
  readonly parentPath: NodePath | null;
}

/** Three words or more are a sentence: people read those, and docs/checks.md is compared letter by letter. */
const isSentence = (text: string): boolean => text.trim().split(/\s+/).length >= 3;

export function shouldIgnore(path: NodePath): string | undefined {
  const { node } = path;
  const call = path.parentPath?.parentPath?.node;
  if (
    node.type === 'ObjectProperty' &&
    call?.type === 'CallExpression' &&
    call.callee?.name === 'defineCheck' &&
    node.key?.name !== 'inspect'
  )
    return 'the test of the catalogue compares what a check says about itself';
  if (node.type === 'StringLiteral' && typeof node.value === 'string' && isSentence(node.value)) return 'a sentence';
  if (node.type === 'TemplateLiteral' && isSentence((node.quasis ?? []).map(({ value }) => value.raw).join('x'))) return 'a sentence';
  return undefined;
}

interface Mutant {
  readonly id: string;
}

/** Stryker asks checkers whether a mutant compiles; this one says that it is not in the sample. */
class Sample {
  #drawn: ReadonlySet<string> | null = null;

  async init(): Promise<void> {
    this.#drawn = null;
  }

  async group(mutants: readonly Mutant[]): Promise<string[][]> {
    const count = Number(process.env['ROUNDTRIP_MUTATE_SAMPLE'] ?? Number.POSITIVE_INFINITY);
    const ids = mutants.map(({ id }) => id);
    this.#drawn = new Set(draw(ids, count, Number(process.env['ROUNDTRIP_MUTATE_SEED'] ?? 1)));
    return [ids];
  }

  async check(mutants: readonly Mutant[]): Promise<Record<string, { readonly status: string; readonly reason?: string }>> {
    return Object.fromEntries(
      mutants.map(({ id }) => [id, this.#drawn?.has(id) ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' }]),
    );
  }
}

export const strykerPlugins = [
  { kind: 'Ignore', name: 'words', value: { shouldIgnore } },
  { kind: 'Checker', name: 'sample', injectableClass: Sample },
];
