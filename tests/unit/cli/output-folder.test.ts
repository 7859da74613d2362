import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/build-command.ts';
import { assertReplaceable } from '../../../src/cli/output-folder.ts';
import { UsageError } from '../../../src/cli/command-runner.ts';
import { callCommand } from '../../support/call-command.ts';
import { createEmptyFolder, writeFixture, createFixtureSite, type FixtureFiles } from '../../support/fixture-site.ts';

const SITE: FixtureFiles = { 'index.html': '', 'data/catalog.jsonld': '{}' };

/** Writes files to a new folder. */
function createFolder(files: FixtureFiles): string {
  const folder = createEmptyFolder();
  writeFixture(folder, files);
  return folder;
}

describe('a build may write', () => {
  test('to a path that does not exist', () => {
    expect(() => {
      assertReplaceable(join(createEmptyFolder(), 'dist'));
    }).not.toThrow();
  });

  test('to an empty folder', () => {
    expect(() => {
      assertReplaceable(createEmptyFolder());
    }).not.toThrow();
  });

  test('to a folder with a built site', () => {
    expect(() => {
      assertReplaceable(createFolder(SITE));
    }).not.toThrow();
  });
});

describe('a build may not write', () => {
  test.each([
    ['to a folder with other files', { 'thesis.txt': '' }],
    ['to the project itself', { 'package.json': '{}', 'data/README.md': '' }],
    ['to a repository, even with a built site in it', { ...SITE, '.git/HEAD': '' }],
  ])('%s', (_what, files: FixtureFiles) => {
    expect(() => {
      assertReplaceable(createFolder(files));
    }).toThrow(UsageError);
  });

  test('to a file', () => {
    expect(() => {
      assertReplaceable(join(createFolder({ 'thesis.txt': '' }), 'thesis.txt'));
    }).toThrow(UsageError);
  });
});

test('a refused build leaves the files of the folder', async () => {
  const out = createFolder({ 'thesis.txt': '' });
  mkdirSync(join(out, 'pictures'));
  const { status, stderr } = await callCommand(main, ['--root', createFixtureSite(), '--out', out]);
  expect([status, existsSync(join(out, 'thesis.txt')), existsSync(join(out, 'pictures'))]).toEqual([1, true, true]);
  expect(stderr).toMatch(/^「.*」には、つくったサイトではないものがあります。/);
});
