import { describe, expect, test } from 'vitest';
import {
  beginsWord,
  endsWord,
  listFilterStarts,
  listQueryStarts,
  listSpokenForms,
} from '../../../src/search/word-starts.ts';

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
  ['集める', '集', true],
])('in %s, %s ends a word: %s', (text, word, expected) => {
  expect(endsWord(text, word.length)).toBe(expected);
});

describe('the starts of forms for the filter', () => {
  test.each([
    ['税金', '税金はいつ'],
    ['シャッター', 'しゃったーの店'],
    ['売る', '売らない'],
    ['逃げる', '逃げたい'],
    ['課', '課のこと'],
    ['課', '課'],
    ['人が減る', '人 減ってる'],
    ['税金を払う', '税金って払う'],
    ['進んでいる', '進んでる'],
  ])('find %s in the query %s', (form, query) => {
    const starts = listFilterStarts([form]);
    expect(listQueryStarts(query, 0).some((start) => starts.includes(start))).toBe(true);
  });

  test.each(['の窓口', 'の 窓口', 'にSNS', 'を払う', ' 窓口'])('are not at a particle: %s', (query) => {
    expect(listQueryStarts(query, 0)).toEqual([]);
  });

  test.each([
    ['税金', 0],
    ['市税は', 1],
  ])('are no single character of a compound: %s at %i', (query, position) => {
    expect(listQueryStarts(query, position)).not.toContain('税');
  });

  test('leave out a start that begins with another of two units or three', () => {
    expect(listFilterStarts(['税', '税金', '税金の額', '市税'])).toEqual(['税', '税金', '市税']);
  });
});

describe('the spoken forms of a text', () => {
  test('have other particles after the first word, and none', () => {
    expect(listSpokenForms('人が減る')).toEqual([
      '人減る',
      '人を減る',
      '人が減る',
      '人は減る',
      '人も減る',
      '人って減る',
      '人の減る',
    ]);
  });

  test.each(['見直す', 'ながら', '窓口で待つ', '税金が'])('are only the text itself: %s', (form) => {
    expect(listSpokenForms(form)).toEqual([form]);
  });
});
