import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlightText, extractSnippet, type TextPart } from '../../../../src/search/query/text-snippet.ts';
import { normalizeSearchText, splitQuery } from '../../../../src/search/search-text.ts';
import { markWords } from '../../../../src/search/word-marks.ts';
import { anyCharacter } from '../../../support/any-character.ts';

const shown = (parts: readonly TextPart[]) => parts.map(({ text, marked: is }) => (is ? `[${text}]` : text)).join('');
const plain = (parts: readonly TextPart[]) => parts.map(({ text }) => text).join('');
const row = (text: string) => ({
  id: 'a',
  kind: 'node' as const,
  plan: null,
  municipality: null,
  themes: [],
  names: [],
  url: '/',
  title: '',
  text,
  page: null,
});

describe('marks are on the text as it is written', () => {
  test.each([
    ['ＳＮＳの活用', 'sns', '[ＳＮＳ]の活用'],
    ['㈱まちづくり', '株', '[㈱]まちづくり'],
    ['ﾃﾞｼﾞﾀﾙ化', 'デジ', '[ﾃﾞｼﾞ]ﾀﾙ化'],
    ['デジ タル\n化', 'ジタル化', 'デ[ジ タル\n化]'],
    ['葛\u{e0100}飾', '葛飾', '[葛\u{e0100}飾]'],
    ['𩸽の𩸽', '𩸽', '[𩸽]の[𩸽]'],
    ['市民市民', '市民', '[市民市民]'],
    ['がぎぐ', 'ぎ', 'が[ぎ]ぐ'],
    ['ΑΣ', 'ς', 'Α[Σ]'],
    ['市民', '税', '市民'],
    ['raising AIの活用', 'ai', 'raising [AI]の活用'],
    ['施策1-1-2と1-2', '1-2', '施策1-1-2と[1-2]'],
    ['PR project', 'pr', '[PR] project'],
  ])('%j for %j', (text, query, expected) => {
    expect(shown(highlightText(text, splitQuery(query)))).toBe(expected);
  });

  test('and keep every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', maxLength: 2 }), (text, query) => {
        expect(plain(highlightText(text, splitQuery(query)))).toBe(text);
      }),
    );
  });

  test('and exist for every piece of a text', () => {
    const piece = fc
      .tuple(fc.string({ unit: anyCharacter }), fc.nat(), fc.integer({ min: 1, max: 5 }))
      .map(([text, at, length]) => {
        const form = normalizeSearchText(text);
        const from = at % Math.max(1, form.length);
        return { text, word: form.slice(from, from + length) };
      })
      .filter(({ text, word }) => word !== '' && markWords(text).includes(markWords(word)));
    fc.assert(
      fc.property(piece, ({ text, word }) => {
        const marks = highlightText(text, [word]).filter((part) => part.marked);
        expect(marks.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a snippet', () => {
  const long = `${'あ'.repeat(100)}市民${'い'.repeat(100)}市民と税${'う'.repeat(100)}`;

  test('shows the part with most of the words', () => {
    expect(shown(extractSnippet(row(long), ['市民', '税'], 10))).toBe('…いいいいい[市民]と[税]ううううううううううう…');
  });

  test('counts only the words that it shows', () => {
    const text = `${'い'.repeat(50)}甲${'あ'.repeat(5)}乙${'あ'.repeat(5)}丙${'い'.repeat(100)}甲と乙と丙${'う'.repeat(100)}`;
    expect(shown(extractSnippet(row(text), ['甲', '乙', '丙'], 7))).toContain('[甲]と[乙]と[丙]');
  });

  test('counts no Latin word in the middle of another', () => {
    const text = `市民raising${'あ'.repeat(100)}AIと市民${'い'.repeat(100)}`;
    expect(shown(extractSnippet(row(text), ['ai', '市民'], 7))).toContain('[AI]と[市民]');
  });

  test('of several parts with as many words shows one with a word that is given twice', () => {
    const text = `柏市${'あ'.repeat(100)}避難所${'い'.repeat(100)}`;
    expect(shown(extractSnippet(row(text), ['柏市', '避難所'], 5))).toBe('[柏市]ああああああああ…');
    expect(shown(extractSnippet(row(text), ['柏市', '避難所', '避難所'], 5))).toBe('…ああ[避難所]いいいいい…');
    expect(shown(extractSnippet(row(long), ['市民', '税', '市民'], 10))).toContain('[市民]と[税]');
  });

  test('is the beginning if the text contains no word', () => {
    expect(shown(extractSnippet(row(long), ['税金'], 5))).toBe('ああああああああああ…');
  });

  test('is all of a short text', () => {
    expect(shown(extractSnippet(row('市民の声'), ['声'], 40))).toBe('市民の[声]');
  });

  test.each([
    ['市民（個人や団体）、事業者と協働して、まちをつくります。', '事業者'],
    ['蕨市 75,454人（2025年10月1日）、柏市 435,302人（2025年10月1日）。', '柏市'],
  ])('is all of a text that fits, with its beginning: %s', (text, word) => {
    expect(shown(extractSnippet(row(text), [word], 60))).toBe(text.replace(word, `[${word}]`));
  });

  test.each([
    [
      'begins with a part of a sentence',
      '蕨市 75,454人（2025年10月1日）、柏市 435,302人、',
      '平塚市',
      34,
      '…柏市 435,302人、[平塚市]',
    ],
    ['begins with a line', `${'あ'.repeat(50)}。蕨市 7人\n令和2年の`, '調査', 20, '…令和2年の[調査]い'],
    ['begins before the examples of a word', '市民（個人や団体）、', '事業者', 20, '市民（個人や団体）、[事業者]い'],
    ['begins before a year in two forms', '令和5年度（2023年度）、', '市民', 60, '令和5年度（2023年度）、[市民]い'],
    ['keeps a number that is the word', '金額は合計で', '75,454', 10, '…額は合計で[75,454]い'],
  ])('%s', (_, before, word, around, expected) => {
    const text = `${before}${word}${'い'.repeat(100)}`;
    expect(shown(extractSnippet(row(text), [word], around))).toContain(expected);
  });

  test.each([
    [['柏市'], '…[柏市] 算定なし（2024年度）、平塚市 19.2%'],
    [['柏'], '…[柏]市 算定なし（2024年度）、平塚市 19.2%'],
    [['柏原市'], '…[柏原市] −5.2%（2024年度）\nこれからの'],
    [['調査', '推計', '平塚市'], '…[平塚市] 19.2%（2024年度）、柏原市 −5.2%'],
    [['推計', '推計', '蕨市'], '[蕨市] 7%（2024年度）、柏市 算定なし'],
    [['平塚', '柏市', '平塚'], '…[柏市] 算定なし（2024年度）、[平塚]市'],
    [['推計'], '…これからの人口の[推計]'],
  ])('of values of cities begins with that of a named city, or with a sentence: %j', (words, expected) => {
    const values = '蕨市 7%（2024年度）、柏市 算定なし（2024年度）、平塚市 19.2%（2024年度）、柏原市 −5.2%（2024年度）';
    const text = `${values}\nこれからの人口の推計と、調査です。${'い'.repeat(100)}`;
    expect(shown(extractSnippet(row(text), words, 30)).startsWith(expected)).toBe(true);
  });

  test('ends before a number', () => {
    const text = `${'あ'.repeat(20)}平塚市は257,765人です${'い'.repeat(100)}`;
    expect(shown(extractSnippet(row(text), ['平塚市'], 5))).toBe('…ああ[平塚市]は…');
  });

  test('cuts no surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('𩸽', '市') }), fc.integer({ min: 1, max: 8 }), (text, around) => {
        expect(plain(extractSnippet(row(text), ['市'], around))).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }),
    );
  });
});
