import { describe, expect, test } from 'vitest';
import { describeShown, hasChosenValue } from '../../../../src/components/browser/choice-filter.ts';

describe('a filter by values', () => {
  test('keeps every item if no value is chosen', () => {
    expect(hasChosenValue('digital', [])).toBe(true);
    expect(hasChosenValue('', [])).toBe(true);
    expect(hasChosenValue(undefined, [])).toBe(true);
  });

  test('keeps the items that have any of the chosen values', () => {
    expect(hasChosenValue('finance digital', ['digital', 'services'])).toBe(true);
    expect(hasChosenValue('finance', ['digital', 'services'])).toBe(false);
    expect(hasChosenValue('', ['digital'])).toBe(false);
  });

  test('does not take a part of an id for a value', () => {
    expect(hasChosenValue('public-private', ['public'])).toBe(false);
  });

  test('says how many items it shows', () => {
    expect(describeShown('取組', 46, 6)).toBe('取組46件のうち、6件を表示しています。');
    expect(describeShown('取組', 46, 46)).toBe('取組46件をすべて表示しています。');
    expect(describeShown('取組', 2345, 1000)).toBe('取組2,345件のうち、1,000件を表示しています。');
  });
});
