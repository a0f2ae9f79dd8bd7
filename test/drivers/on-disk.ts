/** What a browser has written to its profile. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files below the folder in which one of the texts stands, as UTF-8 or UTF-16. */
export function filesHolding(folder: string, texts: readonly string[]): readonly string[] {
  const wanted = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      try {
        const bytes = readFileSync(file);
        return wanted.some((text) => bytes.includes(text));
      } catch {
        // Gone, or locked by the browser.
        return false;
      }
    });
}
