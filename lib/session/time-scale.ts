/** A time axis on which what happened has room: pauses, in which nobody asked for anything, are squeezed. Pure. */

export interface Span {
  /** Milliseconds since the login began. */
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Tick {
  readonly ms: number;
  /** 0 to 1 of the width. */
  readonly at: number;
}

export interface Pause extends Span {
  /** 0 to 1 of the width. */
  readonly from: number;
  readonly to: number;
}

export interface TimeScale {
  readonly at: (ms: number) => number;
  readonly ticks: readonly Tick[];
  readonly pauses: readonly Pause[];
}

/** A pause is squeezed when it is longer than this, and than this share of all that happened. */
const longPauseMs = 1_000;
const longPauseShare = 0.3;
/** Of the width: each squeezed pause, and all of them together. */
const pauseWidth = 0.06;
const pausesWidth = 0.4;
const mostTicks = 5;
/** Of the width, so that words below ticks do not touch. */
const tickDistance = 0.13;

interface Piece extends Span {
  readonly squeezed: boolean;
}

/** Busy stretches and the pauses between them, in order, without a gap. */
function piecesOf(spans: readonly Span[]): Piece[] {
  const sorted = [...spans].sort((a, b) => a.fromMs - b.fromMs);
  const busy: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of sorted) {
    const last = busy.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else busy.push({ fromMs, toMs: Math.max(fromMs, toMs) });
  }
  const busyMs = busy.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  const isLong = (ms: number) => ms > longPauseMs && ms > busyMs * longPauseShare;
  const pieces: Piece[] = [];
  let end = 0;
  const add = (fromMs: number, toMs: number, squeezed: boolean) => {
    const last = pieces.at(-1);
    if (last && !last.squeezed && !squeezed) pieces[pieces.length - 1] = { ...last, toMs };
    else if (toMs > fromMs) pieces.push({ fromMs, toMs, squeezed });
  };
  for (const { fromMs, toMs } of busy) {
    if (fromMs > end) add(end, fromMs, isLong(fromMs - end));
    add(Math.max(end, fromMs), toMs, false);
    end = Math.max(end, toMs);
  }
  return pieces;
}

export function timeScale(spans: readonly Span[]): TimeScale {
  const pieces = piecesOf(spans);
  const squeezed = pieces.filter((piece) => piece.squeezed).length;
  const openMs = pieces.reduce((sum, { fromMs, toMs, squeezed: narrow }) => sum + (narrow ? 0 : toMs - fromMs), 0);
  const each = squeezed === 0 ? 0 : Math.min(pauseWidth, pausesWidth / squeezed);
  // Where all that happened took no time, the pauses are all there is.
  const narrow = openMs === 0 && squeezed > 0 ? 1 / squeezed : each;
  const perMs = openMs === 0 ? 0 : (1 - narrow * squeezed) / openMs;
  let at = 0;
  const placed = pieces.map((piece) => {
    const from = at;
    at += piece.squeezed ? narrow : (piece.toMs - piece.fromMs) * perMs;
    return { ...piece, from, to: at };
  });
  const find = (ms: number): number => {
    let low = 0;
    let high = placed.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((placed[middle]?.fromMs ?? 0) <= ms) low = middle;
      else high = middle - 1;
    }
    const piece = placed[low];
    if (!piece) return 0;
    const share = piece.toMs > piece.fromMs ? (ms - piece.fromMs) / (piece.toMs - piece.fromMs) : 0;
    return Math.min(1, Math.max(0, piece.from + Math.min(1, Math.max(0, share)) * (piece.to - piece.from)));
  };
  const pauses = placed.filter((piece) => piece.squeezed).map(({ fromMs, toMs, from, to }) => ({ fromMs, toMs, from, to }));
  return { at: find, pauses, ticks: ticksOf(placed, openMs, find) };
}

/** 1, 2 or 5 and zeros, so that about as many fit as can be read. */
function stepFor(ms: number): number {
  const wanted = Math.max(1, ms / mostTicks);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find((factor) => factor * power >= wanted) ?? 10) * power;
}

function ticksOf(pieces: readonly (Piece & { readonly from: number })[], openMs: number, at: (ms: number) => number): Tick[] {
  const step = stepFor(openMs);
  const ticks: Tick[] = [];
  for (const { fromMs, toMs, squeezed } of pieces) {
    if (squeezed) continue;
    for (let ms = Math.ceil(fromMs / step) * step; ms <= toMs; ms += step) {
      const last = ticks.at(-1);
      if (!last || at(ms) - last.at >= tickDistance) ticks.push({ ms, at: at(ms) });
    }
  }
  return ticks;
}
