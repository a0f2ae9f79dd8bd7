/** What is said beside a refusal that another reason explains better, where the request is large all the same. */
import type { Exchange } from '../../model/exchange.ts';
import { nearCommonLimit } from '../../observe/limits.ts';
import { measure } from '../../observe/sizes.ts';

/** Proxies on the way add to a request, and some servers take less than most: a large one may have been too large for one of them. */
export function sizeAdvice(exchange: Exchange, status: number): string {
  const sizes = measure(exchange);
  if ((status !== 400 && status !== 403) || !nearCommonLimit(sizes)) return '';
  const total = sizes.totalBytes.toLocaleString('en-US', { useGrouping: sizes.totalBytes >= 10_000 });
  return ` The request is large (${total} bytes of address and headers): if it works in a private window, its size or a stale cookie is the reason.`;
}
