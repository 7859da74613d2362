import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPairFilter, createTextFilter, mayBeIn, mayContain } from '../../../../src/search/format/pair-filter.ts';
import { anyCharacter } from '../../../support/any-character.ts';

const listPairs = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));

test('every part of a text may be in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, minLength: 3 }), fc.nat(), fc.nat(), (text, from, length) => {
      const part = text.slice(from % text.length).slice(0, 1 + (length % text.length));
      expect(mayContain(createPairFilter(listPairs(text)), part)).toBe(true);
    }),
  );
});

test('most texts of other pairs are in none', () => {
  const filter = createPairFilter(listPairs('避難所の停電に備えて発電機を置きます。市民の声を聴きます。'));
  const others = ['花火大会の日程', '保育園の空き状況', '図書館の休館日', '水道料金の払い方'];
  expect(others.filter((text) => mayContain(filter, text))).toEqual([]);
});

test('a filter of pairs excludes more of the queries for which it is made', () => {
  const pairs = listPairs('避難所の停電に備えて発電機を置きます。市民の声を聴きます。');
  const queries = Array.from({ length: 400 }, (_, index) => String.fromCharCode(0x4e00 + index, 0x6000 + index));
  const count = (filter: Uint8Array) => queries.filter((query) => mayContain(filter, query)).length;
  expect(count(createPairFilter(pairs, queries))).toBeLessThan(count(createPairFilter(pairs)));
});

test('punctuation excludes nothing', () => {
  const filter = createPairFilter(listPairs('避難所の停電'));
  expect(['避難所、停電', '避難所(停電)', '避難所、花火大会'].map((text) => mayContain(filter, text))).toEqual([
    true,
    true,
    false,
  ]);
});

test('an empty filter excludes nothing', () => {
  expect(mayContain(new Uint8Array(), '何でも')).toBe(true);
});

test('a filter of texts has each of them, and few others', () => {
  const texts = Array.from({ length: 500 }, (_, index) => `語${index}`);
  const filter = createTextFilter(texts);
  expect(texts.filter((text) => !mayBeIn(filter, text))).toEqual([]);
  expect(texts.filter((text) => mayBeIn(filter, `${text}の`)).length).toBeLessThan(50);
  expect(mayBeIn(createTextFilter([]), '語')).toBe(false);
});

test('a filter of texts has none by chance that many queries contain', () => {
  const frequent = ['?', 'る?', '市の', 'ほしい', 'りたい', 'つてる', 'ない'];
  for (let size = 100; size < 160; size++) {
    const filter = createTextFilter(Array.from({ length: size }, (_, index) => `語${index}`));
    expect(frequent.filter((text) => mayBeIn(filter, text))).toEqual([]);
  }
});
