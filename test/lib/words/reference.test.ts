/** What stands in the reference beside the checks: nothing of it may be left in English. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../lib/checks/catalogue.ts';
import { unseen } from '../../../lib/checks/unseen.ts';
import { reference } from '../../../lib/words/de/reference.ts';

const names = (text: string) => text.match(/`[^`]*`/g) ?? [];

describe('the reference in German', () => {
  it('has a name for every place in a message', () => {
    const places = catalogue.flatMap(({ messages }) =>
      Object.values(messages).flatMap((message) =>
        [message.title, message.plain, message.text, message.fix].flatMap((text) =>
          [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
        ),
      ),
    );
    expect([...new Set(places)].filter((place = '') => !reference.places[place])).toEqual([]);
  });

  it('has a name for every category', () => {
    expect(catalogue.filter(({ category }) => !reference.categories[category])).toEqual([]);
  });

  it('says everything that can not be seen, and nothing else', () => {
    const sentences = unseen.flatMap(({ what, why, instead }) => [what, why, instead]);
    expect(Object.keys(reference.unseen).sort()).toEqual([...new Set(sentences)].sort());
    for (const [english, german] of Object.entries(reference.unseen)) expect(names(german)).toEqual(names(english));
  });
});
