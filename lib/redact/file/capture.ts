/** A capture with nothing in it but what the policy lets through; the engine says the same of it. */
import type { Capture } from '../../model/capture.ts';
import type { Body, Exchange, Headers, JarReading, Outcome, Seen } from '../../model/exchange.ts';
import type { Recording, Story } from '../../model/recording.ts';
import type { Redacted } from '../../model/redacted.ts';
import { formOf, jsonOf, strayFormOf } from '../../read/body.ts';
import { header, headerValue } from '../../read/headers.ts';
import { resolveLocation } from '../../read/url.ts';
import { redactProse } from '../prose.ts';
import { isVocabulary } from '../words.ts';
import { agentName } from './agents.ts';
import { FileHeaders } from './headers.ts';
import type { HiddenCounts } from './kinds.ts';
import { type LoginValues, valuesOf, verifiersIn } from './login-values.ts';
import { isFormText, reason } from './members.ts';
import { findLeaks } from './scan.ts';
import { leftOut, tellingPage, tellingShown } from './telling.ts';
import { FileText } from './text.ts';

/** webNavigation's own words. */
const transition =
  /^(?:link|typed|auto_bookmark|auto_subframe|manual_subframe|generated|start_page|form_submit|reload|keyword|keyword_generated|client_redirect|server_redirect|forward_back|from_address_bar)$/;

class CaptureRedactor {
  readonly text = new FileText();
  readonly #headers = new FileHeaders(this.text);
  readonly #redirectUris: readonly string[];

  constructor(found: LoginValues) {
    this.text.expect(found);
    this.#headers.knowClients(found.clientIds);
    this.#redirectUris = [...found.redirectUris];
  }

  exchange(exchange: Exchange): Exchange {
    const { request, outcome, jar, navigation } = exchange;
    return {
      ...exchange,
      where: { ...exchange.where, container: this.#container(exchange.where.container) },
      request: {
        method: /^(?:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH)$/.test(request.method)
          ? request.method
          : this.text.hide(request.method),
        url: this.text.url(request.url),
        headers: this.#fields(request.headers),
        body: this.#body(request.body),
        initiator: request.initiator === null ? null : this.text.headerUrl(request.initiator),
      },
      outcome: this.#outcome(outcome, request.url),
      jar: jar.seen ? { seen: true, value: this.#jar(jar.value) } : jar,
      navigation: navigation && {
        committed: navigation.committed,
        ...(navigation.closedAt === undefined ? {} : { closedAt: navigation.closedAt }),
        transition: navigation.transition !== null && transition.test(navigation.transition) ? navigation.transition : null,
        qualifiers: navigation.qualifiers.filter((qualifier) => transition.test(qualifier)),
      },
    };
  }

  /** Everything that is not an exchange: names of programs and systems. */
  capture(capture: Capture): Capture {
    const { source, machine, skipped } = capture;
    const agent = (name: string | null) => name && agentName(name.slice(0, 120), (word) => this.text.hide(word));
    return {
      ...capture,
      source: { ...source, creator: agent(source.creator) },
      // A stand-in would be no system.
      machine: { ...machine, platform: agent(machine.platform) === machine.platform ? machine.platform : null },
      skipped: skipped.map(({ entry, because }) => ({ entry, because: this.prose(because) })),
      exchanges: capture.exchanges.map((exchange) => this.exchange(exchange)),
    };
  }

  story({ site, goal, did, saw }: Story): Story {
    return { site: site && this.text.url(site), goal: goal && this.prose(goal), did: this.prose(did), saw: this.prose(saw) };
  }

  prose(text: string): string {
    return redactProse(text, this.text.standIns.hidden(), this.text);
  }

  /** The browsers' own numbers; a name would be the user's. */
  #container(name: string | null): string | null {
    return name === null || /^(?:\d{1,3}|firefox-(?:default|private|container-\d{1,4}))$/.test(name) ? name : this.text.hide(name);
  }

  #fields({ fields, hidden }: Headers): Headers {
    return {
      fields: fields.map(({ name, value }) => ({ name: this.text.name(name), value: this.#headers.header(name, value) })),
      hidden: this.#unseen(hidden),
    };
  }

  /** Names of headers that a source does not show. */
  #unseen(hidden: Headers['hidden']): Headers['hidden'] {
    return hidden === 'all' ? hidden : hidden.map((name) => (isVocabulary(name) ? name : this.text.hide(name)));
  }

  #outcome(outcome: Outcome, url: string): Outcome {
    switch (outcome.kind) {
      case 'pending':
        return outcome;
      case 'failed':
        return { ...outcome, reason: reason(outcome.reason) ?? '', headers: this.#fields(outcome.headers) };
      case 'redirected':
        return { ...outcome, to: this.#to(outcome, url), headers: this.#fields(outcome.headers), body: this.#body(outcome.body) };
      case 'answered':
        return { ...outcome, headers: this.#fields(outcome.headers), body: this.#body(outcome.body) };
    }
  }

  /** A browser wrote it in its own way: what the header became is resolved as the header was. */
  #to({ to, headers }: Extract<Outcome, { kind: 'redirected' }>, url: string): string {
    const location = headerValue(headers, 'location');
    if (location === null || location === to || resolveLocation(location, url) !== to) return this.text.url(to);
    return resolveLocation(this.#headers.header('location', location), this.text.url(url)) ?? this.text.url(to);
  }

  #body(body: Seen<Body>): Seen<Body> {
    if (!body.seen || body.value.kind === 'empty') return body;
    const { value } = body;
    if (value.kind === 'form')
      return {
        seen: true,
        value: {
          ...value,
          fields: value.fields.map(({ name, value: field }) => ({
            name: this.text.fieldName(name, field),
            value: this.text.value(name, field),
          })),
        },
      };
    const mime = this.#headers.contentType(value.mime.split(';', 1)[0] ?? '');
    const data = value.page ? null : isFormText(value.text) ? this.text.form(value.text) : this.text.json(value.text);
    if (data === null) this.text.drop(leftOut(value.text));
    const text = value.page ? tellingShown(value.text) : (data ?? this.#page(value.text));
    return { seen: true, value: { ...value, mime, text } };
  }

  #page(text: string): string {
    return tellingPage(
      text,
      this.#redirectUris.filter((uri) => text.includes(uri)).map((uri) => this.text.url(uri)),
    );
  }

  #jar({ held, kept }: JarReading): JarReading {
    return {
      held: held.map((cookie) => ({
        ...cookie,
        name: this.text.name(cookie.name),
        domain: this.text.knownHost(cookie.domain),
        path: this.text.path(cookie.path),
      })),
      kept: kept.map(({ name, stored }) => ({ name: this.text.name(name), stored })),
    };
  }
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
  const urls = all.flatMap(({ request, outcome }) => [
    request.url,
    ...(outcome.kind === 'redirected' && headerValue(outcome.headers, 'location') === null ? [outcome.to] : []),
  ]);
  const locations = all.flatMap(({ outcome }) => {
    const found = outcome.kind === 'pending' ? null : header(outcome.headers, 'location');
    return found?.kind === 'present' ? found.all : [];
  });
  const redactor = new CaptureRedactor(
    valuesOf(
      [...urls, ...locations],
      all.flatMap(({ request }) => [...formOf(request.body), ...strayFormOf(request.body)]),
      all.flatMap(({ request }) => verifiersIn(jsonOf(request.body))),
    ),
  );
  const recording: Recording = {
    capture: redactor.capture(capture),
    second: second && { how: second.how, capture: redactor.capture(second.capture) },
    // Last: what a login hides is hidden in the words about it, too.
    story: story && redactor.story(story),
  };
  const { standIns, open } = redactor.text;
  // A time stamp in an address is hidden; the times of the requests are meant to be seen, and may be the same ones.
  for (const at of [...all.map(({ startedAt }) => startedAt), capture.asOf, ...capture.restartedAt, second?.capture.asOf ?? 0])
    redactor.text.show(String(at));
  return {
    recording: recording as Redacted<Recording>,
    hidden: standIns.counts,
    leaksIn: (text) => findLeaks(text, standIns.hidden(), open),
  };
}
