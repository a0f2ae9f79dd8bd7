/** What is known of error codes and providers is said in German, all of it. */
import { describe, expect, it } from 'vitest';
import { profiles } from '../../../lib/field/providers/profile-of.ts';
import { errorCodes } from '../../../lib/spec/errors.ts';
import { subCodes } from '../../../lib/spec/sub-codes.ts';
import { errorFixes, errorReasons } from '../../../lib/words/de/errors.ts';
import { refreshRecipes } from '../../../lib/words/de/providers.ts';
import { saidAs } from '../../../lib/words/said.ts';

const meanings = [...Object.values(errorCodes), ...subCodes, ...profiles.flatMap(({ codes }) => Object.values(codes?.is ?? {}))];
const backticked = (text: string) => [...text.matchAll(/`[^`]*`/g)].map(([name]) => name).sort();

describe('German of what the standards say', () => {
  it('has every reason and every fix of the error codes', () => {
    for (const { reason, fix } of meanings) {
      expect(Object.keys(errorReasons), reason).toContain(reason);
      expect(Object.keys(errorFixes), fix).toContain(fix);
    }
  });

  it('names the same things', () => {
    for (const said of [errorReasons, errorFixes, refreshRecipes])
      for (const [english, german] of Object.entries(said)) expect(backticked(german), english).toEqual(backticked(english));
  });

  it('says how a refresh token is asked for, wherever a provider has a way of its own', () => {
    for (const { refresh } of profiles)
      if (refresh && /[a-z] [a-z]/i.test(refresh.is)) expect(saidAs(refreshRecipes, refresh.is, 'de-DE')).not.toBe(refresh.is);
  });
});
