import type { Exchange } from '../../model/exchange.ts';
import { wasConsumed } from '../../observe/consumed.ts';
import { metadataOf } from '../../observe/metadata.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { stringMember } from '../../read/json.ts';
import { first, valueFor } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { sameSite } from '../../read/site.ts';
import { fitsTemplate } from '../../read/template.ts';
import { addressOf, readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { absentAt, at, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const issMismatch = defineCheck({
  id: 'iss-mismatch',
  category: 'issuer',
  kind: 'breakage',
  tier: 'std',
  title: 'Answer names another issuer',
  severity: 'error',
  rank: 107,
  owner: 'provider',
  cites: [
    { spec: 'RFC9207', section: '2.4', level: 'MUST' },
    { spec: 'RFC9700', section: '4.4' },
  ],
  needs: ['request', 'authorization', 'response'],
  messages: {
    other: {
      title: 'The answer names another issuer than the provider’s metadata',
      plain: 'The provider signed its answer with another name than the one the app knows it by, so the app did not trust it.',
      text: 'The answer’s `iss` and the `issuer` in the provider’s own metadata differ: {how}. Clients compare the two as plain text and refuse the answer when they differ.',
      fix: 'Make the provider use one issuer everywhere: its public address setting, the proxy in front of it, and the metadata must agree to the last character.',
    },
    accepted: {
      title: 'The app accepted an answer that names another issuer',
      plain: 'The provider’s answer names somebody else as its sender, and the app took it all the same.',
      text: 'The answer’s `iss` and the `issuer` in the provider’s own metadata differ: {how}. The app went on, so it does not compare them; that comparison is what protects apps with several providers against answers that were swapped.',
      fix: 'Compare `iss` with the configured issuer, as plain text, before the code is used. Make the provider name the same issuer everywhere.',
      kind: 'weakness',
      severity: 'warning',
      owner: 'app',
    },
    missing: {
      title: 'The answer names no issuer, although the provider promises one',
      plain: 'The provider’s answer does not say who sent it, which the app may insist on.',
      text: 'The provider’s metadata says that its answers carry `iss` (`authorization_response_iss_parameter_supported`), and this one has none. Clients that know this have to refuse it.',
      fix: 'Look for a proxy, firewall or redirect rule that strips the parameter; otherwise the provider has to send it, in errors too.',
      severity: 'warning',
    },
    elsewhere: {
      title: 'The answer names an issuer on another site ({host})',
      plain: 'The provider calls itself by another address than the one you signed in at.',
      text: 'The answer’s `iss` is on {host}, where no hop of this login was. That is normal for a provider with an address of the customer’s own; otherwise the answer comes from somebody else. The provider’s metadata is not in this capture, so it can not be told.',
      fix: 'Compare `iss` with the `issuer` in the metadata of the provider the app is set to.',
      severity: 'info',
    },
  },
  // metadata: issuer=https://idp  → 302 /cb?code=c&iss=https://other
  inspect({ authorization, response }, scene) {
    const iss = first(response.parameters, 'iss');
    const jarm = valueFor(response.parameters, 'response') !== null;
    if (!iss && jarm) return scene.flow.gaps.includes('encrypted') ? inconclusive('encrypted') : inapplicable;
    const known = describing(scene, authorization);
    if (known === 'hidden') return inconclusive('body-not-exposed');
    if (iss && (isPlaceholder(iss.value) || known.some(({ issuer }) => isPlaceholder(issuer)))) return inconclusive('redacted-input');
    const [metadata] = known;
    if (!iss)
      return !metadata
        ? inapplicable
        : known.every(({ promised }) => promised)
          ? fail('missing', [
              absentAt(response.exchange, response.seenIn === 'location' ? 'response.location.query.iss' : 'request.query.iss'),
              at(metadata.exchange, 'response.body'),
            ])
          : pass;
    if (!metadata) {
      const host = addressOf(iss.value)?.host;
      if (host === undefined) return inapplicable;
      return [...scene.flow.serverOrigins, authorization.request.url].some((server) => sameSite(server, iss.value))
        ? pass
        : fail('elsewhere', [atParameter(iss)], { data: { host }, confidence: 'possible' });
    }
    if (known.some(({ issuer }) => isIssuer(issuer, iss.value))) return pass;
    const evidence = [atParameter(iss), at(metadata.exchange, 'response.body.issuer')] as const;
    const data = { how: howTheyDiffer(metadata.issuer, iss.value) };
    // Who sends the code on has taken the answer.
    if (wasConsumed(scene) || withRole(scene, 'token-request').length > 0) return fail('accepted', evidence, { data });
    return fail('other', evidence, { data, ...(brokeAfterAnswer(scene) ? {} : { severity: 'warning', confidence: 'likely' }) });
  },
});

interface Described {
  readonly exchange: Exchange;
  readonly issuer: string;
  readonly promised: boolean;
}

/** The documents that describe the very endpoint this login was sent to. */
function describing(scene: Scene, authorization: Exchange): readonly Described[] | 'hidden' {
  const { documents, hidden } = metadataOf(scene);
  const known = documents.flatMap(({ exchange, document }): Described[] => {
    const issuer = stringMember(document, 'issuer');
    const endpoint = stringMember(document, 'authorization_endpoint');
    if (issuer === null || endpoint === null || readUrl(endpoint).base !== readUrl(authorization.request.url).base) return [];
    return [{ exchange, issuer, promised: document['authorization_response_iss_parameter_supported'] === true }];
  });
  return known.length === 0 && hidden ? 'hidden' : known;
}

/** One document may stand for many tenants. */
const isIssuer = (issuer: string, iss: string): boolean => issuer === iss || fitsTemplate(issuer, iss);

function howTheyDiffer(issuer: string, iss: string): string {
  if (issuer.replace(/(?<!\/)\/+$/, '') === iss.replace(/(?<!\/)\/+$/, '')) return 'one ends with a slash, the other does not';
  const a = addressOf(issuer);
  const b = addressOf(iss);
  if (!a || !b) return 'one of them is no address';
  if (a.host !== b.host) return `the answer says ${b.host}, the metadata ${a.host}`;
  if (a.scheme !== b.scheme) return `the answer says ${b.scheme}, the metadata ${a.scheme}`;
  return a.port === b.port ? 'the path is another one' : 'the port is another one';
}
