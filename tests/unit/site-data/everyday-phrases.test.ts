import { describe, expect, test } from 'vitest';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { readEverydayPhrases, validateEverydayPhrases } from '../../../src/site-data/everyday-phrases.ts';
import { createEmptyFolder, createFixtureSite, writeFixture } from '../../support/fixture-site.ts';

const FILE = 'data/everyday-phrases.csv';

function createProject(text: string): string {
  const project = createEmptyFolder();
  writeFixture(project, { [FILE]: text });
  return project;
}

describe('the phrases of residents', () => {
  test('are read in the order of the file', () => {
    const project = createProject('くらしの言葉,計画の言葉,分野\n逃げ,避難,防災\nお金,財政;予算,\n');
    expect(readEverydayPhrases(project)).toEqual([
      { phrase: '逃げ', planWords: ['避難'], field: '防災' },
      { phrase: 'お金', planWords: ['財政', '予算'], field: '' },
    ]);
  });

  test.each([
    ['an empty cell', 'くらしの言葉,計画の言葉\n逃げ,\n', 'empty-cell', 2],
    ['a repeated phrase', 'くらしの言葉,計画の言葉\n逃げ,避難\n逃げ,防災\n', 'repeated-id', 3],
    ['a missing column', 'くらしの言葉\n逃げ\n', 'missing-column', 1],
  ])('are reported with the location of %s', (_what, text, code, line) => {
    const { diagnostics } = validateEverydayPhrases(createProject(text));
    expect(diagnostics).toMatchObject([{ file: FILE, line, code }]);
    expect(() => readEverydayPhrases(createProject(text))).toThrow();
  });

  test('are reported as missing without the file', () => {
    expect(validateEverydayPhrases(createEmptyFolder()).diagnostics).toMatchObject([
      { file: FILE, code: 'missing-file' },
    ]);
  });

  test('do not belong to a site: they change neither its files nor its version', () => {
    const root = createFixtureSite();
    const version = openSiteData({ root }).version;
    writeFixture(root, { [FILE]: 'くらしの言葉,計画の言葉\n逃げ,避難\n' });
    expect(openSiteFolder(root).has(FILE)).toBe(false);
    expect(openSiteData({ root }).version).toBe(version);
  });
});
