import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStructured, textOfBase64 } from '../../../lib/read/structured.ts';
import { jwt } from '../../build/jwt.ts';

const named = (value: string) => {
  const { shape, parts, sealed } = readStructured(value);
  return [shape, sealed, parts.map((p) => `${p.name}=${p.value}`)];
};
const json = '{"a":"x","b":{"c":[1,"y"]},"d":true,"e":null}';
const inJson = ['a=x', 'c=1', 'c=y'];

describe('readStructured', () => {
  it.each<[string, string, unknown]>([
    ['JSON', json, ['json', false, inJson]],
    ['JSON, percent-encoded', encodeURIComponent(json), ['json', false, inJson]],
    ['JSON in base64', btoa(json), ['json', false, inJson]],
    ['an address', 'https://app.example/a/b?c=d#e=f', ['address', false, ['=a', '=b', 'c=d', 'e=f']]],
    ['an address in base64', btoa('https://app.example/a?c=d'), ['address', false, ['=a', 'c=d']]],
    ['a path', '/a/b?c=d', ['address', false, ['=a', '=b', 'c=d']]],
    ['an address whose letters were replaced', 'qzxrt://hfw.kdlwpqa/p/q', ['address', false, ['=p', '=q']]],
    ['parameters', 'a=1&b=two', ['parameters', false, ['a=1', 'b=two']]],
    ['a signed token', jwt({ next: '/home' }), ['json', true, ['next=/home']]],
    ['what a framework signed', `${btoa(json)}--0123456789abcdef0123`, ['json', true, [...inJson, '=0123456789abcdef0123']]],
    ['random text', '4fK9sQ2mXw7Z8hR3tB6nLp1Y', ['text', false, ['=4fK9sQ2mXw7Z8hR3tB6nLp1Y']]],
    ['bytes in base64', 'Lz9+gIGChIWG/w==', ['text', false, ['=Lz9+gIGChIWG/w==']]],
    ['two random pieces', '4fK9sQ2mXw7Z.8hR3tB6nLp1Y00000', ['text', false, ['=4fK9sQ2mXw7Z.8hR3tB6nLp1Y00000']]],
    ['broken JSON', '{"a":', ['text', false, ['={"a":']]],
    ['nothing', '', ['text', false, ['=']]],
  ])('reads %s', (_, value, expected) => expect(named(value)).toEqual(expected));

  it('reads a token without a signature as not sealed', () => {
    expect(readStructured(jwt({ a: 'b' }).replace(/[^.]*$/, '')).sealed).toBe(false);
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readStructured(text).parts.length >= 0));
  });
});

it('reads base64 of text only', () => {
  expect(textOfBase64(btoa('hello there'))).toBe('hello there');
  expect(textOfBase64('not base64!')).toBeNull();
  expect(textOfBase64(btoa('\u0000\u0001\u0002\u0003\u0004\u0005'))).toBeNull();
});
