import { describe, expect, test } from 'vitest';
import {
  describeNoResults,
  describeOtherWords,
  describeResults,
  describeError,
} from '../../../../../src/components/search/browser/search-messages.ts';
import { SearchError } from '../../../../../src/search/search-results.ts';

describe('what is said of an answer', () => {
  test('counts what contains the words apart from what came by others', () => {
    expect(describeResults('サーバー', 2, 0, [])).toBe('「サーバー」を含むもの 2件。');
    expect(describeResults('サーバ', 0, 3, [])).toBe('「サーバ」を含むものはありません。近い言葉での結果 3件。');
  });

  test('names the filters that are on, so that nothing is said of what they leave out', () => {
    expect(describeResults('防災', 0, 0, ['蕨市'])).toBe('蕨市の中に「防災」を含むものはありません。');
    expect(describeResults('市民', 4, 0, ['蕨市', '指標'])).toBe('蕨市・指標の中に「市民」を含むもの 4件。');
  });

  test('names the other words', () => {
    expect(describeOtherWords(['サーバー', '鯖'])).toBe('「サーバー」、「鯖」でも探しました。');
    expect(describeOtherWords([])).toBe('');
  });

  test('says what was looked through, and that filters leave things out', () => {
    expect(describeNoResults(371, false)).toContain('371');
    expect(describeNoResults(371, true)).toContain('絞り込みをはずす');
  });
});

test('each trouble has words of its own, and none is silent', () => {
  const codes = ['unreachable', 'damaged', 'newer-format'] as const;
  const told = codes.map((code) => describeError(new SearchError(code, 'x')));
  told.push(describeError(new TypeError('x')));
  expect(new Set(told).size).toBe(told.length);
  expect(told.every((words) => words.endsWith('。'))).toBe(true);
});
