/*
 * Faults that a reader sees or feels on a page. These functions run in the browser, so that each uses only what is
 * inside itself.
 */

/** The element with the focus. */
export interface FocusStop {
  /** Its URL if it is a link, else its tag and class. */
  readonly name: string;
  /** True if a ring around it is visible. */
  readonly ringed: boolean;
}

/** Returns the element with the focus. */
export function readFocusStop(): FocusStop {
  const focused = document.activeElement ?? document.body;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
  const { top, bottom, left, right } = focused.getBoundingClientRect();
  const isOnScreen = bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth;
  const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/^rgba.*, 0\)$/.test(outlineColor);
  return {
    name: focused.getAttribute('href') ?? `${focused.tagName.toLowerCase()}.${focused.getAttribute('class') ?? ''}`,
    ringed: isOnScreen && hasOutline,
  };
}

/** Lists the words that the visible ring around the focus covers or touches: of the element, or a figure with it. */
export function findWordsUnderRing(): string[] {
  /** The share of the height of a box that is empty above its letters, and below them. */
  const blank = 0.155;
  const ringed = [...document.querySelectorAll('.plot-figure, .plot, :focus')].filter((element) => {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
    return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && opacity !== '0';
  });
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = ringed.length === 0 ? ['no ring'] : [];
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const text = (node.nodeValue ?? '').trim();
    if (text === '' || !node.parentElement?.checkVisibility() || node.parentElement.closest('.tip, .hidden-text'))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom, height } of range.getClientRects())
      for (const element of ringed) {
        const box = element.getBoundingClientRect();
        const { outlineOffset, outlineWidth } = getComputedStyle(element);
        const [first, last] = [top + blank * height, bottom - blank * height];
        const inner = parseFloat(outlineOffset);
        const outer = inner + parseFloat(outlineWidth) + 1;
        const isNear = (by: number) =>
          right > box.left - by && left < box.right + by && last > box.top - by && first < box.bottom + by;
        const isInside =
          left >= box.left - inner &&
          right <= box.right + inner &&
          first >= box.top - inner &&
          last <= box.bottom + inner;
        if (isNear(outer) && !isInside) found.push(text.slice(0, 20));
      }
  }
  return found;
}

/** Lists texts that are too small to read: under 14 px, in pictures under 12 px. */
export function findSmallText(): string[] {
  const near = 0.05;
  const hasText = (element: Element) =>
    [...element.childNodes].some((child) => child instanceof Text && child.data.trim() !== '');
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true })) return [];
    const size = parseFloat(getComputedStyle(element).fontSize);
    const matrix = element.closest('text')?.getScreenCTM();
    const seen = matrix ? size * Math.hypot(matrix.a, matrix.b) : size;
    const small = seen < (matrix ? 12 : 14) - near;
    return small ? [`${seen.toFixed(1)} px: ${(element.textContent || '').trim().slice(0, 20)}`] : [];
  });
}

/**
 * Lists sentences whose lines are longer than 42 letters. Lists headings, leads and short texts whose lines break
 * inside a phrase, and other text whose lines don't.
 */
export function findHardLines(): string[] {
  const short = '.lede, .card p, .plan-overview p';
  const heads = `:is(h1, h2, h3, h4, h5, h6, :not(.prose *):is(th), legend, summary, ${short})`;
  const texts = ':is(p, figcaption, .prose li)';
  return [...document.querySelectorAll<HTMLElement>(`main :is(${heads}, ${texts})`)].flatMap((element) => {
    const { fontSize, wordBreak } = getComputedStyle(element);
    const letters = element.getBoundingClientRect().width / parseFloat(fontSize);
    const text = element.innerText.slice(0, 20);
    if (wordBreak !== (element.closest(heads) ? 'auto-phrase' : 'normal')) return [`${wordBreak}: ${text}`];
    return element.matches(texts) && letters > 42.1 ? [`${letters.toFixed(0)} letters: ${text}`] : [];
  });
}

/** Lists links and buttons that are too small for a finger: under 44 px in the main navigation, 24 px elsewhere. */
export function findSmallTargets(): string[] {
  const among = (selector: string, least: number) =>
    [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      const small = element.checkVisibility() && Math.min(width, height) < least - 0.05;
      return small ? [`${width.toFixed(0)}×${height.toFixed(0)} ${element.innerText.slice(0, 20)}`] : [];
    });
  return [
    ...among('.site-nav a, .site-mark, .site-menu > summary, .site-options > *, .site-search-link', 44),
    ...among('nav a, button:not(.term), .buttons a, .formats a, .matrix td a, summary, select, input', 24),
  ];
}

/**
 * Lists links and status shapes in the colour of their background, and words in the colour of the backplate: a browser
 * with forced colours draws it behind words.
 */
export function findInvisibleMarks(): string[] {
  const transparent = /^(?:transparent|rgba\(.*, 0\))$/;
  const findBackground = (element: Element): string => {
    const colour = getComputedStyle(element).backgroundColor;
    if (!transparent.test(colour)) return colour;
    return element.parentElement ? findBackground(element.parentElement) : 'none';
  };
  const links = [...document.querySelectorAll('a:any-link:not(svg a)')];
  const shapes = [...document.querySelectorAll('.status path')];
  const backplate = getComputedStyle(document.documentElement).backgroundColor;
  const invisible = [...document.querySelectorAll('body *')].filter((element) => {
    const { color, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & {
      readonly forcedColorAdjust: string;
    };
    const hasWords = [...element.childNodes].some((child) => child instanceof Text && child.data.trim() !== '');
    // Browsers draw no backplate behind marked words.
    if (element.matches('mark')) return false;
    return hasWords && element.checkVisibility() && forcedColorAdjust === 'auto' && color === backplate;
  });
  const listIfSame = (element: Element, colour: string) =>
    colour === findBackground(element) || colour === 'none' ? [(element.textContent || element.tagName).trim()] : [];
  return [
    ...invisible.map((element) => `as its plate: ${element.textContent.trim()}`),
    ...links.flatMap((element) => listIfSame(element, getComputedStyle(element).color)),
    ...shapes.flatMap((element) => listIfSame(element, getComputedStyle(element).stroke)),
  ];
}

/** Lists the tables whose hint to scroll sideways is wrong: it belongs only to tables wider than their box. */
export function findWrongScrollHints(): string[] {
  return [...document.querySelectorAll('.scroll')].flatMap((box) => {
    // A folded table has no hint.
    if (!box.checkVisibility()) return [];
    const isWider = box.scrollWidth > box.clientWidth;
    const { content, display } = getComputedStyle(box, '::before');
    const hasHint = content !== 'none' && display !== 'none';
    if (isWider === hasHint) return [];
    return [`${isWider ? 'no hint' : 'needless hint'}: ${box.textContent.trim().slice(0, 20)}`];
  });
}

/**
 * Lists the lists that are none in Safari: outside of navigation, a list without a role needs an item that a browser
 * shows as one (`display: list-item`) and whose sign is not `none`.
 */
export function findLostLists(): string[] {
  const lists = [...document.querySelectorAll('ul:not([role], nav *), ol:not([role], nav *)')];
  const lost = lists.filter((list) => {
    const styles = [...list.children].map((item) => getComputedStyle(item));
    const isItem = ({ display, listStyleType }: CSSStyleDeclaration) =>
      display.includes('list-item') && listStyleType !== 'none';
    return list.checkVisibility() && styles.length > 0 && !styles.some(isItem);
  });
  return lost.map((list) => `${list.className}: ${(list.textContent || '').trim().slice(0, 20)}`);
}

/** Lists the layout shifts of the page since it was opened: the size of each, and the elements that moved. */
export async function findLayoutShifts(): Promise<string[]> {
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly sources: readonly { readonly node: Node | null }[];
  }
  const shifts: LayoutShift[] = [];
  const add = (entries: readonly PerformanceEntry[]) => shifts.push(...(entries as LayoutShift[]));
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift', buffered: true });
  // The observer gets earlier entries in a task of its own.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
  add(observer.takeRecords());
  observer.disconnect();
  const describeNode = (node: Node | null) =>
    node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : (node?.nodeName ?? 'removed');
  return shifts.map(
    ({ value, sources }) => `${value.toFixed(4)}: ${sources.map(({ node }) => describeNode(node)).join(', ')}`,
  );
}
