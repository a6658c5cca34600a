import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { callMachine } from '../../machines/call.machine.ts';
import { regionTable } from './machines/region-table.ts';
import { toMermaid } from './machines/mermaid.ts';
import type { ChartNode } from './machines/mermaid.ts';

/** The config as data, as an importer sees it. */
const chart = JSON.parse(JSON.stringify(callMachine.config)) as ChartNode;
const folder = fileURLToPath(new URL('../../machines/', import.meta.url));
const readme = `${folder}README.md`;

/** `npm run machines -- export` writes the chart as JSON and Mermaid; `-- picture` renews the drawing in machines/README.md. */
async function main(command: string | undefined): Promise<void> {
  if (command === 'export') return exportCharts();
  if (command === 'picture') return writeFile(readme, withPicture(await readFile(readme, 'utf8')));
  process.stderr.write('usage: npm run machines -- export | picture\n');
  process.exitCode = 2;
}

async function exportCharts(): Promise<void> {
  const into = `${folder}export/`;
  await mkdir(into, { recursive: true });
  await writeFile(`${into}call.json`, `${JSON.stringify(callMachine.config, null, 2)}\n`);
  await writeFile(`${into}call.mmd`, `${toMermaid(chart)}\n`);
  process.stdout.write(`wrote ${into}call.json and ${into}call.mmd\n`);
}

const BEGIN = '<!-- picture: made by `npm run machines -- picture` -->';
const END = '<!-- end of picture -->';

/** The page with today's drawings between its two marks. */
export function withPicture(page: string): string {
  const [before, rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  return `${before ?? ''}${BEGIN}\n\n${regionTable(chart)}\n${END}${after}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]);
