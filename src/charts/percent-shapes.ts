import { escapeXml, formatShare } from './svg-text.ts';

/** A value on the axis of a picture. */
export interface AxisPosition {
  /** In per cent of the width: 0 on the left, 100 on the right. */
  readonly x: number;
  /** The edge at which a value outside the axis is cut; null inside the axis. */
  readonly cut: 'left' | 'right' | null;
}

/** Returns the position of a value on a linear axis; a value outside the axis is at its edge. */
export function locateOnAxis(value: number, low: number, high: number): AxisPosition {
  const x = ((value - low) / (high - low)) * 100;
  if (x < 0) return { x: 0, cut: 'left' };
  return x > 100 ? { x: 100, cut: 'right' } : { x, cut: null };
}

/** Returns an SVG line from top to bottom. */
export const drawUpright = (classes: string, x: number, top: number | string, bottom: number | string) =>
  `<line class="${classes}" x1="${formatShare(x)}" x2="${formatShare(x)}" y1="${top}" y2="${bottom}"/>`;

/** Returns an SVG rectangle between two positions. */
export function drawBar(
  classes: string,
  [a, b]: readonly [number, number],
  top: number | string,
  height: number | string,
): string {
  const [left, right] = [Math.min(a, b), Math.max(a, b)];
  return `<rect class="${classes}" x="${formatShare(left)}" width="${formatShare(right - left)}" y="${top}" height="${height}"/>`;
}

/** Returns the hatched bar of a result worse than the baseline: slanted dashes. A pattern would need an id per bar. */
export function drawHatchedBar([a, b]: readonly [number, number], top: number, height: number): string {
  const [left, right] = [Math.min(a, b), Math.max(a, b)];
  return (
    `<svg x="${formatShare(left)}" width="${formatShare(right - left)}" y="${top}" height="${height}">` +
    `<line class="back-hatch" x1="${-height}" x2="100%" y1="${height / 2}" y2="${height / 2}" stroke-width="${height}" transform="translate(${height}) skewX(-45)"/></svg>` +
    drawBar('back', [a, b], top, height)
  );
}

/** Returns a path at a position; its coordinates are pixels from there. */
export const drawPathAt = (classes: string, x: number, y: number, path: string) =>
  `<svg x="${formatShare(x)}" y="${y}" width="1" height="1" overflow="visible"><path class="${classes}" d="${path}"/></svg>`;

/** Returns the sign of a value outside the axis: ‹ beyond the left edge, › beyond the right one. */
export const drawCut = (edge: 'left' | 'right', y: number) =>
  edge === 'left' ? drawPathAt('cut', 0, y, 'M-4 -9l-7 9l7 9') : drawPathAt('cut', 100, y, 'M4 -9l7 9l-7 9');

/** Returns an SVG circle at a position; radius and height are in pixels. */
export const drawDot = (classes: string, x: number, y: number, radius: number) =>
  `<circle class="${classes}" cx="${formatShare(x)}" cy="${y}" r="${radius}"/>`;

/** Returns a text at a position; `dx` is its distance from there in pixels. */
export function drawTextAt(
  classes: string,
  [x, y]: readonly [x: number, y: number | string],
  text: string,
  { anchor = 'start', dx = 0 }: { readonly anchor?: 'start' | 'middle' | 'end'; readonly dx?: number } = {},
): string {
  const shift = dx === 0 ? '' : ` dx="${dx}"`;
  const alignment = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text class="${classes}" x="${formatShare(x)}" y="${y}"${shift}${alignment}>${escapeXml(text)}</text>`;
}
