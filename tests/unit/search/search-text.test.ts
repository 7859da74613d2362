import { describe, expect, test } from 'vitest';
import { normalizeSearchText, splitQuery, toHiragana, toKatakana } from '../../../src/search/search-text.ts';
import fc from 'fast-check';

test('kana change their script, and nothing else changes', () => {
  expect(toHiragana('マドグチの案内ー・A')).toBe('まどぐちの案内ー・A');
  expect(toKatakana('まどぐちの案内ー・A')).toBe('マドグチノ案内ー・A');
});

describe('the form in which texts are searched', () => {
  test.each([
    ['ＳＮＳ', 'sns'],
    ['ﾃﾞｼﾞﾀﾙ', 'デジタル'],
    ['第１ 章\n①', '第1章1'],
    ['葛\u{e0100}飾', '葛飾'],
    ['☎\ufe0e', '☎'],
    ['市民　参画', '市民参画'],
  ])('of %j is %j', (text, form) => {
    expect(normalizeSearchText(text)).toBe(form);
  });

  test('is the same in full width and in half', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normalizeSearchText(wide(text))).toBe(normalizeSearchText(text));
      }),
    );
  });
});

test('a query is cut at white space of any width', () => {
  expect(splitQuery(' デジタル　サイネージ\tSNS ')).toEqual(['デジタル', 'サイネージ', 'sns']);
});
