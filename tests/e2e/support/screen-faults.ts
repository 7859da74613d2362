import type { Page } from 'playwright-core';
import { isFull } from '../../support/test-scope.ts';
import { settlePage } from './browser-tabs.ts';
import { findClippedText, findOverlappingText } from './text-overflow.ts';
import {
  findHardLines,
  findInvisibleMarks,
  findLostLists,
  findSmallTargets,
  findSmallText,
  findWrongScrollHints,
} from './visual-faults.ts';

/** The faults of a page on screens of several widths. */
export type ScreenFaults = Record<
  'text' | 'sideways' | 'hints' | 'hardLines' | 'lists' | 'targets' | 'spaced',
  string[]
>;

/** Screens of `npm run test:full`: at 920 px the sidebar leaves little room; 640 px is the widest with hints. */
const MIDDLE_SCREENS = [
  { width: 920, height: 900 },
  { width: 640, height: 800 },
];

/** Screens from wide to narrow. The last is one of 1280 × 1024 with a page at four times its size. */
const SCREENS = [
  { width: 1280, height: 900 },
  ...(isFull ? MIDDLE_SCREENS : []),
  { width: 320, height: 640 },
  { width: 320, height: 256 },
];

/** Two fonts with boxes of 1 em, as on iOS, and of 1.45 em, as on Android. Targets are smallest in the first. */
const FONTS = ['BIZ UDGothic', ...(isFull ? ['Noto Sans JP'] : [])];

/** The text spacing of WCAG 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;

/** Calls a function while a page has a further style sheet, which the policy of the page allows. */
async function withStyle<T>(page: Page, content: string, use: () => Promise<T>): Promise<T> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, content);
  const result = await use();
  await page.evaluate(() => document.adoptedStyleSheets.pop());
  return result;
}

/** Lists the links and buttons of a page that are too small for a finger in one of the fonts. */
async function findTargetFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const font of FONTS) {
    const style = `* { font-family: '${font}' !important }`;
    const small = await withStyle(page, style, () => page.evaluate(findSmallTargets));
    faults.push(...small.map((target) => `${font}: ${target}`));
  }
  return faults;
}

/** Lists what of a page is not visible with the text spacing of WCAG 1.4.12. */
function findSpacingFaults(page: Page): Promise<string[]> {
  return withStyle(page, SPACED, async () => {
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const clipped = await page.evaluate(findClippedText, true);
    return beyond > 0 ? [`${beyond} px too wide`, ...clipped] : clipped;
  });
}

/** Looks at an open page on screens of several widths. */
export async function findScreenFaults(page: Page): Promise<ScreenFaults> {
  const faults: ScreenFaults = { text: [], sideways: [], hints: [], hardLines: [], lists: [], targets: [], spaced: [] };
  for (const viewport of SCREENS) {
    const { width, height } = viewport;
    const add = (aspect: keyof ScreenFaults, found: readonly string[]) => {
      faults[aspect].push(...found.map((fault) => `${width} px: ${fault}`));
    };
    await page.setViewportSize(viewport);
    await settlePage(page);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (beyond > 0) add('sideways', [`${beyond} px`]);
    if (height < 600) continue;
    add('text', await page.evaluate(findOverlappingText));
    add('text', await page.evaluate(findClippedText, false));
    add('text', await page.evaluate(findSmallText));
    if (width <= 640) add('hints', await page.evaluate(findWrongScrollHints));
    add('hardLines', await page.evaluate(findHardLines));
    add('lists', await page.evaluate(findLostLists));
    add('targets', await findTargetFaults(page));
    add('spaced', await findSpacingFaults(page));
  }
  return faults;
}

/** Lists the links, words and status shapes of a page that are invisible in forced colours, light and dark. */
export async function findForcedColourFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    const marks = await page.evaluate(findInvisibleMarks);
    faults.push(...marks.map((mark) => `${colorScheme}: ${mark}`));
  }
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
  return faults;
}
