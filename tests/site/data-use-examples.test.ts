import { DuckDBInstance } from '@duckdb/node-api';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFolderFiles } from './support/project-copy.ts';
import { REPOSITORY_FOLDER } from './support/run-command.ts';
import { readSiteFile, getBuiltSite, type BuiltSite } from './support/built-site.ts';

/*
 * The examples on /about/examples/ and the lines on the pages of datasets, run as a reader would run them, but for the
 * address, which is that of the site built here.
 */

const run = promisify(execFile);
const FOLDER = join(REPOSITORY_FOLDER, 'examples', 'data-use');
const WRITTEN_FOR = 'https://keikaku.example';

/** True where a program is on this machine and says so. */
const has = (program: string, ...args: readonly string[]) => spawnSync(program, args).status === 0;
const PANDAS = has('python3', '-c', 'import pandas');
const R = has('Rscript', '-e', 'library(jsonlite)');
const CURL = has('curl', '--version') && has('sh', '-c', 'command -v sha256sum');

interface Named {
  readonly id: string;
  readonly title: string;
}
interface NodeRecord {
  readonly kind: string;
  readonly municipality: string;
}

let site: BuiltSite;
let folder: string;
/** The answer to the question of all examples: a name, and a count. */
let answer: readonly (readonly [Named, number])[];
const listOf = (name: string) =>
  (JSON.parse(readSiteFile(site, `api/v1/${name}.json`)) as { readonly data: readonly unknown[] }).data;

beforeAll(() => {
  site = getBuiltSite('base');
  folder = mkdtempSync(join(tmpdir(), 'keikaku-examples-'));
  const nodes = listOf('nodes') as NodeRecord[];
  answer = (listOf('municipalities') as Named[]).map((city) => [
    city,
    nodes.filter(({ kind, municipality }) => kind === 'action' && municipality === city.id).length,
  ]);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The code of an example, for the site as it is served here. */
const code = (name: string) =>
  readFileSync(join(FOLDER, name), 'utf8').replaceAll(WRITTEN_FOR, `${site.served}${site.base.replace(/\/$/, '')}`);

/** Writes an example into a folder of its own and runs it there. */
async function outputOf(program: string, name: string): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, code(name));
  const { stdout } = await run(program, [file], { cwd: folder });
  return stdout;
}

/** SQL reads the files from the disk: DuckDB would fetch a part of itself to read them from an address. */
const sql = (text: string, address: string) => text.replaceAll(address, site.dist);

async function rowsOf(query: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create()).connect();
  return (await connection.runAndReadAll(query)).getRowsJson();
}

const pageText = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('the examples', () => {
  const files = listFolderFiles(FOLDER);

  test.each(files)('%s stands on the page to the letter, with the site’s own address', (file) => {
    const blocks = [...readSiteFile(site, 'about/examples/index.html').matchAll(/<pre>([\s\S]*?)<\/pre>/g)];
    const shown = readFileSync(join(FOLDER, file), 'utf8')
      .replaceAll(WRITTEN_FOR, `${site.address}${site.base.replace(/\/$/, '')}`)
      .trimEnd();
    expect(blocks.map((found) => pageText(found[1] ?? ''))).toContain(shown);
  });

  test('in JavaScript counts the actions of each city', async () => {
    const lines = (await outputOf(process.execPath, 'count-actions.mjs')).trim().split('\n');
    expect(lines).toEqual(answer.map(([{ title }, count]) => `${title} ${count}`));
  });

  test('in SQL counts the actions of each city', async () => {
    const rows = await rowsOf(sql(readFileSync(join(FOLDER, 'count-actions.sql'), 'utf8'), WRITTEN_FOR));
    expect(new Map(rows.map(([title, count]) => [title, Number(count)]))).toEqual(
      new Map(answer.map(([{ title }, count]) => [title, count])),
    );
  });

  test.skipIf(!CURL)('for the shell count the actions of each city', async () => {
    const output = await outputOf('sh', 'count-actions.sh');
    for (const [{ id }, count] of answer)
      expect(output).toMatch(new RegExp(`^ *${count} "municipality":"${id}"$`, 'm'));
  });

  test.skipIf(!CURL)('for the shell find a download whole', async () => {
    expect(await outputOf('sh', 'verify-checksums.sh')).toMatch(/^nodes\.csv: \S+\n$/);
  });

  test.skipIf(!PANDAS)('for pandas count the actions of each city (skipped where pandas is not)', async () => {
    const output = await outputOf('python3', 'count-actions.py');
    for (const [{ title }, count] of answer) expect(output).toMatch(new RegExp(`^${title} +${count}$`, 'm'));
  });

  test.skipIf(!R)('for R count the actions of each city (skipped where R is not)', async () => {
    const output = await outputOf('Rscript', 'count-actions.R');
    for (const [{ title }, count] of answer) expect(output).toMatch(new RegExp(` ${title} +${count}$`, 'm'));
  });

  test('for Power Query, which runs in Excel alone, name only tables and columns that are there', () => {
    const query = readFileSync(join(FOLDER, 'count-actions.pq'), 'utf8');
    const tables = [...query.matchAll(/Read\("([^"]+)"\)/g)].map((found) => found[1] ?? '');
    expect(tables).toEqual(['municipalities', 'nodes']);
    const columns = new Set(
      tables.flatMap((table) =>
        Object.keys((JSON.parse(readSiteFile(site, `data/${table}.json`)) as object[])[0] ?? {}),
      ),
    );
    const named = ['id', 'title', 'municipality', 'kind'];
    expect(named.filter((name) => !query.includes(name) || !columns.has(name))).toEqual([]);
  });
});

describe('the lines on the pages of datasets', () => {
  const datasets = () =>
    (JSON.parse(readSiteFile(getBuiltSite('base'), 'api/openapi.json')) as { paths: object }).paths;
  const names = Object.keys(datasets())
    .filter((path) => path.startsWith('/data/'))
    .map((path) => path.slice('/data/'.length, -'.json'.length));
  const linesOf = (name: string) =>
    [...readSiteFile(site, `data/${name}/index.html`).matchAll(/<pre>([\s\S]*?)<\/pre>/g)].map((found) =>
      pageText(found[1] ?? ''),
    );
  const published = (name: string) =>
    JSON.parse(readSiteFile(site, `data/${name}.json`)) as Readonly<Record<string, unknown>>[];

  test.each(names)('open %s in DuckDB with every row', async (name) => {
    const line = linesOf(name).find((text) => text.startsWith('SELECT')) ?? '';
    const rows = await rowsOf(sql(line, `${site.address}${site.base.replace(/\/$/, '')}`));
    expect(rows).toHaveLength(published(name).length);
  });

  test.each(names)('name files of %s that are there', (name) => {
    const addresses = linesOf(name).flatMap((line) =>
      [...line.matchAll(/["'](https:[^"']+)["']/g)].map((found) => found[1] ?? ''),
    );
    expect(addresses).toHaveLength(4);
    const files = addresses.map((address) => address.replace(`${site.address}${site.base}`, ''));
    expect(
      files.filter((file) => !/^data\/[a-z-]+\.(?:json|parquet)$/.test(file) || readSiteFile(site, file) === ''),
    ).toEqual([]);
  });

  test.skipIf(!PANDAS)('open all tables in pandas with codes as they are (skipped where pandas is not)', async () => {
    const lines = names.map((name) => linesOf(name).find((text) => text.startsWith('pd.')) ?? '');
    const served = lines.join(',').replaceAll(`${site.address}${site.base}`, `${site.served}${site.base}`);
    const program = `import pandas as pd\nfor t in [${served}]:\n  print(len(t), *(t["municipality_code"][:1] if "municipality_code" in t else []))`;
    const { stdout } = await run('python3', ['-c', program]);
    const expected = names.map((name) => {
      const rows = published(name);
      return [rows.length, ...(rows[0] && 'municipality_code' in rows[0] ? [rows[0].municipality_code] : [])].join(' ');
    });
    expect(stdout.trim().split('\n')).toEqual(expected);
  });
});
