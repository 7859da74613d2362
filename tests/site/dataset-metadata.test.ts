import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findCsvwFaults, findCsvwGroupFaults } from '../support/metadata/csvw-faults.ts';
import { findDataPackageFaults, type ReadPublished } from '../support/metadata/data-package-faults.ts';
import { findCatalogFaults, type CatalogFile } from '../support/metadata/dcat-faults.ts';
import { findSchemaOrgFaults } from '../support/metadata/schema-org-faults.ts';
import { listFolderFiles } from './support/project-copy.ts';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES, type BuiltSite } from './support/built-site.ts';

/** Every file of a site that data is in, by its whole address. */
function knownFiles(site: BuiltSite): ReadonlyMap<string, CatalogFile> {
  const files = [...listFolderFiles(site.dist, 'data/**/*'), ...listFolderFiles(site.dist, 'api/**/*')];
  return new Map(
    files.map((file) => {
      const body = readFileSync(join(site.dist, file));
      const sha256 = createHash('sha256').update(body).digest('hex');
      return [site.address + site.base + file, { bytes: body.byteLength, sha256 }];
    }),
  );
}

/** What a page tells search engines. */
function structuredData(html: string): { readonly '@type': string }[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    (found) => JSON.parse(found[1] ?? '') as { '@type': string },
  );
}

describe.each(SITE_NAMES)('what describes the data of the site “%s”', (name) => {
  let site: BuiltSite;
  let textOf: ReadPublished;
  const json = (file: string): unknown => JSON.parse(readSiteFile(site, `data/${file}`));
  beforeAll(() => {
    site = getBuiltSite(name);
    textOf = (path) => (existsSync(join(site.dist, 'data', path)) ? readSiteFile(site, `data/${path}`) : null);
  });

  test('is a catalogue that is true of the files as they were built', async () => {
    expect(await findCatalogFaults(json('catalog.jsonld'), knownFiles(site))).toEqual([]);
  });

  test('is a package that is true of them too', () => {
    expect(findDataPackageFaults(json('datapackage.json'), textOf)).toEqual([]);
  });

  test('stands beside each CSV of a table or code list, and in a group of all', () => {
    const files = listFolderFiles(site.dist, 'data/{*,codes/*}.csv').map((file) => file.slice('data/'.length));
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => findCsvwFaults(json(`${file}-metadata.json`), textOf(file) ?? ''))).toEqual([]);
    expect(findCsvwGroupFaults(json('csv-metadata.json'), textOf)).toEqual([]);
  });

  test('is in every page of a table and in the one of all, and can be read on every page that has some', () => {
    const pages = listPageFiles(site).map((file) => ({
      file,
      data: structuredData(readSiteFile(site, file)),
    }));
    const faults = pages.flatMap(({ file, data }) =>
      data
        .filter((one) => !['BreadcrumbList', 'WebSite'].includes(one['@type']))
        .flatMap((one) => findSchemaOrgFaults(one))
        .map((fault) => `${file} ${fault}`),
    );
    expect(faults).toEqual([]);
    const having = (type: string) =>
      pages.filter(({ data }) => data.some((one) => one['@type'] === type)).map(({ file }) => file);
    expect(having('DataCatalog')).toEqual(['data/index.html']);
    expect(having('Dataset')).toEqual(listFolderFiles(site.dist, 'data/*/index.html'));
  });

  test('is found from the headers of each table and of the home page', async () => {
    const linkOf = async (path: string) => {
      const url = `${site.served}${site.base}${path}`;
      const { headers } = await fetch(url);
      const [, target = '', rel] = /^<([^>]*)>; rel="([^"]*)"/.exec(headers.get('link') ?? '') ?? [];
      const there = await fetch(new URL(target, url));
      return [rel, there.status, there.headers.get('content-type')];
    };
    for (const file of listFolderFiles(site.dist, 'data/*.csv'))
      expect([file, ...(await linkOf(file))]).toEqual([file, 'describedby', 200, 'application/csvm+json']);
    expect(await linkOf('')).toEqual([
      'api-catalog',
      200,
      'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
    ]);
  });

  test('is listed, with its checksum, among the files', () => {
    const listed = new Set(
      readSiteFile(site, 'data/SHA256SUMS')
        .split('\n')
        .map((line) => line.slice(66)),
    );
    for (const file of ['catalog.jsonld', 'datapackage.json', 'csv-metadata.json', 'nodes.csv-metadata.json'])
      expect([file, listed.has(file)]).toEqual([file, true]);
  });

  test('tells programs that read for people where to begin', () => {
    const addresses = [...readSiteFile(site, 'llms.txt').matchAll(/\]\(([^)]+)\)/g)].map((found) => found[1] ?? '');
    const lost = addresses
      .filter((address) => address.startsWith(site.address))
      .map((address) => address.slice((site.address + site.base).length))
      .filter((file) => !existsSync(join(site.dist, file)));
    expect([addresses.length > 15, lost]).toEqual([true, []]);
  });
});
