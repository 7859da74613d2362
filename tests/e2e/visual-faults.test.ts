import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { connectBrowser } from './support/connect-browser.ts';
import {
  findHardLines,
  findInvisibleMarks,
  measureLayoutShift,
  findSmallTargets,
  findSmallText,
} from './support/visual-faults.ts';
import { listPageKindUrls } from './support/page-kinds.ts';
import { findClippedText } from './support/text-overflow.ts';
import { listPageFiles, getPagePath, getBuiltSite } from './support/built-site.ts';
import { findPageFaults, withTab, NARROW_SCREEN, WIDE_SCREEN } from './support/browser-tabs.ts';

const browser = await connectBrowser();
const root = getBuiltSite('root');

function withPage<T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  return withTab(browser, options, use);
}

/** What a look at one page of each kind finds, with the page it is on. */
const faultsOnKinds = (options: BrowserContextOptions, look: (page: Page) => Promise<readonly string[]>) =>
  findPageFaults(browser, options, listPageKindUrls(), look);

test.each(['root', 'mihon'] as const)(
  'made four times as large, no page of the site “%s” scrolls sideways',
  async (name) => {
    const site = getBuiltSite(name);
    const addresses = listPageFiles(site).map((file) => site.served + getPagePath(site, file));
    const faults = await findPageFaults(browser, { viewport: { width: 320, height: 256 } }, addresses, async (page) => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      return over > 0 ? [`${over} px`] : [];
    });
    expect(faults).toEqual([]);
  },
);

describe.each([
  [1280, WIDE_SCREEN],
  // The rail still stands beside the text, and leaves it little room.
  [920, { viewport: { width: 920, height: 900 } }],
  [320, NARROW_SCREEN],
] as const)('on a screen %i px wide', (_width, options) => {
  test('no text is too small to read', async () => {
    expect(await faultsOnKinds(options, (page) => page.evaluate(findSmallText))).toEqual([]);
  });

  test('lines have at most 42 letters and break between phrases', async () => {
    expect(await faultsOnKinds(options, (page) => page.evaluate(findHardLines))).toEqual([]);
  });

  // Boxes of letters are 1.45 em high in the one, as on Android, and 1 em in the other, as on iOS.
  test.each(['Noto Sans JP', 'BIZ UDGothic'])(
    'what is there to be pressed is large enough for a finger in %s',
    async (font) => {
      const faults = await faultsOnKinds({ ...options, bypassCSP: true }, async (page) => {
        await page.addStyleTag({ content: `* { font-family: '${font}' !important }` });
        return page.evaluate(findSmallTargets);
      });
      expect(faults).toEqual([]);
    },
  );

  test('nothing moves while a page is loaded', async () => {
    const shift = async (page: Page) => {
      const sum = await page.evaluate(measureLayoutShift);
      return sum > 0 ? [String(sum)] : [];
    };
    expect(await faultsOnKinds(options, shift)).toEqual([]);
  });
});

test.each([1280, 320])(
  'letters, words, lines and paragraphs set apart (WCAG 1.4.12) are all to be read, on a screen %i px wide',
  async (width) => {
    // As a reader's own style sheet, which no policy of the page stops.
    const options = { viewport: { width, height: 800 }, bypassCSP: true };
    const apart = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-bottom: 2em !important }`;
    const faults = await faultsOnKinds(options, async (page) => {
      await page.addStyleTag({ content: apart });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      return [...(over > 0 ? [`${over} px too wide`] : []), ...(await page.evaluate(findClippedText, true))];
    });
    expect(faults).toEqual([]);
  },
);

test.each([
  ['/plans/warabi-jiritsu/', '.outline a', '33 市民参画・協働'],
  ['/plans/warabi-jiritsu/33_3/', '.group-head', '(1) 市民ニーズの把握'],
])('on %s the number and the name of an item are told apart when heard', async (path, among, name) => {
  await withPage(WIDE_SCREEN, async (page) => {
    await page.goto(root.served + path, { waitUntil: 'load' });
    const role = among.endsWith('a') ? 'link' : 'heading';
    expect(
      await page
        .locator(among)
        .and(page.getByRole(role, { name, exact: true }))
        .count(),
    ).toBe(1);
  });
});

test('on a telephone a table of results stands in blocks, with no way to the side', async () => {
  await withPage(NARROW_SCREEN, async (page) => {
    await page.goto(`${getBuiltSite('mihon').served}/indicators/mihon-sogo/wait-time/`, {
      waitUntil: 'load',
    });
    const over = await page
      .locator('section.scroll')
      .first()
      .evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(over).toBe(0);
  });
});

test.each([
  ['reduce', 'auto'],
  ['no-preference', 'smooth'],
] as const)(
  'where motion is “%s”, a followed link scrolls as “%s”, an opened page at once',
  async (reducedMotion, expected) => {
    const behaviours = await withPage({ reducedMotion }, async (page) => {
      const now = () => page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
      await page.goto(`${root.served}/`);
      const opened = await now();
      await page.keyboard.press('Tab');
      return [opened, await now()];
    });
    expect(behaviours).toEqual(['auto', expected]);
  },
);

test.each(['light', 'dark'] as const)(
  'forced colours, %s, leave links and the shapes of states visible',
  async (colorScheme) => {
    const options = { ...WIDE_SCREEN, colorScheme, forcedColors: 'active' } as const;
    expect(await faultsOnKinds(options, (page) => page.evaluate(findInvisibleMarks))).toEqual([]);
  },
);

test.each(['/plans/warabi-jiritsu/33_3/', '/indicators/warabi-jiritsu/agreements/'])(
  '%s is printed on A4 without what is there to be pressed, with its source, licence and address',
  async (path) => {
    await withPage(WIDE_SCREEN, async (page) => {
      await page.goto(root.served + path, { waitUntil: 'load' });
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
      await page.emulateMedia({ media: 'print' });
      for (const hidden of await page.locator('nav, .buttons, .anchor, .skip').all())
        expect(await hidden.isVisible()).toBe(false);
      expect(await page.locator('.source-note').innerText()).toContain('出典');
      expect(await page.locator('.print-address').innerText()).toBe(root.address + path);
      const licence = page.locator('.site-footer a[rel=license]');
      expect(await licence.evaluate((one) => getComputedStyle(one).color)).toBe('rgb(0, 0, 0)');
    });
  },
);

test.each([320, 640])(
  'on a screen %i px wide a table says that it goes on to the side where it does',
  async (width) => {
    const faults = await faultsOnKinds({ viewport: { width, height: 800 } }, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('.scroll')].flatMap((one) => {
          const goesOn = one.scrollWidth > one.clientWidth;
          const { content, display } = getComputedStyle(one, '::before');
          const says = content !== 'none' && display !== 'none';
          return goesOn === says
            ? []
            : [`${goesOn ? 'keeps quiet' : 'says so'}: ${one.textContent.trim().slice(0, 20)}`];
        }),
      ),
    );
    expect(faults).toEqual([]);
  },
);
