import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  computeProgramVersion,
  computeSiteChecksum,
  findFinishedBase,
  openCache,
  readBuildInputs,
  recordSite,
  tidyCache,
} from '../../../src/cli/finished-site.ts';
import { createEmptyFolder, type FixtureFiles, FIXTURE_SITES, writeFixture } from '../../support/fixture-site.ts';

const THEMES = 'data/themes.csv';

/** Creates the files of a site and a folder with a built site, with a record of it. */
function createFinishedSite() {
  const [root, out] = [createEmptyFolder(), createEmptyFolder()];
  cpSync(join(FIXTURE_SITES, 'bare'), root, { recursive: true });
  writeFixture(out, { 'index.html': '<p>計画</p>', 'data/catalog.jsonld': '{}' });
  const options = { root, cache: { folder: createEmptyFolder(), fingerprint: 'one' } };
  const record = (inputs = readBuildInputs(options, false), files = computeSiteChecksum(out)) => {
    recordSite(options, out, { base: '/plans/', inputs, files });
  };
  return { root, out, options, record };
}

/** Sets the time of a file to one without parts of a second, which `forgeFile` can set again. */
const resetTime = (path: string) => {
  utimesSync(path, 0, 0);
};

/** Writes as many other bytes to a file with such a time, and sets its time again. */
function forgeFile(path: string): void {
  writeFileSync(path, ' '.repeat(statSync(path).size));
  resetTime(path);
}

describe('a built site', () => {
  test('is known if nothing has changed since then, also with other times of its source files', () => {
    const { root, out, options, record } = createFinishedSite();
    expect(findFinishedBase(options, out)).toBeNull();
    record();
    expect(findFinishedBase(options, out)).toBe('/plans/');
    utimesSync(join(root, THEMES), 0, 0);
    expect(findFinishedBase(options, out)).toBe('/plans/');
  });

  test.each<[string, { readonly root?: FixtureFiles; readonly out?: FixtureFiles }]>([
    ['a source file', { root: { [THEMES]: 'テーマID,名称\naisatsu,朝のあいさつ\n' } }],
    ['a new source file', { root: { 'data/words.csv': '' } }],
    ['a source file that is gone', { root: { [THEMES]: null } }],
    ['a new page', { out: { 'new.html': '' } }],
    ['a page that is gone', { out: { 'index.html': null } }],
  ])('is unknown after a change of %s', (_what, { root = {}, out = {} }) => {
    const folders = createFinishedSite();
    folders.record();
    writeFixture(folders.root, root);
    writeFixture(folders.out, out);
    expect(findFinishedBase(folders.options, folders.out)).toBeNull();
  });

  test.each([
    ['a source file', 'root', THEMES],
    ['a page', 'out', 'index.html'],
  ] as const)('is unknown after a change of %s in as many bytes and with the same time', (_what, folder, path) => {
    const folders = createFinishedSite();
    resetTime(join(folders[folder], path));
    folders.record();
    forgeFile(join(folders[folder], path));
    expect(findFinishedBase(folders.options, folders.out)).toBeNull();
  });

  test('is unknown if a page has another name', () => {
    const { out, options, record } = createFinishedSite();
    record();
    renameSync(join(out, 'index.html'), join(out, 'other.html'));
    expect(findFinishedBase(options, out)).toBeNull();
  });

  test('has the same description if it is moved', () => {
    const [{ out }, moved] = [createFinishedSite(), join(createEmptyFolder(), 'moved')];
    const before = computeSiteChecksum(out);
    renameSync(out, moved);
    expect(computeSiteChecksum(moved)).toBe(before);
  });

  test('is unknown if its folder is gone', () => {
    const { out, options, record } = createFinishedSite();
    record();
    rmSync(out, { recursive: true });
    expect(findFinishedBase(options, out)).toBeNull();
  });

  test.each([
    ['another base', { base: '/other/' }],
    ['another origin', { site: 'https://example.org' }],
    ['another program', { cache: { fingerprint: 'two' } }],
    ['no cache', { cache: undefined }],
  ])('is unknown with %s', (_what, changed) => {
    const { options, out, record } = createFinishedSite();
    record();
    const cache = 'cache' in changed ? changed.cache && { ...options.cache, ...changed.cache } : options.cache;
    expect(findFinishedBase({ ...options, ...changed, cache }, out)).toBeNull();
  });

  test('is not recorded if a source file changed during the build, even if it is as before', () => {
    const { root, out, options, record } = createFinishedSite();
    const inputs = readBuildInputs(options, false);
    const path = join(root, THEMES);
    renameSync(path, `${path}.csv`);
    renameSync(`${path}.csv`, path);
    record(inputs);
    expect(findFinishedBase(options, out)).toBeNull();
  });

  test('is unknown if another build put its site into the same folder, or with compressed texts', () => {
    const { out, options, record } = createFinishedSite();
    record(undefined, computeSiteChecksum(createEmptyFolder()));
    expect(findFinishedBase(options, out)).toBeNull();
    record(readBuildInputs(options, true));
    expect(findFinishedBase(options, out)).toBeNull();
  });
});

test('the cache is outside of the sources', () => {
  const cache = openCache();
  expect(cache?.folder).toMatch(/[/\\]\.work[/\\]cache$/);
  expect(cache?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(existsSync(join(cache?.folder ?? '', '..', '..', 'package.json'))).toBe(true);
});

/** The list of installed packages. */
const PACKAGES = 'node_modules/.package-lock.json';

/** Creates a program, and returns its folder. */
function createProgram(files: FixtureFiles = {}, packages: object = {}): string {
  const folder = createEmptyFolder();
  const installed = { 'node_modules/drawing': { version: '1.0.0' }, ...packages };
  writeFixture(folder, {
    'package.json': '{ "files": ["docs/*.md", "src"] }',
    'docs/guide.md': '# Guide\n',
    'src/cli/start.ts': 'start();\n',
    [PACKAGES]: JSON.stringify({ packages: installed }),
  });
  writeFixture(folder, files);
  return folder;
}

describe('the cache of a program', () => {
  test.each(['package.json', 'src/cli/start.ts', PACKAGES])('is another one after a change of %s', (path) => {
    const folder = createProgram();
    const before = openCache(folder);
    expect(openCache(folder)).toEqual(before);
    appendFileSync(join(folder, path), ' ');
    expect(openCache(folder)?.fingerprint).not.toBe(before?.fingerprint);
  });

  test('does not exist if npm did not install its packages', () => {
    expect(openCache(createProgram({ [PACKAGES]: null }))).toBeUndefined();
  });
});

describe('the version of the program', () => {
  const computeVersion = (files: FixtureFiles = {}, packages: object = {}) =>
    computeProgramVersion(createProgram(files, packages));

  test('exists also if npm did not install its packages', () => {
    expect(computeVersion({ [PACKAGES]: null })).toMatch(/^[0-9a-f]{12}$/);
  });

  test.each([
    ['in another folder, with other line ends', { 'src/cli/start.ts': 'start();\r\n' }, {}],
    ['with files that are no part of it', { 'tests/start.test.ts': '' }, {}],
    ['with packages for development', {}, { 'node_modules/tests': { version: '1.0.0', dev: true } }],
    ['with packages for development and one system', {}, { 'node_modules/a': { version: '1.0.0', devOptional: true } }],
    ['with packages for one system', {}, { 'node_modules/drawing-linux': { version: '1.0.0', optional: true } }],
  ])('is the same %s', (_what, files, packages) => {
    expect(computeVersion(files, packages)).toBe(computeVersion());
  });

  test.each([
    ['another version of a package', {}, { 'node_modules/drawing': { version: '1.0.1' } }],
    ['a further package', {}, { 'node_modules/drawing/node_modules/colours': { version: '1.0.0' } }],
    ['other code', { 'src/cli/start.ts': 'stop();\n' }, {}],
    ['other facts about the package', { 'package.json': '{ "files": ["docs/*.md", "src"], "type": "module" }' }, {}],
    ['a file of another name', { 'src/cli/start.ts': null, 'src/cli/begin.ts': 'start();\n' }, {}],
    ['another guide', { 'docs/guide.md': '# Guides\n' }, {}],
  ])('differs with %s', (_what, files, packages) => {
    expect(computeVersion(files, packages)).not.toBe(computeVersion());
  });
});

test('a cache is emptied after a build during which the code changed', () => {
  const cache = { folder: createEmptyFolder(), fingerprint: openCache()?.fingerprint ?? '' };
  writeFixture(cache.folder, { product: 'of this code' });
  tidyCache(cache);
  expect(readdirSync(cache.folder)).toEqual(['product']);
  tidyCache({ ...cache, fingerprint: 'of other code' });
  expect(readdirSync(cache.folder)).toEqual([]);
});
