import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main as check } from '../../src/cli/check-command.ts';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { openSiteFolder } from '../../src/input/site-folder.ts';
import { validateSite } from '../../src/validation/validate-site.ts';
import { callCommand } from '../support/call-command.ts';
import { createEmptyFolder, createMemoryFolder, writeFixture, type FixtureFiles } from '../support/fixture-site.ts';
import { fileMutations, type FileMutation } from './file-mutations.ts';

/* Each test makes a mistake in the files of the project. Its diagnostic must come first and have its location. */

const folder = openSiteFolder(PROJECT_FOLDER);
const files = new Map(folder.files.map((file) => [file, folder.readBytes(file)]));

/** Returns the text of a file of the project. */
function readText(file: string): string {
  const bytes = files.get(file);
  if (!bytes) throw new Error(`there is no ${file}`);
  return new TextDecoder().decode(bytes);
}

/** Returns the file with the mistake. */
function applyMutation({ file, change, at }: FileMutation): FixtureFiles {
  const text = readText(file);
  if (typeof at === 'string' && !text.includes(at)) throw new Error(`「${at}」 is not in ${file}`);
  return { [file]: change(text) };
}

/** Returns the line of the mistake: that of the changed text, without a line break at its beginning. */
function findLine({ file, at }: FileMutation): number {
  if (typeof at === 'number') return at;
  const text = readText(file);
  return text.slice(0, text.indexOf(at) + (at.startsWith('\n') ? 1 : 0)).split('\n').length;
}

/** Each mutation with its name. */
const cases = fileMutations.map((mutation) => [mutation.what, mutation] as const);

/** Codes of files that cannot be read at all. */
const UNREADABLE = ['utf-16', 'broken-bytes', 'nul-byte', 'empty-file', 'excel-file', 'no-heading-row'];

const { diagnostics: usual } = validateSite(createMemoryFolder({}, files));
const describeLine = ({ file, line, code }: Diagnostic) => `${file}:${line} ${code}`;
const usualLines = new Set(usual.map(describeLine));
/** Returns the first diagnostic that the files without a mistake do not have: they may have warnings. */
const findFirst = (diagnostics: readonly Diagnostic[]) => diagnostics.find((one) => !usualLines.has(describeLine(one)));

test('the files without a mistake have no errors', () => {
  expect(usual.filter(({ level }) => level === 'error')).toEqual([]);
});

describe('validation reports first, at its location:', () => {
  test.each(cases)('%s', (_name, mutation) => {
    const { parsedSite, diagnostics } = validateSite(createMemoryFolder(applyMutation(mutation), files));
    expect(parsedSite).toBeNull();
    const first = findFirst(diagnostics);
    expect(first).toMatchObject({ file: mutation.file, line: findLine(mutation), code: mutation.code, level: 'error' });
  });

  test.each(cases.filter(([, { code }]) => UNREADABLE.includes(code)))(
    '%s, and no references into that file',
    (_name, mutation) => {
      const { diagnostics } = validateSite(createMemoryFolder(applyMutation(mutation), files));
      const errors = diagnostics.filter(({ level }) => level === 'error');
      expect(errors.map(({ file }) => file)).toEqual([mutation.file]);
    },
  );

  test('many kinds of mistakes', () => {
    expect(fileMutations.length).toBeGreaterThanOrEqual(30);
    expect(new Set(fileMutations.map(({ code }) => code)).size).toBeGreaterThanOrEqual(30);
  });
});

describe('npm run check returns 1 and reports first:', () => {
  const names = ['month 13', 'a loop of parents', 'UTF-16', 'no tree.csv', 'a broken link'];
  test.each(cases.filter(([name]) => names.includes(name)))('%s', async (_name, mutation) => {
    const root = createEmptyFolder();
    for (const source of ['site.config.json', 'content', 'data'])
      cpSync(join(PROJECT_FOLDER, source), join(root, source), { recursive: true });
    writeFixture(root, applyMutation(mutation));
    const { status, stdout } = await callCommand(check, ['--root', root, '--format', 'json']);
    const first = findFirst(Diagnostic.array().parse(JSON.parse(stdout)));
    expect({ status, first }).toMatchObject({
      status: 1,
      first: { file: mutation.file, line: findLine(mutation), code: mutation.code, level: 'error' },
    });
  });
});
