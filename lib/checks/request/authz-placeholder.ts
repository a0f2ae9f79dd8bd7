import type { Parameter } from '../../model/flow.ts';
import { answerError, providerStop } from '../../observe/answer.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import type { Scene } from '../../observe/scene.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { addressOf } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { at, atParameter, fail, inconclusive, pass } from '../verdict.ts';

/** A setting that was never filled in, whatever language the app is written in. */
const unset =
  /^(?:undefined|null|nan|none|nil|\[object object\]|changeme|change_me|todo|xxx|your[-_ ]?(?:client|app|redirect)[-_ ]?(?:id|uri|url)?(?:[-_ ]?here)?|(?:client|app)[-_]?id[-_ ]?(?:here|goes[-_ ]?here)|<[^<>]{1,60}>|insert[-_ ].{1,40})$/i;
const template =
  /\$\{[^{}]{0,80}\}|\{\{[^{}]{0,80}\}\}|%7B%7B|process\.env\.|import\.meta\.env\.|<%=?|__[A-Z][A-Z0-9_]{3,60}__|#\{[^{}]{1,80}\}#?|^%[A-Z_]{3,40}%$|^@@[\w.]{2,40}@@$/i;
const brokenUrl =
  /^(?:https?:\/\/)?(?:undefined|null|nan|none)(?:[/:?]|$)|:\/\/(?:undefined|null)(?:[/:]|$)|\/(?:undefined|null)(?:\/|$)|:(?:undefined|null|NaN)(?:\/|$)/i;

/** Values that only a person could have meant. The one-time values may hold anything but the bare words. */
const settings: ReadonlySet<string> = new Set([
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'audience',
  'resource',
  'response_mode',
  'code_challenge_method',
  'acr_values',
  'prompt',
  'login_hint',
  'domain_hint',
  'connection',
  'organization',
]);
/** No server goes on without these. */
const needed: ReadonlySet<string> = new Set(['client_id', 'redirect_uri', 'response_type']);
const oneTime: ReadonlySet<string> = new Set(['state', 'nonce', 'code_challenge']);

function problemOf({ name, value }: Parameter): 'empty' | 'word' | 'template' | null {
  if (name === 'client_id' || name === 'redirect_uri') {
    if (value.trim() === '') return 'empty';
    if (name === 'redirect_uri' && brokenUrl.test(value)) return 'word';
  }
  if (settings.has(name) && !(name === 'prompt' && value === 'none')) {
    if (unset.test(value) && !isPlaceholder(value)) return 'word';
    if (template.test(value)) return 'template';
  }
  return oneTime.has(name) && /^(?:undefined|null|\[object object\])$/i.test(value) ? 'word' : null;
}

export const authzPlaceholder = defineCheck({
  id: 'authz-placeholder',
  category: 'request',
  kind: 'breakage',
  tier: 'core',
  title: 'Request still contains a placeholder or an unset value',
  severity: 'error',
  rank: 40,
  owner: 'app',
  cites: [{ spec: 'RFC6749', section: '4.1.1', level: 'MUST' }],
  needs: ['request', 'authorization'],
  messages: {
    empty: {
      title: '`{name}` is empty',
      plain: 'The app was set up without an important setting, so the provider does not know which app is asking.',
      text: 'The authorization request was sent with an empty `{name}`.',
      fix: 'Set the value for this environment, and let the app fail at start-up when it is missing.',
    },
    word: {
      title: '`{name}` was never set',
      plain: 'The app was set up without an important setting, so the provider does not know what is meant.',
      text: '`{name}` holds what a program writes when a setting is missing, or a sample value from the documentation.',
      fix: 'Set the value for this environment (environment variable or build-time configuration), and let the app fail at start-up when it is missing.',
    },
    address: {
      title: 'The provider’s address was put together from a missing value',
      plain: 'The app was set up without an important setting, so it asks at an address that does not exist.',
      text: 'A folder of the authorization endpoint’s address is what a program writes when a setting is missing (a tenant, realm or server name).',
      fix: 'Set the value for this environment (environment variable or build-time configuration), and let the app fail at start-up when it is missing.',
    },
    template: {
      title: '`{name}` still contains a template',
      plain: 'The app was published with an unfinished setting.',
      text: '`{name}` holds a variable that was not replaced when the app was built or deployed.',
      fix: 'Check that the step that replaces variables ran for this environment.',
    },
  },
  // GET /authorize?client_id=undefined&...
  inspect({ request, authorization }, scene) {
    for (const parameter of request.parameters) {
      const found = problemOf(parameter);
      if (!found) continue;
      const harmless = isHarmless(scene, parameter.name);
      return fail(found, [atParameter(parameter)], {
        data: { name: parameter.name },
        ...(harmless ? { severity: 'warning' as const } : {}),
      });
    }
    const path = addressOf(authorization.request.url)?.path ?? '';
    if (
      /\/(?:undefined|null|nan|none|\[object(?:%20| )object\]|\{[^{}/]{1,60}\}|%7B[^/]{1,60}%7D|:[a-z]{3,20}|your-?tenant(?:-?id)?)(?=\/)/i.test(
        path,
      )
    )
      return fail('address', [at(authorization, 'request.url')], scene.flow.response ? { severity: 'warning' } : {});
    if (request.parameters.some((p) => needed.has(p.name) && isPlaceholder(p.value))) return inconclusive('redacted-input');
    return request.hidden ? inconclusive(request.hidden) : pass;
  },
});

/** The login went through all the same, or nothing shows yet that it will not: only what every request needs is sure to stop it. */
function isHarmless(scene: Scene, name: string): boolean {
  const error = answerError(scene);
  if (error) return !needed.has(name) && error.meaning.owner !== 'app';
  if (scene.flow.response) return !(brokeAfterAnswer(scene) && (needed.has(name) || oneTime.has(name)));
  return !needed.has(name) && providerStop(scene) === null;
}
