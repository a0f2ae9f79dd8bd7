import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../lib/read/pieces.ts';

const pairs = (line: string) =>
  line.split('; ').map((part) => ({ name: part.slice(0, part.indexOf('=')), value: part.slice(part.indexOf('=') + 1) }));

describe('pieces of a cookie', () => {
  const whole = (line: string) => piecesOf(pairs(line)).map(({ family, missing }) => `${family}: ${missing.join()}`);

  it('are whole', () => {
    expect(whole('appSession.0=CANARY; appSession.1=CANARY; lang=en')).toEqual(['appSession.: ']);
    expect(whole('_oauth2_proxy_0=CANARY; _oauth2_proxy_1=CANARY')).toEqual(['_oauth2_proxy_: ']);
    expect(whole('.AspNetCore.Cookies=chunks-2; .AspNetCore.CookiesC1=CANARY; .AspNetCore.CookiesC2=CANARY')).toEqual([
      '.AspNetCore.CookiesC: ',
    ]);
    expect(whole('session=CANARY; session-1=CANARY; session-2=CANARY')).toEqual(['session-: ']);
  });

  it('are missing', () => {
    expect(whole('_oauth2_proxy_0=CANARY; lang=en')).toEqual(['_oauth2_proxy_: 1']);
    expect(whole('appSession.0=CANARY; appSession.2=CANARY')).toEqual(['appSession.: 1']);
    expect(whole('appSession.1=CANARY; appSession.2=CANARY')).toEqual(['appSession.: 0']);
    expect(whole('.AspNet.Cookies=chunks:3; .AspNet.CookiesC1=CANARY; .AspNet.CookiesC3=CANARY')).toEqual(['.AspNet.CookiesC: 2']);
    expect(whole('.AspNetCore.Cookies=chunks-2')).toEqual(['.AspNetCore.CookiesC: 1,2']);
  });

  it('are not seen in names that happen to end with a number', () => {
    expect(whole('auth_2=CANARY; _ga_9=1; v-1=2')).toEqual([]);
    expect(whole('sid=CANARY; step_2024=CANARY; n.007=CANARY')).toEqual([]);
  });
});
