import { Readable } from 'node:stream';
import Papa from 'papaparse';
import CsvwParser from 'rdf-parser-csvw';
import { z } from 'zod';
import { listMatchingPaths } from '../../src/cli/resolve-paths.ts';
import { parseJsonLd, type RdfContexts } from './parse-rdf.ts';
import { type StandardCheck, OFFICIAL_FILES, type TextReader } from './standard-check.ts';

const CSVW = 'http://www.w3.org/ns/csvw#';

const Metadata = z.object({
  url: z.string(),
  tableSchema: z.object({
    columns: z.array(z.object({ name: z.string(), titles: z.object({ ja: z.string() }) })),
  }),
});

/** Parses a CSV by its metadata. Returns the cells of each row by the name of their column. */
async function parseByMetadata(
  csv: string,
  metadata: string,
  base: string,
  contexts: RdfContexts,
): Promise<Map<string, string>[]> {
  const triples = await parseJsonLd(metadata, `${base}-metadata.json`, contexts);
  const parser = new CsvwParser({ metadata: triples, baseIRI: base, timezone: 'utc' });
  const rows: Map<string, string>[] = [];
  for await (const { predicate, object } of parser.import(Readable.from([csv]))) {
    if (predicate.value === `${CSVW}describes`) rows.push(new Map());
    else if (predicate.value.startsWith(`${base}#`))
      rows.at(-1)?.set(decodeURI(predicate.value.slice(base.length + 1)), object.value);
  }
  return rows;
}

/** Compares the parsed rows with the cells of the CSV. */
function findDifferences(
  path: string,
  rows: readonly Map<string, string>[],
  cells: readonly (readonly string[])[],
  names: readonly string[],
): string[] {
  if (rows.length !== cells.length) return [`${path}：${cells.length}行のうち ${rows.length}行が読めました`];
  return cells.flatMap((row, at) =>
    names.flatMap((name, column) => {
      const [expected = '', actual = ''] = [row[column], rows[at]?.get(name)];
      return expected === actual ? [] : [`${path} ${at + 2}行 ${name}：「${expected}」が「${actual}」と読めました`];
    }),
  );
}

/** Checks one CSV by its metadata. Returns the faults and the number of cells that are not empty. */
async function checkTable(
  path: string,
  site: TextReader,
  contexts: RdfContexts,
): Promise<{ faults: string[]; cells: number }> {
  const metadata = site(path);
  const { url, tableSchema } = Metadata.parse(JSON.parse(metadata));
  const csvPath = path.replace(/[^/]+$/, url);
  const text = site(csvPath);
  const [headings = [], ...cells] = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: true,
  }).data;
  const expectedHeadings = tableSchema.columns.map(({ titles }) => titles.ja);
  const names = tableSchema.columns.map(({ name }) => name);
  const hasSameHeadings = expectedHeadings.join('\n') === headings.join('\n');
  const rows = await parseByMetadata(text, metadata, `https://site.invalid/${csvPath}`, contexts);
  return {
    faults: [
      ...(hasSameHeadings ? [] : [`${csvPath}：見出しが説明の titles とちがいます`]),
      ...findDifferences(csvPath, rows, cells, names),
    ],
    cells: cells.reduce((sum, row) => sum + row.filter((cell) => cell !== '').length, 0),
  };
}

/**
 * Parses each CSV by its metadata, and compares headings, rows and cells with the CSV itself.
 * @param folder the built site
 */
export async function checkCsvw(folder: string, site: TextReader, schemas: TextReader): Promise<StandardCheck> {
  const contexts = new Map([['http://www.w3.org/ns/csvw', schemas(OFFICIAL_FILES.csvw)]]);
  const paths = listMatchingPaths(folder, 'data/**/*.csv-metadata.json').filter(
    (path) => !path.endsWith('/csv-metadata.json'),
  );
  const faults: string[] = [];
  let count = 0;
  for (const path of paths) {
    // The parser throws if it can't read a file.
    const result = await checkTable(path, site, contexts).catch((error: unknown) => ({
      faults: [`${path}：読めません（${error instanceof Error ? error.message : String(error)}）`],
      cells: 0,
    }));
    for (const fault of result.faults) faults.push(fault);
    count += result.cells;
  }
  const groupPath = 'data/csv-metadata.json';
  const group = await parseJsonLd(site(groupPath), `https://site.invalid/${groupPath}`, contexts);
  const tables = group.getObjects(null, `${CSVW}table`, null).length;
  if (tables !== paths.length) faults.push(`csv-metadata.json：表が ${tables}、CSVの説明は ${paths.length}`);
  return {
    title: 'CSV on the Web',
    summary: `表 ${paths.length}、空でないセル ${count}`,
    faults,
    remarks: [],
  };
}
