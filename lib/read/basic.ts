import type { Exchange } from '../model/exchange.ts';
import { headerValue } from './headers.ts';

/** RFC 6749 section 2.3.1: the user part of HTTP Basic is the form-encoded client_id. */
export function basicUser(exchange: Exchange): string | null {
  const value = headerValue(exchange.request.headers, 'authorization');
  const match = value === null ? null : /^basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(value);
  if (!match?.[1]) return null;
  try {
    const user = atob(match[1].replaceAll('-', '+').replaceAll('_', '/')).split(':', 1)[0] ?? '';
    return decodeURIComponent(user) || null;
  } catch {
    return null;
  }
}
