import { mkdtempDisposableSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { DiagnosticReport } from '../../src/diagnostics/diagnostic-report.ts';
import { openTableRows } from '../../src/input/open-table.ts';
import { observationsTable } from '../../src/tables/observations.ts';
import { parseTable } from '../../src/validation/parse-table.ts';
import { generateObservations } from './generated-data.ts';
import { compareMedians } from './measure-process.ts';

const ROUNDS = 3;
/** The maximum time for reading and checking, as a multiple of the time of papaparse for the same text. */
const MAX_RATIO = 4;
const MAX_MEGABYTES = 1500;

/** Compares reading and checking observations with papaparse alone. Returns a table. */
export function benchmarkValidation(rows: number): string {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bench-'));
  const file = join(folder.path, 'observations.csv');
  const bytes = generateObservations(rows);
  writeFileSync(file, bytes);
  const [alone, table] = compareMedians(['papaparse', 'table'], file, ROUNDS);
  if (!alone || !table) throw new Error('a method was not measured');
  if (alone.rows !== rows || table.rows !== rows) throw new Error('not every row was read');
  const ratio = table.seconds / alone.seconds;
  const formatLine = (name: string, ...cells: readonly string[]) =>
    `${name.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}\n`;
  const megabytes = (bytes.length / 1024 / 1024).toFixed(1);
  return [
    `observations.csv, ${rows} rows, ${megabytes} MB; CPU time, medians of ${ROUNDS}\n\n`,
    formatLine('', 'seconds', 'ratio', 'memory MB'),
    formatLine('papaparse alone', alone.seconds.toFixed(2), '1.00', alone.megabytes.toFixed(0)),
    formatLine('read and checked', table.seconds.toFixed(2), ratio.toFixed(2), table.megabytes.toFixed(0)),
    formatLine('at most', '', MAX_RATIO.toFixed(2), String(MAX_MEGABYTES)),
    ratio <= MAX_RATIO && table.megabytes <= MAX_MEGABYTES ? '\nwithin\n' : '\nover\n',
  ].join('');
}

/** Counts the rows with papaparse, which reads texts, not bytes. */
function countParsedRows(text: string): number {
  return Papa.parse(text, { delimiter: ',', skipEmptyLines: true }).data.length - 1;
}

function readAndCheck(bytes: Uint8Array): number {
  const report = new DiagnosticReport();
  const file = 'observations.csv';
  const { rows } = parseTable(openTableRows(bytes, file, report), file, observationsTable.columns, report);
  if (report.diagnostics.length > 0) throw new Error(`unexpected: ${JSON.stringify(report.diagnostics[0])}`);
  return rows.length;
}

/*
 * Measures one way of reading a file and prints the result as JSON: `validation-benchmark.ts papaparse FILE` or
 * `validation-benchmark.ts table FILE`.
 */
if (import.meta.main) {
  const [method, file = ''] = process.argv.slice(2);
  const bytes = readFileSync(file);
  const text = method === 'papaparse' ? new TextDecoder().decode(bytes) : '';
  const start = process.cpuUsage();
  const rows = method === 'papaparse' ? countParsedRows(text) : readAndCheck(bytes);
  const { user, system } = process.cpuUsage(start);
  // maxRSS counts in kilobytes on every system that Node runs on.
  const measurement = {
    rows,
    seconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
  process.stdout.write(JSON.stringify(measurement));
}
