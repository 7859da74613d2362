import { describe, expect, test } from 'vitest';
import { computeContrast, findLowContrast, formatBrandStyles } from '../../../src/model/brand-colours.ts';
import { readFileText } from '../../support/source-modules.ts';

/** The values of a token in tokens.css: on light pages, then on dark ones. */
const findToken = (name: string) =>
  [...(readFileText('src/styles/tokens.css') ?? '').matchAll(new RegExp(`--${name}: (#[0-9a-f]+);`, 'g'))].map(
    ([, value]) => value,
  );

test('contrast follows the formula of WCAG', () => {
  expect(computeContrast('#000000', '#ffffff')).toBe(21);
  expect(computeContrast('#ffffff', '#ffffff')).toBe(1);
  expect(computeContrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(computeContrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

describe('a main colour', () => {
  test('is readable on pages and under text', () => {
    expect(findLowContrast('#115a36', 'light')).toBeNull();
    expect(findLowContrast('#71c598', 'dark')).toBeNull();
    expect(findLowContrast('#6cb2eb', 'light')?.ratio).toBeCloseTo(2.11, 2);
    expect(findLowContrast('#1d4f91', 'dark')).not.toBeNull();
  });

  test('is refused if it is readable on white only, not on its own tint', () => {
    expect(computeContrast('#767676', '#ffffff')).toBeGreaterThan(4.5);
    expect(findLowContrast('#767676', 'light')?.ratio).toBeLessThan(4.5);
  });

  test('is measured on the backgrounds that pages have', () => {
    expect([findToken('paper'), findToken('wash'), findToken('on-brand')]).toEqual([
      ['#fff', '#161917'],
      ['#f5f8f6', '#1f2421'],
      ['#fff', '#0b0f0d'],
    ]);
  });

  test('replaces every token of the usual one, and leaves forced colours and paper', () => {
    const styles = formatBrandStyles({ light: '#1d4f91', dark: '#9cc3f5' });
    const tokens = (readFileText('src/styles/tokens.css') ?? '').match(/--brand[\w-]*(?=:)/g);
    expect(tokens).toContain('--brand');
    for (const token of tokens ?? []) expect(styles.split(`${token}: #`)).toHaveLength(3);
    expect(styles).toContain('@media screen and (forced-colors: none)');
  });
});
