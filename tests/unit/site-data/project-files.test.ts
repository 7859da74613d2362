import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { readEverydayWords } from '../../../src/site-data/project-files.ts';
import { createEmptyFolder, createFixtureSite, writeFixture } from '../../support/fixture-site.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const HEADINGS = '言葉,よみ,別表記,計画の言葉,英語,分野,役割';

/** Writes data/words.csv with these rows, and returns the folder. */
function createProject(...rows: readonly string[]): string {
  const project = createEmptyFolder();
  writeFixture(project, { 'data/words.csv': [HEADINGS, ...rows, ''].join('\n') });
  return project;
}

describe('the words of residents', () => {
  test('have readings, spellings, plan words, English words and a role', () => {
    const project = createProject(
      '逃げる,にげる,避難する;逃走,避難,escape,防災,',
      'いつ,,,,,,問い',
      '申し込み,,,,,,案内',
    );
    expect(readEverydayWords(project, [])).toEqual([
      {
        title: '逃げる',
        reading: 'にげる',
        aliases: ['避難する', '逃走'],
        planWords: ['避難'],
        english: ['escape'],
        field: '防災',
        role: 'subject',
      },
      { title: 'いつ', reading: '', aliases: [], planWords: [], english: [], field: '', role: 'question' },
      { title: '申し込み', reading: '', aliases: [], planWords: [], english: [], field: '', role: 'guidance' },
    ]);
  });

  test('are those of the site, then those of the project that the site does not list', () => {
    const project = createProject('窓口,まどぐち,,,,,', 'お金,おかね,,財政,,,');
    const root = createFixtureSite();
    writeFixture(root, { 'data/words.csv': `${HEADINGS}\nお金,おかね,,予算,,,\n` });
    const words = readEverydayWords(project, openSiteData({ root }).everydayWords);
    expect(words.map(({ title, planWords }) => [title, planWords])).toEqual([
      ['お金', ['予算']],
      ['窓口', []],
    ]);
  });

  test('are an error if the file of the project has errors', () => {
    expect(() => readEverydayWords(createProject('逃げる,,,,,,疑問'), [])).toThrow();
  });
});

test('the descriptions of themes call other themes by their names', () => {
  const text = readFileSync(join(REPOSITORY_FOLDER, 'data/themes.csv'), 'utf8');
  const { data } = Papa.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: true });
  const titles = data.map(({ 名称 }) => 名称);
  const named = data.flatMap(({ 説明 = '' }) => [...説明.matchAll(/「([^」]+)」/gu)].map(([, title]) => title));
  expect(named).toContain('まちの魅力・産業');
  expect(named.filter((title) => !titles.includes(title))).toEqual([]);
});
