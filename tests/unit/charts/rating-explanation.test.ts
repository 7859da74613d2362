import { describe, expect, test } from 'vitest';
import { describeScope } from '../../../src/charts/change-words.ts';
import { describeAggregation, describeDirection, explainRating } from '../../../src/charts/rating-explanation.ts';
import type { Indicator } from '../../../src/tables/indicators.ts';
import { explainTownRating, findPlainWords, town } from '../../support/town-ratings.ts';

const plain = findPlainWords();

describe('a rating by the common method', () => {
  test('is explained by all its values', () => {
    expect(explainTownRating('mihon-sogo/plain-words')).toBe(
      '期間の60%が過ぎました。令和7年度の実績81%は、現状値40%（令和4年度）から目標値80%以上（令和9年度）までの道のりの102.5%のところです。' +
        '同じ歩みなら、そのときの目安は約64%です。実績は、目安より約17ポイント大きい値です（大きいほうがよい指標です）。',
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
    expect(explainTownRating('mihon-sogo/savings')).toMatch(/^令和7年度末の実績9.2%（速報）を、/);
    expect(explainTownRating('mihon-sogo/sns-followers')).toContain('令和7年度末の実績17.0千人（速報）は、');
  });

  test('quotes a target that has words', () => {
    const { indicator, rating } = plain;
    const target = { ...indicator.target, text: '10分まで減らす' };
    expect(explainRating({ ...indicator, target }, rating)[0]).toMatch(
      /から目標値「10分まで減らす」（[^）]*）までの道のりの/,
    );
  });

  test('is explained in the unit of the plan, no more precisely than the way allows', () => {
    expect(explainTownRating('mihon-sogo/sns-followers')).toContain(
      '目安は約16.8千人です。実績は、目安より約0.2千人大きい値です（大きいほうがよい指標です）。',
    );
    expect(explainTownRating('mihon-midori/trees')).toContain(
      '目安は約600本です。実績は、目安より約20本大きい値です（大きいほうがよい指標です）。',
    );
    expect(explainTownRating('mihon-manabi/concerts')).toContain('目安は約5回です。実績は、目安とほぼ同じ値です。');
  });

  test('has index numbers without a unit', () => {
    const { indicator, rating } = plain;
    const [baseline, target] = [
      { ...indicator.baseline, text: '40' },
      { ...indicator.target, text: '80' },
    ];
    const words = explainRating({ ...indicator, unit: '指数', baseline, target }, rating).join('');
    expect(words).toContain('そのときの目安は約64です。実績は、目安より約17大きい値です（大きいほうがよい指標です）。');
  });

  test('is compared with the target itself when its time has come', () => {
    expect(explainTownRating('mihon-manabi/tablets')).toMatch(
      /90%のところです。実績は、目標値より20台小さい値です（大きいほうがよい指標です）。$/,
    );
    expect(explainTownRating('mihon-sogo/online-procedures')).toMatch(
      /実績は、目標値より2ポイント小さい値です（大きいほうがよい指標です）。$/,
    );
    const { indicator, rating } = plain;
    const latest = indicator.latest && { ...indicator.latest, value: indicator.target.value };
    const figures = { ...rating.figures, expected: indicator.target.value };
    expect(explainRating({ ...indicator, latest }, { ...rating, figures }).at(-1)).toBe('実績は、目標値と同じ値です。');
  });

  test('explains how far a result went in the wrong direction', () => {
    expect(explainTownRating('mihon-tsunagari/events')).toMatch(
      /現状値[^。]+より後退し、その幅は、目標値[^。]+までの差の20%です。/,
    );
    expect(explainTownRating('mihon-tsunagari/events')).toContain(
      '約8ポイント小さい値です（大きいほうがよい指標です）。',
    );
  });

  test('says if smaller values are better', () => {
    expect(explainTownRating('mihon-sogo/wait-time')).toMatch(/大きい値です（小さいほうがよい指標です）。$/);
  });

  test('explains what a target to maintain is compared with', () => {
    expect(explainTownRating('mihon-sogo/same-day-answers')).toMatch(
      /^令和7年度の実績95.4%を、目標値「95%以上」とくらべました。/,
    );
  });

  test.each([
    ['bulletin-boards', '指標が終わった'],
    ['park-visitors', '数え方が変わり'],
    ['answers-published', '目標値がない'],
    ['forecast-readers', '目標が「増加」なので'],
    ['phone-lessons', '現状値より後の実績が、くらべられる数字で書かれていない'],
    ['known-news', '調査に答えた人が120人で'],
    ['short-visits', '計画をつくったときの、数で書かれた値がない'],
    ['example-users', '時点が「計画策定時」で'],
    ['evening-meetings', '目標値4回は現状値と同じで、計画に良い方向が書かれていません。'],
    ['easy-forms', '目標が「概ね80%」というおおよその数で'],
  ])('explains why %s is not rated', (slug, words) => {
    expect(explainTownRating(`mihon-sogo/${slug}`)).toContain(words);
  });
});

test('a target that counts over another time is quoted with the reason', () => {
  const { indicator, rating } = plain;
  const monthly = { ...indicator, target: { ...indicator.target, text: '月2回' } };
  expect(explainRating(monthly, { ...rating, status: 'not-rated', reason: 'counted-differently' }).join('')).toMatch(
    /^目標の「月2回」と、現状値や実績が、同じ数え方.*評価しません。$/,
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
    [
      'one number for a range',
      createAimed(90, '81%', 81, { direction: 'range' }),
      '範囲がわからないので、同じ値かどうかだけを見ます。',
    ],
    [
      'every year',
      createAimed(70, '毎年度95%以上', 95, { direction: 'increase' }),
      '毎年の目標なので、その年に届いているかどうかだけを見ます。',
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
    expect(explain(null)).toContain('現状値より後の実績が、くらべられる数字で書かれていないので');
    expect(explain('mihon/hill')).toContain('現状値より後の全体の実績が、くらべられる数字で書かれていないので');
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
  expect(explainRating(indicator, { ...rating, figures })[0]).toMatch(/^期間はすべて過ぎました。/);
});

test.each([
  ['植えた木の数', 'annual', 'その年の値（単年）'],
  ['1日平均の利用者数', 'annual', 'その年の値（単年）'],
  ['植えた木の数（累計）', null, '積み上げた値（累計）'],
  ['植えた木の数（累計）', 'point', 'ある時点の値'],
  ['植えた木の数', null, '計画からはわかりません'],
] as const)('%s with the 集計 %s counts as “%s”', (title, aggregation, words) => {
  expect(describeAggregation({ title, aggregation })).toBe(words);
});
