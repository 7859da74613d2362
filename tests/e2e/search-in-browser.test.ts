import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { SearchDocument } from '../../src/search/build-index.ts';
import { getSearchableText } from '../../src/search/word-marks.ts';
import { getBuiltSite } from '../site/support/built-site.ts';
import { createRandomInteger } from '../support/random-integers.ts';
import { isFull } from '../support/test-scope.ts';
import { connectBrowser, holdRequests, openTab } from './support/browser-tabs.ts';
import {
  waitForAnswer,
  submitQuery,
  openSearchPage,
  readPublishedDocuments,
  readShownResults,
  findMatchingDocuments,
} from './support/search-actions.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');
const publishedDocuments = readPublishedDocuments(root);

const listUrls = (documents: readonly SearchDocument[]) => documents.map(({ url }) => url).sort();
const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).toUpperCase();

/** Returns twenty queries: titles, parts of texts, full-width capitals, pairs, and pairs with a missing word. */
function createQueries(): string[] {
  const next = createRandomInteger(11);
  const pick = <T>(list: readonly T[]) => list[next(list.length)] as T;
  const createPart = () => {
    const text = getSearchableText(pick(publishedDocuments));
    const from = next(text.length);
    return [...text.slice(from, from + 1 + next(10))].join('');
  };
  const repeat = (times: number, create: () => string) => Array.from({ length: times }, create);
  return [
    ...repeat(4, () => pick(publishedDocuments).title),
    ...repeat(9, createPart),
    ...repeat(2, () => toFullWidth(pick(publishedDocuments).title)),
    ...repeat(3, () => `${createPart()} ${createPart()}`),
    ...repeat(2, () => `${createPart()}無${next(9)}`),
  ];
}

test('queries in the browser find exactly the documents that contain their words', async () => {
  const { page, faults } = await openSearchPage(browser, root);
  const wrong: string[] = [];
  for (const query of createQueries().filter((_, at) => isFull || at % 3 === 0)) {
    await submitQuery(page, query);
    const expected = listUrls(findMatchingDocuments(publishedDocuments, query));
    const shownUrls = (await readShownResults(page)).sort();
    const shownCount = await page.locator('#result-count').getAttribute('data-exact');
    if (JSON.stringify(shownUrls) !== JSON.stringify(expected) || shownCount !== String(expected.length))
      wrong.push(query);
  }
  expect(wrong).toEqual([]);
  expect(faults).toEqual([]);
}, 300_000);

describe('the filters', () => {
  /** Returns the numbers of the values that can be chosen; the others have none. */
  const readCounts = (page: Page, name: string) =>
    page.locator(`select[name=${name}] option:not([value=""]):not([hidden])`).evaluateAll((options) =>
      Object.fromEntries(
        options.map((option) => {
          const { value, label } = option as HTMLOptionElement;
          return [value, Number(/（(\d+)）$/.exec(label)?.[1])];
        }),
      ),
    );
  const count = (documents: readonly SearchDocument[], listIds: (document: SearchDocument) => readonly string[]) =>
    Object.fromEntries([...Map.groupBy(documents.flatMap(listIds), (id) => id)].map(([id, list]) => [id, list.length]));

  test('count exactly, each with the other filters applied, and are in the URL', async () => {
    const { page } = await openSearchPage(browser, root, 'q=市民');
    await waitForAnswer(page);
    const matches = findMatchingDocuments(publishedDocuments, '市民');
    const listCities = ({ municipality }: SearchDocument) => (municipality === null ? [] : [municipality]);
    expect(await readCounts(page, 'city')).toEqual(count(matches, listCities));
    expect(await readCounts(page, 'theme')).toEqual(count(matches, ({ themes }) => themes));

    await page.locator('select[name=city]').selectOption('warabi');
    await page.locator('select[name=kind]').selectOption('node');
    await waitForAnswer(page);
    expect(new URL(page.url()).searchParams.toString()).toBe(
      new URLSearchParams({ q: '市民', city: 'warabi', kind: 'node' }).toString(),
    );
    const narrowed = matches.filter(({ municipality, kind }) => municipality === 'warabi' && kind === 'node');
    expect((await readShownResults(page)).sort()).toEqual(listUrls(narrowed));
    const nodes = matches.filter(({ kind }) => kind === 'node');
    expect(await readCounts(page, 'city')).toEqual(count(nodes, listCities));
    const inCity = matches.filter(({ municipality }) => municipality === 'warabi');
    expect(await readCounts(page, 'kind')).toEqual(count(inCity, ({ kind }) => [kind]));
  });

  test('offer only values with results, in one row above the results', async () => {
    const { page } = await openSearchPage(browser, root, 'q=避難所');
    await waitForAnswer(page);
    const kinds = new Set(findMatchingDocuments(publishedDocuments, '避難所').map(({ kind }) => kind));
    const offered = page.locator('select[name=kind] option:not([value=""]):not([hidden]):not([disabled])');
    expect(await offered.count()).toBe(kinds.size);
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 700 });
      const tops = await page
        .locator('.search-choices select')
        .evaluateAll((selects) => selects.map((select) => Math.round(select.getBoundingClientRect().top)));
      expect(new Set(tops).size).toBe(1);
    }
    await submitQuery(page, '');
    expect(await page.locator('select option[hidden]').count()).toBe(0);
  });

  test('are read from a shared URL; an unknown filter is left out, and the answer says so', async () => {
    const { page } = await openSearchPage(browser, root, 'q=市民&theme=participation&city=nowhere');
    const unknown = 'リンクの中の使えない条件をはずしました。';
    expect(await waitForAnswer(page)).toContain(`件です。${unknown}`);
    expect(await page.locator('select[name=theme]').inputValue()).toBe('participation');
    const documents = findMatchingDocuments(publishedDocuments, '市民');
    const matches = documents.filter(({ themes }) => themes.includes('participation'));
    expect((await readShownResults(page)).sort()).toEqual(listUrls(matches));
    await submitQuery(page, '');
    expect(await page.locator('#result-count').innerText()).toBe('');
    await page.goto(`${root.served}${root.base}search/?kind=nothing&city=`);
    await page.locator('#result-count', { hasText: unknown.replace('nowhere', 'nothing') }).waitFor();
  });

  test('group results by kind, under the names of the kinds', async () => {
    const { page } = await openSearchPage(browser, root, 'q=市民&view=kind');
    const matches = findMatchingDocuments(publishedDocuments, '市民');
    expect((await readShownResults(page)).sort()).toEqual(listUrls(matches));
    const groups = await page.locator('#results h2').allInnerTexts();
    const kinds = new Set(matches.map(({ kind }) => kind));
    expect(groups).toHaveLength(kinds.size);
    const nodes = matches.filter(({ kind }) => kind === 'node');
    expect(groups).toContain(`計画の項目 ${nodes.length}件`);
  });
});

describe('the URL', () => {
  test('follows typing without history entries; the back button returns to the last submitted query', async () => {
    const { page } = await openSearchPage(browser, root);
    await waitForAnswer(page);
    const readLength = () => page.evaluate(() => history.length);
    const readQuery = () => new URL(page.url()).searchParams.get('q');
    const before = await readLength();
    await submitQuery(page, '市民');
    await submitQuery(page, '防災');
    expect([readQuery(), await readLength()]).toEqual(['防災', before]);
    await page.locator('#q').press('Enter');
    await waitForAnswer(page);
    expect([readQuery(), await readLength()]).toEqual(['防災', before + 1]);
    await submitQuery(page, '職員');
    await page.locator('#q').press('Enter');
    await waitForAnswer(page);
    await page.goBack();
    expect(await waitForAnswer(page)).toContain('「防災」');
    expect([readQuery(), await page.locator('#q').inputValue()]).toEqual(['防災', '防災']);
    await page.goBack();
    await page.locator('#search-start').waitFor();
    expect([readQuery(), await page.locator('#q').inputValue()]).toEqual([null, '']);
    await page.goForward();
    expect(await waitForAnswer(page)).toContain('「防災」');
  });

  test('gets a word that a reader types before the script runs, and the page searches for it', async () => {
    const page = await openTab(browser);
    const letScriptRun = await holdRequests(page, '**/assets/index.*.js');
    await page.goto(`${root.served}/search/`, { waitUntil: 'commit' });
    await page.locator('#q').fill('防災');
    letScriptRun();
    expect(await waitForAnswer(page)).toContain('「防災」');
    expect(await page.locator('#q').inputValue()).toBe('防災');
    expect(new URL(page.url()).searchParams.get('q')).toBe('防災');
  });

  test('may contain a longer query than the box accepts, and readers can shorten and submit it', async () => {
    const { page } = await openSearchPage(browser, root, `q=${'市'.repeat(150)}`);
    await waitForAnswer(page);
    await page.locator('#q').press('End');
    await page.locator('#q').press('Backspace');
    const before = await page.evaluate(() => history.length);
    await page.locator('#q').press('Enter');
    expect(await waitForAnswer(page)).toContain(`「${'市'.repeat(149)}」`);
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
  });

  test('of a result opens its page, and the back button returns to the list', async () => {
    const { page } = await openSearchPage(browser, root, 'q=指定管理者制度');
    await waitForAnswer(page);
    await page.locator('#results a').first().click();
    await page.waitForURL(/\/glossary\//);
    await page.goBack();
    expect(await waitForAnswer(page)).toContain('「指定管理者制度」');
    expect(await page.title()).toContain('指定管理者制度');
  });
});

describe('with only the keyboard', () => {
  const readActiveOption = (page: Page) => page.locator('#q').getAttribute('aria-activedescendant');
  const readExpanded = (page: Page) => page.locator('#q').getAttribute('aria-expanded');

  test('a reader types a reading in kana, chooses the suggested term, and opens a result', async () => {
    const { page, faults } = await openSearchPage(browser, root);
    await waitForAnswer(page);
    await page.locator('#q').focus();
    await page.keyboard.type('していかんりし');
    await page.locator('[role=option]').first().waitFor();
    expect(await readExpanded(page)).toBe('true');
    await page.keyboard.press('ArrowDown');
    const id = await readActiveOption(page);
    expect(await page.locator(`#${String(id)}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowUp');
    expect(await readActiveOption(page)).toBeNull();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await waitForAnswer(page)).toContain('「指定管理者制度」を含むもの');
    expect([await readExpanded(page), await page.locator('#q').inputValue()]).toEqual(['false', '指定管理者制度']);
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.closest('#results') !== null)) break;
    }
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => href.startsWith(url.pathname));
    expect(faults).toEqual([]);
  });

  test('Esc closes the suggestions and keeps the typed text; Enter without a choice searches for it', async () => {
    const { page } = await openSearchPage(browser, root);
    await waitForAnswer(page);
    await page.locator('#q').focus();
    await page.keyboard.type('指定');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('Escape');
    expect([await readExpanded(page), await page.locator('#q').inputValue()]).toEqual(['false', '指定']);
    expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await waitForAnswer(page)).toContain('「指定」');
  });

  test('Tab closes the suggestions', async () => {
    const { page } = await openSearchPage(browser, root);
    await waitForAnswer(page);
    await page.locator('#q').focus();
    await page.keyboard.type('指定');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await readExpanded(page)).toBe('false');
    expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
  });

  test('unfinished input of an input method leads to suggestions, whose keys it keeps, not to a search', async () => {
    const { page } = await openSearchPage(browser, root);
    await waitForAnswer(page);
    await page.locator('#q').focus();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'していかん', selectionStart: 5, selectionEnd: 5 });
    await page.locator('[role=option]', { hasText: '指定管理者制度' }).waitFor();
    expect(await page.locator('#results > li').count()).toBe(0);
    await page.locator('#q').dispatchEvent('keydown', { key: 'ArrowDown', isComposing: true });
    expect(await readActiveOption(page)).toBeNull();
    await input.send('Input.insertText', { text: '指定管理' });
    expect(await waitForAnswer(page)).toContain('「指定管理」');
  });
});

test('the status contains the number of documents that contain the words', async () => {
  const { page } = await openSearchPage(browser, root);
  const status = page.getByRole('status').first();
  await submitQuery(page, '指定管理者');
  const exact = findMatchingDocuments(publishedDocuments, '指定管理者').length;
  expect(await status.innerText()).toContain(`「指定管理者」を含むものは${exact}件です。`);
  expect(await status.getAttribute('data-exact')).toBe(String(exact));
  await submitQuery(page, 'どこにもない言葉xyz');
  expect(await status.innerText()).toContain('を含むものはありません。');
  expect(await page.locator('#search-below').innerText()).toContain(`${publishedDocuments.length}の項目`);
  expect(await page.locator('#search-start').isVisible()).toBe(true);
});

test('the line of a statistic shows its values, unless a word of the query is only in its text', async () => {
  const { page } = await openSearchPage(browser, root);
  const excerpt = page.locator('#results > li', { hasText: '統計' }).first();
  await submitQuery(page, '財政力指数　比較');
  expect(await excerpt.innerText()).toMatch(/蕨市 [\d.]+（\d{4}年度）、柏市 [\d.]+/);
  await submitQuery(page, '1人あたりの税金');
  expect(await excerpt.locator('mark').allInnerTexts()).toContain('1人あたり');
});

test('the line of a plan item that was found by its number shows the number once, with its level', async () => {
  for (const [query, number] of [
    ['金沢市 施策1-2', '施策1-2'],
    ['蕨市の33-1', '施策33-1'],
  ] as const) {
    const { page } = await openSearchPage(browser, root, `q=${query}`);
    await waitForAnswer(page);
    const where = page.locator('#results > li').first().locator('.where');
    expect((await where.innerText()).split('・').slice(-1)).toEqual([number]);
    expect(await where.locator('mark').allInnerTexts()).toEqual([number.replace(/^施策(?=33)/, '')]);
  }
});

test('in forced colours all marked words have the same colours', async () => {
  const { page } = await openSearchPage(browser, root, 'q=市民');
  await waitForAnswer(page);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  expect(await page.locator('.where mark').count()).toBeGreaterThan(0);
  const colours = await page.locator('#results mark').evaluateAll((marks) =>
    marks.map((mark) => {
      const { color, backgroundColor } = getComputedStyle(mark);
      return `${color} on ${backgroundColor}`;
    }),
  );
  expect(new Set(colours).size).toBe(1);
});
