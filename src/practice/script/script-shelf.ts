import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallScript } from './call-script.ts';
import { readScriptFile } from './read-script.ts';

const FOLDER = fileURLToPath(new URL('../scripts/', import.meta.url));

/** A script that comes with the project, under the name of its file. */
export interface ShelvedScript {
  name: string;
  script: CallScript;
}

/** The scripts that any business can be rung with: those that need no rows or settings of their own. Read anew, since they name days. */
export async function shelvedScripts(): Promise<ShelvedScript[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.yaml')).sort();
  const read = await Promise.all(
    files.map(async (file) => ({ name: basename(file, '.yaml'), script: await readScriptFile(FOLDER + file) })),
  );
  return read.filter(({ script: { business } }) => {
    return business.rows.length === 0 && Object.keys(business.settings).length === 0;
  });
}
