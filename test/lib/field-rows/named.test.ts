import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../lib/checks/catalogue.ts';
import { named } from './named.ts';

describe('causes that guides to failing logins name', () => {
  const ids = new Set(catalogue.map((check) => check.id));

  it('are answered by checks that exist', () => {
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(([, checks]) => checks.length === 0)).toEqual([]);
    expect(named.flatMap(([cause, checks]) => checks.filter((id) => !ids.has(id)).map((id) => `${id}: ${cause}`))).toEqual([]);
  });

  it('stand in the list once', () => {
    expect(new Set(named.map(([cause]) => cause)).size).toBe(named.length);
  });
});
