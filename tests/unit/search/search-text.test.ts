import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeSearchText, splitQuery, toHiragana, toKatakana } from '../../../src/search/search-text.ts';
import { markWords } from '../../../src/search/word-marks.ts';

test('converting kana keeps all other characters', () => {
  expect(toHiragana('マドグチの案内ー・A')).toBe('まどぐちの案内ー・A');
  expect(toKatakana('まどぐちの案内ー・A')).toBe('マドグチノ案内ー・A');
});

test('converts the first and the last kana, and no character beside them', () => {
  // U+3041 to U+3096 and U+30A1 to U+30F6.
  expect(toHiragana('゠ァヶヷ')).toBe('゠ぁゖヷ');
  expect(toKatakana('\u3040ぁゖ\u3097')).toBe('\u3040ァヶ\u3097');
});

describe('the normalized form', () => {
  test.each([
    ['ＳＮＳ', 'sns'],
    ['ﾃﾞｼﾞﾀﾙ', 'デジタル'],
    ['第１ 章\n①', '第1章1'],
    ['葛\u{e0100}飾', '葛飾'],
    ['☎\ufe0e', '☎'],
    ['\u200e子\u00ad育\u200bて', '子育て'],
    ['市民　参画', '市民参画'],
    ['１－１−1‐1–1ー1', '1-1-1-1-1-1'],
    ['サーバー1ー', 'サーバー1ー'],
    ['オープンデ－タ、サ―バ‐の、Wi-Fi、コロナ-19', 'オープンデータ、サーバーの、wi-fi、コロナ-19'],
  ])('of %j is %j', (text, form) => {
    expect(normalizeSearchText(text)).toBe(form);
  });

  test('is the same for full and half width', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normalizeSearchText(wide(text))).toBe(normalizeSearchText(text));
      }),
    );
  });
});

test.each([
  ['ＡＩとRaising', 'AiとＲaising'],
  ['PR project', 'PrＰroject'],
  ['5g Wi-Fi', '5GWi-Fi'],
  ['City’s', 'Ｃity’s'],
  ['1-2 11-1-2', '1\u2012211\u20131\u20132'],
  ['令和6-7年度', '令和6\u20127年度'],
  ['2024-04-01、03-1234-5678', '2024-04-01、03-1234-5678'],
])('Latin words and numbers of items of %j are marked in %j', (text, form) => {
  expect(markWords(text)).toBe(form);
});

test('a query is split at white space of any width', () => {
  expect(splitQuery(' デジタル　サイネージ\tSNS ')).toEqual(['デジタル', 'サイネージ', 'sns']);
});
