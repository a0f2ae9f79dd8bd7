/** What stands behind the `#` of the full page: a room, or a check in its reference. */
import { type PageRoom, pageRooms } from './host.ts';

export interface PageAddress {
  readonly room: PageRoom;
  /** Null where none is named. */
  readonly check: string | null;
}

const checkMark = 'check=';

export function readPageAddress(text: string): PageAddress {
  if (text.startsWith(checkMark)) return { room: 'reference', check: text.slice(checkMark.length) };
  return { room: pageRooms.find((room) => room === text) ?? 'live', check: null };
}

export function writePageAddress({ room, check }: PageAddress): string {
  return check === null ? room : `${checkMark}${check}`;
}
