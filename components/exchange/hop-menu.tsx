import { useContext } from 'preact/hooks';
import { explain } from '../../lib/explain/finding.ts';
import type { JudgedFlow } from '../../lib/model/finding.ts';
import type { HopRow } from '../../lib/session/rows.ts';
import { exchange as exchangeWords } from '../../lib/words/en/exchange.ts';
import { Menu, type MenuItem } from '../kit/menu.tsx';
import { HopActions } from './hop-actions.ts';

/** What goes into a ticket or a terminal, without its secrets. */
export function HopMenu({ row: { exchange, findings }, judged }: { readonly row: HopRow; readonly judged: JudgedFlow }) {
  const actions = useContext(HopActions);
  if (!actions) return null;
  const words = exchangeWords();
  const items: readonly MenuItem[] = [
    ...(/^https?:/i.test(exchange.request.url)
      ? [{ id: 'curl', label: words.copyCurl, icon: 'copy' as const, onChoose: () => actions.copyCurl(judged, exchange.id) }]
      : []),
    ...findings.map((finding, index) => ({
      id: `finding-${index}`,
      label: findings.length === 1 ? words.copyFinding : words.copyThisFinding(explain(finding).title.replaceAll('`', '')),
      icon: 'report' as const,
      onChoose: () => actions.copyFinding(judged, finding),
    })),
  ];
  return items.length === 0 ? null : (
    <div class="hop-menu">
      <Menu label={words.menu} items={items} />
    </div>
  );
}
