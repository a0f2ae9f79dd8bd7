import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folders that are not always on the path of somebody who is not root. */
const also = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin', '/snap/bin'];

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a program, null when it is nowhere. */
export function onPath(command: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...also];
  return folders.map((folder) => join(folder, command)).find((path) => existsSync(path) && isExecutable(path)) ?? null;
}
