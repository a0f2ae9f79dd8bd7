/** Documents as their readers use them: headings to jump to, links, pictures, commands to copy. */

export interface Link {
  /** As it is written: a path, with or without what stands behind the `#`. */
  readonly target: string;
  /** Null for a link; of a picture, what is said in its place. */
  readonly alt: string | null;
}

/** Everything but fenced blocks and code within a line, which hold no links. */
function prose(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
}

const isElsewhere = (target: string) => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);

/** Links and pictures within the repository. */
export function linksIn(markdown: string): readonly Link[] {
  const text = prose(markdown);
  const written = [...text.matchAll(/(!?)\[((?:[^[\]]|!?\[[^\]]*\]\([^)]*\))*)\]\(([^)\s]+)[^)]*\)/g)].map(
    ([, mark, words = '', target = '']) => ({
      target,
      alt: mark === '!' ? words : null,
    }),
  );
  const marked = [...text.matchAll(/<img\b[^>]*>/g)].map(([tag]) => ({
    target: /\bsrc="([^"]*)"/.exec(tag)?.[1] ?? '',
    alt: /\balt="([^"]*)"/.exec(tag)?.[1] ?? '',
  }));
  return [...written, ...marked].filter(({ target }) => !isElsewhere(target));
}

/** What stands behind the `#` of a link to a heading, as the sites that show Markdown make it. */
export function anchorsIn(markdown: string): ReadonlySet<string> {
  const known = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading = ''] of markdown.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const words = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]|(?<!\w)_|_(?!\w)/g, '');
    const slug = words
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    const before = known.get(slug) ?? 0;
    known.set(slug, before + 1);
    anchors.add(before === 0 ? slug : `${slug}-${before}`);
  }
  return anchors;
}

/** A command in words, without what a shell does to them. */
export type Command = readonly [program: string, ...words: string[]];

const programs = /^(?:npm|npx|node|node_modules\/\.bin\/node|roundtrip)$/;

/** Lines of fenced blocks that name no other language, and code within a line, where they begin with a program of ours and say what it is to do. */
export function commandsIn(markdown: string): readonly Command[] {
  const fenced = [...markdown.matchAll(/^```(?:sh|yaml|yml)?\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...markdown.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...fenced, ...inline].flatMap((line): Command[] => {
    const words = line
      .replace(/^\s*(?:- )?(?:run: )?/, '')
      // Behind two blanks, what it does is said.
      .replace(/ +# .*$/, '')
      .split(/ +/)
      .filter((word) => word !== '');
    const at = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
    const [program, ...rest] = words.slice(at);
    return program !== undefined && programs.test(program) && rest.length > 0 ? [[program, ...rest]] : [];
  });
}
