import { type Cite, type SpecId, specs, urlOfCite } from '../../lib/spec/specs.ts';
import { finding as words } from '../../lib/words/en/finding.ts';
import { Icon } from '../kit/icon.tsx';

/** The names people use; RFCs have their number. */
const shortNames: Partial<Readonly<Record<SpecId, string>>> = {
  OIDCCore: 'OpenID Connect Core',
  FormPost: 'Form Post Response Mode',
  ResponseTypes: 'Multiple Response Types',
  Cookies: 'RFC 6265bis',
  BrowserApps: 'OAuth for Browser-Based Apps',
  Fetch: 'Fetch',
  CSP: 'CSP Level 3',
  HTML: 'HTML',
};

/** Where the standard says so. A link one may follow; nothing is fetched before. */
export function CiteLink({ cite, about = '' }: { readonly cite: Cite; readonly about?: string }) {
  const { spec, section } = cite;
  const name = shortNames[spec] ?? (/^RFC\d+$/.test(spec) ? spec.replace('RFC', 'RFC ') : specs[spec].title);
  return (
    <a class="cite" href={urlOfCite(cite)} target="_blank" rel="noreferrer" title={specs[spec].title}>
      {name}
      {/^\d/.test(section) && ` §${section}`}
      <Icon name="external" size={11} />
      <span class="sr-only">{words().opensTab(about)}</span>
    </a>
  );
}
