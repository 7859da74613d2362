import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createFileRoute } from '../../../src/open-data/file-route.ts';
import { computeSha256, createFileOnRead, formatChecksums } from '../../../src/open-data/published-file.ts';
import { setSiteOptions, withSiteData } from '../../../src/site-data/current-site-data.ts';
import { setFileWriter } from '../../../src/site-data/running-build.ts';
import { FIXTURE_SITES } from '../../support/fixture-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

setSiteOptions({ root: join(FIXTURE_SITES, 'bare') });
afterEach(() => {
  setFileWriter(null);
});

const { getStaticPaths, GET } = createFileRoute('charts', () => [
  { path: 'a.svg', make: () => '<svg/>' },
  { path: 'none.svg', make: () => null },
]);

test('writes its files while a site is built, and lists none', async () => {
  const written: (readonly [string, string | Uint8Array])[] = [];
  const works: Promise<void>[] = [];
  setFileWriter({ writeFile: (path, body) => written.push([path, body]), addWork: (work) => works.push(work) });
  expect(await getStaticPaths()).toEqual([]);
  await Promise.all(works);
  expect(written).toEqual([['charts/a.svg', '<svg/>']]);
});

test('also writes or lists a file at its path with the earlier id of its record', async () => {
  const changes = { 'data/changes.csv': '日付,対象,項目,前\n2026-11-20,mihon,IDの変更,mura\n' };
  const route = createFileRoute('feeds', () => [{ path: 'cities/mihon.xml', type: 'text/xml', make: () => '<feed/>' }]);
  const written: string[] = [];
  const works: Promise<void>[] = [];
  setFileWriter({ writeFile: (path) => written.push(path), addWork: (work) => works.push(work) });
  await withSiteData(openFixtureSite(changes), () => route.getStaticPaths());
  await Promise.all(works);
  expect(written).toEqual(['feeds/cities/mihon.xml', 'feeds/cities/mura.xml']);
  setFileWriter(null);
  const listed = await withSiteData(openFixtureSite(changes), () => route.getStaticPaths());
  expect(listed.map(({ params }) => params.file)).toEqual(['cities/mihon.xml', 'cities/mura.xml']);
});

test('does not wait for a file that a thread makes, and reports its error', async () => {
  const made = Promise.withResolvers<string>();
  const route = createFileRoute('charts', () => [{ path: 'a.svg', make: () => made.promise }]);
  const works: Promise<void>[] = [];
  setFileWriter({ writeFile: () => undefined, addWork: (work) => works.push(work) });
  expect(await route.getStaticPaths()).toEqual([]);
  made.reject(new Error('no picture'));
  await expect(works[0]).rejects.toThrow('no picture');
});

test('lists and serves its files while no site is built', async () => {
  const paths = await getStaticPaths();
  expect(paths.map(({ params }) => params.file)).toEqual(['a.svg', 'none.svg']);
  const [found, missing] = await Promise.all(paths.map(({ props }) => GET({ props })));
  expect([found?.status, found?.headers.get('Content-Type'), await found?.text()]).toEqual([
    200,
    'image/svg+xml; charset=utf-8',
    '<svg/>',
  ]);
  expect(missing?.status).toBe(404);
});

test.each([
  ['nodes.csv', 'text/csv; charset=utf-8'],
  ['mihon.geojson', 'application/geo+json'],
  ['nodes.json', 'application/json; charset=utf-8'],
  ['sns.png', 'image/png'],
  ['README.txt', 'text/plain; charset=utf-8'],
  ['nodes.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['mihon.xml', 'application/atom+xml; charset=utf-8'],
  ['nodes.parquet', 'application/octet-stream'],
])('serves %s as %s', async (path, type) => {
  const bytes = new Uint8Array([0xe8, 0xa8, 0x88]);
  const response = await createFileRoute('data', () => []).GET({ props: { file: { path, make: () => bytes } } });
  expect([response.headers.get('Content-Type'), await response.bytes()]).toEqual([type, bytes]);
});

test('a file that is not kept is made once for its content and its checksum', () => {
  let made = 0;
  const file = createFileOnRead('a.csv', () => `計画${String((made += 1))}`);
  expect(file.body).toBe('計画1');
  expect(formatChecksums([file])).toBe(`${computeSha256('計画1')}  a.csv\n`);
  expect(made).toBe(1);
});

test('a file that others are made from stays in memory until its release', () => {
  let made = 0;
  const file = createFileOnRead('a.csv', () => `計画${String((made += 1))}`, { isKept: true });
  expect([file.body, file.body]).toEqual(['計画1', '計画1']);
  file.release?.();
  expect([file.body, file.body]).toEqual(['計画2', '計画3']);
});
