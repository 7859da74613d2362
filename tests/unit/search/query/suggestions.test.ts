import { expect, test } from 'vitest';
import { writeIndex } from '../../../../src/search/build-index.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { buildSiteFiles, EMPTY_SOURCE, keepInMemory, openInMemory } from '../index-in-memory.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const index = await openInMemory(buildSiteFiles(siteData));
const titles = async (typed: string, limit = 5) => (await index.suggest(typed, limit)).map(({ title }) => title);

test.each([
  ['the beginning of a title', '指定管', '指定管理者制度'],
  ['another width', 'ｐｆ', 'PFI'],
  ['a reading', 'していかん', '指定管理者制度'],
  ['another spelling', '情報通信', 'ICT'],
  ['the name of a city', '柏', '柏市'],
  ['the reading of a city', 'かしわし', '柏市'],
  ['the reading of an everyday word', 'まどぐ', '窓口'],
  ['a reading in katakana', 'ﾏﾄﾞｸﾞ', '窓口'],
  ['another spelling of an everyday word', '子供', '子ども'],
  ['a word within a title', 'デジタルサイネ', 'SNSやデジタルサイネージの活用'],
])('%s suggests', async (_what, typed, title) => {
  expect(await titles(typed)).toContain(title);
});

test('names that begin as typed come before names in which a word does', async () => {
  expect((await titles('デジタル'))[0]).toMatch(/^デジタル/);
});

test('the beginning of every title suggests it', async () => {
  const missing: string[] = [];
  for (const { title } of siteData.planItems)
    if (!(await titles(title.slice(0, 12), 20)).includes(title)) missing.push(title);
  expect(missing).toEqual([]);
});

test('an empty text and an unknown beginning suggest nothing', async () => {
  expect([await titles(''), await titles('  '), await titles('龘龘')]).toEqual([[], [], []]);
});

test('suggestions are unique, and at most as many as requested', async () => {
  const urls = (await index.suggest('市', 7)).map(({ url }) => url);
  expect([urls.length, new Set(urls).size]).toEqual([7, 7]);
});

/** Returns the titles that a typed text suggests on a site with plan items of some titles. */
async function suggestAmong(allTitles: readonly string[], typed: string): Promise<string[]> {
  const documents = allTitles.map((title) => {
    const places = { plan: null, municipality: null, themes: [], url: `/${title}/` };
    return { id: title, kind: 'node' as const, ...places, title, names: [], text: '' };
  });
  const own = await openInMemory(keepInMemory(writeIndex(documents, EMPTY_SOURCE)));
  return (await own.suggest(typed, 5)).map(({ title }) => title);
}

test('a name that begins as typed comes first, although a word within another is earlier in the order of kana', async () => {
  const found = await suggestAmong(['SNSやデジタルサイネージの活用', 'デジタル推進'], 'デジタル');
  expect(found).toEqual(['デジタル推進', 'SNSやデジタルサイネージの活用']);
});

test('the end of a word suggests nothing', async () => {
  expect(await suggestAmong(['デジタル推進'], 'タル')).toEqual([]);
});

test('numbers of plan items suggest nothing, because many items have the same', async () => {
  expect(await titles('施策1')).toEqual([]);
  expect(await titles('33-1')).toEqual([]);
});
