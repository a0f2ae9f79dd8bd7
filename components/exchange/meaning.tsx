import { useEffect, useId, useState } from 'preact/hooks';
import type { SetCookie } from '../../lib/read/cookies.ts';
import type { AttributeName } from '../../lib/spec/attributes.ts';
import { exchange } from '../../lib/words/en/exchange.ts';
import { CiteLink } from '../finding/cite-link.tsx';
import { Icon } from '../kit/icon.tsx';
import { Prose } from '../kit/prose.tsx';

type Meanings = typeof import('./meanings.ts');
let loaded: Meanings | null = null;

/** Before a place inside is brought into sight: what is loaded afterwards would push it away. */
export async function meaningsLoaded(): Promise<void> {
  loaded ??= await import('./meanings.ts');
}

/** Null until they are there: what a hop carried is shown without waiting for what it means. */
function useMeanings(): Meanings | null {
  const [meanings, setMeanings] = useState(loaded);
  useEffect(() => {
    if (meanings) return;
    let gone = false;
    void import('./meanings.ts').then((module) => {
      loaded = module;
      if (!gone) setMeanings(module);
    });
    return () => {
      gone = true;
    };
  }, [meanings]);
  return meanings;
}

interface SaidProps {
  readonly meaning: ReturnType<Meanings['parameterMeaning']>;
  /** What it is about, for the name of the link. */
  readonly about: string;
}

function Said({ meaning, about }: SaidProps) {
  if (!meaning) return null;
  return (
    <p class="line-meaning">
      <Prose text={meaning.text} /> {meaning.cite && <CiteLink cite={meaning.cite} about={about} />}
    </p>
  );
}

export function Meaning({ name }: { readonly name: string }) {
  return <Said meaning={useMeanings()?.parameterMeaning(name) ?? null} about={name} />;
}

export function HeaderMeaning({ name }: { readonly name: string }) {
  return <Said meaning={useMeanings()?.headerMeaning(name) ?? null} about={name} />;
}

/** The value of `error`, where it is one of the standards'. */
export function ErrorMeaning({ code }: { readonly code: string }) {
  return <Said meaning={useMeanings()?.errorMeaning(code) ?? null} about={code} />;
}

/** What stands on this cookie, and what does not. */
export function attributesIn(cookie: SetCookie): readonly AttributeName[] {
  const name = cookie.name.toLowerCase();
  const prefix: AttributeName | null = name.startsWith('__host-http-')
    ? 'hostHttpPrefix'
    : name.startsWith('__host-')
      ? 'hostPrefix'
      : name.startsWith('__secure-')
        ? 'securePrefix'
        : name.startsWith('__http-')
          ? 'httpPrefix'
          : null;
  return [
    ...(prefix ? [prefix] : []),
    cookie.sameSite,
    ...(cookie.secure ? (['secure'] as const) : []),
    ...(cookie.httpOnly ? (['httpOnly'] as const) : []),
    ...(cookie.partitioned ? (['partitioned'] as const) : []),
    ...(cookie.path !== null && cookie.path !== '/' ? (['path'] as const) : []),
    cookie.domain === null ? 'hostOnly' : 'domain',
    cookie.expiresAt === null ? 'session' : 'expires',
  ];
}

/** One press away: the line above says what is set, this says what it means. */
export function AttributeMeanings({ cookie }: { readonly cookie: SetCookie }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="attributes">
      <button type="button" class="link-button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="question" size={12} /> {exchange().whatItMeans}
      </button>
      <div id={id} hidden={!open}>
        {open && <Attributes cookie={cookie} />}
      </div>
    </div>
  );
}

function Attributes({ cookie }: { readonly cookie: SetCookie }) {
  const meanings = useMeanings();
  if (!meanings) return null;
  return (
    <dl class="attribute-list">
      {attributesIn(cookie).map((attribute) => {
        const { name, text, cite } = meanings.attributeMeaning(attribute);
        return (
          <div key={attribute}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <Prose text={text} /> {cite && <CiteLink cite={cite} about={name} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
