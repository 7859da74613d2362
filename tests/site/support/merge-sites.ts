import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

const readRows = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });

/** Adds rows at the end of a CSV file, under its headings. */
export function addCsvRows(file: string, rows: readonly Readonly<Record<string, string>>[]): void {
  const { meta } = readRows(file);
  const cells = rows.map((row) => (meta.fields ?? []).map((heading) => row[heading] ?? ''));
  const text = readFileSync(file, 'utf8').replace(/\s*$/, '\n');
  writeFileSync(file, `${text}${Papa.unparse(cells, { newline: '\n' })}\n`);
}

/**
 * Adds the plans of one root to another as the staff guide says: it copies the folders of its plans and municipalities,
 * and adds the rows of the shared files whose ids are new.
 */
export function mergeSites(from: string, to: string): void {
  for (const folder of ['content/plans', 'data/plans', 'data/municipalities'])
    if (existsSync(join(from, folder))) cpSync(join(from, folder), join(to, folder), { recursive: true });
  const shared = ['municipalities', 'themes', 'glossary', 'departments', 'sources', 'changes'];
  for (const name of shared) {
    const [source, target] = [join(from, 'data', `${name}.csv`), join(to, 'data', `${name}.csv`)];
    if (!existsSync(source)) continue;
    if (!existsSync(target)) {
      cpSync(source, target);
      continue;
    }
    const key = name === 'municipalities' ? '市区町村ID' : readRows(source).meta.fields?.[0];
    const ids = new Set(readRows(target).data.map((row) => row[key ?? '']));
    const isNew = (row: Record<string, string>) => name === 'changes' || !ids.has(row[key ?? '']);
    addCsvRows(target, readRows(source).data.filter(isNew));
  }
}
