import { readFileSync } from 'node:fs';
import { lab, lch, rgb } from 'd3';
import { describe, expect, test } from 'vitest';
import { computeContrast } from '../../src/model/brand-colours.ts';

const primitives = readFileSync('node_modules/@digital-go-jp/design-tokens/dist/tokens.css', 'utf8');
const [light = '', dark = ''] = readFileSync('src/styles/tokens.css', 'utf8').split('prefers-color-scheme: dark');

/** Returns the colours of the cities, in their order. */
const readColours = (css: string): string[] =>
  [...css.matchAll(/--city-\d: var\((--[\w-]+)\)/g)].map(
    ([, name = '']) => new RegExp(`${name}: (#[0-9a-f]{6})`).exec(primitives)?.[1] ?? '',
  );

/** How a colour looks without one kind of cones, in linear RGB (Machado, Oliveira and Fernandes, 2009). */
const SIGHTS = {
  'all cones': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152, 1.053, -0.205, 0.115, 0.786, 0.099, -0.004, -0.048, 1.052],
  deuteranopia: [0.367, 0.861, -0.228, 0.28, 0.673, 0.047, -0.012, 0.043, 0.969],
};

function see(colour: string, matrix: readonly number[]) {
  const { r, g, b } = rgb(colour);
  const linear = [r, g, b].map((value) => (value / 255) ** 2.2);
  const [red = 0, green = 0, blue = 0] = [0, 3, 6].map((row) => {
    const sum = linear.reduce((total, value, at) => total + value * (matrix[row + at] ?? 0), 0);
    return 255 * Math.min(Math.max(sum, 0), 1) ** (1 / 2.2);
  });
  return lab(rgb(red, green, blue));
}

describe.each([
  ['light', light, '#ffffff'],
  ['dark', dark, '#161917'],
])('the colours of the first five cities on %s pages', (_scheme, css, paper) => {
  const colours = readColours(css).slice(0, 5);

  test.each(Object.entries(SIGHTS))('differ with %s', (_sight, matrix) => {
    const seen = colours.map((colour) => see(colour, matrix));
    const distances = seen.flatMap((a, at) =>
      seen.slice(at + 1).map((b) => Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b)),
    );
    expect(distances).toHaveLength(10);
    expect(Math.min(...distances)).toBeGreaterThan(12);
  });

  // Pale squares look empty, and pale lines have no colour.
  test('are no greys', () => {
    expect(colours).toHaveLength(5);
    for (const colour of colours) expect(lch(colour).c, colour).toBeGreaterThan(25);
  });

  test('are readable', () => {
    for (const colour of colours) expect(computeContrast(colour, paper), colour).toBeGreaterThan(4.5);
  });
});
