import { wasConsumed } from '../../observe/consumed.ts';
import { valueFor } from '../../read/parameters.ts';
import { defineCheck } from '../define.ts';
import { absentAt, atParameter, fail, inapplicable, inconclusive, pass } from '../verdict.ts';
import { compareStates, mayBelongElsewhere } from './compare.ts';

export const stateNotReturned = defineCheck({
  id: 'state-not-returned',
  category: 'state',
  kind: 'breakage',
  tier: 'core',
  title: 'State sent but not returned',
  severity: 'error',
  rank: 90,
  owner: 'provider',
  cites: [
    { spec: 'RFC6749', section: '4.1.2', level: 'MUST' },
    { spec: 'RFC6749', section: '4.1.2.1', level: 'MUST' },
  ],
  needs: ['request', 'response'],
  messages: {
    dropped: {
      title: 'The answer came back without its state',
      plain: 'The provider’s answer lost its ticket number, so the app can not tell which login it belongs to.',
      text: 'The request sent `state`; the answer has none. A client that compares it has to refuse the answer.',
      fix: 'The provider must return `state` unchanged, in errors too. If it does, look for a proxy, firewall or redirect rule between the two that strips query parameters.',
    },
    accepted: {
      title: 'The app accepted an answer without its state',
      plain: 'The provider’s answer lost its ticket number, and the app took it all the same.',
      text: 'The request sent `state`, the answer has none, and the app went on: it does not compare them. Anyone can plant a login answer of their own in this app.',
      fix: 'Refuse answers whose `state` is missing or different. The provider must return it unchanged; look for a proxy or redirect rule that strips query parameters.',
      kind: 'leak',
    },
  },
  // GET /authorize?state=sent  → 302 /cb?code=c
  inspect({ request, response }, scene) {
    const compared = compareStates(request, response);
    if (compared.kind === 'none' || compared.kind === 'unasked') return inapplicable;
    if (compared.kind !== 'dropped') return compared.kind === 'unreadable' ? inconclusive('redacted-input') : pass;
    const elsewhere = mayBelongElsewhere(scene, request, response);
    if (elsewhere) return inconclusive(elsewhere);
    // A JARM answer that could not be opened may hold it.
    if (
      valueFor(response.parameters, 'response') !== null &&
      valueFor(response.parameters, 'code') === null &&
      valueFor(response.parameters, 'error') === null
    )
      return inconclusive('encrypted');
    // The server could not read the object the state was in (OpenID conformance suite).
    const error = valueFor(response.parameters, 'error');
    if (error === 'invalid_request_object' || error === 'invalid_request_uri') return inapplicable;
    const place =
      response.seenIn === 'location'
        ? (`response.location.${response.in === 'fragment' ? 'fragment' : 'query'}.state` as const)
        : (`request.${response.in === 'fragment' || response.in === 'form' ? response.in : 'query'}.state` as const);
    const empty = response.parameters.find((p) => p.name === 'state');
    const message = error === null && wasConsumed(scene) ? 'accepted' : 'dropped';
    return fail(
      message,
      [empty ? atParameter(empty) : absentAt(response.exchange, place), atParameter(compared.sent)],
      message === 'accepted' ? { confidence: 'likely' } : {},
    );
  },
});
