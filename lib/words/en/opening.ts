/** Why something from outside can not be opened. Who reads it says why, in a phrase of English: this is how it is shown. */
import { section } from '../speaking.ts';

export const opening = section('opening', {
  because: (phrase: string) => phrase,
  /** What follows it. */
  accepted: 'HAR 1.1 and 1.2 files, Roundtrip captures, JSON exports of SAML-tracer and addresses of logins are accepted.',
});
