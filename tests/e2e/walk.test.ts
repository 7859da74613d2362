import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  hardLines,
  hiddenMarks,
  readStop,
  shiftOfLayout,
  smallTargets,
  smallText,
  type Stop,
} from './support/eye.ts';
import { addressesOfKinds } from './support/kinds.ts';
import { pageFiles, pathOf, siteNamed, type Site } from './support/site.ts';

/** More presses of Tab than any page here needs. */
const MANY = 200;

let browser: Browser;
let root: Site;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  root = siteNamed('root');
});
afterAll(() => browser.close());

/** Opens a tab, does something with it, and closes it. */
async function withPage<T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'ja-JP', reducedMotion: 'reduce', ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What a look at each of the pages of one kind finds, with the page it is on. */
function faultsOn(
  options: BrowserContextOptions,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  return withPage(options, async (page) => {
    const faults: string[] = [];
    for (const address of addressesOfKinds()) {
      const response = await page.goto(address, { waitUntil: 'load' });
      if (response?.status() !== 200) faults.push(`${address} is not there`);
      faults.push(...(await look(page)).map((fault) => `${new URL(address).pathname} ${fault}`));
    }
    return faults;
  });
}

/** Presses Tab until a stop is reached; gives the stops on the way, itself the last. */
async function tabTo(page: Page, wanted: (stop: Stop) => boolean): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MANY) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    stops.push(stop);
    if (wanted(stop)) return stops;
  }
  throw new Error(`not reached by Tab: ${stops.map(({ name }) => name).join(' ')}`);
}

const WIDE = { viewport: { width: 1280, height: 900 } };
const NARROW = { viewport: { width: 320, height: 640 } };

describe('with the keyboard alone', () => {
  test('one comes from the home page over a plan, a measure and an indicator to the data, and sees where one is', async () => {
    const way = [
      '/plans/warabi-jiritsu/',
      '/plans/warabi-jiritsu/33_3/',
      '/indicators/warabi-jiritsu/agreements/',
      '/data/',
      '/data/indicators.csv',
    ];
    await withPage(WIDE, async (page) => {
      await page.goto(`${root.served}/`, { waitUntil: 'load' });
      for (const path of way) {
        const stops = await tabTo(page, ({ name }) => name === path);
        expect(stops.filter(({ ringed }) => !ringed)).toEqual([]);
        if (path.endsWith('/')) {
          await page.keyboard.press('Enter');
          await page.waitForURL(root.served + path);
        }
      }
    });
  });

  test('one searches from the home page, and comes over a measure and an indicator to the data', async () => {
    await withPage(WIDE, async (page) => {
      const step = async (wanted: (stop: Stop) => boolean) => {
        const stops = await tabTo(page, wanted);
        expect(stops.filter(({ ringed }) => !ringed)).toEqual([]);
      };
      await page.goto(`${root.served}/`, { waitUntil: 'load' });
      await step(({ name }) => name === 'input.');
      await page.keyboard.type('協働');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=/);
      await page.locator('main[aria-busy="false"]').waitFor();
      await step(({ name }) => name.startsWith('/plans/warabi-jiritsu/33_3/'));
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/plans/warabi-jiritsu/33_3/');
      for (const path of ['/indicators/warabi-jiritsu/agreements/', '/data/', '/data/indicators.csv']) {
        await step(({ name }) => name === path);
        if (!path.endsWith('/')) continue;
        await page.keyboard.press('Enter');
        await page.waitForURL(root.served + path);
      }
    });
  });

  test('one opens the note of a term and comes back to the term', async () => {
    await withPage(WIDE, async (page) => {
      await page.goto(`${root.served}/plans/warabi-jiritsu/33_3/`, { waitUntil: 'load' });
      await tabTo(page, ({ name }) => name === 'button.term');
      const id = await page.evaluate(() => document.activeElement?.getAttribute('popovertarget') ?? '');
      const note = page.locator(`#${id}`);
      expect(await note.isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      expect(await note.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await note.isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('popovertarget'))).toBe(id);
    });
  });
});

test.each(['root', 'mihon'] as const)('at 400 %% no page of the site “%s” scrolls sideways', async (name) => {
  const site = siteNamed(name);
  const wide = await withPage({ viewport: { width: 320, height: 256 } }, async (page) => {
    const found: string[] = [];
    for (const file of pageFiles(site)) {
      await page.goto(site.served + pathOf(site, file), { waitUntil: 'load' });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) found.push(`${file} ${over} px`);
    }
    return found;
  });
  expect(wide).toEqual([]);
});

describe.each([
  [1280, WIDE],
  // The rail still stands beside the text, and leaves it little room.
  [920, { viewport: { width: 920, height: 900 } }],
  [320, NARROW],
] as const)('on a screen %i px wide', (_width, options) => {
  test('no text is too small to read', async () => {
    expect(await faultsOn(options, (page) => page.evaluate(smallText))).toEqual([]);
  });

  test('lines have at most 42 letters and break between phrases', async () => {
    expect(await faultsOn(options, (page) => page.evaluate(hardLines))).toEqual([]);
  });

  test('what is there to be pressed is large enough for a finger', async () => {
    expect(await faultsOn(options, (page) => page.evaluate(smallTargets))).toEqual([]);
  });

  test('nothing moves while a page is loaded', async () => {
    const shift = async (page: Page) => {
      const sum = await page.evaluate(shiftOfLayout);
      return sum > 0 ? [String(sum)] : [];
    };
    expect(await faultsOn(options, shift)).toEqual([]);
  });
});

test.each([
  ['reduce', 'auto'],
  ['no-preference', 'smooth'],
] as const)('where motion is “%s”, scrolling is “%s”', async (reducedMotion, expected) => {
  const behaviour = await withPage({ reducedMotion }, async (page) => {
    await page.goto(`${root.served}/`);
    return page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  });
  expect(behaviour).toBe(expected);
});

test.each(['light', 'dark'] as const)(
  'forced colours, %s, leave links and the shapes of states visible',
  async (colorScheme) => {
    const options = { ...WIDE, colorScheme, forcedColors: 'active' } as const;
    expect(await faultsOn(options, (page) => page.evaluate(hiddenMarks))).toEqual([]);
  },
);

test.each(['/plans/warabi-jiritsu/33_3/', '/indicators/warabi-jiritsu/agreements/'])(
  '%s is printed on A4 without what is there to be pressed, with its source, licence and address',
  async (path) => {
    await withPage(WIDE, async (page) => {
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
