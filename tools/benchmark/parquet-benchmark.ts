import { mkdirSync, mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { computeCheckDigit, prefectureNames } from '../../src/model/municipality.ts';
import { createPartitions, getPartitionFolder } from '../../src/open-data/parquet-partitions.ts';
import type { PublishedValue } from '../../src/open-data/published-table.ts';
import { publishedObservations } from '../../src/open-data/tables/published-indicators.ts';
import { openSiteData } from '../../src/site-data/open-site-data.ts';
import type { SiteData } from '../../src/site-data/site-data.ts';

/** The municipalities of Japan, and the indicators that each of them has in the generated nation. */
const [MUNICIPALITIES, INDICATORS] = [1741, 86];

/** A municipality of the generated nation, and a number that its values depend on. */
interface FictionalTown {
  readonly code: string;
  readonly number: number;
}

/** Returns the towns of the nation by the digits of their prefecture, in turn. */
function createNation(): Map<string, FictionalTown[]> {
  const digits = [...prefectureNames.keys()];
  const towns = Array.from({ length: MUNICIPALITIES }, (_, number) => {
    const five = `${digits[number % digits.length] ?? ''}${String(100 + Math.floor(number / digits.length))}`;
    return { code: `${five}${computeCheckDigit(five)}`, number };
  });
  return Map.groupBy(towns, ({ code }) => code.slice(0, 2));
}

/** Returns the observations of a town: copies of real rows with other indicators, values and municipalities. */
function createRows(
  { code, number }: FictionalTown,
  count: number,
  samples: readonly (readonly PublishedValue[])[],
): PublishedValue[][] {
  const names = publishedObservations.columns.map(({ name }) => name);
  return Array.from({ length: count }, (_, at) => {
    const value = ((number * 7919 + at * 104_729) % 100_000) / 10;
    const cells: Readonly<Record<string, PublishedValue>> = {
      municipality_code: code,
      indicator: `kakuu-${number}-keikaku/shihyo-${at % INDICATORS}`,
      value,
      text: String(value),
    };
    const sample = samples[(number + at) % samples.length] ?? [];
    return names.map((name, column) => cells[name] ?? sample[column] ?? null);
  });
}

/** Writes the observations of the nation by prefecture. Returns the bytes of all files. */
function writeNation(siteData: SiteData, folder: string, rows: number): number {
  const samples = publishedObservations.rows(siteData);
  let bytes = 0;
  for (const towns of createNation().values()) {
    const perTown = (number: number) =>
      Math.floor(((number + 1) * rows) / MUNICIPALITIES) - Math.floor((number * rows) / MUNICIPALITIES);
    const ofPrefecture = towns.flatMap((town) => createRows(town, perTown(town.number), samples));
    for (const { path, body } of createPartitions(siteData, { ...publishedObservations, rows: () => ofPrefecture })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), body);
      bytes += body.length;
    }
  }
  return bytes;
}
/** Counts the bytes that this process has read from files; only Linux knows them. */
function countReadBytes(): number {
  return Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);
}

/** Runs a query on a database of its own, so that nothing is in memory. Returns its rows and the bytes that it read. */
async function measureQuery(query: string): Promise<{ rows: number; bytes: number; seconds: number }> {
  const database = await (await DuckDBInstance.create()).connect();
  const [start, before] = [performance.now(), countReadBytes()];
  const { currentRowCount } = await database.runAndReadAll(query);
  const measured = {
    rows: currentRowCount,
    bytes: countReadBytes() - before,
    seconds: (performance.now() - start) / 1000,
  };
  database.closeSync();
  return measured;
}

/**
 * Generates the observations of a nation, writes them as partitions, and asks DuckDB for parts of them.
 * @param observations the number of observations
 * @returns the bytes that each query reads of all files; needs Linux
 */
export async function benchmarkParquet(observations: number): Promise<string> {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'bench-parquet-'));
  const siteData = openSiteData({ root: PROJECT_FOLDER });
  const bytes = writeNation(siteData, folder.path, observations);
  const files = `'${join(folder.path, getPartitionFolder(publishedObservations))}*/*.parquet'`;
  const table = `read_parquet(${files}, hive_partitioning = true, hive_types_autocast = false)`;
  const [town] = createNation().get('12') ?? [];
  const ofTown = `municipality_code = '${town?.code ?? ''}'`;
  const lines: string[] = [];
  for (const [what, where] of [
    ['one municipality, with its prefecture', `prefecture = '12' AND ${ofTown}`],
    ['one municipality, with its code alone', ofTown],
    ['one prefecture', `prefecture = '12'`],
    ['all', 'true'],
  ] as const) {
    const read = await measureQuery(`SELECT * FROM ${table} WHERE ${where}`);
    const share = ((read.bytes / bytes) * 100).toFixed(2);
    lines.push(
      `| ${what} | ${read.rows} | ${(read.bytes / 1024).toFixed(0)} | ${share} | ${read.seconds.toFixed(2)} |`,
    );
  }
  return [
    `${observations} observations of ${MUNICIPALITIES} municipalities in ${prefectureNames.size} files of together ${(bytes / 1e6).toFixed(1)} MB`,
    '',
    '| rows asked for | rows | KiB read | % of the bytes | s |',
    '| ---|---|---|---|--- |',
    ...lines,
    '',
  ].join('\n');
}
