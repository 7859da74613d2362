import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateSite } from '../../src/validation/validate-site.ts';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { openSiteFolder } from '../../src/input/site-folder.ts';
import { createEmptyFolder, createMemoryFolder, writeFixture, type FixtureFiles } from '../support/fixture-site.ts';
import { fileMutations, type FileMutation } from './file-mutations.ts';

/*
 * Each mistake is made in the project's own files, as they are, and must be the first thing told, at its own place.
 */

const real = openSiteFolder(PROJECT_FOLDER);
const files = new Map(real.files.map((file) => [file, real.readBytes(file)]));

/** The text of one of the project's files, which a mutation is made of. */
function textOf(file: string): string {
  const bytes = files.get(file);
  if (!bytes) throw new Error(`there is no ${file}`);
  return new TextDecoder().decode(bytes);
}

/** The file as the mistake leaves it. */
function mutated({ file, change, at }: FileMutation): FixtureFiles {
  const text = textOf(file);
  if (typeof at === 'string' && !text.includes(at)) throw new Error(`「${at}」 does not stand in ${file}`);
  return { [file]: change(text) };
}

/** The line at fault: that of the text which is changed, not counting the line breaks that it begins with. */
function lineOf({ file, at }: FileMutation): number {
  if (typeof at === 'number') return at;
  const text = textOf(file);
  return text.slice(0, text.indexOf(at) + (at.startsWith('\n') ? 1 : 0)).split('\n').length;
}

/** Codes of files of which nothing can be read. */
const UNREADABLE = ['utf-16', 'broken-bytes', 'nul-byte', 'empty-file', 'excel-file', 'no-heading-row'];

test('the files themselves are sound', () => {
  expect(validateSite(createMemoryFolder({}, files)).diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
});

describe('a mistake in the project’s own files is told first, at its place:', () => {
  test.each(fileMutations.map((one) => [one.what, one] as const))('%s', (_what, one) => {
    const { parsedSite, diagnostics } = validateSite(createMemoryFolder(mutated(one), files));
    expect(parsedSite).toBeNull();
    const [first] = diagnostics;
    expect(first).toMatchObject({ file: one.file, line: lineOf(one), code: one.code, level: 'error' });
  });

  test.each(fileMutations.filter(({ code }) => UNREADABLE.includes(code)).map((one) => [one.what, one] as const))(
    '%s, and nothing of what points into that file',
    (_what, one) => {
      const { diagnostics } = validateSite(createMemoryFolder(mutated(one), files));
      expect(diagnostics.map(({ file }) => file)).toEqual([one.file]);
    },
  );

  test('of many kinds', () => {
    expect(fileMutations.length).toBeGreaterThanOrEqual(30);
    expect(new Set(fileMutations.map(({ code }) => code)).size).toBeGreaterThanOrEqual(30);
  });
});

describe('npm run check ends with 1 and begins with the mistake:', () => {
  const some = ['month 13', 'a loop', 'UTF-16', 'no tree.csv', 'a dead link'];
  test.each(fileMutations.filter(({ what }) => some.includes(what)).map((one) => [one.what, one] as const))(
    '%s',
    (_what, one) => {
      const root = createEmptyFolder();
      for (const source of ['site.config.json', 'content', 'data'])
        cpSync(join(PROJECT_FOLDER, source), join(root, source), { recursive: true });
      writeFixture(root, mutated(one));
      const command = [join(PROJECT_FOLDER, 'src/cli/check-command.ts'), '--root', root, '--format', 'json'];
      const { status, stdout } = spawnSync(process.execPath, command, { encoding: 'utf8' });
      const [first] = Diagnostic.array().parse(JSON.parse(stdout));
      expect({ status, first }).toMatchObject({
        status: 1,
        first: { file: one.file, line: lineOf(one), code: one.code, level: 'error' },
      });
    },
  );
});
