import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareCodeUnits,
  compareReadings,
  formatKanjiNumber,
  getKanaRow,
  isDistinctiveWord,
  omitRepeatedReading,
  parseKanjiNumber,
  splitCharacterPairs,
  splitWords,
} from '../../../src/model/japanese-text.ts';
import { joinPatterns } from '../../../src/model/text-patterns.ts';

describe('a joined pattern', () => {
  test('has the flags of its alternatives, and the first alternative wins', () => {
    const joined = joinPatterns(/(a)b/g, /a(B)?/gi, /\p{Script=Han}/gu);
    expect([...joined.flags].toSorted().join('')).toBe('giu');
    expect('Ab漢ac'.match(joined)).toEqual(['Ab', '漢', 'a']);
    expect(joined.exec('aB')?.slice(1)).toEqual(['a', undefined]);
  });

  test('keeps the ends of each alternative', () => {
    const joined = joinPatterns(/^a$/, /^b/);
    expect(['a', 'ab', 'bc', 'cb'].filter((text) => joined.test(text))).toEqual(['a', 'bc']);
  });
});

describe('the row of a reading', () => {
  test.each([
    ['あいしーてぃー', 'あ行'],
    ['がいかくだんたい', 'か行'],
    ['かいぎ', 'か行'],
    ['ぱぶりっくこめんと', 'は行'],
    ['ゆうよう', 'や行'],
    ['わーく', 'わ行'],
    ['ガイカクダンタイ', 'か行'],
    ['ヴぃじょん', 'あ行'],
    ['', 'その他'],
    ['PFI', 'その他'],
  ])('%s is %s', (reading, row) => {
    expect(getKanaRow(reading)).toBe(row);
  });
});

test('texts are in the order of their code units, in which null is as an empty text', () => {
  expect(['ｱ', 'あ', 'a', null, 'B', ''].sort(compareCodeUnits)).toEqual([null, '', 'B', 'a', 'あ', 'ｱ']);
  expect([compareCodeUnits('あ', 'あ'), compareCodeUnits(null, '')]).toEqual([0, 0]);
});

test.each([
  ['アウトカム', 'あうとかむ', ''],
  ['まちづくり', 'まちづくり', ''],
  ['MaaS', 'まーす', 'まーす'],
  ['ICT', 'あいしーてぃー', 'あいしーてぃー'],
  ['財政', 'ざいせい', 'ざいせい'],
  ['バス路線', 'ばすろせん', 'ばすろせん'],
  ['財政', '', ''],
])('%s with the reading %s shows "%s"', (title, reading, shown) => {
  expect(omitRepeatedReading(title, reading)).toBe(shown);
});

describe('the order of readings', () => {
  test('has voiced and small letters next to their plain letters', () => {
    const sorted = ['きょうどう', 'ききん', 'ぎょうせい', 'きよう', 'かんり'].sort(compareReadings);
    expect(sorted).toEqual(['かんり', 'ききん', 'きよう', 'ぎょうせい', 'きょうどう']);
  });

  test('is the same in katakana', () => {
    expect(['はす', 'バス', 'はな', 'アユミ'].sort(compareReadings)).toEqual(['アユミ', 'はす', 'バス', 'はな']);
  });

  test('has plain, voiced and half-voiced letters in this order if everything else is equal', () => {
    expect(['ばす', 'はす', 'ぱす'].sort(compareReadings)).toEqual(['はす', 'ばす', 'ぱす']);
  });

  test.each([
    ['さあくる さーびす さいけん'],
    ['まーす まなびなおし'],
    ['こうひ コーヒ コーヒー こおり'],
    ['でーた データ でえた でじたる'],
  ])('has ー as the vowel that it lengthens: %s', (order) => {
    const sorted = order.split(' ');
    expect(sorted.toReversed().sort(compareReadings)).toEqual(sorted);
  });
});

describe('words of a text', () => {
  test.each([
    ['SNSを活用した情報発信', ['SNS', '活用', '情報発信']],
    ['デジタルサイネージの活用', ['デジタルサイネージ', '活用']],
    ['まちをつくる', []],
    ['市の声', []],
    ['Wi-Fi設置', ['Wi', 'Fi', '設置']],
    ['ＳＮＳやｽﾎﾟｰﾂ振興', ['SNS', 'スポーツ', '振興']],
  ])('of %s: %j', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  test('leave out the rest of a word that began in hiragana', () => {
    expect(splitWords('ひとり親家庭')).toEqual([]);
    expect(splitWords('お知らせと家庭')).toEqual(['家庭']);
  });

  test('are cut into neighbouring pairs, never across words', () => {
    expect(splitCharacterPairs('情報発信とDX')).toEqual(['情報', '報発', '発信', 'DX']);
  });
});

describe('a meaningful word', () => {
  test.each(['情報発信', 'ドローン', 'SNS', 'DX'])('is %s', (word) => {
    expect(isDistinctiveWord(word)).toBe(true);
  });

  test.each(['推進', '効率的', '利便性', 'デジタル化', '職員一人', 'Wi'])('is not %s', (word) => {
    expect(isDistinctiveWord(word)).toBe(false);
  });
});

describe('parseKanjiNumber', () => {
  test.each([
    ['十', 10],
    ['二十', 20],
    ['九十九', 99],
    ['十万', 100_000],
    ['一億二千三百万四千五', 123_004_005],
    ['〇', 0],
    ['百〇五', 105],
    ['一万〇五十', 10_050],
  ])('reads %s', (text, value) => {
    expect(parseKanjiNumber(text)).toBe(value);
  });

  test.each(['', '十二十', '万億', '百千', '五五十', '人', '万', '一万二億'])('finds no number in 「%s」', (text) => {
    expect(parseKanjiNumber(text)).toBeNull();
  });

  test.each(['〇十', '〇五十', '十〇', '十〇五', '百〇', '百〇十', '百〇二十', '二〇十', '百五〇', '一万〇', '〇万'])(
    'finds no number in 「%s」, whose 〇 is in no empty place',
    (text) => {
      expect(parseKanjiNumber(text)).toBeNull();
    },
  );

  test('is written as it is spoken', () => {
    expect([1, 10, 12, 20, 99].map(formatKanjiNumber)).toEqual(['一', '十', '十二', '二十', '九十九']);
  });

  test('reads the results of formatKanjiNumber', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (value) => {
        expect(parseKanjiNumber(formatKanjiNumber(value))).toBe(value);
      }),
    );
  });
});
