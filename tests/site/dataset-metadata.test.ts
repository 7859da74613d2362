import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findCsvwFaults, findCsvwGroupFaults } from '../support/metadata/csvw-faults.ts';
import { findDataPackageFaults, type ReadPublished } from '../support/metadata/data-package-faults.ts';
import { findCatalogFaults, type CatalogFile } from '../support/metadata/dcat-faults.ts';
import { findSchemaOrgFaults } from '../support/metadata/schema-org-faults.ts';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES, type BuiltSite } from './support/built-site.ts';
import { listFolderFiles } from './support/project-copy.ts';

/** Returns every data file of a site by its full URL. */
function listDataFiles(site: BuiltSite): ReadonlyMap<string, CatalogFile> {
  const files = [...listFolderFiles(site.dist, 'data/**/*'), ...listFolderFiles(site.dist, 'api/**/*')];
  return new Map(
    files.map((file) => {
      const body = readFileSync(join(site.dist, file));
      const sha256 = createHash('sha256').update(body).digest('hex');
      return [site.origin + site.base + file, { bytes: body.byteLength, sha256 }];
    }),
  );
}

/** Returns the structured data that a page contains for search engines. */
function readStructuredData(html: string): { readonly '@type': string }[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    (match) => JSON.parse(match[1] ?? '') as { '@type': string },
  );
}

describe.each(SITE_NAMES)('the metadata of the site “%s”', (name) => {
  let site: BuiltSite;
  let readText: ReadPublished;
  const readJson = (file: string): unknown => JSON.parse(readSiteFile(site, `data/${file}`));
  beforeAll(() => {
    site = getBuiltSite(name);
    readText = (path) => (existsSync(join(site.dist, 'data', path)) ? readSiteFile(site, `data/${path}`) : null);
  });

  test('has a catalogue that matches the built files', async () => {
    expect(await findCatalogFaults(readJson('catalog.jsonld'), listDataFiles(site))).toEqual([]);
  });

  test('has a data package that matches the built files', () => {
    expect(findDataPackageFaults(readJson('datapackage.json'), readText)).toEqual([]);
  });

  test('has a file beside each CSV of a table or code list, and a group of all tables', () => {
    const files = listFolderFiles(site.dist, 'data/{*,codes/*}.csv').map((file) => file.slice('data/'.length));
    expect(files.length).toBeGreaterThan(20);
    const faults = files.flatMap((file) => findCsvwFaults(readJson(`${file}-metadata.json`), readText(file) ?? ''));
    expect(faults).toEqual([]);
    expect(findCsvwGroupFaults(readJson('csv-metadata.json'), readText)).toEqual([]);
  });

  test('is on the page of every table and on the page of all tables, and is valid on every page', () => {
    const pages = listPageFiles(site).map((file) => ({
      file,
      data: readStructuredData(readSiteFile(site, file)),
    }));
    const faults = pages.flatMap(({ file, data }) =>
      data
        .filter((entry) => !['BreadcrumbList', 'WebSite'].includes(entry['@type']))
        .flatMap((entry) => findSchemaOrgFaults(entry))
        .map((fault) => `${file} ${fault}`),
    );
    expect(faults).toEqual([]);
    const listPagesWith = (type: string) =>
      pages.filter(({ data }) => data.some((entry) => entry['@type'] === type)).map(({ file }) => file);
    expect(listPagesWith('DataCatalog')).toEqual(['data/index.html']);
    const tablePages = listPageFiles(site).filter((file) => /^data\/(?!versions\/)[^/]+\/index\.html$/.test(file));
    expect(listPagesWith('Dataset')).toEqual(tablePages);
  });

  test('is linked from the HTTP headers of each table and of the home page', async () => {
    const readLinkHeader = async (path: string) => {
      const url = `${site.served}${site.base}${path}`;
      const { headers } = await fetch(url);
      const [, target = '', rel] = /^<([^>]*)>; rel="([^"]*)"/.exec(headers.get('link') ?? '') ?? [];
      const response = await fetch(new URL(target, url));
      return [rel, response.status, response.headers.get('content-type')];
    };
    for (const file of listFolderFiles(site.dist, 'data/*.csv'))
      expect([file, ...(await readLinkHeader(file))]).toEqual([file, 'describedby', 200, 'application/csvm+json']);
    expect(await readLinkHeader('')).toEqual([
      'api-catalog',
      200,
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    ]);
  });

  test('is listed with its checksum', () => {
    const listed = new Set(
      readSiteFile(site, 'data/SHA256SUMS')
        .split('\n')
        .map((line) => line.slice(66)),
    );
    for (const file of ['catalog.jsonld', 'datapackage.json', 'csv-metadata.json', 'nodes.csv-metadata.json'])
      expect([file, listed.has(file)]).toEqual([file, true]);
  });

  test('has an llms.txt that lists existing files', () => {
    const urls = [...readSiteFile(site, 'llms.txt').matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    const missing = urls
      .filter((url) => url.startsWith(site.origin))
      .map((url) => url.slice((site.origin + site.base).length))
      .filter((file) => !existsSync(join(site.dist, file)));
    expect([urls.length > 15, missing]).toEqual([true, []]);
  });
});
