import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { observationsTable } from '../../src/tables/observations.ts';
import { DiagnosticReport } from '../../src/diagnostics/diagnostic-report.ts';
import { readTableBytes } from '../../src/validation/parse-table.ts';

/*
 * One measurement in a process of its own, so that none profits or suffers from another: `check-one.ts papaparse FILE` or
 * `check-one.ts table FILE`. Prints what it took as JSON.
 */
const [what, file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);

/** How many rows papaparse gives; it gets the text, since bytes are not its job. */
function parse(text: string): number {
  return Papa.parse(text, { delimiter: ',', skipEmptyLines: true }).data.length - 1;
}

async function readAndCheck(): Promise<number> {
  const report = new DiagnosticReport();
  const { rows } = await readTableBytes(bytes, 'observations.csv', observationsTable.columns, report);
  if (report.diagnostics.length > 0) throw new Error(`unexpected: ${JSON.stringify(report.diagnostics[0])}`);
  return rows.length;
}

const text = what === 'papaparse' ? new TextDecoder().decode(bytes) : '';
const start = process.cpuUsage();
const rows = what === 'papaparse' ? parse(text) : await readAndCheck();
const { user, system } = process.cpuUsage(start);
// maxRSS counts in kilobytes on every system that Node runs on.
const taken = { rows, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 };
process.stdout.write(JSON.stringify(taken));
