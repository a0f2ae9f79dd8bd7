/** Names with variables in them, as a provider writes one address for all its tenants: `https://login.example/{tenantid}/v2.0`. */

/** No provider writes as many; the time it takes grows with them. */
const mostVariables = 8;
const longestValue = 200;

/** Whether the text is the template with every variable filled in, each without a slash. False where the template has no variable. */
export function fitsTemplate(template: string, text: string): boolean {
  const [beginning = '', ...parts] = template.split(/\{[^{}/]{1,40}\}/);
  if (parts.length === 0 || parts.length > mostVariables || !text.startsWith(beginning)) return false;
  // Not as an expression: with several variables side by side it would try every way to share the text among them.
  let reached: readonly number[] = [beginning.length];
  for (const part of parts) {
    const next = new Set<number>();
    for (const from of reached)
      for (let at = from + 1; at <= Math.min(from + longestValue, text.length) && text[at - 1] !== '/'; at++)
        if (text.startsWith(part, at)) next.add(at + part.length);
    reached = [...next];
  }
  return reached.includes(text.length);
}
