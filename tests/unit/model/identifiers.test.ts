import { describe, expect, test } from 'vitest';
import { ItemCode, PairId, RecordSlug, PageUrl } from '../../../src/model/identifiers.ts';

function accepted(schema: { safeParse: (text: string) => { success: boolean } }, texts: readonly string[]) {
  return texts.filter((text) => schema.safeParse(text).success);
}

describe('a slug', () => {
  test('consists of lower-case letters and digits, separated by single hyphens', () => {
    const good = ['mihon', 'mihon-keikaku', 'r2', '2'];
    expect(accepted(RecordSlug, [...good, '', '-a', 'a-', 'a--b', 'A', 'a_b', '見本', 'a b'])).toEqual(good);
  });

  test('has at most 64 characters', () => {
    expect(accepted(RecordSlug, ['a'.repeat(64), 'a'.repeat(65)])).toEqual(['a'.repeat(64)]);
  });
});

test('a code is like a slug, separated by underscores', () => {
  expect(accepted(ItemCode, ['33_1_1', 'o1', '1', '33-1', '_1', '1__2'])).toEqual(['33_1_1', 'o1', '1']);
});

test('an id of two parts has exactly one slash', () => {
  expect(accepted(PairId, ['mihon/north', 'mihon-keikaku/1_1', 'mihon', 'a/b/c', '/a'])).toEqual([
    'mihon/north',
    'mihon-keikaku/1_1',
  ]);
});

test('a URL path begins and ends with a slash, or has an anchor after the last slash', () => {
  expect(accepted(PageUrl, ['/', '/plans/a/', '/plans/a/#1_1', '/plans/a', 'plans/a/', '/plans/a#1'])).toEqual([
    '/',
    '/plans/a/',
    '/plans/a/#1_1',
  ]);
});
