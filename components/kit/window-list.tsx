import { type ComponentChildren, options, type Ref } from 'preact';
import { useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { followedRange, measureRange, offsetsOf, type Range, rangeAround, shownIndices, wholeRange } from './window-range.ts';

export interface WindowListHandle {
  /** Brings an item into the document and into sight; `then` gets its element. */
  reveal(key: string, then?: (element: HTMLElement) => void): void;
  /** It is in the list and nothing of it can be seen. */
  isAway(key: string): boolean;
}

export interface WindowListProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Height of an item that was not measured yet. */
  readonly estimate: (item: T) => number;
  readonly render: (item: T, index: number) => ComponentChildren;
  readonly label: string;
  readonly handle?: Ref<WindowListHandle>;
  /** Keys of items that stay in the document wherever the list is scrolled: what has the keyboard, what stands open. */
  readonly keep?: readonly (string | null)[];
}

/**
 * A list of which only the part near the screen is in the document. Its items stand in the normal flow between two
 * spacers, and heights are remembered by key, so that items may grow, come and go in the middle without overlapping
 * or moving what is being read. It works in whatever scrolls around it.
 */
export function WindowList<T>({ items, keyOf, estimate, render, label, handle, keep }: WindowListProps<T>) {
  const list = useRef<HTMLOListElement>(null);
  const heights = useRef(new Map<string, number>());
  const pending = useRef<{ key: string; then?: ((element: HTMLElement) => void) | undefined } | null>(null);
  const keys = useMemo(() => items.map(keyOf), [items, keyOf]);
  const [state, setRange] = useState<Range>(() => rangeAround(0, items.length));
  // Rows that come in above must not push what is read out of the document: then nobody could hold it in its place.
  const before = useRef(keys);
  const followed = useRef<Range | null>(null);
  if (before.current !== keys) {
    followed.current = followedRange(state, firstInSight(list.current, before.current), before.current, keys, isAtStart(list.current));
    before.current = keys;
  }
  const range = followed.current ?? state;
  // Adding up all heights is what a long list costs; it is done again when one of them changed, not at every scroll.
  const sums = useRef<{ readonly items: readonly T[]; readonly tops: readonly number[] } | null>(null);
  const offsets = () => {
    if (sums.current?.items !== items)
      sums.current = { items, tops: offsetsOf(items, (item, index) => heights.current.get(keys[index] ?? '') ?? estimate(item)) };
    return sums.current.tops;
  };
  const latest = useRef(offsets);
  latest.current = offsets;

  const elementOf = (key: string) => list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`) ?? null;

  const observer = useMemo(
    () =>
      typeof ResizeObserver === 'undefined'
        ? null
        : new ResizeObserver((entries) => {
            for (const { target, borderBoxSize } of entries) {
              const key = target.getAttribute('data-item');
              const height = borderBoxSize[0]?.blockSize ?? 0;
              if (key === null || height === 0 || heights.current.get(key) === height) continue;
              heights.current.set(key, height);
              sums.current = null;
            }
          }),
    [],
  );

  const observe = useCallback(
    (element: HTMLElement | null) => {
      if (element) observer?.observe(element);
    },
    [observer],
  );

  useLayoutEffect(() => {
    const update = () => {
      if (list.current) setRange((old) => measureRange(list.current, latest.current(), old));
    };
    update();
    // Captured on the way down: scrolling does not bubble, and it does not matter what it is that scrolls.
    document.addEventListener('scroll', update, { capture: true, passive: true });
    window.addEventListener('resize', update);
    // On paper there is no window: everything, and at once, since the browser takes its picture right after.
    const printing = () => rightNow(() => setRange(wholeRange));
    window.addEventListener('beforeprint', printing);
    window.addEventListener('afterprint', update);
    return () => {
      document.removeEventListener('scroll', update, { capture: true });
      window.removeEventListener('resize', update);
      window.removeEventListener('beforeprint', printing);
      window.removeEventListener('afterprint', update);
      observer?.disconnect();
    };
  }, [observer]);

  useLayoutEffect(() => {
    const now = followed.current;
    followed.current = null;
    const measure = () => setRange((old) => measureRange(list.current, latest.current(), old));
    if (!now) return measure();
    setRange(now);
    // Where the list stands is only known once the browser has laid it out and scrolled by as much as came in above.
    requestAnimationFrame(() => setTimeout(measure, 0));
  }, [items]);

  useLayoutEffect(() => {
    const wanted = pending.current;
    const element = wanted ? elementOf(wanted.key) : null;
    if (!wanted || !element) return;
    pending.current = null;
    element.scrollIntoView({ block: 'nearest' });
    wanted.then?.(element);
  });

  useImperativeHandle(handle ?? null, () => ({
    isAway: (key) => {
      if (!keys.includes(key)) return false;
      const box = elementOf(key)?.getBoundingClientRect();
      return !box || box.bottom < 0 || box.top > window.innerHeight;
    },
    reveal: (key, then) => {
      const index = keys.indexOf(key);
      if (index < 0) return;
      pending.current = { key, then };
      setRange((old) => (index >= old.from && index < old.to ? { ...old } : rangeAround(index, items.length)));
    },
  }));

  // What stays in the window while it moves is not drawn again.
  const drawn = useMemo(() => new Map<string, ComponentChildren>(), [items, render]);
  const drawnRow = (key: string, item: T, index: number) => {
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const row = (
      <li key={key} data-item={key} aria-posinset={index + 1} aria-setsize={items.length} ref={observe}>
        {render(item, index)}
      </li>
    );
    drawn.set(key, row);
    return row;
  };

  const at = offsets();
  const shown = shownIndices(range, items.length, keep?.map((key) => (key === null ? -1 : keys.indexOf(key))) ?? []);
  const children: ComponentChildren[] = [];
  let end = 0;
  const space = (to: number) => {
    const height = (at[to] ?? 0) - (at[end] ?? 0);
    if (height > 0)
      children.push(<li aria-hidden="true" class="window-space" style={{ height: `${height}px` }} key={`before ${keys[to] ?? ''}`} />);
  };
  for (const index of shown) {
    const item = items[index];
    if (item === undefined) continue;
    space(index);
    end = index + 1;
    children.push(drawnRow(keys[index] ?? '', item, index));
  }
  space(items.length);
  return (
    <ol class="window-list" aria-label={label} ref={list}>
      {children}
    </ol>
  );
}

const isAtStart = (list: HTMLElement | null) => (list?.getBoundingClientRect().top ?? 0) >= 0;

/** Below what sticks to the upper edge. */
const edge = 90;

/** Index of the first row that can be seen. */
function firstInSight(list: HTMLElement | null, keys: readonly string[]): number {
  for (const element of list?.querySelectorAll(':scope > [data-item]') ?? [])
    if (element.getBoundingClientRect().bottom > edge) return Math.max(0, keys.indexOf(element.getAttribute('data-item') ?? ''));
  return 0;
}

function rightNow(change: () => void): void {
  const before = options.debounceRendering;
  options.debounceRendering = (render) => render();
  try {
    change();
  } finally {
    if (before) options.debounceRendering = before;
    else delete options.debounceRendering;
  }
}
