import { describe, expect, test } from 'vitest';
import {
  describeNoResults,
  describeResults,
  describeError,
} from '../../../../../src/components/search/browser/search-messages.ts';
import { SearchError } from '../../../../../src/search/search-results.ts';

describe('the description of results', () => {
  test('counts exact and related results separately', () => {
    expect(describeResults('サーバー', 2, 0, [])).toBe('「サーバー」を含むものは2件です。');
    expect(describeResults('サーバ', 0, 3, [])).toBe(
      '近い言葉での結果が3件あります。「サーバ」を含むものはありません。',
    );
  });

  test('names the active filters', () => {
    expect(describeResults('防災', 0, 0, ['蕨市'])).toBe('蕨市の中に「防災」を含むものはありません。');
    expect(describeResults('市民', 4, 0, ['蕨市', '指標'])).toBe('蕨市・指標の中に「市民」を含むものは4件です。');
  });

  test('says what was searched, and that filters exclude results', () => {
    expect(describeNoResults(371, false)).toBe(
      '371の項目、指標、用語、文章などを調べました。短い言葉や、別の書き方でも試してください。',
    );
    expect(describeNoResults(371, true)).toContain('しぼりこみをはずす');
  });
});

test('an index that does not match the page is as outdated as one of a newer format', () => {
  const [mismatched, newer] = (['mismatched', 'newer-format'] as const).map((code) =>
    describeError(new SearchError(code, 'x')),
  );
  expect(mismatched).toBe(newer);
});

test('only an index with wrong bytes is said to be damaged', () => {
  expect(describeError(new SearchError('damaged', 'x'))).toContain('こわれています');
  expect(describeError(new TypeError('x'))).not.toContain('こわれています');
});

test('each error has a message of its own', () => {
  const codes = ['unreachable', 'no-script', 'damaged', 'newer-format'] as const;
  const messages = codes.map((code) => describeError(new SearchError(code, 'x')));
  messages.push(describeError(new TypeError('x')));
  expect(new Set(messages).size).toBe(messages.length);
  expect(messages.every((message) => message.endsWith('。'))).toBe(true);
});
