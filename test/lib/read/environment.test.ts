import { describe, expect, it } from 'vitest';
import { areEnvironments, environmentOf } from '../../../lib/read/environment.ts';

describe('environments', () => {
  it.each([
    ['app.example', 'live'],
    ['test.example', 'live'],
    ['latest.app.example', 'live'],
    ['staging.app.example', 'test'],
    ['app-qa2.corp.example', 'test'],
    ['localhost', 'local'],
    ['192.168.1.4', 'local'],
  ] as const)('%s is %s', (host, environment) => expect(environmentOf(host)).toBe(environment));

  it.each([
    ['staging.app.example', 'app.example', true],
    ['app-dev.corp.example', 'app.corp.example', true],
    ['app-dev.corp.example', 'app-qa.corp.example', true],
    ['www.app.example', 'localhost', true],
    ['staging.app.example', 'auth.app.example', false],
    ['staging.app.example', 'staging.app.example', false],
    ['www.app.example', 'app.example', false],
    ['localhost', '127.0.0.1', false],
  ] as const)('%s and %s: %s', (a, b, expected) => expect(areEnvironments(a, b)).toBe(expected));
});
