import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { findAxeViolations } from './support/axe-violations.ts';
import { connectBrowser, NARROW_SCREEN, openPage, WIDE_SCREEN, withTab } from './support/browser-tabs.ts';

const site = getBuiltSite('root');
const getUrl = (path: string) => `${site.served}${site.base}${path}`;
const browser = await connectBrowser();

const locateSwitch = (page: Page) => page.getByRole('button', { name: 'ふりがな' });
const locateRuby = (page: Page) => page.locator('rt');
/** Waits until a page shows readings, or none. */
const waitForRuby = (page: Page, state: 'attached' | 'detached') => locateRuby(page).first().waitFor({ state });

test('the switch shows readings on this page and the next, until it is pressed again', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await openPage(page, getUrl('plans/warabi-jiritsu/33_1/'));
    const html = await page.locator('main').innerHTML();
    expect(requests.filter((url) => url.endsWith('readings.json'))).toEqual([]);

    await locateSwitch(page).focus();
    await page.keyboard.press('Space');
    await waitForRuby(page, 'attached');
    expect(await locateSwitch(page).getAttribute('aria-pressed')).toBe('true');
    const title = page.locator('h1');
    expect(await title.locator('rt').allTextContents()).toEqual(['しみんさんかくいしき', 'こうよう']);
    expect(await findAxeViolations(page)).toEqual([]);

    await openPage(page, getUrl('plans/warabi-jiritsu/'));
    await waitForRuby(page, 'attached');
    expect(await locateSwitch(page).getAttribute('aria-pressed')).toBe('true');
    await openPage(page, getUrl('plans/warabi-jiritsu/33_1/'));
    await waitForRuby(page, 'attached');
    await page.keyboard.press('Tab');
    await locateSwitch(page).press('Enter');
    await waitForRuby(page, 'detached');
    expect(await page.locator('main').innerHTML()).toBe(html);
    await openPage(page, getUrl('plans/warabi-jiritsu/'));
    expect(await locateSwitch(page).getAttribute('aria-pressed')).toBe('false');
    expect(await locateRuby(page).count()).toBe(0);
    expect(requests.filter((url) => url.includes('ruby=') || url.includes('?'))).toEqual([]);
  });
});

test('readings fit on every kind of page, on a wide and on a narrow screen', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await page.addInitScript(() => {
      localStorage.setItem('ruby', 'on');
    });
    for (const path of ['', 'plans/kanazawa-keiei/', 'plans/kanazawa-keiei/3_1/', 'cities/kashiwa/', 'glossary/']) {
      await openPage(page, getUrl(path));
      await waitForRuby(page, 'attached');
      for (const { viewport } of [NARROW_SCREEN, WIDE_SCREEN]) {
        await page.setViewportSize(viewport);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(beyond, `${path} ${viewport.width} px`).toBeLessThanOrEqual(0);
      }
      // Neither charts nor controls and the name of the site have readings.
      expect(await page.locator(':is(svg, table, form, .site-mark) rt').count()).toBe(0);
    }
  });
});

test('the readings of a line of the breadcrumb are below the underlines of the line above', async () => {
  await withTab(browser, { viewport: { width: 375, height: 640 } }, async (page) => {
    await openPage(page, getUrl('plans/warabi-jiritsu/35_3/'));
    await locateSwitch(page).click();
    await waitForRuby(page, 'attached');
    const list = (selector: string) =>
      page.locator(`.breadcrumb ${selector}`).evaluateAll((all) =>
        all.map((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return { top, bottom };
        }),
      );
    const [first, ...others] = await list('li:not(:last-child)');
    const lowest = Math.max(...(await list('rt')).map(({ top }) => top));
    expect(others.at(-1)?.top).toBeGreaterThan(first?.bottom ?? NaN);
    // The box of a text reaches below its underline.
    expect(lowest).toBeGreaterThan((first?.bottom ?? NaN) - 2);
  });
});

test('what has no readings is what the guide about accessibility says', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await page.addInitScript(() => {
      localStorage.setItem('ruby', 'on');
    });
    await openPage(page, getUrl('about/accessibility/'));
    const guide = await page.locator('main li').allTextContents();
    const sentence = guide.find((item) => item.startsWith('ふりがなは、')) ?? '';
    for (const [path, name, parts] of [
      ['compare/', '表', 'table'],
      ['plans/warabi-jiritsu/', '図', 'svg:has(text)'],
      ['zones/kashiwa/', '地図', 'svg:has(a)'],
      ['explore/', 'ボタン', 'button:not(.term)'],
      ['explore/', '選択肢', 'fieldset'],
      ['explore/', '件数の知らせ', 'output'],
    ] as const) {
      expect(sentence).toContain(name);
      await openPage(page, getUrl(path));
      await waitForRuby(page, 'attached');
      expect(await page.locator(`main ${parts}`).count(), `${path} ${parts}`).toBeGreaterThan(0);
      expect(await page.locator(`main ${parts} rt`).count(), `${path} ${parts}`).toBe(0);
    }
    for (const path of ['en/', 'embed/zones/kashiwa/']) {
      await openPage(page, getUrl(path));
      expect(await locateSwitch(page).count(), path).toBe(0);
    }
  });
});

test('copied text and the names of links have no readings', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, getUrl('plans/warabi-jiritsu/33_1/'));
    await locateSwitch(page).click();
    await waitForRuby(page, 'attached');
    const selected = await page.evaluate(() => {
      getSelection()?.selectAllChildren(document.querySelector('h1') ?? document.body);
      return getSelection()?.toString().trim();
    });
    expect(selected).toBe('市民参画意識の高揚');
    expect(await page.getByRole('link', { name: '統計', exact: true }).first().count()).toBe(1);
  });
});

test('a line of a name ends neither before nor inside the kana after a reading', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, getUrl('plans/'));
    await locateSwitch(page).click();
    await waitForRuby(page, 'attached');
    const card = page
      .locator('main a')
      .filter({ hasText: /^基本計画/ })
      .first();
    const widths = Array.from({ length: 12 }, (_, at) => 60 + at * 10);
    const lines = await card.evaluate((link, all) => {
      const base = [...link.querySelectorAll('ruby')].at(-1);
      const kana = document.createRange();
      if (base?.nextSibling) kana.selectNodeContents(base.nextSibling);
      link.style.display = 'block';
      return all.map((width) => {
        link.style.width = `${width}px`;
        const bottoms = [...kana.getClientRects()].map(
          ({ bottom }) => bottom - (base?.getBoundingClientRect().bottom ?? 0),
        );
        return bottoms.length === 1 && Math.abs(bottoms[0] ?? NaN) < 9;
      });
    }, widths);
    expect(lines).toEqual(widths.map(() => true));
  });
});

test('a name with its reading beside it has no other one', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    for (const [path, name] of [
      ['cities/kashiwa/', 'h1'],
      ['glossary/', 'dt'],
    ] as const) {
      await openPage(page, getUrl(path));
      await locateSwitch(page).click();
      await waitForRuby(page, 'attached');
      expect(await page.locator(`main ${name} .reading`).count(), path).toBeGreaterThan(0);
      expect(await page.locator(`main ${name}:has(.reading) rt`).count(), path).toBe(0);
      await locateSwitch(page).click();
    }
  });
});

test('what scripts add to the page has readings too', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, getUrl(''));
    await locateSwitch(page).click();
    await waitForRuby(page, 'attached');
    await page.getByRole('button', { name: '市', exact: true }).click();
    await expect.poll(() => page.locator('.field-group rt').allInnerTexts()).toContain('わらびし');
  });
});

test.each([375, 1280])(
  'no underline crosses a reading, and a group of squares is one row, %i px wide',
  async (width) => {
    await withTab(browser, { viewport: { width, height: 900 } }, async (page) => {
      await page.addInitScript(() => {
        localStorage.setItem('ruby', 'on');
      });
      for (const path of ['', 'plans/warabi-jiritsu/', 'themes/', 'statistics/']) {
        await openPage(page, getUrl(path));
        await waitForRuby(page, 'attached');
        const crossed = await page.locator('main :is(a, h1, h2, h3):has(rt)').evaluateAll((links) =>
          links.flatMap((link) => {
            const readings = [...link.querySelectorAll('rt')].map((rt) => rt.getBoundingClientRect());
            const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
              parentElement?.closest('rt, rp, .hidden-text') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
            );
            const lines: DOMRect[] = [];
            while (walker.nextNode()) {
              const range = document.createRange();
              range.selectNodeContents(walker.currentNode);
              lines.push(...range.getClientRects());
            }
            // The box of a reading is 3 pixels higher than its letters.
            const isCrossed = (rt: DOMRect) =>
              lines.some(
                (line) => line.top < rt.top && line.bottom > rt.top + 3 && line.left < rt.right && line.right > rt.left,
              );
            return readings.some(isCrossed) ? [link.textContent] : [];
          }),
        );
        expect(crossed, path).toEqual([]);
      }
      await openPage(page, getUrl(''));
      await waitForRuby(page, 'attached');
      const distances = await page.locator('.field-group:has(rt)').evaluateAll((groups) =>
        groups.map((group) => {
          const [number, square] = ['.num', '.tile'].map((part) => group.querySelector(part)?.getBoundingClientRect());
          return Math.abs(
            (number?.top ?? 0) + (number?.height ?? 0) / 2 - (square?.top ?? 0) - (square?.height ?? 0) / 2,
          );
        }),
      );
      expect(distances.length).toBeGreaterThan(5);
      if (width === 1280) expect(Math.max(...distances)).toBeLessThan(4);
    });
  },
);

/** Counts the readings that are in the memory of a page but not on it. */
async function countLostReadings(page: Page): Promise<number> {
  const client = await page.context().newCDPSession(page);
  const { result } = await client.send('Runtime.evaluate', { expression: 'HTMLElement.prototype' });
  const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
  const count = await client.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    // The objects include prototypes, whose properties cannot be read.
    functionDeclaration: `function () {
      const elements = this.filter((object) => !Object.hasOwn(object, 'constructor'));
      return elements.filter(({ localName, isConnected }) => localName === 'ruby' && !isConnected).length;
    }`,
    returnByValue: true,
  });
  return Number(count.result.value);
}

test('readings of what scripts have removed do not stay in the memory', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, getUrl('plans/warabi-jiritsu/33_1/'));
    await locateSwitch(page).click();
    await waitForRuby(page, 'attached');
    const added = await page.evaluate(async () => {
      let readings = 0;
      for (let round = 0; round < 50; round++) {
        const line = document.createElement('p');
        line.textContent = '市民参画意識の高揚';
        document.querySelector('main')?.append(line);
        await new Promise(requestAnimationFrame);
        readings += line.querySelectorAll('ruby').length;
        line.remove();
      }
      return readings;
    });
    expect(added).toBe(100);
    expect(await countLostReadings(page)).toBeLessThan(10);
  });
});

test('if the readings cannot be loaded, the switch is off again and says so', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await page.route('**/readings.json', (route) => route.abort());
    await openPage(page, getUrl('glossary/'));
    await locateSwitch(page).click();
    await page.getByRole('alert').filter({ hasText: 'ふりがなを読みこめません' }).waitFor();
    expect(await locateSwitch(page).getAttribute('aria-pressed')).toBe('false');
    await page.unroute('**/readings.json');
    await locateSwitch(page).click();
    await waitForRuby(page, 'attached');
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

test('if the script that shows readings cannot be loaded, what the page advises helps', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await page.route('**/ruby-text*.js', (route) => route.abort());
    await openPage(page, getUrl('glossary/'));
    await locateSwitch(page).click();
    expect(await page.getByRole('alert').textContent()).toContain('ページを読みこみ直してください');
    await page.unroute('**/ruby-text*.js');
    await page.reload();
    await waitForRuby(page, 'attached');
  });
});

test('there is no switch if its script does not arrive', async () => {
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await page.route('**/SiteHeader*.js', (route) => route.abort());
    await openPage(page, getUrl('glossary/'));
    expect(await page.locator('.ruby-switch').filter({ visible: false }).count()).toBe(1);
  });
});

test('without scripts there is no switch, and on paper only readings', async () => {
  await withTab(browser, { ...WIDE_SCREEN, javaScriptEnabled: false }, async (page) => {
    await page.goto(getUrl('glossary/'));
    expect(await page.locator('.ruby-switch').filter({ visible: false }).count()).toBe(1);
  });
  await withTab(browser, WIDE_SCREEN, async (page) => {
    await openPage(page, getUrl('glossary/'));
    await locateSwitch(page).click();
    await waitForRuby(page, 'attached');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.ruby-switch').filter({ visible: false }).count()).toBe(1);
    expect(await page.locator('main rt').first().isVisible()).toBe(true);
  });
});
