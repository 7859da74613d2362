import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getSearchableText, type SearchDocument } from '../../src/search/build-index.ts';
import { connectBrowser } from './support/browser-tabs.ts';
import {
  waitForAnswer,
  submitQuery,
  openSearchPage,
  readPublishedDocuments,
  createRandomInteger,
  readShownResults,
  findMatchingDocuments,
} from './support/search-actions.ts';
import { getBuiltSite } from '../site/support/built-site.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');
const all = readPublishedDocuments(root);

const urls = (documents: readonly SearchDocument[]) => documents.map(({ url }) => url).sort();
const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).toUpperCase();

/** Returns twenty queries: titles, pieces of texts, other widths and cases, pairs, and words that are nowhere. */
function queries(): string[] {
  const next = createRandomInteger(11);
  const any = <T>(list: readonly T[]) => list[next(list.length)] as T;
  const piece = () => {
    const text = getSearchableText(any(all));
    const from = next(text.length);
    return [...text.slice(from, from + 1 + next(10))].join('');
  };
  const repeat = (times: number, make: () => string) => Array.from({ length: times }, make);
  return [
    ...repeat(4, () => any(all).title),
    ...repeat(9, piece),
    ...repeat(2, () => wide(any(all).title)),
    ...repeat(3, () => `${piece()} ${piece()}`),
    ...repeat(2, () => `${piece()}無${next(9)}`),
  ];
}

test('twenty queries find in the browser exactly the documents that contain their words', async () => {
  const { page, faults, close } = await openSearchPage(browser, root);
  const wrong: string[] = [];
  for (const query of queries()) {
    await submitQuery(page, query);
    const expected = urls(findMatchingDocuments(all, query));
    const found = (await readShownResults(page)).sort();
    const told = await page.locator('#result-count').getAttribute('data-exact');
    if (JSON.stringify(found) !== JSON.stringify(expected) || told !== String(expected.length)) wrong.push(query);
  }
  expect(wrong).toEqual([]);
  expect(faults).toEqual([]);
  await close();
}, 300_000);

describe('the filters', () => {
  const counts = (page: Page, name: string) =>
    page.locator(`[data-count^="${name}:"]`).evaluateAll((places) =>
      Object.fromEntries(
        places.flatMap((place) => {
          const [, id = ''] = (place as HTMLElement).dataset.count?.split(':') ?? [];
          return id ? [[id, Number(place.textContent)]] : [];
        }),
      ),
    );
  const expected = (found: readonly SearchDocument[], of: (one: SearchDocument) => readonly string[], shown: object) =>
    Object.fromEntries(Object.keys(shown).map((id) => [id, found.filter((one) => of(one).includes(id)).length]));

  test('count exactly, each with the others applied, and stand in the address', async () => {
    const { page, close } = await openSearchPage(browser, root, 'q=市民');
    await waitForAnswer(page);
    const found = findMatchingDocuments(all, '市民');
    const cityOf = ({ municipality }: SearchDocument) => (municipality === null ? [] : [municipality]);
    let shown = await counts(page, 'city');
    expect(shown).toEqual(expected(found, cityOf, shown));
    shown = await counts(page, 'theme');
    expect(shown).toEqual(expected(found, ({ themes }) => themes, shown));

    await page.getByLabel('蕨市').check();
    await page.getByLabel('計画の項目').check();
    await waitForAnswer(page);
    expect(new URL(page.url()).searchParams.toString()).toBe(
      new URLSearchParams({ q: '市民', city: 'warabi', kind: 'node' }).toString(),
    );
    const narrowed = found.filter(({ municipality, kind }) => municipality === 'warabi' && kind === 'node');
    expect((await readShownResults(page)).sort()).toEqual(urls(narrowed));
    shown = await counts(page, 'city');
    expect(shown).toEqual(
      expected(
        found.filter(({ kind }) => kind === 'node'),
        cityOf,
        shown,
      ),
    );
    shown = await counts(page, 'kind');
    const inCity = found.filter(({ municipality }) => municipality === 'warabi');
    expect(shown).toEqual(expected(inCity, ({ kind }) => [kind], shown));
    await close();
  });

  test('come from an address that was shared; one that is not known is left out', async () => {
    const { page, close } = await openSearchPage(browser, root, 'q=市民&theme=participation&city=nowhere');
    await waitForAnswer(page);
    expect(await page.locator('input[name=theme]:checked').inputValue()).toBe('participation');
    const found = findMatchingDocuments(all, '市民').filter(({ themes }) => themes.includes('participation'));
    expect((await readShownResults(page)).sort()).toEqual(urls(found));
    await close();
  });

  test('by kind, results stand in groups under the names of the kinds', async () => {
    const { page, close } = await openSearchPage(browser, root, 'q=市民&view=kind');
    const found = findMatchingDocuments(all, '市民');
    expect((await readShownResults(page)).sort()).toEqual(urls(found));
    const groups = await page.locator('#results h2').allInnerTexts();
    const kinds = new Set(found.map(({ kind }) => kind));
    expect(groups).toHaveLength(kinds.size);
    const nodes = found.filter(({ kind }) => kind === 'node');
    expect(groups[0]).toBe(`計画の項目 ${nodes.length}件`);
    await close();
  });
});

describe('the address', () => {
  test('follows typing without a trace, and the back button leads to what was sent before', async () => {
    const { page, close } = await openSearchPage(browser, root);
    await waitForAnswer(page);
    const length = () => page.evaluate(() => history.length);
    const query = () => new URL(page.url()).searchParams.get('q');
    const before = await length();
    await submitQuery(page, '市民');
    await submitQuery(page, '防災');
    expect([query(), await length()]).toEqual(['防災', before]);
    await page.locator('#q').press('Enter');
    await waitForAnswer(page);
    expect([query(), await length()]).toEqual(['防災', before + 1]);
    await submitQuery(page, '職員');
    await page.locator('#q').press('Enter');
    await waitForAnswer(page);
    await page.goBack();
    expect(await waitForAnswer(page)).toContain('「防災」');
    expect([query(), await page.locator('#q').inputValue()]).toEqual(['防災', '防災']);
    await page.goBack();
    await page.locator('#search-start').waitFor();
    expect([query(), await page.locator('#q').inputValue()]).toEqual([null, '']);
    await page.goForward();
    expect(await waitForAnswer(page)).toContain('「防災」');
    await close();
  });

  test('may ask for more than the box lets in by hand, and what is made of it can be sent', async () => {
    const { page, close } = await openSearchPage(browser, root, `q=${'市'.repeat(150)}`);
    await waitForAnswer(page);
    await page.locator('#q').press('End');
    await page.locator('#q').press('Backspace');
    const before = await page.evaluate(() => history.length);
    await page.locator('#q').press('Enter');
    expect(await waitForAnswer(page)).toContain(`「${'市'.repeat(149)}」`);
    expect(await page.evaluate(() => history.length)).toBe(before + 1);
    await close();
  });

  test('of a result opens its page, and back comes the list', async () => {
    const { page, close } = await openSearchPage(browser, root, 'q=指定管理者制度');
    await waitForAnswer(page);
    await page.locator('#results a').first().click();
    await page.waitForURL(/\/glossary\//);
    await page.goBack();
    expect(await waitForAnswer(page)).toContain('「指定管理者制度」');
    expect(await page.title()).toContain('指定管理者制度');
    await close();
  });
});

describe('with the keyboard alone', () => {
  const active = (page: Page) => page.locator('#q').getAttribute('aria-activedescendant');
  const expanded = (page: Page) => page.locator('#q').getAttribute('aria-expanded');

  test('one types a reading, takes the term that it is the reading of, and opens a result', async () => {
    const { page, faults, close } = await openSearchPage(browser, root);
    await waitForAnswer(page);
    await page.locator('#q').focus();
    await page.keyboard.type('していかん');
    await page.locator('[role=option]').first().waitFor();
    expect(await expanded(page)).toBe('true');
    await page.keyboard.press('ArrowDown');
    const id = await active(page);
    expect(await page.locator(`#${String(id)}`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowUp');
    expect(await active(page)).toBeNull();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await waitForAnswer(page)).toContain('「指定管理者制度」を含むもの');
    expect([await expanded(page), await page.locator('#q').inputValue()]).toEqual(['false', '指定管理者制度']);
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.closest('#results') !== null)) break;
    }
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => href.startsWith(url.pathname));
    expect(faults).toEqual([]);
    await close();
  });

  test('Esc closes the suggestions and leaves what was typed; Enter without a choice searches for it', async () => {
    const { page, close } = await openSearchPage(browser, root);
    await waitForAnswer(page);
    await page.locator('#q').focus();
    await page.keyboard.type('指定');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('Escape');
    expect([await expanded(page), await page.locator('#q').inputValue()]).toEqual(['false', '指定']);
    expect(await page.locator('[role=listbox]').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await waitForAnswer(page)).toContain('「指定」');
    await close();
  });

  test('what an input method has not finished is suggested from, and not searched for', async () => {
    const { page, close } = await openSearchPage(browser, root);
    await waitForAnswer(page);
    await page.locator('#q').focus();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'していかん', selectionStart: 5, selectionEnd: 5 });
    await page.locator('[role=option]', { hasText: '指定管理者制度' }).waitFor();
    expect(await page.locator('#results > li').count()).toBe(0);
    await input.send('Input.insertText', { text: '指定管理' });
    expect(await waitForAnswer(page)).toContain('「指定管理」');
    await close();
  });
});

test('what was found is told, with the number of those that contain the words', async () => {
  const { page, close } = await openSearchPage(browser, root);
  const output = page.getByRole('status').first();
  await submitQuery(page, '指定管理者');
  const exact = findMatchingDocuments(all, '指定管理者').length;
  expect(await output.innerText()).toContain(`「指定管理者」を含むもの ${exact}件。`);
  expect(await output.getAttribute('data-exact')).toBe(String(exact));
  await submitQuery(page, 'どこにもない言葉xyz');
  expect(await output.innerText()).toContain('を含むものはありません。');
  expect(await page.locator('#search-below').innerText()).toContain(`${all.length}の項目`);
  expect(await page.locator('#search-start').isVisible()).toBe(true);
  await close();
});
