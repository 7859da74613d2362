import { describe, expect, test } from 'vitest';
import { describeShown, hasChosenTheme } from '../../../../src/components/browser/theme-filter.ts';

describe('the filter of a plan by theme', () => {
  test('keeps every item if no theme is chosen', () => {
    expect(hasChosenTheme('digital', [])).toBe(true);
    expect(hasChosenTheme('', [])).toBe(true);
    expect(hasChosenTheme(undefined, [])).toBe(true);
  });

  test('keeps the items that have any of the chosen themes', () => {
    expect(hasChosenTheme('finance digital', ['digital', 'services'])).toBe(true);
    expect(hasChosenTheme('finance', ['digital', 'services'])).toBe(false);
    expect(hasChosenTheme('', ['digital'])).toBe(false);
  });

  test('does not take a part of an id for a theme', () => {
    expect(hasChosenTheme('public-private', ['public'])).toBe(false);
  });

  test('says how many items it shows', () => {
    expect(describeShown('取組', 46, 6)).toBe('46の取組のうち、6を出しています。');
    expect(describeShown('取組', 46, 46)).toBe('46の取組をすべて出しています。');
  });
});
