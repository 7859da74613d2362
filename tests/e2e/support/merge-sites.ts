import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

const readRows = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });

/** Adds a row at the end of a CSV file, under the file's own headings. */
export function addCsvRows(file: string, rows: readonly Readonly<Record<string, string>>[]): void {
  const { meta } = readRows(file);
  const cells = rows.map((row) => (meta.fields ?? []).map((heading) => row[heading] ?? ''));
  const text = readFileSync(file, 'utf8').replace(/\s*$/, '\n');
  writeFileSync(file, `${text}${Papa.unparse(cells, { newline: '\n' })}\n`);
}

/**
 * Adds the plans of one root to another, as a person who follows the guide does: the folders of its plans and
 * municipalities, and the rows of the shared files whose ids are not there yet.
 */
export function mergeSites(from: string, to: string): void {
  for (const folder of ['content/plans', 'data/plans', 'data/municipalities'])
    if (existsSync(join(from, folder))) cpSync(join(from, folder), join(to, folder), { recursive: true });
  const shared = ['municipalities', 'themes', 'glossary', 'departments', 'sources', 'changes'];
  for (const name of shared) {
    const [given, file] = [join(from, 'data', `${name}.csv`), join(to, 'data', `${name}.csv`)];
    if (!existsSync(given)) continue;
    if (!existsSync(file)) {
      cpSync(given, file);
      continue;
    }
    const key = name === 'municipalities' ? '市区町村ID' : readRows(given).meta.fields?.[0];
    const known = new Set(readRows(file).data.map((row) => row[key ?? '']));
    const isNew = (row: Record<string, string>) => name === 'changes' || !known.has(row[key ?? '']);
    addCsvRows(file, readRows(given).data.filter(isNew));
  }
}
