import { describe, expect, test } from 'vitest';
import { everyday, everydayOf } from '../../../src/search/everyday.ts';
import { normal } from '../../../src/search/normal.ts';

describe('the list of everyday words', () => {
  test('says each word once', () => {
    const said = everyday.map(([word]) => normal(word));
    expect(said.filter((word, place) => said.indexOf(word) !== place)).toEqual([]);
  });

  test('leads to other words than the one that was said, each once', () => {
    const odd = everyday.filter(([said, ...written]) => new Set([said, ...written]).size <= written.length);
    expect(odd).toEqual([]);
  });

  test('holds no single character and no two kana, which stand by chance within other words', () => {
    expect(everyday.filter(([said]) => said.length < 2 || /^[ぁ-ゖ]{2}$/u.test(said))).toEqual([]);
  });

  test('is left with what the texts hold', () => {
    expect(everydayOf(['災害のときは避難所へ'])).toContainEqual(['逃げ', '避難']);
    expect(everydayOf(['災害のときは避難所へ'])).not.toContainEqual(expect.arrayContaining(['納付']));
    expect(everydayOf([])).toEqual([]);
  });
});
