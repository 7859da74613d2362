import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { LATEST_RELEASE, releaseFiles, RELEASES_FOLDER } from '../../../src/model/data-release.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { validateFixture } from '../../support/fixture-site.ts';
import { hashFile } from '../../support/release-site.ts';

const VERSION = '2025-10-01';
/** The first release of the example has none before it. */
const FIRST_VERSION = '2024-10-01';
const readReleased = (name: string) => readFileSync(join(EXAMPLE_SITE, RELEASES_FOLDER, VERSION, name), 'utf8');

/** Returns the diagnostics of a release of which a file is another one, with checksums that fit it. */
function checkRelease(
  changeChanges: (json: string) => string,
  changeManifest: (json: string) => string = String,
  changeTables: (archive: Uint8Array) => Uint8Array = (archive) => archive,
): string[] {
  const folder = `${RELEASES_FOLDER}/${VERSION}`;
  const changes = changeChanges(readReleased(releaseFiles.changes));
  const manifest = readReleased(releaseFiles.manifest).replace(/"previous": \{[^}]*\}/, '"previous": null');
  const files = {
    [releaseFiles.tables]: changeTables(readFileSync(join(EXAMPLE_SITE, folder, releaseFiles.tables))),
    [releaseFiles.changes]: changes,
    [releaseFiles.manifest]: changeManifest(manifest),
  };
  const sums = Object.entries(files).map(([name, body]) => `${hashFile(body)}  ${name}\n`);
  const checksums = sums.join('');
  const released = Object.entries({ ...files, [releaseFiles.checksums]: checksums });
  const latest = `${hashFile(checksums)}  ${VERSION}/${releaseFiles.checksums}\n`;
  const paths = released.map(([name, body]) => [`${folder}/${name}`, body] as const);
  return validateFixture({ ...Object.fromEntries(paths), [LATEST_RELEASE]: latest }).map(
    ({ code, file }) => `${code} ${file.slice(folder.length + 1)}`,
  );
}

test('reports checksums of the latest release that it cannot read', () => {
  const sum = `${hashFile('')}  ${VERSION}/SHA256SUMS\n`;
  const list = (text: string) =>
    validateFixture({ [LATEST_RELEASE]: text })
      .filter(({ file }) => file === LATEST_RELEASE)
      .map(({ code }) => code);
  expect([sum, sum.replace('\n', '\r\n')].map(list)).toEqual([[], []]);
  for (const text of ['', `<<<<<<< HEAD\n${sum}`, sum.replace('  ', ' ')])
    expect(list(text)).toEqual(['released-file-changed']);
});

test('accepts the changes that a release writes', () => {
  expect(checkRelease((json) => json)).toEqual([]);
});

test.each([
  ['a control character', '"title": "市の', '"title": "\\u0000市の'],
  ['HTML', '"reason": "運転手', '"reason": "<b>運転手'],
  ['a formula', '"reason": "運転手', '"reason": "=cmd|運転手'],
  ['a formula after a number', '"before": "', '"before": "-1+cmd|x'],
  ['the version of another release', '"release": "2025-10-01"', '"release": "2024-10-01"'],
  ['another date', '"date": "2025-10-01"', '"date": "2031-10-01"'],
  ['an id of something else', '"2025-10-01-r1"', '"main"'],
  ['a number without end', '"beforeValue": 180', '"beforeValue": 1e999'],
  ['the name of a prototype', '"unit": "千人"', '"unit": "千人", "__proto__": {}'],
])('reports hand-made changes with %s', (_what, from, to) => {
  expect(checkRelease((json) => json.replace(from, to))).toEqual([`released-file-changed ${releaseFiles.changes}`]);
});

test.each(['2024-10-01-copy', 'r6'])('asks to rename or to delete the folder %s of a release', (name) => {
  const readFirst = (file: string) => readFileSync(join(EXAMPLE_SITE, RELEASES_FOLDER, FIRST_VERSION, file));
  const files = Object.values(releaseFiles).map(
    (file) => [`${RELEASES_FOLDER}/${name}/${file}`, readFirst(file)] as const,
  );
  const found = validateFixture(Object.fromEntries(files));
  expect(found.map(({ code, file }) => `${code} ${file}`)).toEqual([
    `renamed-release-folder ${RELEASES_FOLDER}/${name}/${releaseFiles.manifest}`,
  ]);
});

test('reports a hand-made description with a text that runs from right to left', () => {
  expect(checkRelease(String, (json) => json.replace('"title": "', '"title": "\\u202e'))).toEqual([
    `released-file-changed ${releaseFiles.changes}`,
    `released-file-changed ${releaseFiles.manifest}`,
  ]);
});

const packFiles = (archive: Uint8Array, files: Readonly<Record<string, string>>) =>
  zipSync({ ...unzipSync(archive), ...Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(v)])) });

test.each<readonly [string, (archive: Uint8Array) => Uint8Array]>([
  ['a table of its description is another one', (archive) => packFiles(archive, { 'nodes.csv': '=1+1' })],
  ['it has a file besides', (archive) => packFiles(archive, { 'start.html': '<script>' })],
  ['it is no archive', () => strToU8('<script>')],
])('reports the tables of a release if %s', (_what, change) => {
  expect(checkRelease(String, String, change)).toEqual([`released-file-changed ${releaseFiles.tables}`]);
});
