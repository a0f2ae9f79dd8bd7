import { createContext } from 'preact';
import type { ExchangeId } from '../../lib/model/exchange.ts';
import type { Finding, JudgedFlow } from '../../lib/model/finding.ts';

/** What can be taken along from an opened hop. Everything is redacted on its way out. */
export interface HopActions {
  readonly copyCurl: (judged: JudgedFlow, hop: ExchangeId) => void;
  readonly copyFinding: (judged: JudgedFlow, finding: Finding) => void;
}

/** Null where nothing can be copied. */
export const HopActions = createContext<HopActions | null>(null);
