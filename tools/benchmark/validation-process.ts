import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { observationsTable } from '../../src/tables/observations.ts';
import { DiagnosticReport } from '../../src/diagnostics/diagnostic-report.ts';
import { readTableBytes } from '../../src/validation/parse-table.ts';

/*
 * Measures one way of reading a file and prints the result as JSON: `validation-process.ts papaparse FILE` or
 * `validation-process.ts table FILE`.
 */
const [method, file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);

/** Counts the rows with papaparse, which reads texts, not bytes. */
function countParsedRows(text: string): number {
  return Papa.parse(text, { delimiter: ',', skipEmptyLines: true }).data.length - 1;
}

async function readAndCheck(): Promise<number> {
  const report = new DiagnosticReport();
  const { rows } = await readTableBytes(bytes, 'observations.csv', observationsTable.columns, report);
  if (report.diagnostics.length > 0) throw new Error(`unexpected: ${JSON.stringify(report.diagnostics[0])}`);
  return rows.length;
}

const text = method === 'papaparse' ? new TextDecoder().decode(bytes) : '';
const start = process.cpuUsage();
const rows = method === 'papaparse' ? countParsedRows(text) : await readAndCheck();
const { user, system } = process.cpuUsage(start);
// maxRSS counts in kilobytes on every system that Node runs on.
const measurement = {
  rows,
  seconds: (user + system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(measurement));
