import { describe, expect, test } from 'vitest';
import { everydayWords, selectEverydayWords } from '../../../../src/search/index/everyday-words.ts';
import { normalizeSearchText } from '../../../../src/search/search-text.ts';

describe('the list of everyday words', () => {
  test('says each word once', () => {
    const said = everydayWords.map(([word]) => normalizeSearchText(word));
    expect(said.filter((word, place) => said.indexOf(word) !== place)).toEqual([]);
  });

  test('leads to other words than the one that was said, each once', () => {
    const odd = everydayWords.filter(
      ([said, ...written]) => new Set([said, ...written]).size <= written.length,
    );
    expect(odd).toEqual([]);
  });

  test('holds no single character and no two kana, which stand by chance within other words', () => {
    expect(everydayWords.filter(([said]) => said.length < 2 || /^[ぁ-ゖ]{2}$/u.test(said))).toEqual([]);
  });

  test('is left with what the texts hold', () => {
    expect(selectEverydayWords(['災害のときは避難所へ'])).toContainEqual(['逃げ', '避難']);
    expect(selectEverydayWords(['災害のときは避難所へ'])).not.toContainEqual(
      expect.arrayContaining(['納付']),
    );
    expect(selectEverydayWords([])).toEqual([]);
  });
});
