import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { releaseFiles } from '../../../src/model/data-release.ts';
import { listReleaseFiles } from '../../../src/open-data/draft-release.ts';
import { formatCredit } from '../../../src/open-data/metadata/table-facts.ts';
import { compareReleases } from '../../../src/open-data/release-changes.ts';
import { findPresentRelease, listPresentRows, readReleasedTables } from '../../../src/open-data/released-tables.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { createFixtureSite } from '../../support/fixture-site.ts';
import { hashFile, releaseSite } from '../../support/release-site.ts';
import { openFixtureSite, openSharedSite } from '../../support/shared-sites.ts';

const DataPackage = z.object({ resources: z.array(z.object({ path: z.string(), bytes: z.int(), hash: z.string() })) });

const siteData = openFixtureSite();
const earlier = releaseSite(siteData, '2026-01-01');

test('a release is read if its ids and days do not fit the rules of today', () => {
  const change = (json: Uint8Array) =>
    strToU8(
      strFromU8(json)
        .replaceAll('mihon-keikaku', '見本_計画')
        .replaceAll(/"end":"[^"]*"/g, '"end":"年度末"'),
    );
  const files = Object.entries(unzipSync(earlier.readFile(releaseFiles.tables)));
  const archive = zipSync(Object.fromEntries(files.map(([name, bytes]) => [name, change(bytes)])));
  const { plans, observations } = readReleasedTables({ version: '2026-01-01', readFile: () => archive });
  expect([plans[0]?.id, observations[0]?.end]).toEqual(['見本_計画', '年度末']);
});

test.each(['null', '{{{', '', '[{"__proto__":{}}]'])(
  'a table of a release that is %j is reported at its archive',
  (json) => {
    const files = unzipSync(earlier.readFile(releaseFiles.tables));
    const archive = zipSync({ ...files, 'plans.json': strToU8(json) });
    const read = () => readReleasedTables({ version: '2026-01-01', readFile: () => archive });
    const location = { code: 'released-file-changed', file: 'data/releases/2026-01-01/tables.zip' };
    const cause: unknown = expect.any(Error);
    expect(read).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining(location)], cause }));
  },
);

test('a fault of the program is not reported as a changed archive', () => {
  const fault = new TypeError('not a function');
  const readFile = () => {
    throw fault;
  };
  expect(() => readReleasedTables({ version: '2026-01-01', readFile })).toThrow(fault);
});

test('releases of an older program, which had fewer columns, can be compared', () => {
  const files = unzipSync(earlier.readFile(releaseFiles.tables));
  const removeColumn = (name: string, column: RegExp) => {
    const json = strFromU8(files[name] ?? new Uint8Array());
    expect(json).toMatch(column);
    return { [name]: strToU8(json.replaceAll(new RegExp(column, 'g'), '')) };
  };
  const archive = zipSync({
    ...files,
    ...removeColumn('municipalities.json', /,"abolished":[^,}]+/),
    ...removeColumn('observations.json', /,"rating":"[^"]*"/),
  });
  const tables = readReleasedTables({ version: '2026-01-01', readFile: () => archive });
  expect(compareReleases(tables, listPresentRows(siteData), siteData.changes)).toEqual([]);
});

test('見本市 read no source and no page after the day of its last change', () => {
  const { updated, plans, sources } = openSharedSite(EXAMPLE_SITE);
  const days = [...plans.map(({ stateChecked }) => stateChecked), ...sources.map(({ checked }) => checked)];
  expect(days.filter((day) => day !== null).length).toBeGreaterThan(5);
  expect(days.filter((day) => day !== null && day > (updated ?? ''))).toEqual([]);
});

test('the releases of 見本市 have the tables of their time, with notes', () => {
  const [, second, first] = openSharedSite(EXAMPLE_SITE).releases;
  const read = (release: typeof first, name: string) =>
    strFromU8((release && unzipSync(release.readFile(releaseFiles.tables))[name]) ?? new Uint8Array());
  expect(read(first, 'indicators.json')).toContain('180千人');
  expect(read(second, 'indicators.json')).toMatch(/150千人(?!.*180千人)/s);
  expect(read(second, 'README.txt')).toContain(`保存版 ${second?.version ?? '-'}`);
  expect(read(second, 'LICENSE.txt')).toContain('CC-BY-4.0');
});

describe('the files of a release', () => {
  test('are its archive, changes, description and checksums', () => {
    expect(earlier.files.map(({ name }) => name)).toEqual(['tables.zip', 'changes.json', 'release.json', 'SHA256SUMS']);
    expect(earlier).toMatchObject({
      version: '2026-01-01',
      data: siteData.version,
      licence: 'CC-BY-4.0',
      previous: null,
    });
  });

  test('describe each table and code list', () => {
    const [table] = earlier.tables;
    expect([table?.name, table?.rows, table?.files.map(({ name }) => name)]).toEqual([
      'municipalities',
      1,
      ['municipalities.csv', 'municipalities.json'],
    ]);
    expect(earlier.tables.map(({ name }) => name)).toContain('codes/kinds');
  });

  test('contain the metadata of their own CSV files', () => {
    const files = unzipSync(earlier.readFile(releaseFiles.tables));
    const read = (name: string): unknown => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
    const { resources } = DataPackage.parse(read('datapackage.json'));
    const csvFiles = earlier.tables.flatMap((table) => table.files.filter(({ name }) => name.endsWith('.csv')));
    expect(resources).toEqual(
      csvFiles.map(({ name, bytes, sha256 }) => ({ path: name, bytes, hash: `sha256:${sha256}` })),
    );
    expect(read('csv-metadata.json')).toMatchObject({ tables: csvFiles.map(({ name }) => ({ url: name })) });
  });

  test('name the release before it, with the digest of its checksums', () => {
    const { previous } = releaseSite({ ...siteData, releases: [earlier] }, '2027-01-01');
    expect(previous).toEqual({ version: '2026-01-01', sha256: hashFile(earlier.readFile(releaseFiles.checksums)) });
  });

  test('are published byte for byte', () => {
    const files = listReleaseFiles({ ...siteData, releases: [earlier] });
    expect(files.map(({ path }) => path)).toEqual([
      'versions/2026-01-01/tables.zip',
      'versions/2026-01-01/changes.json',
      'versions/2026-01-01/release.json',
      'versions/2026-01-01/SHA256SUMS',
    ]);
    expect(files.map(({ body }) => hashFile(body))).toEqual(earlier.files.map(({ sha256 }) => sha256));
  });
});

test('an archive names the page of its release, not what is below /data/ now', () => {
  const files = unzipSync(earlier.readFile(releaseFiles.tables));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const page = siteData.urls.absolute(siteData.urls.release('2026-01-01'));
  expect(JSON.parse(read('datapackage.json'))).toMatchObject({ id: page, homepage: page });
  expect(read('LICENSE.txt')).toContain(`）${page}\r\n`);
  expect(read('README.txt')).toContain(`出典の書き方：${formatCredit(siteData, page)}\r\n`);
});

describe('the release with the present data', () => {
  const find = (different: Partial<typeof siteData>) => findPresentRelease({ ...siteData, ...different });

  test('is the latest one, if its data are the present ones', () => {
    expect(find({ releases: [earlier] })).toBe(earlier);
    expect(find({ releases: [{ ...earlier, data: 'another' }, earlier] })).toBeNull();
    expect(find({ releases: [] })).toBeNull();
  });

  test('is the same for another URL of the site', () => {
    const root = createFixtureSite({});
    const site = openSiteData({ root, base: '/keikaku/', site: 'https://keikaku.city.example' });
    expect(findPresentRelease({ ...site, version: earlier.data, releases: [earlier] })).toBe(earlier);
  });

  test('is none if another version of the program computes other ratings from the same files', () => {
    const tables = earlier.tables.map((table) => ({
      ...table,
      files: table.files.map((file) => (file.name === 'ratings.json' ? { ...file, sha256: hashFile('') } : file)),
    }));
    expect(find({ releases: [{ ...earlier, tables }] })).toBeNull();
    expect(find({ releases: [{ ...earlier, tables: [] }] })).toBeNull();
  });
});
