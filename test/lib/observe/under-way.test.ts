import fc from 'fast-check';
import { expect, it } from 'vitest';
import { link } from '../../../lib/correlate/link.ts';
import type { Flow } from '../../../lib/model/flow.ts';
import { setScene, setStage, siblings, underWay } from '../../../lib/observe/scene.ts';
import { healthy } from '../../build/stories.ts';
import { capture as drawn } from '../../build/trace.ts';

it('finds the logins that wait for an answer at the same time, as a walk through all of them does', () => {
  const { capture } = drawn(healthy['a single-page app'] ?? '', 'web-request');
  const [login] = link(capture.exchanges);
  if (!login?.response) throw new Error('no login');
  const { response } = login;
  const at = fc.integer({ min: 0, max: 40 });
  const logins = fc.array(fc.record({ startedAt: at, answered: fc.option(at) }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(logins, at, at, (list, from, to) => {
      const all = list.map(
        ({ startedAt, answered }, i): Flow => ({
          ...login,
          id: `f${i + 1}`,
          startedAt,
          response: answered === null ? null : { ...response, at: answered },
        }),
      );
      const scene = setScene(setStage(capture, all), all[0] ?? login);
      const plain = siblings(scene).filter((f) => f.startedAt < to && (f.response?.at ?? Number.POSITIVE_INFINITY) > from);
      expect(underWay(scene, from, to)).toEqual(plain);
    }),
  );
});
