/** Sign-in and consent: the part of a provider that `oidc-provider` leaves to its operator. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { type Handler, readForm, redirect, sendHtml, targetOf } from '../http.ts';
import { consentPage, errorPage, mailPage, signInPage } from './pages.ts';
import type { Upstream } from './upstream.ts';

export interface InteractionOptions {
  readonly provider: Provider;
  /** Shown on every page. */
  readonly name: string;
  /** Other headers of these pages. */
  readonly headers: Readonly<Record<string, string>>;
  /** Who signs in has consented with it. */
  readonly consents?: boolean;
  /** The other provider a user may come from; null when there is none. */
  readonly upstream: Upstream | null;
}

type Details = Awaited<ReturnType<Provider['interactionDetails']>>;

async function clientName(provider: Provider, details: Details): Promise<string> {
  const id = String(details.params['client_id'] ?? '');
  const client = await provider.Client.find(id);
  return client?.clientName ?? id;
}

/** Gives the client all it asked for. */
async function grantAll(provider: Provider, details: Details): Promise<string> {
  const grant =
    (details.grantId ? await provider.Grant.find(details.grantId) : undefined) ??
    new provider.Grant({ accountId: details.session?.accountId ?? '', clientId: String(details.params['client_id']) });
  const missing = details.prompt.details as { missingOIDCScope?: string[]; missingOIDCClaims?: string[] };
  if (missing.missingOIDCScope) grant.addOIDCScope(missing.missingOIDCScope.join(' '));
  if (missing.missingOIDCClaims) grant.addOIDCClaims(missing.missingOIDCClaims);
  return grant.save();
}

/** The same before there is a session. */
async function grantWhatIsAsked(provider: Provider, { params }: Details, accountId: string): Promise<string> {
  const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
  grant.addOIDCScope(String(params['scope']));
  return grant.save();
}

export function interactionPages({ provider, name, headers, consents = false, upstream }: InteractionOptions): Handler {
  const signedIn = async (req: IncomingMessage, res: ServerResponse, user: string, details: Details) => {
    const consent = consents ? { consent: { grantId: await grantWhatIsAsked(provider, details, user) } } : {};
    await provider.interactionFinished(req, res, { login: { accountId: user }, ...consent }, { mergeWithLastSubmission: false });
  };
  const denied = (req: IncomingMessage, res: ServerResponse, description: string) =>
    provider.interactionFinished(req, res, { error: 'access_denied', error_description: description }, { mergeWithLastSubmission: false });

  const show = async (res: ServerResponse, details: Details) => {
    const client = await clientName(provider, details);
    const { uid, prompt } = details;
    if (prompt.name === 'login') return sendHtml(res, 200, signInPage({ name, uid, client, other: upstream?.name ?? null }));
    // The user is shown what is asked for in words; the standard's names are good enough for a lab.
    const scopes = (prompt.details as { missingOIDCScope?: string[] }).missingOIDCScope ?? ['who you are'];
    sendHtml(res, 200, consentPage({ name, uid, client, scopes: scopes.join(', ') }));
  };
  const login = async (req: IncomingMessage, res: ServerResponse, details: Details) => {
    const form = await readForm(req);
    if (form.get('password') !== 'wrong') return signedIn(req, res, form.get('user') || 'alice', details);
    const client = await clientName(provider, details);
    sendHtml(res, 401, signInPage({ name, uid: details.uid, client, other: upstream?.name ?? null, wrong: true }));
  };
  const consent = async (req: IncomingMessage, res: ServerResponse, details: Details) => {
    const form = await readForm(req);
    if (form.get('answer') !== 'allow') return denied(req, res, 'End-User denied the request');
    const grantId = await grantAll(provider, details);
    return provider.interactionFinished(req, res, { consent: { grantId } }, { mergeWithLastSubmission: true });
  };

  return async (req, res) => {
    for (const [header, value] of Object.entries(headers)) res.setHeader(header, value);
    let details: Details;
    try {
      details = await provider.interactionDetails(req, res);
    } catch (error) {
      return sendHtml(res, 400, errorPage(name, 'This sign-in page is no longer valid', { reason: String(error) }));
    }
    const step = targetOf(req).pathname.split('/')[3] ?? '';
    switch (`${req.method} ${step}`) {
      case 'GET ':
        return show(res, details);
      case 'POST login':
        return login(req, res, details);
      case 'POST consent':
        return consent(req, res, details);
      case 'GET abort':
        return denied(req, res, 'End-User aborted interaction');
      case 'GET mail':
        return sendHtml(res, 200, mailPage(name, details.uid));
      case 'GET mail-link':
        return signedIn(req, res, 'alice', details);
      case 'GET upstream':
        return upstream ? redirect(res, await upstream.begin(res, details.uid)) : sendHtml(res, 404, errorPage(name, 'Not found', {}));
      case 'GET upstream-done': {
        const user = upstream?.userOf(details.uid) ?? null;
        return user === null ? denied(req, res, 'The other provider did not sign the user in') : signedIn(req, res, user, details);
      }
      default:
        return sendHtml(res, 404, errorPage(name, 'Not found', {}));
    }
  };
}
