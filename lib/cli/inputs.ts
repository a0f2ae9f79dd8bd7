/** The files that were named, as the caller meant them. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Input, InputError } from '../library/read-file.ts';
import { inClone } from '../library/version.ts';
import { opening } from '../words/en/opening.ts';

/** In a clone, paths mean the folder the caller stood in, not the one npm runs scripts in. */
export function atCaller(path: string): string {
  return resolve((inClone ? process.env['INIT_CWD'] : null) ?? process.cwd(), path);
}

/** Folders become the HAR and JSON files in them, sorted by name. */
export async function listInputs(names: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const name of names) {
    if (name === '-') {
      inputs.push({ name: 'standard input', path: null });
      continue;
    }
    const path = atCaller(name);
    const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw new InputError(
        `${name}: ${error.code === 'ENOENT' ? 'there is no such file or folder' : `it can not be opened (${error.code ?? 'unknown reason'})`}. ${opening().accepted}`,
      );
    });
    if (!info.isDirectory()) {
      inputs.push({ name, path });
      continue;
    }
    const found = (await readdir(path)).filter((file) => /\.(?:har|json)$/i.test(file)).sort();
    if (found.length === 0) throw new InputError(`${name}: this folder holds no .har or .json file. ${opening().accepted}`);
    for (const file of found) inputs.push({ name: join(name, file), path: join(path, file) });
  }
  return inputs;
}
