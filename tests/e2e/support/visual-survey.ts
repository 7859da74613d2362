import type { Browser, Page } from 'playwright-core';
import { mapInTabs, openPage, settlePage } from './browser-tabs.ts';
import { listVisitedUrls } from './page-kinds.ts';
import { findClippedText } from './text-overflow.ts';
import {
  findHardLines,
  findInvisibleMarks,
  findLayoutShifts,
  findSmallTargets,
  findSmallText,
  findWrongScrollHints,
} from './visual-faults.ts';

/** The faults of a page by the aspect that the survey looks at. */
export type VisualFaults = Record<VisualAspect, readonly string[]>;
type VisualAspect = 'shifts' | 'smallText' | 'hardLines' | 'hints' | 'targets' | 'spaced' | 'forcedColours';

/** Two fonts with boxes of 1.45 em, as on Android, and of 1 em, as on iOS. */
const FONTS = ['Noto Sans JP', 'BIZ UDGothic'];

/** The text spacing of WCAG 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;

/**
 * Lets a page be painted only once the browser has read all of its HTML: the columns of a table that is painted row by
 * row move, or not, depending on the load of the machine.
 */
async function paintWholePages(page: Page): Promise<void> {
  await page.route(/\/(?:[^/.]*\.html)?(?:\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text())
      .replace('</head>', '<link rel="expect" href="#whole" blocking="render" /></head>')
      .replace('</body>', '<template id="whole"></template></body>');
    await route.fulfill({ response, body });
  });
}

/** Calls a function while a page has a further style sheet. */
async function withStyle<T>(page: Page, content: string, use: () => Promise<T>): Promise<T> {
  const style = await page.addStyleTag({ content });
  const result = await use();
  await style.evaluate((element) => {
    element.parentNode?.removeChild(element);
  });
  return result;
}

async function findTargets(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const font of FONTS) {
    const style = `* { font-family: '${font}' !important }`;
    const small = await withStyle(page, style, () => page.evaluate(findSmallTargets));
    faults.push(...small.map((target) => `${font}: ${target}`));
  }
  return faults;
}

function findSpacingFaults(page: Page): Promise<string[]> {
  return withStyle(page, SPACED, async () => {
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const clipped = await page.evaluate(findClippedText, true);
    return beyond > 0 ? [`${beyond} px too wide`, ...clipped] : clipped;
  });
}

async function findForcedColourFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const marks = await page.evaluate(findInvisibleMarks);
    faults.push(...marks.map((mark) => `${colorScheme}: ${mark}`));
  }
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
  return faults;
}

/** Returns the wrong hints to scroll on the widest screen that has them. */
async function findScrollHintFaults(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 640, height: 900 });
  await settlePage(page);
  return page.evaluate(findWrongScrollHints);
}

/** Visits pages once on a screen of a width, and returns the faults of each by its URL. */
export async function surveyVisually(browser: Browser, width: number): Promise<ReadonlyMap<string, VisualFaults>> {
  const urls = listVisitedUrls();
  // The style sheets that this adds are those of a reader, which no policy of the page stops.
  const options = { viewport: { width, height: 900 }, bypassCSP: true };
  const surveys = await mapInTabs(browser, options, urls, async (page, url) => {
    await page.unrouteAll();
    await paintWholePages(page);
    await openPage(page, url);
    return {
      shifts: await page.evaluate(findLayoutShifts),
      smallText: await page.evaluate(findSmallText),
      hardLines: await page.evaluate(findHardLines),
      targets: await findTargets(page),
      spaced: await findSpacingFaults(page),
      // Colours do not depend on the width.
      forcedColours: width === 1280 ? await findForcedColourFaults(page) : [],
      hints: width === 1280 ? await findScrollHintFaults(page) : [],
    };
  });
  return new Map(surveys.map((survey, index) => [urls[index] ?? '', survey]));
}
