import { describe, expect, it } from 'vitest';
import { fitsTemplate } from '../../../lib/read/template.ts';

describe('a name with variables', () => {
  it('fits with every variable filled in, and with nothing else', () => {
    const template = 'https://login.example/{tenantid}/v2.0';
    expect(fitsTemplate(template, 'https://login.example/9188040d-6c67/v2.0')).toBe(true);
    expect(fitsTemplate(template, 'https://login.example//v2.0')).toBe(false);
    expect(fitsTemplate(template, 'https://login.example/a/b/v2.0')).toBe(false);
    expect(fitsTemplate(template, 'https://login.example/a/v2.0/')).toBe(false);
    expect(fitsTemplate(template, 'https://login.example/a/v2x0')).toBe(false);
    expect(fitsTemplate(template, `https://login.example/${'a'.repeat(201)}/v2.0`)).toBe(false);
    expect(fitsTemplate('https://{region}.idp.example/{pool}', 'https://eu.idp.example/p_1')).toBe(true);
    expect(fitsTemplate('https://{region}.idp.example/{pool}', 'https://a.idp.example.idp.example/p')).toBe(true);
  });

  it('without a variable it is no template', () => {
    expect(fitsTemplate('https://login.example/', 'https://login.example/')).toBe(false);
  });

  it('side by side, variables share a text in no time, and more than a provider writes are not tried', () => {
    const from = performance.now();
    expect(fitsTemplate(`https://idp.example/${'{a}'.repeat(8)}!`, `https://idp.example/${'a'.repeat(20_000)}`)).toBe(false);
    expect(fitsTemplate(`https://idp.example/${'{a}'.repeat(8)}`, 'https://idp.example/abcdefgh')).toBe(true);
    expect(fitsTemplate(`https://idp.example/${'{a}'.repeat(5_000)}`, `https://idp.example/${'a'.repeat(20_000)}`)).toBe(false);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});
