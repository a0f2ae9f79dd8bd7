/** Which of what is kept has been over for so long that it is to be forgotten. Whole logins, never a part of one. */
export interface KeptRequest {
  readonly request: string;
  readonly tab: number;
  /** Epoch milliseconds of its first event. */
  readonly at: number;
  /** Epoch milliseconds of its last event. */
  readonly lastAt: number;
  /** Part of a login. */
  readonly login: boolean;
  /** An answer was delivered with it. */
  readonly answers: boolean;
}

/** A sign-in page may stay open for long: until an answer came, this much quiet is still the same login. */
const signInMs = 3_600_000;

interface Episode {
  readonly tab: number;
  readonly from: number;
  to: number;
  answered: boolean;
  readonly requests: string[];
}

/** Logins of one tab, one after the other. */
function episodesOf(requests: readonly KeptRequest[], quietMs: number): Episode[] {
  const open = new Map<number, Episode>();
  const all: Episode[] = [];
  for (const { request, tab, at, lastAt, answers } of requests.filter((kept) => kept.login).sort((a, b) => a.at - b.at)) {
    const before = open.get(tab);
    if (before && at - before.to <= (before.answered ? quietMs : signInMs)) {
      before.to = Math.max(before.to, lastAt);
      before.answered ||= answers;
      before.requests.push(request);
      continue;
    }
    const episode: Episode = { tab, from: at, to: lastAt, answered: answers, requests: [request] };
    open.set(tab, episode);
    all.push(episode);
  }
  return all;
}

export interface Over {
  readonly requests: readonly string[];
  /** Epoch milliseconds: nothing that is kept began before. */
  readonly before: number;
}

/** `isBusy`: a login runs in this tab. Logins that overlap in time may be one in two windows, and stay together. */
export function overSince(
  kept: readonly KeptRequest[],
  isBusy: (tab: number) => boolean,
  now: number,
  keepMs: number,
  quietMs: number,
): Over {
  const episodes = episodesOf(kept, quietMs);
  const newest = new Map(episodes.map((episode) => [episode.tab, episode]));
  const staying = episodes.filter((episode) => episode.to + keepMs > now || (isBusy(episode.tab) && newest.get(episode.tab) === episode));
  // From the newest back: what began within the time of one that stays, or ended in it, stays too.
  let since = Math.min(now - keepMs, ...staying.map(({ from }) => from));
  for (const { from, to } of [...episodes].sort((a, b) => b.to - a.to)) if (to + quietMs > since) since = Math.min(since, from);
  const plain = kept.filter(({ login, lastAt, tab }) => !login && lastAt < since && !isBusy(tab));
  return {
    requests: [...episodes.filter(({ to }) => to < since).flatMap(({ requests }) => requests), ...plain.map(({ request }) => request)],
    before: since,
  };
}
