import type { RefObject } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import type { Laid } from '../../lib/session/rows.ts';
import type { WindowListHandle } from '../kit/window-list.tsx';
import { SingleKeys } from './single-keys.ts';

export interface RowKeysOptions {
  readonly laid: readonly Laid[];
  readonly list: RefObject<WindowListHandle | null>;
  /** Where the keyboard begins: the hop that the verdict is about. */
  readonly start: string | null;
  readonly openExchange: ExchangeId | null;
  readonly filter: string;
  readonly onOpen: (exchange: ExchangeId | null) => void;
  readonly onFilter: (text: string) => void;
}

const isTyping = (element: Element | null) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
const headOf = (element: HTMLElement) => element.querySelector<HTMLElement>('[data-row-head]');

/** j, k and arrows between rows, / to the filter, Escape back out. One row is the stop for Tab. */
export function useRowKeys({ laid, list, start, openExchange, filter, onOpen, onFilter }: RowKeysOptions) {
  const singleKeys = useContext(SingleKeys);
  const [chosen, setActive] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const has = (key: string | null) => key !== null && laid.some(({ row }) => row.key === key);
  const holder = (key: string | null) =>
    laid.find(({ row }) => row.kind === 'fold' && row.hops.some((hop) => hop.key === key))?.row.key ?? null;
  // A row that was folded away hands the keyboard to its fold.
  const active = [chosen, holder(chosen), start, holder(start), laid[0]?.row.key ?? null].find(has) ?? null;

  const focusRow = (key: string) => {
    setActive(key);
    list.current?.reveal(key, (element) => headOf(element)?.focus());
  };
  const move = (by: number) => {
    const inList = document.activeElement?.closest('[data-item]') != null;
    const at = laid.findIndex(({ row }) => row.key === active);
    const next = laid[Math.min(laid.length - 1, Math.max(0, inList ? at + by : at))];
    if (next) focusRow(next.row.key);
  };
  const stepOut = () => {
    if (openExchange !== null) {
      onOpen(null);
      focusRow(has(openExchange) ? openExchange : (active ?? ''));
      return true;
    }
    if (filter === '') return false;
    onFilter('');
    return true;
  };

  const take = (event: KeyboardEvent): boolean => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return false;
    const { activeElement } = document;
    if (event.key === 'Escape') return stepOut();
    if (isTyping(activeElement)) {
      if (event.key !== 'ArrowDown' && event.key !== 'Enter') return false;
      move(0);
      return true;
    }
    switch (singleKeys ? event.key : '') {
      case '/':
        input.current?.focus();
        input.current?.select();
        return true;
      case 'j':
        move(1);
        return true;
      case 'k':
        move(-1);
        return true;
    }
    // Arrows scroll the page unless a row has the keyboard.
    if (!activeElement?.hasAttribute('data-row-head')) return false;
    const first = laid[0]?.row.key;
    const last = laid.at(-1)?.row.key;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Home' && first) focusRow(first);
    else if (event.key === 'End' && last) focusRow(last);
    else return false;
    return true;
  };

  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    // On the document: right after the popup opens, nothing in it has the keyboard.
    const onKeyDown = (event: KeyboardEvent) => {
      if (latest.current(event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return { input, active, setActive };
}
