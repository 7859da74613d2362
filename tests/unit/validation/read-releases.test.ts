import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { releaseFiles, RELEASES_FOLDER } from '../../../src/model/data-release.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { validateFixture } from '../../support/fixture-site.ts';

const VERSION = '2025-10-01';
const readReleased = (name: string) => readFileSync(join(EXAMPLE_SITE, RELEASES_FOLDER, VERSION, name), 'utf8');

/** Returns the diagnostics of a release whose changes are other ones, with checksums that fit them. */
function checkRelease(change: (json: string) => string): string[] {
  const folder = `${RELEASES_FOLDER}/${VERSION}`;
  const changes = change(readReleased(releaseFiles.changes));
  const manifest = readReleased(releaseFiles.manifest).replace(/"previous": \{[^}]*\}/, '"previous": null');
  const hash = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
  const tables = readFileSync(join(EXAMPLE_SITE, folder, releaseFiles.tables));
  const files = { [releaseFiles.tables]: tables, [releaseFiles.changes]: changes, [releaseFiles.manifest]: manifest };
  const sums = Object.entries(files).map(([name, body]) => `${hash(body)}  ${name}\n`);
  const released = Object.entries({ ...files, [releaseFiles.checksums]: sums.join('') });
  const paths = released.map(([name, body]) => [`${folder}/${name}`, body] as const);
  return validateFixture(Object.fromEntries(paths)).map(({ code, file }) => `${code} ${file.slice(folder.length + 1)}`);
}

test('accepts the changes that a release writes', () => {
  expect(checkRelease((json) => json)).toEqual([]);
});

test.each([
  ['a control character', '"title": "市の', '"title": "\\u0000市の'],
  ['HTML', '"reason": "運転手', '"reason": "<b>運転手'],
  ['the version of another release', '"release": "2025-10-01"', '"release": "2024-10-01"'],
  ['another date', '"date": "2025-10-01"', '"date": "2031-10-01"'],
  ['an id of something else', '"2025-10-01-r1"', '"main"'],
  ['a number without end', '"beforeValue": 180', '"beforeValue": 1e999'],
  ['the name of a prototype', '"unit": "千人"', '"unit": "千人", "__proto__": {}'],
])('reports hand-made changes with %s', (_what, from, to) => {
  expect(checkRelease((json) => json.replace(from, to))).toEqual([`released-file-changed ${releaseFiles.changes}`]);
});
