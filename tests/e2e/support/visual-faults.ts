/*
 * What an eye and a finger find on a page. All of it runs in the browser, so that a function may use nothing from
 * outside itself.
 */

/** What has the focus, and whether a ring around it can be seen. */
export interface FocusStop {
  /** The path that it leads to, or its tag and class. */
  readonly name: string;
  readonly ringed: boolean;
}

/** The stop at which the keyboard is now. */
export function readFocusStop(): FocusStop {
  const here = document.activeElement ?? document.body;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(here);
  const { top, bottom, left, right } = here.getBoundingClientRect();
  const shown = bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth;
  const drawn = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/^rgba.*, 0\)$/.test(outlineColor);
  return {
    name: here.getAttribute('href') ?? `${here.tagName.toLowerCase()}.${here.getAttribute('class') ?? ''}`,
    ringed: shown && drawn,
  };
}

/** Text that is too small to read: under 14 px, in pictures under 12 px. */
export function findSmallText(): string[] {
  const near = 0.05;
  const hasText = (one: Element) =>
    [...one.childNodes].some((child) => child instanceof Text && child.data.trim() !== '');
  return [...document.querySelectorAll('body *')].flatMap((one) => {
    if (!hasText(one) || !one.checkVisibility({ visibilityProperty: true })) return [];
    const size = parseFloat(getComputedStyle(one).fontSize);
    const matrix = one instanceof SVGTextElement ? one.getScreenCTM() : null;
    const seen = matrix ? size * Math.hypot(matrix.a, matrix.b) : size;
    const small = seen < (matrix ? 12 : 14) - near;
    return small ? [`${seen.toFixed(1)} px: ${(one.textContent || '').trim().slice(0, 20)}`] : [];
  });
}

/** Sentences whose lines are longer than 42 letters, or break anywhere but between phrases. */
export function findHardLines(): string[] {
  return [...document.querySelectorAll<HTMLElement>('main :is(p, figcaption, .prose li)')].flatMap((one) => {
    const { fontSize, wordBreak } = getComputedStyle(one);
    const letters = one.getBoundingClientRect().width / parseFloat(fontSize);
    const text = one.innerText.slice(0, 20);
    if (wordBreak !== 'auto-phrase') return [`${wordBreak}: ${text}`];
    return letters > 42.1 ? [`${letters.toFixed(0)} letters: ${text}`] : [];
  });
}

/** Things to press, smaller than a finger needs: 44 px in the main navigation, 24 px elsewhere but within sentences. */
export function findSmallTargets(): string[] {
  const among = (selector: string, least: number) =>
    [...document.querySelectorAll<HTMLElement>(selector)].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      const small = one.checkVisibility() && Math.min(width, height) < least - 0.05;
      return small ? [`${width.toFixed(0)}×${height.toFixed(0)} ${one.innerText.slice(0, 20)}`] : [];
    });
  return [
    ...among('.site-nav a, .site-mark', 44),
    ...among('nav a, button:not(.term), .buttons a, .formats a, .matrix td a, summary, select, input', 24),
  ];
}

/**
 * Links, and shapes of states, that have the colour of what they stand on; and words that have the colour of the plate
 * that a browser with forced colours lays under all words.
 */
export function findInvisibleMarks(): string[] {
  const clear = /^(?:transparent|rgba\(.*, 0\))$/;
  const ground = (one: Element): string => {
    const colour = getComputedStyle(one).backgroundColor;
    if (!clear.test(colour)) return colour;
    return one.parentElement ? ground(one.parentElement) : 'none';
  };
  const links = [...document.querySelectorAll('a:any-link:not(svg a)')];
  const shapes = [...document.querySelectorAll('.status path')];
  const plate = getComputedStyle(document.documentElement).backgroundColor;
  const lost = [...document.querySelectorAll('body *')].filter((one) => {
    const { color, forcedColorAdjust } = getComputedStyle(one) as CSSStyleDeclaration & {
      readonly forcedColorAdjust: string;
    };
    const words = [...one.childNodes].some((child) => child instanceof Text && child.data.trim() !== '');
    return words && one.checkVisibility() && forcedColorAdjust === 'auto' && color === plate;
  });
  const same = (one: Element, colour: string) =>
    colour === ground(one) || colour === 'none' ? [(one.textContent || one.tagName).trim()] : [];
  return [
    ...lost.map((one) => `on its plate: ${one.textContent.trim()}`),
    ...links.flatMap((one) => same(one, getComputedStyle(one).color)),
    ...shapes.flatMap((one) => same(one, getComputedStyle(one).stroke)),
  ];
}

/** How far the page moved by itself while it was loaded: the sum of all layout shifts. */
export function measureLayoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => {
      resolve(sum);
    }, 100);
  });
}
