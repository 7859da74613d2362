import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assertReplaceable } from '../../../src/cli/output-folder.ts';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { UsageError } from '../../../src/cli/command-runner.ts';
import { createEmptyFolder, writeFixture, createFixtureSite, type FixtureFiles } from '../../support/fixture-site.ts';

const SITE: FixtureFiles = { 'index.html': '', 'data/catalog.jsonld': '{}' };

/** A folder with these files. */
function folderWith(files: FixtureFiles): string {
  const folder = createEmptyFolder();
  writeFixture(folder, files);
  return folder;
}

describe('a site may be put', () => {
  test('where nothing is', () => {
    expect(() => {
      assertReplaceable(join(createEmptyFolder(), 'dist'));
    }).not.toThrow();
  });

  test('into an empty folder', () => {
    expect(() => {
      assertReplaceable(createEmptyFolder());
    }).not.toThrow();
  });

  test('in the place of one that was built before', () => {
    expect(() => {
      assertReplaceable(folderWith(SITE));
    }).not.toThrow();
  });
});

describe('no site may be put', () => {
  test.each([
    ['into a folder with other files', { 'thesis.txt': '' }],
    ['into the project itself', { 'package.json': '{}', 'data/README.md': '' }],
    ['over a repository, even one that holds a site', { ...SITE, '.git/HEAD': '' }],
  ])('%s', (_what, files: FixtureFiles) => {
    expect(() => {
      assertReplaceable(folderWith(files));
    }).toThrow(UsageError);
  });

  test('in the place of a file', () => {
    expect(() => {
      assertReplaceable(join(folderWith({ 'thesis.txt': '' }), 'thesis.txt'));
    }).toThrow(UsageError);
  });
});

test('a build that is told to go where other files are says so, and leaves them', () => {
  const out = folderWith({ 'thesis.txt': '' });
  mkdirSync(join(out, 'pictures'));
  const command = [join(PROJECT_FOLDER, 'src/cli/build-command.ts'), '--root', createFixtureSite(), '--out', out];
  const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect([status, existsSync(join(out, 'thesis.txt')), existsSync(join(out, 'pictures'))]).toEqual([1, true, true]);
  expect(stderr).toMatch(/^「.*」には、つくったサイトではないものがあります。/);
}, 60_000);
