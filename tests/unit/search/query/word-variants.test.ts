import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  listKanaReadings,
  listSimilarWords,
  listSpellingVariants,
  mayBeMisspelled,
  toNewForms,
  WordForms,
} from '../../../../src/search/query/word-variants.ts';

const rows = [
  '逃げる',
  '払う',
  '古い',
  'まちづくり',
  'さびれる',
  '市役所 しやくしょ',
  '人',
  '進んでいる',
  '予算が減る',
  '楽しむ',
  'みる',
  'しる',
  '屋根の太陽光',
].map((forms) => ({
  forms: forms.split(' '),
  planWords: [],
  role: 'subject' as const,
}));
const forms = new WordForms(rows);

test.each([
  ['逃げたい', '逃げる', 2],
  ['逃げて', '逃げる', 2],
  ['払って', '払う', 2],
  ['払わない', '払う', 2],
  ['古くて', '古い', 2],
  ['さびれた町', 'さびれる', 3],
  ['まちづくりの会', 'まちづくり', 5],
  ['しゃくしょ', '市役所', 5],
  ['シヤクショ', '市役所', 5],
  ['人が', '人', 1],
  ['進んでる？', '進んでいる', 4],
  ['予算は減って', '予算が減る', 5],
  ['予算減らす', '予算が減る', 4],
  ['予算 減った', '予算が減る', 5],
  ['屋根 太陽光', '屋根の太陽光', 6],
  ['しりたい', 'しる', 2],
  ['しった', 'しる', 2],
  ['しらない', 'しる', 2],
  ['しれば', 'しる', 2],
  ['しるひと', 'しる', 2],
  ['みられる', 'みる', 2],
])('%s begins with a form of %s', (query, title, length) => {
  const [found] = forms.findAt(query, 0, () => true);
  expect([found?.row.forms[0], found?.length]).toEqual([title, length]);
});

test.each(['逃亡', '払底', '人口', '楽しい', 'みどり', 'みらい', 'みりょく', 'しりょう', '屋根太陽光'])(
  '%s does not begin with a form',
  (query) => {
    expect(forms.findAt(query, 0, () => true)).toEqual([]);
  },
);

test('the longest form comes first', () => {
  const both = new WordForms(['住民', '住民票'].map((form) => ({ forms: [form], planWords: [], role: 'subject' })));
  expect(both.findAt('住民票は', 0, () => true).map(({ row }) => row.forms[0])).toEqual(['住民票', '住民']);
});

test.each([
  ['hoikuen', 'ほいくえん'],
  ['gakkou', 'がっこう'],
  ['matchi', 'まっち'],
  ['shichousha', 'しちょうしゃ'],
  ['kyoudou', 'きょうどう'],
  ['jinkou', 'じんこう'],
  ['shinbunsha', 'しんぶんしゃ'],
  ["kin'yuu", 'きんゆう'],
  ['tsunami', 'つなみ'],
  ['shimbun', 'しんぶん'],
  ['beddo', 'べっど'],
  ['fukushi', 'ふくし'],
  ['syoubou', 'しょうぼう'],
  ['zyouhou', 'じょうほう'],
  ['jyouhou', 'じょうほう'],
  ['jōhō', 'じょうほう'],
  ['kyûshoku', 'きゅうしょく'],
  ['chatgpt', 'chatgpt'],
  ['ごみ', 'ごみ'],
])('%s in hiragana is %s', (text, kana) => {
  expect(listKanaReadings([text])[0] ?? text).toBe(kana);
});

test('a word in katakana may be without the dots between its parts', () => {
  expect(listSpellingVariants('ケース・ワーク')).toContain('ケースワーク');
});

test('a word in katakana may be without the long vowels within it', () => {
  expect(listSpellingVariants('データベース')).toContain('デタベス');
});

test('a short word in katakana keeps the long vowel within it', () => {
  expect(listSpellingVariants('カード')).not.toContain('カド');
});

test.each([
  ['金澤市', '金沢市'],
  ['平塚市總合計畫', '平塚市総合計画'],
  ['一斉に交渉する', '一斉に交渉する'],
  ['齋藤さんの渡邊', '斎藤さんの渡辺'],
])('%s with new forms of characters is %s', (text, expected) => {
  expect(toNewForms(text)).toBe(expected);
});

/** Words of different letters. */
const words = fc.uniqueArray(fc.constantFrom(...'あいうえおかきくけこ'.split('')), { minLength: 5, maxLength: 8 });

test('a word is similar to itself with one character wrong, missing or too many', () => {
  fc.assert(
    fc.property(words, fc.nat(4), (letters, at) => {
      const word = letters.join('');
      const similar = [letters.with(at, 'ん'), letters.toSpliced(at, 1), letters.toSpliced(at, 0, 'ん')];
      for (const other of similar) expect(listSimilarWords(other.join(''), [word])).toEqual([word]);
    }),
  );
});

test('a word is not similar to itself, or to itself with two characters wrong', () => {
  fc.assert(
    fc.property(words, fc.nat(3), (letters, at) => {
      const others = [letters, letters.with(at, 'ん').with(4, 'ん'), letters.toSpliced(at, 1).with(3, 'ん')];
      expect(
        listSimilarWords(
          letters.join(''),
          others.map((other) => other.join('')),
        ),
      ).toEqual([]);
    }),
  );
});

test('two letters may begin a word of at most four', () => {
  expect(listSimilarWords('pt', ['ptsd', 'ptsds', 'apt'])).toEqual(['ptsd']);
});

test.each([
  ['住民評議', true],
  ['3000', false],
  ['1,000', false],
])('%s may be misspelled: %s', (word, expected) => {
  expect(mayBeMisspelled(new Uint8Array(), word)).toBe(expected);
});

test('a Latin word of four letters is no misspelling of another', () => {
  expect(listSimilarWords('card', ['care', 'cards'])).toEqual([]);
  expect(listSimilarWords('budgt', ['budget'])).toEqual(['budget']);
});
