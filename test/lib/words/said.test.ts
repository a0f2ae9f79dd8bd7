import { expect, test } from 'vitest';
import { saidAs } from '../../../lib/words/said.ts';

const say = (said: Readonly<Record<string, string>>, value: string) => saidAs(said, value, 'de-DE');

test('words are found as they are', () => {
  expect(say({ expired: 'abgelaufen' }, 'expired')).toBe('abgelaufen');
});

test('what is not known stays, names of objects included', () => {
  expect(say({ expired: 'abgelaufen' }, 'constructor')).toBe('constructor');
  expect(say({}, 'app.example')).toBe('app.example');
});

test('what differs is kept, and its numbers are written as the language does', () => {
  expect(say({ ' ({n} bytes)': ' ({n} Byte)' }, ' (16,384 bytes)')).toBe(' (16.384 Byte)');
  expect(say({ 'after {n} s': 'nach {n} s' }, 'after 4.50 s')).toBe('nach 4,50 s');
  expect(say({ '{n}': '{n}' }, '1200')).toBe('1200');
  expect(say({ '{n}': '{n}' }, 'app.example')).toBe('app.example');
});

test('what differs may be words of the list again', () => {
  const claims = { 'a name': 'ein Name', 'a mail address': 'eine E-Mail-Adresse', '{a}, {b}': '{a}, {b}' };
  expect(say(claims, 'a mail address, a name')).toBe('eine E-Mail-Adresse, ein Name');
});

test('signs of patterns are only signs', () => {
  expect(say({ 'it ended (at {n}).': 'es endete ({n}).' }, 'it ended (at 3).')).toBe('es endete (3).');
  expect(say({ 'it ended (at {n}).': 'es endete ({n}).' }, 'it ended (at 3)!')).toBe('it ended (at 3)!');
});
