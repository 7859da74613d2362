import { describe, expect, test } from 'vitest';
import { extractQueryTerms } from '../../../../src/search/query/query-terms.ts';
import { WordForms } from '../../../../src/search/query/word-variants.ts';

/** Returns the terms of a query that no word of the table explains. */
const listTerms = (query: string) => extractQueryTerms(query, new WordForms([])).terms;

describe('the term of a year', () => {
  test.each([
    // Plans that were written before 令和 say 平成35年度.
    ['令和5年度', ['平成35', 'h35', '令和5', 'r5', '2023'], '令和5'],
    ['r5', ['平成35', 'h35', '令和5', 'r5', '2023'], 'r5'],
    ['2023年', ['平成35', 'h35', '令和5', 'r5', '2023'], '2023'],
    ['昭和50年', ['昭和50', 's50', '1975'], '昭和50'],
  ])('finds %s in each form, and the written one counts most', (query, all, written) => {
    const [term] = listTerms(query);
    expect(term?.words.map(({ word }) => word)).toEqual(all);
    expect(term?.words.filter(({ weight }) => weight === 1).map(({ word }) => word)).toEqual([written]);
  });
});

test.each(['令和五五十年', '平成99年'])('%s, which no calendar has, is a term without a year', (query) => {
  const words = listTerms(query).flatMap((term) => term.words.map(({ word }) => word));
  expect(words[0]).toBe(query);
  expect(words).not.toContain('0');
  expect(words).not.toContain('NaN');
});

describe('a kanji with one kana', () => {
  test.each([
    ['空きを', '空き', 1],
    ['届け', '届け', 1],
    ['空いた', '空い', 0.3],
    ['動くと', '動く', 0.3],
  ])('of %s is the term %s with the importance %d of a noun or a verb', (query, text, importance) => {
    expect(listTerms(query).map((term) => [term.text, term.importance])).toEqual([[text, importance]]);
  });
});

test('a single letter, digit or kana of katakana is no term', () => {
  expect(listTerms('計画 a 5 ア').map(({ text }) => text)).toEqual(['計画']);
});

test.each([
  ['LINE登録者数', ['line', '登録者数']],
  ['LINE 登録者数', ['line', '登録者数']],
  ['LINE登録者数は何人', ['line', '登録者数']],
  ['LINE登録', ['登録者数']],
  ['LINE登録者', ['登録者数', '者']],
  ['LINE登録の登録者数', ['登録者数', '登録者数']],
  ['LINE17の登録者数', ['line', '登録者数']],
  ['LINE2025', ['line', '2025']],
  ['LINEs17', ['lines17']],
])('a word that takes the beginning of another is divided: the terms of %s are %j', (query, expected) => {
  const rows = [['line'], ['登録者数', 'line登録']].map((forms) => ({
    forms,
    planWords: [],
    role: 'subject' as const,
  }));
  const { terms } = extractQueryTerms(query.toLowerCase(), new WordForms(rows));
  expect(terms.map(({ text }) => text)).toEqual(expected);
});
