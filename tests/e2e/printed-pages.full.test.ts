import { expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { connectBrowser, openPage, WIDE_SCREEN, withTab } from './support/browser-tabs.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');
const mihon = getBuiltSite('mihon');

test('paper has light colours on a device with dark ones too', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/plans/warabi-jiritsu/`);
    const readColours = async (media: 'screen' | 'print', colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ media, colorScheme });
      const style = (names: readonly string[]) =>
        names.map((name) => getComputedStyle(document.documentElement).getPropertyValue(name));
      return page.evaluate(style, ['--brand-soft', '--city-1', '--line-2']);
    };
    expect(await readColours('screen', 'dark')).not.toEqual(await readColours('screen', 'light'));
    expect(await readColours('print', 'dark')).toEqual(await readColours('print', 'light'));
  });
});

const PRINTED = ['/plans/warabi-jiritsu/33_3/', '/indicators/warabi-jiritsu/agreements/'];

test.each(isFull ? PRINTED : PRINTED.slice(0, 1))(
  '%s is printed on the paper of the reader without buttons and navigation, with its source, licence and URL',
  async (path) => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openPage(page, root.served + path);
      const paper = { format: 'A3', landscape: true, preferCSSPageSize: true } as const;
      const pdf = (await page.pdf(paper)).toString('latin1');
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 843]);
      await page.emulateMedia({ media: 'print' });
      const controls = page.locator('nav, .buttons, .anchor, .skip');
      expect(await controls.count()).toBeGreaterThan(3);
      expect(await controls.filter({ visible: true }).count()).toBe(0);
      expect(await page.locator('.source-note').innerText()).toContain('出典');
      expect(await page.locator('.print-url').innerText()).toBe(root.origin + path);
      const licence = page.locator('.site-footer a[rel=license]');
      expect(await licence.evaluate((link) => getComputedStyle(link).color)).toBe('rgb(0, 0, 0)');
    });
  },
);

test.each([
  ['root', '/en/plans/warabi-jiritsu/', 'an item with others below it', 11],
  ['root', '/statistics/resident-population/', 'a long list of sources', 4],
  ['root', '/plans/warabi-jiritsu/', 'a measure of a plan', 15],
  ['mihon', '/plans/indicators/mihon-sogo/wait-time/', 'the foot of the page', 3],
  ['root', '/cities/kashiwa/', 'what the site has of a plan', 6],
  ['root', '/statistics/', 'a chart with a wide table', 12],
  ['root', '/statistics/future-burden-ratio/', 'the foot below long URLs', 3],
] as const)('printed %s%s leaves no half of a sheet empty before %s', async (site, path, _part, most) => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, getBuiltSite(site).served + path);
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(most);
  });
});

test('printed statuses of indicators are words and no buttons, except one that was chosen', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${mihon.served}${mihon.base}indicators/`);
    const buttons = page.locator('.status-filter .name button');
    const countBordered = () =>
      buttons.evaluateAll((all) => all.filter((one) => getComputedStyle(one).borderTopWidth !== '0px').length);
    const count = await buttons.count();
    expect(count).toBeGreaterThan(2);
    expect(await countBordered()).toBe(count);
    await page.emulateMedia({ media: 'print' });
    expect(await countBordered()).toBe(0);
    expect(await page.locator('.status-filter li').filter({ hasText: '順調' }).innerText()).toMatch(/順調\s*\d+/);
    await page.emulateMedia({ media: 'screen' });
    await buttons.first().click();
    await page.emulateMedia({ media: 'print' });
    expect(await countBordered()).toBe(1);
  });
});

test('a printed comparison has no names of menus that are not there', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/compare/`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').filter({ visible: true }).count()).toBe(0);
  });
});

test.each([
  ['mihon', '/plans/changes/', 2],
  ['root', '/data/indicators/', 0],
  ['root', '/about/messages/', 0],
] as const)(
  'on paper %s%s shows what %i lists contain, and no list that nobody can unfold',
  async (site, path, shown) => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openPage(page, getBuiltSite(site).served + path);
      await page.emulateMedia({ media: 'print' });
      const contents = page.locator('main details > summary + *');
      expect(await contents.count()).toBeGreaterThan(0);
      expect(await contents.filter({ visible: true }).count()).toBe(shown);
      const lists = page.locator('main details');
      expect(await lists.filter({ visible: true }).count()).toBe(shown);
    });
  },
);

test('a printed table of data has all of a long text', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/data/nodes/`);
    const texts = page.locator('.data-table .scroll td');
    expect(await texts.count()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    const cut = await texts.evaluateAll(
      (all) => all.filter((text) => text.scrollHeight > text.clientHeight + 1).length,
    );
    expect(cut).toBe(0);
  });
});

test('the headings of a printed table of data are neither sticky cells nor boxes, which sheets do not repeat', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/data/glossary/`);
    await page.emulateMedia({ media: 'print' });
    const headings = page.locator('.data-table.ready thead th');
    expect(await headings.count()).toBeGreaterThan(0);
    const styles = await headings.evaluateAll((all) =>
      all.map((heading) => {
        const button = heading.querySelector('button');
        return `${getComputedStyle(heading).position} ${button && getComputedStyle(button).display}`;
      }),
    );
    expect([...new Set(styles)]).toEqual(['static contents']);
  });
});

test.each([
  ['/plans/warabi-jiritsu/', '.tags'],
  ['/plans/kashiwara-unei-r2/', '.node-meta'],
])('a sheet of %s ends neither inside an item nor between “%s” and the first item of a list', async (path, above) => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, root.served + path);
    await page.emulateMedia({ media: 'print' });
    const breaks = await page.evaluate((last) => {
      const style = (selector: string) =>
        [...document.querySelectorAll(selector)].map((part) => getComputedStyle(part));
      return [
        style('.node').map(({ breakInside }) => breakInside),
        style(`.node-group > ${last}`).map(({ breakAfter }) => breakAfter),
      ].map((values) => [...new Set(values)]);
    }, above);
    expect(breaks).toEqual([['avoid'], ['avoid']]);
  });
});

test.each(['/plans/hiratsuka-jitsugen/', '/themes/finance/', '/indicators/warabi-jiritsu/agreements/'])(
  'no sheet of %s ends inside a heading or after the name of a plan',
  async (path) => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openPage(page, root.served + path);
      await page.emulateMedia({ media: 'print' });
      const breaks = await page.locator('main :is(h2, h3, h4, h5, h6), .groups p:has(+ h4)').evaluateAll((parts) =>
        parts.map((part) => {
          const { breakInside, breakAfter } = getComputedStyle(part);
          return `${breakInside} ${breakAfter}`;
        }),
      );
      expect([...new Set(breaks)]).toEqual(['avoid avoid']);
    });
  },
);

test('no sheet ends between the meaning of a statistic and its source', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/en/statistics/`);
    await page.emulateMedia({ media: 'print' });
    const entries = page.locator('.definitions > div').filter({ hasText: 'Source:' });
    const breaks = await entries.evaluateAll((all) => all.map((entry) => getComputedStyle(entry).breakInside));
    expect([...new Set(breaks)]).toEqual(['avoid']);
  });
});

test('an open explanation of a term neither greys nor covers what is printed', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/plans/kashiwa-suishin/`);
    await page.locator('button.term:visible').first().click();
    const dialog = page.locator('dialog[open]');
    const readBackdrop = () => dialog.evaluate((open) => getComputedStyle(open, '::backdrop').display);
    expect(await readBackdrop()).toBe('block');
    await page.emulateMedia({ media: 'print' });
    expect(await readBackdrop()).toBe('none');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await dialog.count()).toBe(0);
  });
});

test('printed explanations of terms have a heading', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/themes/finance/`);
    await page.emulateMedia({ media: 'print' });
    const headings = await page
      .locator('.term-note')
      .evaluateAll((notes) => notes.map((note) => getComputedStyle(note, '::before').content));
    expect(headings.length).toBeGreaterThan(2);
    expect(headings.filter((text) => text !== 'none')).toEqual(['"言葉の説明"']);
    expect(headings[0]).not.toBe('none');
    // They are not between the items of a theme and what the page says of them.
    const below = await page.locator('main').evaluate((main) => {
      const [note] = main.querySelectorAll('.term-note');
      return [...main.querySelectorAll('h2')].filter((heading) => (note?.compareDocumentPosition(heading) ?? 0) & 4)
        .length;
    });
    expect(below).toBe(0);
  });
});

test.each([
  ['/explore/?city=kashiwa&theme=finance', '/explore/?city=kashiwa&theme=finance'],
  ['/search/?q=%E8%B2%A1%E6%94%BF', '/search/?q=財政'],
  ['/search/?q=100%', '/search/?q=100%'],
  ['/plans/', '/plans/'],
])('%s is printed with the URL that leads back to it', async (path, printed) => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, root.served + path);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.print-url').innerText()).toBe(root.origin + printed);
  });
});

test.each([
  ['/plans/hiratsuka-jitsugen/', '.plan-strip', 'https://www.city.hiratsuka.kanagawa.jp/keikaku/page-c_02344.html'],
  ['/plans/hiratsuka-jitsugen/', '.prose', 'https://www.city.hiratsuka.kanagawa.jp/press/page02_e00001_02455.html'],
  ['/plans/warabi-jiritsu/', '.plan-strip', 'https://www.city.warabi.saitama.jp'],
])('on paper %s has the URLs of other sites in %s', async (path, part, url) => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, root.served + path);
    await page.emulateMedia({ media: 'print' });
    const links = page.locator(`${part} a[href^="${url}"]`);
    const ends = await links.evaluateAll((all) => all.map((link) => getComputedStyle(link, '::after').content));
    expect(ends.length).toBeGreaterThan(0);
    for (const end of ends) expect(end).toContain(url);
  });
});

test('no line of the foot of a printed page ends inside a word or between a name and its value', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/plans/warabi-jiritsu/`);
    await page.emulateMedia({ media: 'print' });
    const countLines = (words: readonly RegExp[]) => {
      const foot = document.querySelector('.site-footer .num') ?? document.body;
      const texts = document.createNodeIterator(foot, NodeFilter.SHOW_TEXT);
      const counts: number[] = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode())
        for (const word of words) {
          const found = word.exec(node.textContent ?? '');
          if (!found) continue;
          const range = document.createRange();
          range.setStart(node, found.index);
          range.setEnd(node, found.index + found[0].length);
          counts.push(new Set([...range.getClientRects()].map(({ top }) => top)).size);
        }
      return counts;
    };
    for (let width = 320; width <= 700; width += 20) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(countLines, [/データの版.[\da-f]+/, /仮のものです。/]), `${width} px`).toEqual([1, 1]);
    }
  });
});

test('a printed note about a file ends with the URL of the file', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, `${root.served}/themes/finance/`);
    await page.emulateMedia({ media: 'print' });
    const ends = await page
      .locator('.note', { hasText: 'ファイルで保存できます' })
      .evaluateAll((notes) => notes.map((note) => getComputedStyle(note, '::after').content));
    expect(ends).toEqual([expect.stringContaining(`${root.origin}/data/themes/finance.xlsx`)]);
  });
});

test.each(['/cities/warabi/', '/plans/warabi-jiritsu/', '/zones/kashiwa/', '/compare/', '/data/'])(
  'paper has none of the sentences of %s about choosing something on the screen',
  async (path) => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await openPage(page, root.served + path);
      const readHints = async () =>
        (await page.locator('main').innerText()).match(/[^。\n]*(?:選ぶと|押すと|先に出す)/g);
      expect(await readHints()).not.toBeNull();
      await page.emulateMedia({ media: 'print' });
      expect(await readHints()).toBeNull();
    });
  },
);
