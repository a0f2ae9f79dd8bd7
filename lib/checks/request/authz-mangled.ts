import type { AuthorizationRequest, Parameter } from '../../model/flow.ts';
import type { Evidence } from '../../model/place.ts';
import { damageTo, explainedBy, refusalOf } from '../../observe/refusal.ts';
import { brokeAfterAnswer } from '../../observe/run.ts';
import type { Scene } from '../../observe/scene.ts';
import { headerValue } from '../../read/headers.ts';
import { type Mangling, mangledIn } from '../../read/mangled.ts';
import { first } from '../../read/parameters.ts';
import { isPlaceholder } from '../../read/placeholder.ts';
import { readUrl } from '../../read/url.ts';
import { defineCheck } from '../define.ts';
import { atRefusal } from '../response/stop.ts';
import { at, atParameter, fail, inconclusive, pass } from '../verdict.ts';

interface Found {
  readonly message: Mangling | 'double-encoded' | 'characters';
  /** Names of the parameters it damages. */
  readonly names: readonly string[];
  readonly at: Evidence;
}

/** Values that nobody puts quotes or spaces around on purpose. */
const settings: ReadonlySet<string> = new Set(['client_id', 'redirect_uri', 'response_type', 'response_mode', 'scope', 'prompt']);
/** Quotes around it, spaces at its ends, and characters that can not be seen. */
const foreign = /^[\s"'“”„«»‘’`]|[\s"'“”„«»‘’`]$|[\u00a0\u00ad\u200b-\u200d\u2060\ufeff]/u;

export const authzMangled = defineCheck({
  id: 'authz-mangled',
  category: 'request',
  kind: 'breakage',
  tier: 'std',
  title: 'Parameter names or separators were damaged',
  severity: 'error',
  rank: 39,
  owner: 'app',
  cites: [
    { spec: 'RFC6749', section: '3.1', level: 'MUST' },
    { spec: 'RFC6749', section: 'B' },
  ],
  needs: ['request', 'authorization'],
  messages: {
    entity: {
      title: 'Separators were written as `&amp;`',
      plain: 'The link to the provider was damaged, so the provider read other settings than the app meant.',
      text: 'The address has `&amp;` where `&` belongs: the provider sees a parameter named `amp;{name}` and no `{name}`.',
      fix: 'The address was escaped for HTML and then used outside of it, or escaped twice. Escape it once, where it is written into a page, and not at all in redirects and scripts.',
    },
    swallowed: {
      title: 'An HTML entity swallowed the beginning of `{name}`',
      plain: 'The link to the provider was damaged, so the provider read other settings than the app meant.',
      text: 'The `&` in front of `{name}` and the letters after it were read as an HTML entity and became one character. The provider sees no `{name}`, and its value at the end of the parameter before it.',
      fix: 'Write `&amp;` for `&` where the address stands in HTML, and never decode entities twice.',
    },
    'question-mark': {
      title: 'A second ? stands in front of `{name}`',
      plain: 'The link to the provider was put together wrongly, so the provider read other settings than the app meant.',
      text: 'The provider’s address already had a query when another one was appended with `?`. The provider sees no `{name}`, and its value at the end of the parameter before it.',
      fix: 'Append parameters with a URL library, which knows whether `?` or `&` comes next.',
    },
    glued: {
      title: '`{name}` is part of another parameter',
      plain: 'The link to the provider was put together wrongly, so the provider read other settings than the app meant.',
      text: 'A separator was percent-encoded (`%26`, `%3D`): the provider sees no `{name}`.',
      fix: 'Encode each value by itself, never the whole query.',
    },
    'quoted-printable': {
      title: 'The address was copied from the source of a mail',
      plain: 'The link to the provider was damaged by mail. Open it from the mail itself, or ask for a new one.',
      text: 'Every value begins with `3D`: mail writes `=` as `=3D`, and the address was copied before that was decoded.',
      fix: 'Copy the address from the mail as it is shown, or decode quoted-printable first.',
    },
    spaced: {
      title: 'There is white space around the name `{name}`',
      plain: 'The link to the provider was damaged, so the provider read other settings than the app meant.',
      text: 'A space or line break belongs to the name of the parameter: the provider sees no `{name}`. Addresses get them where mails, templates and configuration files wrap long lines.',
      fix: 'Write the address in one line, or build it with a URL library.',
    },
    'double-encoded': {
      title: '`{name}` was encoded twice',
      plain: 'The link to the provider was put together wrongly, so the provider read other settings than the app meant.',
      text: 'After decoding once, as the provider does, `{name}` is still percent-encoded.',
      fix: 'Hand the plain value to the URL library, which encodes it once.',
    },
    cut: {
      title: 'Only the first parameter of the request arrived',
      plain: 'The link to the provider was cut off behind its first setting, so the provider could not understand it.',
      text: 'The address ends behind `{name}`, the provider answered HTTP {status}, and no page led there: another program opened the browser. A command shell cuts an address at its first `&` (`cmd /c start`) when that is not escaped.',
      fix: 'Open the browser without a shell: by a library for it, or `rundll32 url.dll,FileProtocolHandler` on Windows. Where a shell is needed, escape every `&` (`^&`).',
    },
    characters: {
      title: '`{name}` holds characters that came along from a document',
      plain: 'The app was set up with a damaged setting, so the provider read another one than was meant.',
      text: '`{name}` has quotes or spaces around it, or characters that can not be seen (zero width, no-break space). They come along when a value is copied from a document, or when a settings file keeps its quotes.',
      fix: 'Type the value anew in the app’s settings, without quotes.',
    },
  },
  // GET /authorize?response_type=code&amp;client_id=app&amp;redirect_uri=...
  inspect({ request, authorization }, scene) {
    const { url } = authorization.request;
    const list = readUrl(url).query ?? [];
    const { outcome, previousHop } = authorization;
    const byItself = previousHop === null && headerValue(authorization.request.headers, 'sec-fetch-site') === 'none';
    const [only] = list;
    if (
      only &&
      list.length === 1 &&
      byItself &&
      request.in === 'query' &&
      outcome.kind === 'answered' &&
      outcome.status >= 400 &&
      !pushed(only.name)
    )
      return fail('cut', [at(authorization, 'request.url'), at(authorization, 'response.status')], {
        data: { name: only.name, status: outcome.status },
        confidence: 'likely',
      });
    // Browsers write the separators of a form themselves.
    const damage = request.in === 'form' ? [] : mangledIn(list);
    const [worst] = damage;
    const found: Found[] = worst
      ? [{ message: worst.kind, names: [...new Set(damage.flatMap((m) => [...m.lost, m.in.name]))], at: at(authorization, 'request.url') }]
      : [];
    found.push(...request.parameters.flatMap(damagedValue));
    for (const { message, names, at: place } of found) {
      const data = { name: names[0] ?? '' };
      const fatal = names.includes('client_id') || names.includes('redirect_uri');
      const confidence = explainedBy(refusalOf(scene), damageTo(names, fatal));
      if (confidence) return fail(message, [place, ...atRefusal(scene)], { confidence, data });
      if (names.includes('state') && lostState(request, scene)) return fail(message, [place], { confidence: 'likely', data });
      return fail(message, [place], { severity: 'info', data });
    }
    if (request.hidden) return inconclusive(request.hidden);
    return request.parameters.some((p) => settings.has(p.name) && isPlaceholder(p.value)) ? inconclusive('redacted-input') : pass;
  },
});

/** One parameter is all that a pushed or signed request has to have. */
const pushed = (name: string) => name === 'request_uri' || name === 'request';

/** The provider could not return what it did not see, and the app failed. */
function lostState(request: AuthorizationRequest, scene: Scene): boolean {
  return request.state === null && first(scene.flow.response?.parameters ?? [], 'state') === null && brokeAfterAnswer(scene);
}

function damagedValue(parameter: Parameter): Found[] {
  const { name, value } = parameter;
  if (isPlaceholder(value) || value.trim() === '') return [];
  const found = (message: Found['message']): Found[] => [{ message, names: [name], at: atParameter(parameter) }];
  if ((name === 'scope' || name === 'response_type' || name === 'prompt') && /%20|%2B|%3A%2F%2F/i.test(value))
    return found('double-encoded');
  // White space in these two has checks of its own.
  const own = (name === 'redirect_uri' || name === 'scope') && /\s/.test(value);
  return settings.has(name) && !own && foreign.test(value) ? found('characters') : [];
}
