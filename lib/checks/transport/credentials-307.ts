import type { Exchange, Gap } from '../../model/exchange.ts';
import { type Scene, withRole } from '../../observe/scene.ts';
import { nextOf } from '../../observe/tables.ts';
import { formOf } from '../../read/body.ts';
import { redirectChain } from '../../read/chain.ts';
import { sameSite } from '../../read/site.ts';
import { hostOf, originOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, fail, inapplicable, inconclusive, pass } from '../verdict.ts';

export const credentials307 = defineCheck({
  id: 'credentials-307',
  category: 'transport',
  kind: 'leak',
  tier: 'std',
  title: 'Provider passes the sign-in form on to the app',
  severity: 'error',
  rank: 86,
  owner: 'provider',
  cites: [
    { spec: 'RFC9700', section: '4.12', level: 'MUST' },
    { spec: 'RFC9110', section: '15.4.8' },
  ],
  needs: ['request'],
  messages: {
    password: {
      title: 'The password went on to {target} with a redirect {status}',
      plain: 'The provider made the browser send your password to the app as well. It should be changed once this is fixed.',
      text: 'The sign-in form was posted to {page} and answered with a redirect {status} to {target}. With {status} the browser repeats the POST with its body, so the app’s server was sent the password that was meant for the provider alone.',
      fix: 'Answer a posted form with 303, which makes a GET of it; never with 307 or 308. Treat the passwords that went this way as known to every app: they stand in their logs.',
    },
    form: {
      title: 'A form of the provider went on to {target} with a redirect {status}',
      plain: 'The provider made the browser send to the app what was entered on the provider’s page.',
      text: 'A form was posted to {page} and answered with a redirect {status} to {target}. With {status} the browser repeats the POST with its body. This form held no password; a sign-in form that is answered in the same way hands the password to the app.',
      fix: 'Answer posted forms with 303, which makes a GET of it; never with 307 or 308.',
      severity: 'warning',
      kind: 'weakness',
    },
  },
  // POST https://idp.example/signin, a password in it  → 307 https://app.example/cb?code=c
  inspect({ request }, scene) {
    const hops = withRole(scene, 'authorization-request', 'provider');
    if (!hops.some((hop) => hop.request.method === 'POST')) return inapplicable;
    let unsure: Gap | null = null;
    for (const hop of hops) {
      const status = repeatsAt(hop);
      if (status === null || hop.outcome.kind !== 'redirected') continue;
      const { to } = hop.outcome;
      if (!isForClient(scene, request.redirectUri, hop, to)) continue;
      const next = nextOf(scene.stage, hop.id);
      // Whatever the status says: this browser did not repeat it.
      if (next && next.request.method !== 'POST') continue;
      const forms = repeated(scene, hop);
      const submit = forms[0] ?? hop;
      const data = { status, target: hostOf(to), page: hostOf(submit.request.url) };
      const confidence = next ? 'certain' : 'likely';
      const behind = next ? [at(next, 'request.method')] : [];
      for (const form of forms) {
        const field = formOf(form.request.body).find((f) => isPassword(f.name) && f.value !== '');
        if (field)
          return fail('password', [at(hop, 'response.status'), at(form, `request.form.${field.name}`), ...behind], { data, confidence });
      }
      const { body } = submit.request;
      if (!body.seen) unsure = body.why;
      // An authorization request that was posted is the app's own; it gets nothing it did not have.
      else if (formOf(body).length > 0 && submit.id !== request.exchange)
        return fail('form', [at(hop, 'response.status'), at(submit, 'request.method'), ...behind], { data, confidence });
    }
    return unsure ? inconclusive(unsure) : pass;
  },
});

/** RFC 9110 section 15.4.8 and 15.4.9: these two keep the method and the body. */
function repeatsAt({ request, outcome }: Exchange): 307 | 308 | null {
  if (request.method !== 'POST' || outcome.kind !== 'redirected' || outcome.by !== 'server') return null;
  return outcome.status === 307 || outcome.status === 308 ? outcome.status : null;
}

/** It leaves the provider for where the app is; a provider's hosts may pass a form on among themselves. */
function isForClient({ flow }: Scene, redirectUri: string | null, hop: Exchange, to: string): boolean {
  if (sameSite(hop.request.url, to)) return false;
  const answers = flow.response?.seenIn === 'location' && flow.response.exchange === hop.id;
  return answers || (redirectUri !== null && originOf(to) !== null && originOf(to) === originOf(redirectUri));
}

/** The posts that one form became on its way, the first one first. Not every browser tells the body of the later ones. */
function repeated(scene: Scene, hop: Exchange): readonly Exchange[] {
  const chain = redirectChain(scene.stage.byId, hop);
  return chain.slice(
    chain.findLastIndex((e) => e !== hop && repeatsAt(e) === null && e.outcome.kind === 'redirected' && e.outcome.by === 'server') + 1,
  );
}

/** Narrower than what redaction hides: this accuses somebody. */
function isPassword(name: string): boolean {
  return /(?:^|[^a-z])pass$|passw(?:or)?[dt](?!less)|passcode|passphrase|^(?:pwd|pin|otp|totp|mfa_?code)$/i.test(name);
}
