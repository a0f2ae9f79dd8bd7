/** Looks for planted secrets in what a redaction wrote, in every form a reader of the file could undo. */

const htmlOf = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

/** What of the base64 text only this secret decides, with 0, 1 or 2 bytes before it. */
function base64Forms(text: string): string[] {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return ['', '.', '..'].flatMap((before) => {
    const whole = btoa(before + bytes).replace(/=+$/, '');
    const form = whole.slice([0, 2, 3][before.length], (before.length + bytes.length) % 3 === 0 ? undefined : -1);
    return [form, form.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

export function formsOf(secret: string): string[] {
  const once = encodeURIComponent(secret);
  return [secret, once, encodeURIComponent(once), once.replaceAll('%20', '+'), JSON.stringify(secret).slice(1, -1), htmlOf(secret)].flatMap(
    (form) => [form, JSON.stringify(form).slice(1, -1)],
  );
}

export interface Planted {
  readonly secret: string;
  /** As it was written in the file. */
  readonly written: string;
  readonly where: string;
}

const start = 8;

/** Where each of the secrets that are still there was planted. */
export function survivors(output: string, planted: readonly Planted[]): string[] {
  const lower = output.toLowerCase();
  const inAnyCase = new Map<string, { form: string; of: Planted }[]>();
  const inThisCase = new Map<string, { form: string; of: Planted }[]>();
  const seek = (map: typeof inAnyCase, form: string, of: Planted) => {
    if (form.length < start) return;
    const key = form.slice(0, start);
    map.set(key, [...(map.get(key) ?? []), { form, of }]);
  };
  for (const of of planted) {
    for (const form of new Set([...formsOf(of.secret), of.written, encodeURIComponent(of.written)]))
      seek(inAnyCase, form.toLowerCase(), of);
    for (const form of new Set(base64Forms(of.secret))) seek(inThisCase, form, of);
  }
  const found = new Set<Planted>();
  for (const [text, map] of [
    [lower, inAnyCase],
    [output, inThisCase],
  ] as const)
    for (let at = 0; at + start <= text.length; at++)
      for (const { form, of } of map.get(text.slice(at, at + start)) ?? []) if (text.startsWith(form, at)) found.add(of);
  return [...found].map(({ where, secret }) => `${where}: ${secret}`);
}
