import { describe, expect, test } from 'vitest';
import { describeBand, explainMethodDifference, explainRating } from '../../../src/charts/rating-explanation.ts';
import { createTestBand, createTestBandBelow, createTestBandFrom } from '../../support/create-bands.ts';
import { explainTownRating, findPlainWords, town } from '../../support/town-ratings.ts';

const plain = findPlainWords();

test('a result that is rounded to the limit of its band is marked', () => {
  const { indicator, rating } = plain;
  const band = createTestBandFrom('B', 0.5, { high: 0.8 });
  expect(explainRating(indicator, { ...rating, method: 'own', band, measured: 0.7998 })).toEqual([
    '達成率が80%（丸めた数）なので、「50%以上、80%未満」の段に入ります。',
  ]);
});

test('a result in the lowest band is below a limit', () => {
  const { indicator, rating } = plain;
  const band = createTestBandBelow('C', 0.5);
  expect(explainRating(indicator, { ...rating, method: 'own', band, measured: 0.25 })).toEqual([
    '達成率が25%なので、「50%未満」の段に入ります。',
  ]);
});

test('a result in the band of the remaining values is explained so', () => {
  const { indicator, rating } = plain;
  const band = createTestBand('D');
  expect(explainRating(indicator, { ...rating, method: 'own', band, measured: 0.25 })).toEqual([
    '達成率が25%なので、「残りの値」の段に入ります。',
  ]);
});

describe('a rating by a plan’s own method', () => {
  test.each([
    ['mihon-minato/beach-cleanings', '達成率が50%なので、「50%以上、80%未満」の段に入ります。'],
    ['mihon-kurashi/bus-rides', '基準差が+3千人なので、「0千人より大きい」の段に入ります。'],
    [
      'mihon-tsunagari/events',
      '基準差が−2ポイントなので、「0ポイント以上」の段に入ります。境目の値との差が、誤差の3ポイント以内なら、境目の値と同じとみなします。',
    ],
    ['mihon-sogo/plain-words', '計画をつくった市区町村が判断して書いた評価です。'],
    ['mihon-manabi/concerts', '計画の評価のしかたに、あてはまる段がないので、評価しません。'],
    ['mihon-midori/burnt-waste', '計画の方法が使う値を、この指標では計算できないので、計画の方法では評価しません。'],
    ['mihon-sogo/known-news', '計画をつくった市区町村が書いた評価を、このサイトにまだのせていません。'],
  ])('is explained for %s', (id, words) => {
    expect(explainTownRating(id, 'own')).toBe(words);
  });
});

describe('a band is described', () => {
  const year = { text: '令和6年度', start: '2024-04-01', end: '2025-03-31' };

  test.each([
    ['by its limits', createTestBandFrom('A', 0.5, { high: 0.8 }), '達成率が50%以上、80%未満'],
    ['by one limit', createTestBandBelow('C', 0.2, { scale: 'pace' }), '進み方が20%未満'],
    [
      'by limits that it includes or not',
      createTestBand('A', { low: 0.1, high: 1, highIncluded: true }),
      '達成率が10%より大きく、100%以下',
    ],
    [
      'by a difference and its margin',
      createTestBandFrom('b', 0, { scale: 'difference', margin: 3 }),
      '基準差が0以上（誤差 3）',
    ],
    ['by its year', createTestBandFrom('A', 0.4, { year }), '令和6年度の達成率が40%以上'],
    ['as the remaining values', createTestBand('D'), '達成率がほかの段に入らない'],
    ['as a typed rating', createTestBand('Y', { scale: 'typed' }), '評価として、市区町村が書く'],
  ])('%s', (_name, band, description) => {
    expect(describeBand(band)).toBe(description);
  });
});

test('explains the difference between the methods for each computed scale', () => {
  const explain = (id: string) => {
    const own = town.ratingsOf(id).find(({ method }) => method === 'own');
    return own ? explainMethodDifference(own) : '';
  };
  expect(explain('mihon-manabi/tablets')).toContain('進んだ割合だけを見ます');
  expect(explain('mihon-midori/trees')).toContain('目標値の何%か');
  expect(explain('mihon-kurashi/bus-rides')).toContain('現状値より良いか悪いか');
  expect(explain('mihon-tsunagari/events')).toContain('誤差');
  expect(explain('mihon-sogo/plain-words')).toBe('');
});

test.each([
  ['評価の区切りがちがいます', { scale: 'pace' }, -1],
  ['誤差の中のちがい', { scale: 'difference', margin: 3 }, -1],
  ['現状値より良いか悪いか', { scale: 'difference', margin: 3 }, 0],
  ['現状値より良いか悪いか', { scale: 'difference-ratio', margin: 0 }, -1],
  ['現状値より良いか悪いか', { scale: 'difference', margin: 3 }, -4],
] as const)('says 「%s」 of a band with %j and the difference %d', (words, limits, difference) => {
  const band = createTestBand('B', limits);
  const figures = { ...plain.rating.figures, difference };
  expect(explainMethodDifference({ ...plain.rating, band, figures })).toContain(words);
});

test('says that the common method looks only at whether a target is met, if there is no way to it', () => {
  const explain = (achieved: number | null) => {
    const figures = { ...plain.rating.figures, achieved };
    return explainMethodDifference({ ...plain.rating, band: createTestBand('B', { scale: 'target-ratio' }), figures });
  };
  expect(explain(null)).toMatch(/共通の方法は、目標に届いているかどうかだけを見ます。$/);
  expect(explain(0.5)).toMatch(/共通の方法は、進んだ割合を過ぎた時間とくらべ、目標に届いたかどうかも見ます。$/);
});
