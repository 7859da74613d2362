import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareMedians } from './measure-process.ts';
import { generateObservations } from './generated-data.ts';

const ROUNDS = 3;
/** What reading and checking may take, as a multiple of what papaparse alone takes for the same text. */
const MOST_TIMES = 4;
const MOST_MEGABYTES = 1500;

/**
 * Measures how long rows of results take to be read and checked, against papaparse alone.
 * @returns what to print
 */
export function benchmarkValidation(rows: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'observations.csv');
    const bytes = generateObservations(rows);
    writeFileSync(file, bytes);
    const [alone, table] = compareMedians(['papaparse', 'table'], file, ROUNDS);
    if (!alone || !table) throw new Error('a way of reading was not measured');
    if (alone.rows !== rows || table.rows !== rows) throw new Error('not every row was read');
    const times = table.seconds / alone.seconds;
    const line = (name: string, ...cells: readonly string[]) =>
      `${name.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}\n`;
    const megabytes = (bytes.length / 1024 / 1024).toFixed(1);
    return [
      `observations.csv, ${rows} rows, ${megabytes} MB; CPU time, medians of ${ROUNDS}\n\n`,
      line('', 'seconds', 'ratio', 'memory MB'),
      line('papaparse alone', alone.seconds.toFixed(2), '1.00', alone.megabytes.toFixed(0)),
      line('read and checked', table.seconds.toFixed(2), times.toFixed(2), table.megabytes.toFixed(0)),
      line('at most', '', MOST_TIMES.toFixed(2), String(MOST_MEGABYTES)),
      times <= MOST_TIMES && table.megabytes <= MOST_MEGABYTES ? '\nwithin\n' : '\nover\n',
    ].join('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
