import { escapeXml } from './svg-text.ts';

/** The width of a strip, and the gap between its parts, in units of its view box. */
const [WIDTH, GAP] = [400, 3];

/** Draws a strip whose parts are as long as their counts. Parts with 0 are left out; empty if all are 0. */
export function drawShareStrip(
  parts: readonly { readonly title: string; readonly count: number }[],
  title: string,
): string {
  const shown = parts.filter(({ count }) => count > 0);
  if (shown.length === 0) return '';
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const partsWidth = WIDTH - GAP * (shown.length - 1);
  let x = 0;
  const rects = shown.map(({ count }, index) => {
    const width = (partsWidth * count) / total;
    // Neighbouring parts differ in opacity, so that their borders are visible although the colour is the same.
    const rect = `<rect x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="12" opacity="${index % 2 === 0 ? 1 : 0.65}"/>`;
    x += width + GAP;
    return rect;
  });
  const text = escapeXml(`${title}：${shown.map((part) => `${part.title} ${part.count}`).join('、')}`);
  return `<svg class="strip" viewBox="0 0 ${WIDTH} 12" preserveAspectRatio="none" role="img" aria-label="${text}">${rects.join('')}</svg>`;
}

/** For a larger count there are no squares: they are hard to count, and the text beside them contains the number. */
const MAX_UNIT_SQUARES = 60;
/** The width of a square, and the distance from one to the next, in pixels. */
const [SIZE, STEP] = [7, 9];

/** Draws a small square for each counted thing. Screen readers skip it: the text beside it contains the number. */
export function drawUnitSquares(count: number): string {
  if (count === 0 || count > MAX_UNIT_SQUARES) return '';
  const squares = Array.from(
    { length: count },
    (_, index) => `<rect x="${index * STEP}" y="0" width="${SIZE}" height="${SIZE}"/>`,
  );
  const width = count * STEP - (STEP - SIZE);
  return `<svg class="units" width="${width}" height="${SIZE}" viewBox="0 0 ${width} ${SIZE}" aria-hidden="true">${squares.join('')}</svg>`;
}
