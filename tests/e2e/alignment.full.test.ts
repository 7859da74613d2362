import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { getBuiltSite, type SiteName } from '../site/support/built-site.ts';
import { connectBrowser, openPage, openTab } from './support/browser-tabs.ts';

const browser = await connectBrowser();

async function openSitePage(name: SiteName, path: string, width: number): Promise<Page> {
  const page = await openTab(browser, { viewport: { width, height: 900 } });
  await openPage(page, `${getBuiltSite(name).served}${path}`);
  return page;
}
/** Returns the position or width of every box that a selector matches, in whole pixels, without duplicates. */
const measureBoxes = (page: Page, selector: string, side: 'x' | 'y' | 'width') =>
  page
    .locator(selector)
    .evaluateAll((boxes, key) => [...new Set(boxes.map((box) => Math.round(box.getBoundingClientRect()[key])))], side);

const WIDTHS = [375, 768, 1280];

describe('alignment', () => {
  test('all municipality columns have one width on every screen', async () => {
    const page = await openSitePage('root', '/compare/', 1280);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const widths = await measureBoxes(page, '.matrix thead th + th', 'width');
      expect(widths.length).toBeGreaterThan(0);
      expect(Math.max(...widths) - Math.min(...widths), `${width} px`).toBeLessThanOrEqual(1);
    }
  });

  test('the text of a copied matrix has a line for each row, with a tab before each number', async () => {
    const page = await openSitePage('root', '/compare/', 1280);
    const copied = await page.locator('table.matrix').evaluate((table) => {
      getSelection()?.selectAllChildren(table);
      return String(getSelection());
    });
    const [, ...cities] = await page.locator('.matrix thead tr:first-child th').allInnerTexts();
    expect(cities.length).toBeGreaterThan(2);
    for (const theme of await page.locator('.matrix tbody th').allInnerTexts())
      expect(copied).toMatch(new RegExp(`^${theme}(?:\\t(?:\\d+|—なし)){${cities.length}}$`, 'm'));
  });

  test('no word above the numbers is broken, and no number leaves its tint, on a phone', async () => {
    const page = await openSitePage('root', '/compare/', 375);
    const lines = await page.locator('.matrix thead small').evaluateAll((notes) =>
      notes.flatMap((note) => {
        const tops = [...note.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map((text) => {
            const range = document.createRange();
            range.selectNodeContents(text);
            return /\s/.test(text.textContent?.trim() ?? '') ? 1 : range.getClientRects().length;
          });
        return tops;
      }),
    );
    expect(lines.length).toBeGreaterThan(5);
    expect(new Set(lines)).toEqual(new Set([1]));
    const isInside = await page.locator('.matrix td a').evaluateAll((links) =>
      links.every((link) => {
        const [box, number] = [link, link.querySelector('.num')].map((one) => one?.getBoundingClientRect());
        return box && number && number.left >= box.left && number.right <= box.right && number.bottom <= box.bottom;
      }),
    );
    expect(isInside).toBe(true);
  });

  test('the list of plans begins on the first screen', async () => {
    const page = await openSitePage('root', '/plans/', 1280);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 700 });
      const card = await page.locator('.card').first().boundingBox();
      expect(card?.y, `${width} px`).toBeLessThan(350);
    }
  });

  test('the squares of a plan take less than half of a phone', async () => {
    const page = await openSitePage('root', '/plans/warabi-jiritsu/', 375);
    expect((await page.locator('.plan-overview').boundingBox())?.height).toBeLessThan(400);
  });

  test('all items of a theme are below their heading on every screen', async () => {
    const page = await openSitePage('root', '/themes/disaster/', 1280);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const positions = await page.locator('.column .groups > div:has(li)').evaluateAll((groups) =>
        groups.map((group) => ({
          heading: group.querySelector('h4')?.getBoundingClientRect().bottom ?? NaN,
          items: Math.min(...[...group.querySelectorAll('li')].map((item) => item.getBoundingClientRect().top)),
        })),
      );
      expect(positions.length).toBeGreaterThan(2);
      expect(
        positions.filter(({ heading, items }) => !(items >= heading)),
        `${width} px`,
      ).toEqual([]);
    }
  });

  test('the names of facts about a plan are beside the first lines of the facts on a phone', async () => {
    const page = await openSitePage('root', '/indicators/warabi-jiritsu/sns-followers/', 375);
    await page.locator('.plan-strip summary').click();
    const distances = await page
      .locator('.age-strip > div')
      .evaluateAll((facts) =>
        facts.map(({ children: [name, fact] }) =>
          name && fact ? name.getBoundingClientRect().top - fact.getBoundingClientRect().top : NaN,
        ),
      );
    expect(distances.length).toBeGreaterThan(3);
    expect(Math.max(...distances)).toBeLessThan(10);
  });

  test.each([
    ['/cities/', 1280, '.card p', '向けて'],
    ['/plans/hiratsuka-jitsugen/', 1280, '.contents a', 'コミュニケーションを'],
    ['/plans/hiratsuka-jitsugen/', 1280, '.overview-name', 'コミュニケーションを'],
    ['/plans/hiratsuka-jitsugen/', 1280, '.age-strip dd', '生活快適'],
    ['/data/statistic-values/', 1280, '.definitions dt', '第2.0版'],
    ['/glossary/', 375, '.definitions dt', 'えすでぃーじーずていあんせいど'],
  ])('on %s, %i px wide, no line of %s ends inside “%s”', async (path, width, selector, words) => {
    const page = await openSitePage('root', path, width);
    const lines = await page.locator(selector).evaluateAll((boxes, text) => {
      for (const fold of boxes.map((box) => box.closest('details'))) if (fold) fold.open = true;
      const range = document.createRange();
      for (const walker of boxes.map((box) => document.createTreeWalker(box, NodeFilter.SHOW_TEXT)))
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const start = node.textContent?.indexOf(text) ?? -1;
          if (start < 0) continue;
          range.setStart(node, start);
          range.setEnd(node, start + text.length);
          return range.getClientRects().length;
        }
      return 0;
    }, words);
    expect(lines).toBe(1);
  });

  test.each([
    [1280, 1, 5],
    [1024, 2, 4],
    [375, 5, 1],
  ])('five cities with actions of a theme are in as few rows as %i px have room for', async (width, rows, columns) => {
    const page = await openSitePage('root', '/themes/publicity/', width);
    expect(await page.locator('.column').count()).toBe(5);
    expect(await measureBoxes(page, '.column', 'y')).toHaveLength(rows);
    expect(await measureBoxes(page, '.column', 'x')).toHaveLength(columns);
  });

  test('a city without actions of a theme fills a row below those with some', async () => {
    const page = await openSitePage('root', '/themes/participation/', 1280);
    expect(await measureBoxes(page, '.columns:not(.no-actions) .column', 'y')).toHaveLength(1);
    expect(await page.locator('.column').last().locator('h3').textContent()).toContain('柏原市');
    expect(await measureBoxes(page, '.columns + .columns .column', 'width')).toEqual(
      await measureBoxes(page, '.columns', 'width'),
    );
  });

  test('the only city with actions of a theme fills a row too', async () => {
    const page = await openSitePage('root', '/themes/disaster/', 1280);
    expect(await page.locator('.columns:not(.no-actions) .column').count()).toBe(1);
    expect(await measureBoxes(page, '.column', 'width')).toEqual(await measureBoxes(page, '.columns', 'width'));
  });

  test('the facts of an English plan begin below their names, with space above the first', async () => {
    const page = await openSitePage('root', '/en/plans/warabi-jiritsu/', 1280);
    const facts = page.locator('.age-strip > div');
    expect(await facts.count()).toBeGreaterThan(1);
    const displays = await facts.evaluateAll((all) => all.map((fact) => getComputedStyle(fact).display));
    expect(new Set(displays)).toEqual(new Set(['block']));
    expect(await page.locator('.age-strip').evaluate((strip) => getComputedStyle(strip).marginTop)).toBe('20px');
  });

  test('paper has the state of a plan once, and no links to its contents and to the pages of its items', async () => {
    const page = await openSitePage('root', '/plans/warabi-jiritsu/', 1280);
    await page.emulateMedia({ media: 'print' });
    const readStyle = (selector: string, name: 'display' | 'position') =>
      page
        .locator(selector)
        .first()
        .evaluate((one, key) => getComputedStyle(one)[key], name);
    expect(await readStyle('.plan-strip-head', 'position')).toBe('static');
    for (const link of ['.node-link', ".plan-strip-head [href^='#']"])
      expect(await readStyle(link, 'display')).toBe('none');
  });

  test('the themes of a plan are in one row on a phone, and the facts about the plan in a few lines', async () => {
    const page = await openSitePage('root', '/plans/warabi-jiritsu/', 375);
    expect(await page.locator('.theme-chips button').count()).toBeGreaterThan(5);
    expect(await measureBoxes(page, '.theme-chips button', 'y')).toHaveLength(1);
    for (const path of ['/plans/warabi-jiritsu/', '/plans/warabi-jiritsu/33_1/', '/plans/kashiwa-suishin/']) {
      await openPage(page, `${getBuiltSite('root').served}${path}`);
      expect((await page.locator('.plan-strip').boundingBox())?.height, path).toBeLessThan(180);
    }
  });

  test('a term is on one line with the bracket before it and the mark after it', async () => {
    const page = await openSitePage('root', '/themes/participation/', 345);
    for (const width of [345, 375, 412]) {
      await page.setViewportSize({ width, height: 900 });
      const lines = await page
        .locator('.marked-term')
        .evaluateAll((terms) => terms.map((term) => ({ term: term.textContent, count: term.getClientRects().length })));
      expect(lines.length).toBeGreaterThan(5);
      expect(
        lines.filter(({ count }) => count > 1),
        `${width} px`,
      ).toEqual([]);
    }
  });

  test('the numbers of all cards in a row have one height', async () => {
    const page = await openSitePage('root', '/', 1280);
    expect(await measureBoxes(page, '.card .figure-line', 'y')).toHaveLength(1);
  });

  test('a card shows the name of the city bolder than the title of its plan', async () => {
    const page = await openSitePage('root', '/', 1280);
    const getWeight = (text: string) =>
      page
        .locator('.card')
        .getByText(text, { exact: true })
        .evaluate((name) => Number(getComputedStyle(name).fontWeight));
    expect(await getWeight('金沢市')).toBeGreaterThan(await getWeight('行政経営プラン'));
  });

  test('all progress charts begin at one position on every screen', async () => {
    const page = await openSitePage('mihon', '/plans/plans/mihon-sogo/', 1280);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect(await measureBoxes(page, '.indicator-row .progress-chart', 'x'), `${width} px`).toHaveLength(1);
    }
  });

  test.each(['1', '1_1'])('the text of %s and its sidebar begin at one height', async (code) => {
    const page = await openSitePage('root', `/plans/kashiwa-suishin/${code}/`, 1280);
    const [text] = await measureBoxes(
      page,
      '.with-rail > :first-child .section > :not(.hidden-text):first-of-type',
      'y',
    );
    expect([text]).toEqual(await measureBoxes(page, '.rail', 'y'));
  });
});

test.each([920, 1280])(
  'on a screen of %i px a text has its final width before its sidebar is loaded',
  async (width) => {
    const page = await openSitePage('root', '/plans/warabi-jiritsu/33_1/', width);
    const widths = await measureBoxes(page, '.with-rail > :first-child', 'width');
    expect(widths).toHaveLength(1);
    await page.locator('.rail').evaluate((rail) => {
      rail.remove();
    });
    expect(await measureBoxes(page, '.with-rail > :first-child', 'width')).toEqual(widths);
  },
);

test('on a phone the links to all files of all tables are visible without scrolling sideways', async () => {
  const page = await openSitePage('root', '/data/', 375);
  const rightEdges = await page
    .locator('.formats a')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().right));
  expect(rightEdges.length).toBeGreaterThan(40);
  expect(Math.max(...rightEdges)).toBeLessThanOrEqual(375);
});

test('a topic that opens moves no other topic to the side', async () => {
  const page = await openSitePage('root', '/cities/warabi/', 1280);
  const topics = page.locator('.topics > details');
  const readLefts = () => topics.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  const lefts = await readLefts();
  expect(new Set(lefts).size).toBeGreaterThan(1);
  for (const topic of await topics.all()) {
    await topic.locator('summary').click();
    expect(await readLefts()).toEqual(lefts);
  }
});

test('an ID is on one line, and its own if it does not fit', async () => {
  const page = await openSitePage('root', '/plans/kashiwara-unei-r2/5_2_1/', 1280);
  const heights = await page
    .locator('.node-meta > div', { hasText: 'ID' })
    .evaluateAll((ids) => ids.map((id) => id.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThan(2);
  expect(Math.max(...heights)).toBeLessThan(32);
});

test('the citation of the English home page is apart from what is above and below it', async () => {
  const page = await openSitePage('root', '/en/', 1280);
  const note = await page.getByText('To cite this page').boundingBox();
  const footer = await page.locator('footer').boundingBox();
  expect((footer?.y ?? 0) - (note?.y ?? 0) - (note?.height ?? 0)).toBeGreaterThan(24);
});
