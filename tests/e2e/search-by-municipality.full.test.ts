import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SITE_NAMES, getBuiltSite } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { connectBrowser } from './support/browser-tabs.ts';
import { submitQuery, waitForAnswer, openSearchPage } from './support/search-actions.ts';

const browser = await connectBrowser();

test('a query without results that names no municipality offers the official sites of all', async () => {
  const { page, faults } = await openSearchPage(browser, getBuiltSite('root'), 'q=燃えるごみ 何曜日');
  await waitForAnswer(page);
  expect(await page.locator('#results > li').count()).toBe(0);
  const sites = page.locator('#search-below').getByRole('link', { name: '公式サイト' });
  const hrefs = await sites.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).host));
  expect(hrefs).toHaveLength(5);
  expect(hrefs).toContain('www.city.kashiwa.lg.jp');
  expect(faults).toEqual([]);
});

test('a query with hardly any exact results says that the site has only parts of the plans', async () => {
  for (const query of ['空き家', '保育園', '教育', '道路']) {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), `q=${query}`);
    await waitForAnswer(page);
    expect(await page.locator('#search-below').innerText()).toContain('5つの計画の一部分だけをのせています');
  }
  const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=市民');
  await waitForAnswer(page);
  expect(await page.locator('#search-below').innerText()).not.toContain('一部分');
  const whole = await openSearchPage(browser, getBuiltSite('mihon'), 'q=空き家');
  await waitForAnswer(whole.page);
  expect(await whole.page.locator('#search-below').innerText()).not.toContain('一部分');
});

test('a question for guidance offers its words that documents contain', async () => {
  const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=避難所はどこ');
  await waitForAnswer(page);
  expect(await page.locator('#results > li').count()).toBe(0);
  expect(await page.locator('#search-below').innerText()).toContain('場所や手続きなど、計画にないことは');
  const offer = page.locator('#search-below').getByRole('link', { name: '「避難所」を含むものを見る' });
  const [, number] = /（(\d+)件）/.exec(await offer.innerText()) ?? [];
  await offer.click();
  await page.waitForURL((url) => url.searchParams.get('q') === '避難所');
  await waitForAnswer(page);
  expect(await page.locator('#results > li[data-tier=exact]').count()).toBe(Number(number));
});

test.each([
  ['バスの本数', '「バス」を含むものを見る', 'exact'],
  ['平塚市の子育て', 'すべての市区町村で「子育て」を含むものを見る', 'exact'],
  ['保育園に入れるか', '「保育園」に近いものを見る', 'related'],
  ['ごみの分け方がわからない', '「ごみ」を含むものを見る', 'exact'],
  ['保育園 待機児童', '「保育園」に近いものを見る', 'related'],
])('%s offers only words with results that are not by chance: %s', async (query, offer, tier) => {
  const { page } = await openSearchPage(browser, getBuiltSite('root'), `q=${query}`);
  await waitForAnswer(page);
  expect(await page.locator('#results > li').count()).toBe(0);
  const links = page.locator('#search-below').getByRole('link', { name: /「.*」.*を見る/ });
  const [text = '', ...others] = await links.allInnerTexts();
  expect([text.replace(/（\d+件）$/, ''), others]).toEqual([offer, []]);
  await links.click();
  const lines = page.locator(`#results > li[data-tier=${tier}]`);
  await expect.poll(() => lines.count()).toBe(Number(/（(\d+)件）/.exec(text)?.[1]));
});

test('offered searches keep the city of the query, or say that they leave it out', async () => {
  const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=平塚市 広報 バスの本数');
  await waitForAnswer(page);
  const links = page.locator('#search-below').getByRole('link', { name: /「.*」.*を見る/ });
  const texts = await links.allInnerTexts();
  expect(texts.map((text) => text.replace(/（\d+件）$/, ''))).toEqual([
    '平塚市で「広報」を含むものを見る',
    'すべての市区町村で「バス」を含むものを見る',
  ]);
  await links.first().click();
  await page.waitForURL((url) => url.searchParams.get('city') === 'hiratsuka');
  const count = Number(/（(\d+)件）/.exec(texts[0] ?? '')?.[1]);
  await expect.poll(() => page.locator('#results > li[data-tier=exact]').count()).toBe(count);
});

test('results show the searched topic rather than the city, which is above them', async () => {
  const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=柏原市 避難所');
  await waitForAnswer(page);
  const lines = await page.locator('#results > li[data-tier=exact]').all();
  expect(lines).toHaveLength(6);
  const marking = await Promise.all(
    lines.map(async (line) => {
      expect(await line.locator('p').last().innerText()).toContain('避難所');
      expect(await line.locator('.where b').innerText()).toBe('柏原市');
      const href = decodeURIComponent((await line.locator('h3 a').getAttribute('href')) ?? '');
      // A link to a part of a page marks nothing.
      return /#\d/.test(href) ? [] : [/:~:text=.*避難所/.test(href)];
    }),
  );
  expect(marking.flat().length).toBeGreaterThan(1);
  expect(marking.flat()).not.toContain(false);
});

test('results by a near word come before guides that only mention the word, and name it as it is written', async () => {
  const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=LINE');
  await waitForAnswer(page);
  const lines = page.locator('#results > li');
  expect(await lines.first().innerText()).toMatch(/市公式SNSの登録者数\s[^]*「市公式SNS」で見つかりました/);
  expect(await lines.last().getAttribute('data-tier')).toBe('exact');
});

describe('a query that names a municipality', () => {
  test('shows figures before guides that contain its words', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=蕨市 人口 表');
    await waitForAnswer(page);
    const lines = page.locator('#results > li');
    expect(await lines.first().locator('h3').innerText()).toBe('国勢調査人口');
    expect(await lines.last().innerText()).toMatch(/^このサイトの案内とデータ\s+開発者の方へ/);
  });

  test.each([
    ['金沢市 MaaS', '金沢MaaSの推進', 3],
    ['平塚市 パブリックコメント', 'パブリックコメントの推進', 2],
    ['平塚　パブリックコメント', 'パブリックコメントの推進', 2],
    ['ひらつか パブリックコメント', 'パブリックコメントの推進', 2],
    ['ヒラツカ パブリックコメント', 'パブリックコメントの推進', 2],
    ['ひらつか市 パブリックコメント', 'パブリックコメントの推進', 2],
    ['神奈川県平塚市 パブリックコメント', 'パブリックコメントの推進', 2],
    ['石川県 金沢市 MaaS', '金沢MaaSの推進', 3],
    ['柏市 平塚市 パブリックコメント', 'パブリックコメントの推進', 2],
  ])('finds what the municipality has, although it does not repeat the name: %s', async (query, title, count) => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), `q=${query}`);
    expect(await waitForAnswer(page)).toContain(`「${query}」を含むものは${count}件です。`);
    expect(await page.locator('#results h3').first().innerText()).toBe(title);
    const city = (await page.locator('#results .where b').first().innerText()) || '';
    const option = page.locator('select[name=city] option', { hasText: city });
    expect(await option.getAttribute('label')).toBe(`${city}（${count}）`);
  });

  test('offers a search for its other words as they were typed', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'));
    for (const [query, typed] of [
      ['金沢市 ＭaaS', 'ＭaaS'],
      ['金沢市のMaaS ＳＮＳ', 'MaaS ＳＮＳ'],
      ['柏市役所 Wi-Fi', '市役所 Wi-Fi'],
    ] as const) {
      await submitQuery(page, query);
      const offers = await page.locator('#search-offer a').allInnerTexts();
      expect([offers[0], offers.at(-1)]).toEqual([
        expect.stringContaining(`にしぼって「${typed}」をさがす`),
        `すべての市区町村で「${typed}」をさがす`,
      ]);
    }
  });

  test('shows its latest value beside a statistic', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=蕨市 人口');
    await waitForAnswer(page);
    const first = await page.locator('#results > li').first().innerText();
    expect(first).toMatch(/^国勢調査人口\s[^]*蕨市 [\d,]+人（\d{4}年/);
  });

  test('shows its value first if の joins its name with the other words', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=柏市の人口');
    await waitForAnswer(page);
    const first = page.locator('#results > li', { hasText: '国勢調査人口' }).first();
    expect(await first.locator('p').last().innerText()).toMatch(/^…柏市 [\d,]+人（\d{4}年/);
  });

  test('offers a search for its other words there or everywhere, and the page of the municipality', async () => {
    const { page, faults } = await openSearchPage(browser, getBuiltSite('root'), 'q=平塚市 税金');
    await waitForAnswer(page);
    const offer = page.locator('#search-offer');
    expect(await offer.locator('a').allInnerTexts()).toEqual([
      '平塚市にしぼって「税金」をさがす',
      '平塚市のページ',
      'すべての市区町村で「税金」をさがす',
    ]);
    expect(await page.locator('#results .note').first().innerText()).toContain(
      '平塚市のものと、市区町村ごとの値がある統計だけ',
    );
    await offer.getByText('しぼって').click();
    await page.waitForURL((url) => url.searchParams.get('city') === 'hiratsuka');
    expect(new URL(page.url()).searchParams.get('q')).toBe('税金');
    await waitForAnswer(page);
    expect(await offer.locator('a').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('says so if the municipality has no results', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=柏市 防災');
    await waitForAnswer(page);
    expect(await page.locator('#results > li').count()).toBe(0);
    const below = page.locator('#search-below');
    expect(await below.innerText()).toContain('柏市にはありませんでした');
    expect(await below.innerText()).toContain('今の条件では、柏市の計画の、のせた部分に見つかりません。のせた範囲：');
    const listUrls = (position: number) =>
      below
        .locator('ul.buttons')
        .nth(position)
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(await page.locator('#search-offer a').allInnerTexts()).toEqual(['柏市のページ']);
    // The word of the query that other plans contain comes before the page and the site of the municipality.
    expect(await listUrls(0)).toEqual([`/search/?q=${encodeURIComponent('防災')}`]);
    expect(await listUrls(1)).toEqual(['/explore/?city=kashiwa', 'https://www.city.kashiwa.lg.jp/']);
  });

  test.each([
    ['平塚市 洪水', 'hiratsuka', 'https://www.city.hiratsuka.kanagawa.jp/'],
    ['柏市 高齢者', 'kashiwa', 'https://www.city.kashiwa.lg.jp/'],
  ])('says which part of its plans was searched if %s finds only near words', async (query, city, website) => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), `q=${query}`);
    await waitForAnswer(page);
    expect(await page.locator('#results > li').count()).toBeGreaterThan(0);
    const below = page.locator('#search-below');
    expect(await below.innerText()).toMatch(/さがしたのは、..?市の計画の、のせた部分だけです。のせた範囲：/);
    for (const url of [`/explore/?city=${city}`, website])
      expect(await below.locator(`ul.buttons a[href="${url}"]`).count()).toBe(1);
  });

  test('offers all its other words, if they have results elsewhere, before single ones', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=柏市 防災 訓練');
    await waitForAnswer(page);
    const [first = ''] = await page.locator('#search-below a').allInnerTexts();
    expect(first).toMatch(/^すべての市区町村で「防災 訓練」を含むものを見る（\d+件）$/);
  });

  test('does not say that the municipality has nothing if a filter hides it', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=平塚市 パブリックコメント&kind=term');
    await waitForAnswer(page);
    expect(await page.locator('#results > li').count()).toBe(0);
    const text = await page.locator('#search-below').innerText();
    expect(text).toContain('今の条件では、平塚市の計画の、のせた部分に見つかりません。');
    expect(text).not.toContain('ありませんでした');
    expect(await page.locator('#search-widen').innerText()).toBe('しぼりこみをはずす（2件）');
  });

  test('finds statistics, and links to those that a filter hides', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=蕨市の人口');
    await waitForAnswer(page);
    const first = page.locator('#results h3 a').first();
    expect(await first.getAttribute('href')).toMatch(/^\/statistics\/census-population\//);
    expect(await page.locator('#search-below').innerText()).not.toContain('ありません');
    await page.getByRole('link', { name: '蕨市にしぼって' }).click();
    await page.waitForURL((url) => url.searchParams.get('city') === 'warabi');
    await waitForAnswer(page);
    await page.getByRole('link', { name: '統計の結果を見る' }).click();
    await page.waitForURL((url) => url.searchParams.get('kind') === 'statistic');
    await waitForAnswer(page);
    expect(await first.getAttribute('href')).toMatch(/^\/statistics\/census-population\//);
  });

  test('puts the page of the municipality first', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'));
    for (const query of ['蕨市', 'わらびし', 'Warabi']) {
      expect(await submitQuery(page, query)).toContain(`「${query}」`);
      expect(await page.locator('#results h3 a').first().innerText()).toBe('蕨市');
    }
  });

  // Only below a base can a link lack the base.
  const sites = isFull ? SITE_NAMES : (['mihon'] as const);

  test.each(sites)('links to the page of the municipality on the site “%s”', async (name) => {
    const site = getBuiltSite(name);
    const city = name === 'mihon' ? '見本市' : 'かしわし';
    const { page } = await openSearchPage(browser, site, `q=${city}`);
    await waitForAnswer(page);
    const link = page.locator('#search-offer a');
    expect(await link.count()).toBe(1);
    const href = (await link.getAttribute('href')) ?? '';
    expect((await page.request.get(site.served + href)).status()).toBe(200);
  });
});

test('results with the same title name their page of the plan', async () => {
  const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=防災対策事業');
  await waitForAnswer(page);
  const locations = await page.locator('#results li', { hasText: '防災対策事業' }).locator('.where').allInnerTexts();
  expect(locations.length).toBeGreaterThan(1);
  expect(new Set(locations).size).toBe(locations.length);
  expect(locations.join()).toContain('重点課題');
});

test('results name their city in bold, and the state of a plan that may not be in force on one line', async () => {
  const { page } = await openSearchPage(browser, getBuiltSite('root'), 'q=市民');
  await waitForAnswer(page);
  await page.setViewportSize({ width: 320, height: 700 });
  const lines = await page.locator('#results .where:has(b)').evaluateAll((all) =>
    all.flatMap((line) =>
      [...line.childNodes].flatMap((text) => {
        const [state] = /（(?:終了|状態未確認)）/.exec(text.textContent ?? '') ?? [];
        if (state === undefined) return [];
        const range = document.createRange();
        range.setStart(text, text.textContent?.indexOf(state) ?? 0);
        range.setEnd(text, (text.textContent?.indexOf(state) ?? 0) + state.length);
        return [{ state, city: line.querySelector('b')?.textContent, count: range.getClientRects().length }];
      }),
    ),
  );
  expect(new Set(lines.map(({ state }) => state))).toContain('（状態未確認）');
  for (const { city, count } of lines) expect([city?.at(-1), count]).toEqual(['市', 1]);
});

describe('a remembered municipality', () => {
  const readCities = (page: Page) =>
    page
      .locator('#results > li[data-tier="exact"] .where')
      .evaluateAll((lines) => lines.map((line) => /[^・]+市/.exec(line.textContent)?.[0] ?? ''));

  test('comes first, is named on the page, and one press forgets it', async () => {
    const { page, faults } = await openSearchPage(browser, getBuiltSite('root'), 'q=市民');
    await waitForAnswer(page);
    const line = page.locator('#search-home');
    expect(await line.isVisible()).toBe(false);
    await page.locator('select[name=city]').selectOption('kashiwa');
    await waitForAnswer(page);
    await line.getByRole('button', { name: '柏市の結果をいつも先に出す' }).click();
    await page.locator('select[name=city]').selectOption('');
    await waitForAnswer(page);
    expect((await readCities(page)).slice(0, 3)).toEqual(['柏市', '柏市', '柏市']);
    expect(await line.innerText()).toContain('柏市の結果を先に出す設定です（この端末だけに残ります）。');
    await page.reload();
    await waitForAnswer(page);
    expect((await readCities(page))[0]).toBe('柏市');
    await submitQuery(page, '避難所');
    expect(await line.innerText()).toContain('今の条件では、柏市の計画の、のせた部分に見つかりません。');
    await submitQuery(page, '市民');
    // The open list of suggestions would cover the button.
    await page.locator('#q').press('Enter');
    await waitForAnswer(page);
    await line.getByRole('button', { name: 'やめる' }).click();
    await waitForAnswer(page);
    expect(await line.isVisible()).toBe(false);
    expect((await readCities(page))[0]).not.toBe('柏市');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(faults).toEqual([]);
  });

  test.each(['__proto__', 'constructor', 'nowhere'])('that the site does not have is not named: %s', async (id) => {
    const { page, faults } = await openSearchPage(browser, getBuiltSite('root'), 'q=市民');
    await page.evaluate((stored) => {
      localStorage.setItem('search-city', stored);
    }, id);
    const notes = page.waitForResponse(/city-notes/);
    await page.reload();
    const url = (await notes).url();
    await waitForAnswer(page);
    // The page has the same module: after this, it has written its notes.
    await page.evaluate(async (script) => {
      await import(script);
    }, url);
    expect(await page.locator('#search-home').isVisible()).toBe(false);
    expect(await page.locator('#search-home').textContent()).toBe('');
    expect(faults).toEqual([]);
  });

  test('is chosen on the page of the municipality', async () => {
    const { page } = await openSearchPage(browser, getBuiltSite('root'));
    await page.goto(`${getBuiltSite('root').served}/cities/warabi/`);
    await page.getByRole('link', { name: '検索で蕨市の結果を先に出す' }).click();
    await page.locator('#search-home', { hasText: '蕨市の結果を先に出す設定です' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });
});
