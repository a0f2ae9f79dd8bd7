/** What parameters mean, in the language that is spoken; nothing in English, whose sentences stand in `lib/spec/parameters.ts`. */
import { section } from './speaking.ts';

/** By the parameter's name. */
export type ParameterWords = Readonly<Record<string, string>>;

const words = section<ParameterWords>('parameters', {});

/** Names come from strangers: own ones only. */
export function parameterText(name: string, english: string): string {
  const spoken = words();
  return Object.hasOwn(spoken, name) ? (spoken[name] ?? english) : english;
}
