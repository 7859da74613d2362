import { execFile, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSharedFolder } from '../support/fixture-site.ts';
import { readSiteFile, getBuiltSite, type BuiltSite } from './support/built-site.ts';
import { decodeEntities } from './support/page-html.ts';
import { listFolderFiles } from './support/project-copy.ts';
import { REPOSITORY_FOLDER } from './support/run-command.ts';

/*
 * The examples on /about/examples/ and the code on the pages of datasets run as readers would run them. Only the URL is
 * that of the built site.
 */

const run = promisify(execFile);
const FOLDER = join(REPOSITORY_FOLDER, 'examples', 'data-use');
const WRITTEN_FOR = 'https://keikaku.example';

/** Returns true if a program is on this machine and runs. */
const has = (program: string, ...args: readonly string[]) => spawnSync(program, args).status === 0;
const PANDAS = has('python3', '-c', 'import pandas');
const R = has('Rscript', '-e', 'library(jsonlite)');
const CURL = has('curl', '--version') && has('sh', '-c', 'command -v sha256sum');

interface MunicipalityRecord {
  readonly id: string;
  readonly title: string;
}
interface NodeRecord {
  readonly kind: string;
  readonly municipality: string;
}

let site: BuiltSite;
const folder = createSharedFolder();
/** The expected output of all examples: each municipality and its number of actions. */
let answer: readonly (readonly [MunicipalityRecord, number])[];
const readRecords = (name: string) =>
  (JSON.parse(readSiteFile(site, `api/v1/${name}.json`)) as { readonly data: readonly unknown[] }).data;

beforeAll(() => {
  site = getBuiltSite('root');
  const nodes = readRecords('nodes') as NodeRecord[];
  answer = (readRecords('municipalities') as MunicipalityRecord[]).map((city) => [
    city,
    nodes.filter(({ kind, municipality }) => kind === 'action' && municipality === city.id).length,
  ]);
});

/** Returns the code of an example with the URL of the test server. */
const readExample = (name: string) =>
  readFileSync(join(FOLDER, name), 'utf8').replaceAll(WRITTEN_FOR, `${site.served}${site.base.replace(/\/$/, '')}`);

/** Writes an example into the temporary folder, runs it there, and returns its output. */
async function runExample(program: string, name: string): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, readExample(name));
  const { stdout } = await run(program, [file], { cwd: folder });
  return stdout;
}

/** Returns SQL that reads files from the disk: to read from a URL, DuckDB would download an extension. */
const toLocalSql = (text: string, url: string) => text.replaceAll(url, site.dist);

async function runQuery(query: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create()).connect();
  return (await connection.runAndReadAll(query)).getRowsJson();
}

describe('the examples', () => {
  const files = listFolderFiles(FOLDER).filter((file) => !file.endsWith('.ts'));

  test.each(files)('%s is on the page unchanged, with the URL of the site', (file) => {
    const blocks = [...readSiteFile(site, 'about/examples/index.html').matchAll(/<pre>([\s\S]*?)<\/pre>/g)];
    const example = readFileSync(join(FOLDER, file), 'utf8')
      .replaceAll(WRITTEN_FOR, `${site.origin}${site.base.replace(/\/$/, '')}`)
      .trimEnd();
    expect(blocks.map((match) => decodeEntities(match[1] ?? ''))).toContain(example);
  });

  test('count the actions of each municipality in JavaScript', async () => {
    const lines = (await runExample(process.execPath, 'count-actions.mjs')).trim().split('\n');
    expect(lines).toEqual(answer.map(([{ title }, count]) => `${title} ${count}`));
  });

  test('count the actions of each municipality in SQL', async () => {
    const rows = await runQuery(toLocalSql(readFileSync(join(FOLDER, 'count-actions.sql'), 'utf8'), WRITTEN_FOR));
    expect(new Map(rows.map(([title, count]) => [title, Number(count)]))).toEqual(
      new Map(answer.map(([{ title }, count]) => [title, count])),
    );
  });

  test.skipIf(!CURL)('count the actions of each municipality in the shell', async () => {
    const output = await runExample('sh', 'count-actions.sh');
    for (const [{ id }, count] of answer)
      expect(output).toMatch(new RegExp(`^ *${count} "municipality":"${id}"$`, 'm'));
  });

  test.skipIf(!CURL)('verify the checksum of a download in the shell', async () => {
    expect(await runExample('sh', 'verify-checksums.sh')).toMatch(/^nodes\.csv: \S+\n$/);
  });

  test.skipIf(!PANDAS)('count the actions of each municipality in pandas (skipped without pandas)', async () => {
    const output = await runExample('python3', 'count-actions.py');
    for (const [{ title }, count] of answer) expect(output).toMatch(new RegExp(`^${title} +${count}$`, 'm'));
  });

  test.skipIf(!R)('count the actions of each municipality in R (skipped without R)', async () => {
    const output = await runExample('Rscript', 'count-actions.R');
    for (const [{ title }, count] of answer) expect(output).toMatch(new RegExp(` ${title} +${count}$`, 'm'));
  });

  test('name only existing tables and columns in Power Query, which runs only in Excel', () => {
    const query = readFileSync(join(FOLDER, 'count-actions.pq'), 'utf8');
    const tables = [...query.matchAll(/Read\("([^"]+)"\)/g)].map((match) => match[1] ?? '');
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

test('the query of the partitions in docs/open-data.md finds rows', async () => {
  const document = readFileSync(join(REPOSITORY_FOLDER, 'docs', 'open-data.md'), 'utf8');
  const query = /```sql\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
  expect(await runQuery(query.replace("'data/", `'${site.dist}/data/`))).not.toEqual([]);
});

describe('the code on the pages of datasets', () => {
  const readPaths = () =>
    (JSON.parse(readSiteFile(getBuiltSite('root'), 'api/openapi.json')) as { paths: object }).paths;
  const names = Object.keys(readPaths())
    .filter((path) => /^\/data\/[a-z-]+\.json$/.test(path))
    .map((path) => path.slice('/data/'.length, -'.json'.length));
  const listCode = (name: string) =>
    [...readSiteFile(site, `data/${name}/index.html`).matchAll(/<pre>([\s\S]*?)<\/pre>/g)].map((match) =>
      decodeEntities(match[1] ?? ''),
    );
  const readPublishedRows = (name: string) =>
    JSON.parse(readSiteFile(site, `data/${name}.json`)) as Readonly<Record<string, unknown>>[];

  test.each(names)('opens %s in DuckDB with every row', async (name) => {
    const line = listCode(name).find((text) => text.startsWith('SELECT')) ?? '';
    const rows = await runQuery(toLocalSql(line, `${site.origin}${site.base.replace(/\/$/, '')}`));
    expect(rows).toHaveLength(readPublishedRows(name).length);
  });

  test.each(names)('names existing files of %s', (name) => {
    const urls = listCode(name).flatMap((line) =>
      [...line.matchAll(/["'](https:[^"']+)["']/g)].map((match) => match[1] ?? ''),
    );
    expect(urls).toHaveLength(4);
    const files = urls.map((url) => url.replace(`${site.origin}${site.base}`, ''));
    expect(
      files.filter((file) => !/^data\/[a-z-]+\.(?:json|parquet)$/.test(file) || readSiteFile(site, file) === ''),
    ).toEqual([]);
  });

  test('lets pandas read the digits of every number, which it does not by itself', () => {
    const pages = ['about/examples', 'en/data', ...names.map((name) => `data/${name}`)];
    const calls = pages.flatMap((page) => readSiteFile(site, `${page}/index.html`).match(/read_json\(.*\)/g) ?? []);
    expect(calls).toHaveLength(pages.length);
    expect(calls.filter((call) => !call.includes('precise_float=True'))).toEqual([]);
  });

  test.skipIf(!PANDAS)(
    'opens all tables in pandas with unchanged codes and values (skipped without pandas)',
    async () => {
      const lines = names.map((name) => listCode(name).find((text) => text.startsWith('pd.')) ?? '');
      const served = lines.join(',').replaceAll(`${site.origin}${site.base}`, `${site.served}${site.base}`);
      const program = [
        'import json, pandas as pd',
        `for t in [${served}]:`,
        '  first = t["municipality_code"].iloc[0] if "municipality_code" in t else None',
        '  print(json.dumps([len(t), first, t["value"].dropna().tolist() if "value" in t else []]))',
      ].join('\n');
      const { stdout } = await run('python3', ['-c', program]);
      const expected = names.map((name) => {
        const rows = readPublishedRows(name);
        const values = rows.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
        return [rows.length, rows[0]?.municipality_code ?? null, values];
      });
      expect(
        stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown),
      ).toEqual(expected);
    },
  );
});
