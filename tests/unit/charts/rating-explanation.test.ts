import { describe, expect, test } from 'vitest';
import { describeScope } from '../../../src/charts/change-words.ts';
import {
  describeAggregation,
  describeBand,
  describeDirection,
  explainMethodDifference,
  explainRating,
} from '../../../src/charts/rating-explanation.ts';
import type { Indicator } from '../../../src/tables/indicators.ts';
import { createTestBand, createTestBandBelow, createTestBandFrom } from '../../support/create-bands.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';

const town = openSharedSite(EXAMPLE_SITE);

function explained(id: string, method: 'linear' | 'own' = 'linear'): string {
  const indicator = town.indicators.find((one) => one.id === id);
  const rating = town.ratingsOf(id).find((one) => one.method === method);
  return indicator && rating ? explainRating(indicator, rating).join('') : 'no such rating';
}

/** An indicator of the town whose target is 80%以上, with its rating by the common method. */
function findPlainWords() {
  const indicator = town.indicators.find(({ id }) => id === 'mihon-sogo/plain-words');
  const rating = town.ratingsOf('mihon-sogo/plain-words').find(({ method }) => method === 'linear');
  if (!indicator || !rating) throw new Error('no such rating');
  return { indicator, rating };
}
const plain = findPlainWords();

describe('a rating by the common method', () => {
  test('is explained by all its values', () => {
    expect(explained('mihon-sogo/plain-words')).toBe(
      '期間の60%が過ぎました。令和7年度の実績81%は、現状値40%（令和4年度）から目標値80%以上（令和9年度）までの道のりの102.5%のところです。' +
        '同じ歩みなら、そのときの目安は約64%です。実績は、目安より約17ポイント大きい値です。',
    );
  });

  test('names the time of a baseline once', () => {
    const { indicator, rating } = plain;
    const baseline = { ...indicator.baseline, text: '40%（令和4年度）' };
    expect(explainRating({ ...indicator, baseline }, rating).join('')).toContain(
      'は、現状値40%（令和4年度）から目標値',
    );
  });

  test('says that a result is preliminary', () => {
    expect(explained('mihon-sogo/savings')).toMatch(/^令和7年度末の実績9.2%（速報）を、/);
    expect(explained('mihon-sogo/sns-followers')).toContain('令和7年度末の実績17.0千人（速報）は、');
  });

  test('quotes a target that has words', () => {
    const { indicator, rating } = plain;
    const target = { ...indicator.target, text: '10分まで減らす' };
    expect(explainRating({ ...indicator, target }, rating)[0]).toMatch(
      /から目標値「10分まで減らす」（[^）]*）までの道のりの/,
    );
  });

  test('is explained in the unit of the plan, no more precisely than the way allows', () => {
    expect(explained('mihon-sogo/sns-followers')).toContain(
      '目安は約16.8千人です。実績は、目安より約0.2千人大きい値です。',
    );
    expect(explained('mihon-midori/trees')).toContain('目安は約600本です。実績は、目安より約20本大きい値です。');
    expect(explained('mihon-manabi/concerts')).toContain('目安は約5回です。実績は、目安とほぼ同じ値です。');
  });

  test('is compared with the target itself when its time has come', () => {
    expect(explained('mihon-manabi/tablets')).toMatch(/90%のところです。実績は、目標値より20台小さい値です。$/);
    expect(explained('mihon-sogo/online-procedures')).toMatch(/実績は、目標値より2ポイント小さい値です。$/);
    const { indicator, rating } = plain;
    const latest = indicator.latest && { ...indicator.latest, value: indicator.target.value };
    const figures = { ...rating.figures, expected: indicator.target.value };
    expect(explainRating({ ...indicator, latest }, { ...rating, figures }).at(-1)).toBe('実績は、目標値と同じ値です。');
  });

  test('explains how far a result went in the wrong direction', () => {
    expect(explained('mihon-tsunagari/events')).toContain('までの道のりの20%だけ、遠ざかっています。');
    expect(explained('mihon-tsunagari/events')).toContain('約8ポイント小さい値です。');
  });

  test('explains what a target to maintain is compared with', () => {
    expect(explained('mihon-sogo/same-day-answers')).toMatch(
      /^令和7年度の実績95.4%を、目標値「95%以上」とくらべました。/,
    );
  });

  test.each([
    ['bulletin-boards', '指標が終わった'],
    ['park-visitors', '数え方が変わり'],
    ['answers-published', '目標値がない'],
    ['forecast-readers', '目標が「増加」なので'],
    ['phone-lessons', '現状値より後の、数で書かれた実績がない'],
    ['known-news', '調査に答えた人が120人で'],
    ['short-visits', '計画をつくったときの、数で書かれた値がない'],
    ['example-users', '時点が「計画策定時」で'],
    ['evening-meetings', '目標値4回は現状値と同じで、計画に良い方向が書かれていません。'],
    ['easy-forms', '目標が「概ね80%」というおおよその数で'],
  ])('explains why %s is not rated', (slug, words) => {
    expect(explained(`mihon-sogo/${slug}`)).toContain(words);
  });
});

test('a target that counts over another time is quoted with the reason', () => {
  const { indicator, rating } = plain;
  const monthly = { ...indicator, target: { ...indicator.target, text: '月2回' } };
  expect(explainRating(monthly, { ...rating, status: 'not-rated', reason: 'counted-differently' }).join('')).toMatch(
    /^目標の「月2回」と、現状値や実績が、同じ間の数.*評価しません。$/,
  );
});

/** Returns the indicator with another baseline, target (as printed and its number) and 良い方向. */
function createAimed(baseline: number | null, text: string, value: number | null, given: Partial<Indicator> = {}) {
  const { indicator } = plain;
  const comparator = text.includes('以上') ? '>=' : text.includes('～') ? 'within' : null;
  return {
    ...indicator,
    direction: null,
    ...given,
    baseline: { ...indicator.baseline, value: baseline, text: `${baseline}%` },
    target: { ...indicator.target, text, value, comparator },
  } as const;
}

describe('a result that has no share of the way', () => {
  const figures = { ...plain.rating.figures, achieved: null };

  test.each([
    ['a range', createAimed(40, '40～60%', null), '範囲の目標なので、その中にあるかどうかだけを見ます。'],
    ['the word 維持', createAimed(95, '95%を維持', 95), '保つ目標なので、保たれているかどうかだけを見ます。'],
    [
      'the direction 維持',
      createAimed(95, '95%以上', 95, { direction: 'maintain' }),
      '保つ目標なので、保たれているかどうかだけを見ます。',
    ],
    ['no baseline', createAimed(null, '95%以上', 95), '数で書かれた現状値がないので、届いているかどうかだけを見ます。'],
    ['the baseline', createAimed(95, '95%', 95), '目標値が現状値と同じなので、同じ値かどうかだけを見ます。'],
    [
      'a target that was met before',
      createAimed(99, '95%以上', 95),
      '現状値がすでに目標に届いているので、届いているかどうかだけを見ます。',
    ],
  ])('is compared with %s', (_, indicator, sentence) => {
    expect(explainRating(indicator, { ...plain.rating, figures })).toEqual([
      `令和7年度の実績81%を、目標値「${indicator.target.text}」とくらべました。${sentence}`,
    ]);
  });
});

describe('a result is not rated', () => {
  const unknown = '増えるのと減るのと、どちらがよいのかがわからないので、評価しません。';

  test.each([
    [
      createAimed(40, '80%以上', 80, { direction: 'decrease' }),
      '目標値「80%以上」が、良い方向「減少」と合わないので、評価しません。',
    ],
    [
      createAimed(90, '80%に増加', 80),
      '目標値「80%に増加」の言葉と、現状値90%からの向きが合わないので、評価しません。',
    ],
    [createAimed(80, '80%を維持', 80), `目標値「80%を維持」を保つ目標ですが、ちがう値になったとき、${unknown}`],
    [
      createAimed(80, '80%', 80, { direction: 'range' }),
      '範囲の目標ですが、目標値「80%」から範囲がわからないので、評価しません。',
    ],
    [
      createAimed(null, '80%', 80),
      `計画に良い方向が書かれておらず、現状値から目標値への向きからもわかりません。${unknown}`,
    ],
  ])('if its direction is unknown: %#', (indicator, sentence) => {
    expect(explainRating(indicator, { ...plain.rating, reason: 'direction-unknown' })).toEqual([sentence]);
  });

  test('if there is none for the whole municipality', () => {
    const rating = { ...plain.rating, reason: 'not-measured' } as const;
    const results = town.observationsOf('mihon-sogo/meeting-people');
    const explain = (zone: string | null) =>
      explainRating(plain.indicator, rating, describeScope(results.filter((one) => one.zone === zone))).join('');
    expect(explain(null)).toContain('現状値より後の、数で書かれた実績がないので');
    expect(explain('mihon/hill')).toContain('現状値より後の、数で書かれた全体の実績がないので');
  });

  test('if no text names its unknown time', () => {
    const { indicator, rating } = plain;
    const baseline = { ...indicator.baseline, period: { text: '', start: null, end: null } };
    expect(explainRating({ ...indicator, baseline }, { ...rating, reason: 'period-unknown' })).toEqual([
      '時点がわからないので、評価しません。',
    ]);
  });
});

test.each([
  [createAimed(40, '80%', 80, { direction: 'increase' }), '増加'],
  [createAimed(40, '80%以上', 80), '書かれていません（目標値の「80%以上」という書き方で判断します）'],
  [createAimed(40, '80%', 80), '書かれていません（現状値から目標値への向きから、増えるとよいとみます）'],
  [createAimed(90, '80%', 80), '書かれていません（現状値から目標値への向きから、減るとよいとみます）'],
  [createAimed(80, '80%', 80), '計画からはわかりません'],
  [createAimed(80, '増加', null), '書かれていません'],
])('the better direction is described: %#', (indicator, words) => {
  expect(describeDirection(indicator)).toBe(words);
});

test('a result at its baseline is not a step back', () => {
  const { indicator, rating } = plain;
  const figures = { ...rating.figures, achieved: 0, elapsed: null, expected: null };
  expect(explainRating(indicator, { ...rating, figures })).toEqual([
    '令和7年度の実績81%は、現状値40%（令和4年度）から目標値80%以上（令和9年度）までの道のりの0%のところです。',
  ]);
});

test('a result after the time of the target says that all of the time has passed', () => {
  const { indicator, rating } = plain;
  const figures = { ...rating.figures, elapsed: 1.2 };
  expect(explainRating(indicator, { ...rating, figures })[0]).toMatch(/^期間の100%が過ぎました。/);
});

test('a result that is rounded to the limit of its band is marked', () => {
  const { indicator, rating } = plain;
  const band = createTestBandFrom('B', 0.5, { high: 0.8 });
  expect(explainRating(indicator, { ...rating, method: 'own', band, measured: 0.7998 })).toEqual([
    '達成率が80%（丸めた数）なので、「50%以上、80%より下」の段に入ります。',
  ]);
});

test('a result in the lowest band is below a limit', () => {
  const { indicator, rating } = plain;
  const band = createTestBandBelow('C', 0.5);
  expect(explainRating(indicator, { ...rating, method: 'own', band, measured: 0.25 })).toEqual([
    '達成率が25%なので、「50%より下」の段に入ります。',
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
    ['mihon-minato/beach-cleanings', '達成率が50%なので、「50%以上、80%より下」の段に入ります。'],
    ['mihon-kurashi/bus-rides', '基準差が+3千人なので、「0千人より上」の段に入ります。'],
    [
      'mihon-tsunagari/events',
      '基準差が−2ポイントなので、「0ポイント以上」の段に入ります。境目の値との差が、誤差の3ポイント以内なら、境目の値と同じとみなします。',
    ],
    ['mihon-sogo/plain-words', '計画をつくった市区町村が判断して書いた評価です。'],
    ['mihon-manabi/concerts', '計画の評価のしかたに、あてはまる段がないので、評価しません。'],
    ['mihon-midori/burnt-waste', '計画の評価のしかたで使う値が、この指標にはないので、評価しません。'],
    ['mihon-sogo/known-news', '計画をつくった市区町村が書いた評価を、このサイトにまだのせていません。'],
  ])('is explained for %s', (id, words) => {
    expect(explained(id, 'own')).toBe(words);
  });
});

describe('a band is described', () => {
  const year = { text: '令和6年度', start: '2024-04-01', end: '2025-03-31' };

  test.each([
    ['by its limits', createTestBandFrom('A', 0.5, { high: 0.8 }), '達成率が50%以上、80%より下'],
    ['by one limit', createTestBandBelow('C', 0.2, { scale: 'pace' }), '進み具合が20%より下'],
    [
      'by limits that it includes or not',
      createTestBand('A', { low: 0.1, high: 1, highIncluded: true }),
      '達成率が10%より上、100%以下',
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

test.each([
  ['植えた木の数', 'annual', 'その年の値（単年）'],
  ['1日平均の利用者数', 'annual', 'その年の値（単年）'],
  ['植えた木の数（累計）', null, '積み重ねた値（累計）'],
  ['植えた木の数（累計）', 'point', 'ある時点の値'],
  ['植えた木の数', null, '計画からはわかりません'],
] as const)('%s with the 集計 %s counts as “%s”', (title, aggregation, words) => {
  expect(describeAggregation({ title, aggregation })).toBe(words);
});
