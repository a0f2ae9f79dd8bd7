/** A capture with nothing in it but what the policy lets through; the engine says the same of it. */
import type { Capture } from '../../model/capture.ts';
import type { Body, Exchange, Headers, JarReading, Outcome, Seen } from '../../model/exchange.ts';
import type { Recording, Story } from '../../model/recording.ts';
import type { Redacted } from '../../model/redacted.ts';
import { formOf } from '../../read/body.ts';
import { header } from '../../read/headers.ts';
import { isRandomWord } from '../policy.ts';
import { FileHeaders } from './headers.ts';
import type { HiddenCounts } from './kinds.ts';
import { type LoginValues, valuesOf } from './login-values.ts';
import { reason } from './members.ts';
import { findLeaks } from './scan.ts';
import { tellingPage, tellingShown } from './telling.ts';
import { FileText } from './text.ts';

class CaptureRedactor {
  readonly text = new FileText();
  readonly #headers = new FileHeaders(this.text);
  readonly #redirectUris: readonly string[];

  constructor(found: LoginValues) {
    this.text.expect(found.secrets);
    this.#headers.knowClients(found.clientIds);
    this.#redirectUris = [...found.redirectUris];
  }

  exchange(exchange: Exchange): Exchange {
    const { request, outcome, jar, navigation, startedAt } = exchange;
    // A page that puts the time into an address hides nothing by it: the file says itself when each request was sent.
    this.text.show(String(startedAt));
    return {
      ...exchange,
      request: {
        method: /^[A-Z]{1,20}$/.test(request.method) ? request.method : 'GET',
        url: this.text.url(request.url),
        headers: this.#fields(request.headers),
        body: this.#body(request.body),
        initiator: request.initiator === null ? null : this.text.url(request.initiator),
      },
      outcome: this.#outcome(outcome),
      jar: jar.seen ? { seen: true, value: this.#jar(jar.value) } : jar,
      navigation: navigation && {
        committed: navigation.committed,
        transition: navigation.transition !== null && /^[a-z_]{1,40}$/.test(navigation.transition) ? navigation.transition : null,
        qualifiers: navigation.qualifiers.filter((qualifier) => /^[a-z_]{1,40}$/.test(qualifier)),
      },
    };
  }

  story({ site, goal, did, saw }: Story): Story {
    const words = (text: string) => this.text.prose(text);
    return { site: site && this.text.url(site), goal: goal && words(goal), did: words(did), saw: words(saw) };
  }

  #fields({ fields, hidden }: Headers): Headers {
    return { fields: fields.map(({ name, value }) => ({ name: this.text.name(name), value: this.#headers.header(name, value) })), hidden };
  }

  #outcome(outcome: Outcome): Outcome {
    switch (outcome.kind) {
      case 'pending':
        return outcome;
      case 'failed':
        return { ...outcome, reason: reason(outcome.reason) ?? '', headers: this.#fields(outcome.headers) };
      case 'redirected':
        return { ...outcome, to: this.text.url(outcome.to), headers: this.#fields(outcome.headers), body: this.#body(outcome.body) };
      case 'answered':
        return { ...outcome, headers: this.#fields(outcome.headers), body: this.#body(outcome.body) };
    }
  }

  #body(body: Seen<Body>): Seen<Body> {
    if (!body.seen || body.value.kind === 'empty') return body;
    const { value } = body;
    if (value.kind === 'form')
      return {
        seen: true,
        value: {
          ...value,
          fields: value.fields.map(({ name, value: field }) => ({ name: this.text.name(name), value: this.text.value(name, field) })),
        },
      };
    const mime = /^[\w.+-]+\/[\w.+-]+/.exec(value.mime)?.[0] ?? '';
    const text = value.page ? tellingShown(value.text) : (this.text.json(value.text) ?? this.#page(value.text));
    return { seen: true, value: { ...value, mime, text: this.text.show(text) } };
  }

  #page(text: string): string {
    return tellingPage(
      text,
      this.#redirectUris.filter((uri) => text.includes(uri)).map((uri) => this.text.url(uri)),
    );
  }

  #jar({ held, kept }: JarReading): JarReading {
    return {
      held: held.map((cookie) => ({ ...cookie, name: this.text.name(cookie.name), path: this.text.path(cookie.path) })),
      kept: kept.map(({ name, stored }) => ({ name: this.text.name(name), stored })),
    };
  }
}

/** A system's name and number. */
function platform(text: string | null): string | null {
  return text !== null && /^[\w .;:+-]{1,80}$/.test(text) && !text.split(/[ ;:]/).some(isRandomWord) ? text : null;
}

export interface RedactedRecording {
  readonly recording: Redacted<Recording>;
  /** Different values that were replaced. */
  readonly hidden: HiddenCounts;
  /** Hidden values that stand in a text all the same. */
  leaksIn(text: string): readonly string[];
}

/** Both attempts by the same hand: what is equal in both stays equal. */
export function redactRecording({ capture, story, second }: Recording): RedactedRecording {
  const all = [...capture.exchanges, ...(second?.capture.exchanges ?? [])];
  const urls = all.flatMap(({ request, outcome }) => [request.url, ...(outcome.kind === 'redirected' ? [outcome.to] : [])]);
  const locations = all.flatMap(({ outcome }) => {
    const found = outcome.kind === 'pending' ? null : header(outcome.headers, 'location');
    return found?.kind === 'present' ? found.all : [];
  });
  const redactor = new CaptureRedactor(
    valuesOf(
      [...urls, ...locations],
      all.flatMap(({ request }) => formOf(request.body)),
    ),
  );
  const safe = (one: Capture): Capture => ({
    ...one,
    machine: { ...one.machine, platform: platform(one.machine.platform) },
    exchanges: one.exchanges.map((exchange) => redactor.exchange(exchange)),
  });
  const recording: Recording = {
    capture: safe(capture),
    second: second && { how: second.how, capture: safe(second.capture) },
    // Last: what a login hides is hidden in the words about it, too.
    story: story && redactor.story(story),
  };
  const { standIns, open } = redactor.text;
  // A time stamp in an address is hidden; the times of the requests are meant to be seen, and may be the same ones.
  for (const at of [...all.map(({ startedAt }) => startedAt), capture.asOf, second?.capture.asOf ?? 0]) redactor.text.show(String(at));
  return {
    recording: recording as Redacted<Recording>,
    hidden: standIns.counts,
    leaksIn: (text) => findLeaks(text, standIns.replaced, open),
  };
}
