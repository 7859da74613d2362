import { expect, test } from 'vitest';
import { beginsWord, endsWord } from '../../../src/search/word-starts.ts';

test.each([
  ['ごみ処理', 'ごみ', true],
  ['市の環境', '環境', true],
  ['（環境）', '環境', true],
  ['お知らせ', 'お知らせ', true],
  ['町のお知らせ', 'お知らせ', true],
  ['職場環境', '環境', false],
  ['デジタル環境', '環境', false],
  ['生ごみ', 'ごみ', false],
  ['まごみ', 'ごみ', false],
  ['オンライン', 'ライン', false],
  ['wi-fi6', '6', false],
])('in %s, a word begins at %s: %s', (text, word, expected) => {
  expect(beginsWord(text, text.indexOf(word))).toBe(expected);
});

test.each([
  ['ごみ処理', 'ごみ', true],
  ['ごみの日', 'ごみ', true],
  ['環境課', '環境', true],
  ['バス停', 'バス', true],
  ['ごみる', 'ごみ', false],
  ['バスケット', 'バス', false],
  ['サーバー', 'サーバ', false],
  ['snsx', 'sns', false],
])('in %s, %s ends a word: %s', (text, word, expected) => {
  expect(endsWord(text, word.length)).toBe(expected);
});
