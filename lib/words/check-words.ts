/** What the checks say, in another language than the source. The English words stand in the check objects (`lib/checks`). */
import type { Said } from './said.ts';

/** As in a check's own messages; `{name}` stands for the same fact, and what is between backticks is never translated. */
export interface MessageWords {
  readonly title: string;
  readonly plain: string;
  readonly text: string;
  readonly fix: string;
}

/** By check id, then by message. A test holds it complete. `said`: by place, where a check fills it with words of its own. */
export type CheckWords = Readonly<
  Record<
    string,
    {
      readonly title: string;
      readonly messages: Readonly<Record<string, MessageWords>>;
      readonly said?: Readonly<Record<string, Said>>;
    }
  >
>;
