import { escapeXml } from './svg-text.ts';

/** One part of a strip: what it is, and how many. */
export interface StripPart {
  readonly title: string;
  readonly count: number;
}

const WIDTH = 400;
const GAP = 3;

/** A strip whose parts are as long as their counts; parts without any are left out, and where none has any, the strip is empty. */
export function drawShareStrip(parts: readonly StripPart[], title: string): string {
  const shown = parts.filter(({ count }) => count > 0);
  if (shown.length === 0) return '';
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const room = WIDTH - GAP * (shown.length - 1);
  let x = 0;
  const rects = shown.map(({ count }, at) => {
    const width = (room * count) / total;
    // Neighbours differ in strength too, so that the cuts show in one colour.
    const rect = `<rect x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="12" opacity="${at % 2 === 0 ? 1 : 0.65}"/>`;
    x += width + GAP;
    return rect;
  });
  const text = escapeXml(`${title}：${shown.map((part) => `${part.title} ${part.count}`).join('、')}`);
  return `<svg class="strip" viewBox="0 0 ${WIDTH} 12" preserveAspectRatio="none" role="img" aria-label="${text}">${rects.join('')}</svg>`;
}

/** More squares than this are no longer seen at a glance: the words beside them say the number alone. */
const MOST = 60;
const SIZE = 7;
const STEP = 9;

/** A row of small squares, one for each thing counted: read at a glance, counted if wanted. Words beside it say the number. */
export function drawUnitSquares(count: number): string {
  if (count === 0 || count > MOST) return '';
  const squares = Array.from(
    { length: count },
    (_, at) => `<rect x="${at * STEP}" y="0" width="${SIZE}" height="${SIZE}"/>`,
  );
  const width = count * STEP - (STEP - SIZE);
  return `<svg class="units" width="${width}" height="${SIZE}" viewBox="0 0 ${width} ${SIZE}" aria-hidden="true">${squares.join('')}</svg>`;
}
