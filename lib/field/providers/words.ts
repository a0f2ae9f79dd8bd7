/** What is known about a provider, in sentences. What is only remembered is said as such, or not at all. */
import type { Fact, ProviderProfile } from './profile.ts';

const sure = (fact: Fact<unknown>) => fact.grade !== 'M';

/** Where its list of redirect_uris is: a sentence with a blank before it, empty when unknown. */
export function whereToRegister(profile: ProviderProfile | null): string {
  if (!profile?.setting) return '';
  return ` At ${profile.name} this is ${sure(profile.setting) ? '' : 'usually '}set in ${profile.setting.is}.`;
}

/** How redirect_uris are compared there; where it is unknown, what holds by RFC 6749 section 3.1.2.3. */
export function comparison(profile: ProviderProfile | null): string {
  if (!profile?.rule || !sure(profile.rule)) return 'Scheme, host, port, path, case and final slash all count.';
  return profile.rule.is;
}
