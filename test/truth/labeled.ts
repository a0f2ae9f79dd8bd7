/** A capture and what is known to be true of it. */
import type { Capture } from '../../lib/model/capture.ts';
import type { Profile } from '../../lib/model/finding.ts';

export interface Label {
  /** Check that must head the verdict; null: none may; undefined: nobody said. */
  readonly headline?: string | null;
  /** Checks that must be among the findings, the headline apart. */
  readonly also: readonly string[];
  /** Checks that may not be found. */
  readonly silent: readonly string[];
  /** Nothing above a remark may be found, but for `also`. */
  readonly healthy: boolean;
}

export interface Labeled {
  /** Where to find it: a file, and a name in it. */
  readonly name: string;
  readonly origin: 'drawn' | 'saved' | 'recorded' | 'folder';
  readonly label: Label;
  /** Weaknesses are errors for the auditor only. */
  readonly profile: Profile;
  readonly open: () => Capture;
}

export const nothingKnown: Label = { also: [], silent: [], healthy: false };
