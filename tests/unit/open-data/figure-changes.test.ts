import { describe, expect, test } from 'vitest';
import {
  findIndicatorChanges,
  findInterimChanges,
  findRatingChanges,
  findResultChanges,
} from '../../../src/open-data/figure-changes.ts';
import type {
  ReleasedIndicator,
  ReleasedObservation,
  ReleasedRating,
  ReleasedTarget,
} from '../../../src/open-data/released-tables.ts';

/* The indicator and its figures are invented. */

const createIndicator = (different: Partial<ReleasedIndicator> = {}): ReleasedIndicator => ({
  id: 'mihon-keikaku/bus',
  title: 'バスの利用者',
  municipality: 'mihon',
  plan: 'mihon-keikaku',
  node: null,
  unit: '人',
  direction: 'increase',
  aggregation: 'annual',
  state: 'continuing',
  baseline_value: 1200,
  baseline_text: '1,200',
  baseline_period: '令和4年度',
  baseline_end: '2023-03-31',
  target_value: 1500,
  target_comparator: null,
  target_low: null,
  target_high: null,
  target_text: '1,500',
  target_period: '令和10年度',
  target_start: '2028-04-01',
  target_end: '2029-03-31',
  ...different,
});

const YEAR = { period: '令和6年度', start: '2024-04-01', end: '2025-03-31' };
const NEXT_YEAR = { period: '令和7年度', start: '2025-04-01', end: '2026-03-31' };

const createTarget = (value: number, different: Partial<ReleasedTarget> = {}): ReleasedTarget => ({
  indicator: 'mihon-keikaku/bus',
  kind: 'interim',
  comparator: null,
  low: null,
  high: null,
  set: null,
  ...YEAR,
  value,
  text: String(value),
  ...different,
});

const createResult = (value: number | null, different: Partial<ReleasedObservation> = {}): ReleasedObservation => ({
  indicator: 'mihon-keikaku/bus',
  role: 'result',
  zone: null,
  unit: '人',
  certainty: 'final',
  ...YEAR,
  value,
  text: String(value ?? '集計中'),
  rating: '',
  ...different,
});

/** What each change of the indicator has. */
const SAME = {
  record: 'mihon-keikaku/bus',
  title: 'バスの利用者',
  municipality: 'mihon',
  plan: 'mihon-keikaku',
  unit: '人',
  zone: null,
  period: '',
};

describe('a change has its numbers, their unit and the present names', () => {
  const old = createIndicator({ title: 'バスに乗った人' });

  test('of a target', () => {
    const now = createIndicator({ target_value: 1400, target_text: '1,400以上' });
    expect(findIndicatorChanges(old, now)).toEqual([
      { ...SAME, kind: 'target-lowered', before: '1,500人', after: '1,400人以上', beforeValue: 1500, afterValue: 1400 },
    ]);
  });

  test('of a baseline', () => {
    const now = createIndicator({ baseline_value: 1100, baseline_text: '1,100' });
    const words = { before: '1,200人（令和4年度）', after: '1,100人（令和4年度）' };
    expect(findIndicatorChanges(old, now)).toEqual([
      { ...SAME, kind: 'baseline-changed', ...words, beforeValue: 1200, afterValue: 1100 },
    ]);
  });

  test('of a baseline without a time', () => {
    const [change] = findIndicatorChanges(
      createIndicator({ baseline_period: '' }),
      createIndicator({ baseline_value: 1100, baseline_text: '1,100', baseline_period: '' }),
    );
    expect([change?.before, change?.after]).toEqual(['1,200人', '1,100人']);
  });

  test('of an interim target, with its period', () => {
    expect(
      findInterimChanges(
        old,
        createIndicator(),
        [createTarget(1300, { text: '1,300以上' })],
        [createTarget(1250, { text: '1,250以上' })],
      ),
    ).toEqual([
      {
        ...SAME,
        kind: 'interim-target-lowered',
        period: '令和6年度',
        before: '1,300人以上',
        after: '1,250人以上',
        beforeValue: 1300,
        afterValue: 1250,
      },
    ]);
  });

  test('of a result, with its zone and period', () => {
    const zone = 'mihon/north';
    expect(findResultChanges(createIndicator(), [createResult(1, { zone })], [createResult(2, { zone })])).toEqual([
      {
        ...SAME,
        kind: 'result-corrected',
        zone,
        period: '令和6年度',
        before: '1人',
        after: '2人',
        beforeValue: 1,
        afterValue: 2,
      },
    ]);
  });
});

test.each([
  ['provisional', 'final'],
  ['provisional', 'provisional'],
  ['final', 'final'],
] as const)('a number (%s) that became a text (%s) is corrected, which needs a reason', (certainty, present) => {
  const [past, now] = [createResult(120, { certainty }), createResult(null, { certainty: present })];
  expect(findResultChanges(createIndicator(), [past], [now]).map(({ kind }) => kind)).toEqual(['result-corrected']);
});

describe('what an indicator measures', () => {
  const findWords = (before: Partial<ReleasedIndicator>, after: Partial<ReleasedIndicator>) =>
    findIndicatorChanges(createIndicator(before), createIndicator(after))
      .filter(({ kind }) => kind === 'redefined')
      .map((change) => [change.before, change.after]);

  test.each<[string, Partial<ReleasedIndicator>, Partial<ReleasedIndicator>, string[][]]>([
    ['is another unit', {}, { unit: '台' }, [['単位：人', '単位：台']]],
    ['is the same if its unit has another spelling', {}, { unit: '名' }, []],
    ['is another direction', {}, { direction: 'decrease' }, [['良い方向：増加', '良い方向：減少']]],
    ['is no direction any more', {}, { direction: null }, [['良い方向：増加', '']]],
    ['is said to be another', {}, { state: 'definition-changed' }, [['', '状態：定義変更']]],
    ['is not another if it ends after that', { state: 'definition-changed' }, { state: 'ended' }, []],
    [
      'has several changes',
      {},
      { unit: '台', aggregation: 'cumulative' },
      [['単位：人、集計：単年', '単位：台、集計：累計']],
    ],
    ['is the same if it was unknown before', { unit: '', direction: null, aggregation: null }, {}, []],
  ])('%s', (_what, before, after, expected) => {
    expect(findWords(before, after)).toEqual(expected);
  });
});

describe('a baseline', () => {
  const findKinds = (before: Partial<ReleasedIndicator>, after: Partial<ReleasedIndicator>) =>
    findIndicatorChanges(createIndicator(before), createIndicator(after)).map(({ kind }) => kind);

  test.each<[string, Partial<ReleasedIndicator>, Partial<ReleasedIndicator>, string[]]>([
    ['in other words is the same number', {}, { baseline_text: '1.2千人' }, []],
    ['is another one without 約', { baseline_text: '約1,200人' }, { baseline_text: '1,200人' }, ['baseline-changed']],
    ['in another unit is the same number', { unit: '千人', baseline_value: 1.2, target_value: 1.5 }, {}, ['redefined']],
    ['at another time is another one', {}, { baseline_end: '2024-03-31' }, ['baseline-changed']],
    [
      'without a number is another one in other words',
      { baseline_value: null, baseline_text: '集計中' },
      { baseline_value: null, baseline_text: '未集計' },
      ['baseline-changed'],
    ],
    [
      'without a number is the same in wide characters',
      { baseline_value: null, baseline_text: '(調査中)' },
      { baseline_value: null, baseline_text: '（調査中）' },
      [],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(findKinds(before, after)).toEqual(expected);
  });
});

describe('interim targets', () => {
  const find = (before: ReleasedTarget[], after: ReleasedTarget[], now: Partial<ReleasedIndicator> = {}) =>
    findInterimChanges(createIndicator(), createIndicator(now), before, after).map(
      ({ kind, period, beforeValue, afterValue }) => [kind, period, beforeValue, afterValue],
    );

  test('are compared by their times, and final ones are left out', () => {
    const added = createTarget(1350, NEXT_YEAR);
    expect(find([createTarget(1300)], [added, createTarget(1500, { kind: 'final' })])).toEqual([
      ['interim-target-added', '令和7年度', null, 1350],
      ['interim-target-removed', '令和6年度', 1300, null],
    ]);
  });

  test.each([
    ['', '2026-04-01'],
    ['2025-04-01', '2026-04-01'],
  ])('for one time count in the order in which they were set: %s, %s', (first, last) => {
    const targets = [createTarget(1250, { set: last }), createTarget(1300, { set: first || null })];
    expect(find([createTarget(1300)], targets)).toEqual([['interim-target-lowered', '令和6年度', 1300, 1250]]);
  });

  test('are only changed if they measure something else', () => {
    expect(find([createTarget(1300)], [createTarget(1250)], { aggregation: 'cumulative' })).toEqual([
      ['interim-target-changed', '令和6年度', 1300, 1250],
    ]);
  });
});

describe('results', () => {
  const find = (before: ReleasedObservation[], after: ReleasedObservation[]) =>
    findResultChanges(createIndicator(), before, after).map(({ kind, zone, period, beforeValue, afterValue }) => [
      kind,
      zone,
      period,
      beforeValue,
      afterValue,
    ]);

  test('of another zone or time are other results', () => {
    const [north, south] = ['mihon/north', 'mihon/south'];
    const after = [createResult(2, { zone: north }), createResult(3, NEXT_YEAR)];
    expect(find([createResult(1, { zone: south })], after)).toEqual([
      ['result-added', north, '令和6年度', null, 2],
      ['result-added', null, '令和7年度', null, 3],
      ['result-removed', south, '令和6年度', 1, null],
    ]);
  });

  test('do not contain the baseline', () => {
    expect(find([], [createResult(1, { role: 'baseline' })])).toEqual([]);
  });

  test('count by the final one, wherever it is', () => {
    const [final, provisional] = [createResult(1), createResult(2, { certainty: 'provisional' })];
    expect(find([final], [provisional, final])).toEqual([]);
    expect(find([final], [final, provisional])).toEqual([]);
  });

  test('are the same in another unit', () => {
    expect(find([createResult(1200)], [createResult(1.2, { unit: '千人' })])).toEqual([]);
  });

  test.each([
    ['約1,200人', '1,200人', ['result-corrected']],
    ['1,200人', '1,200人程度', ['result-corrected']],
    ['約1,200人', '1,200人程度', []],
  ])('%s and %s are the same only if both are 約', (past, now, expected) => {
    const found = find([createResult(1200, { text: past })], [createResult(1200, { text: now })]);
    expect(found.map(([kind]) => kind)).toEqual(expected);
  });

  test('are the same number of another kind, which is a change of the definition', () => {
    expect(find([createResult(1200)], [createResult(1200, { unit: '台' })])).toEqual([]);
    expect(find([createResult(1200)], [createResult(1300, { unit: '台' })])).toEqual([
      ['result-corrected', null, '令和6年度', 1200, 1300],
    ]);
  });

  test.each([
    ['A', 'B', ['result-rating-changed A B']],
    ['A', '', ['result-rating-changed A ']],
    ['A', 'Ａ', []],
    ['', 'B', []],
  ])('that the municipality rated %j and rates %j', (before, after, expected) => {
    const [past, now] = [createResult(1, { rating: before }), createResult(1, { rating: after })];
    const found = findResultChanges(createIndicator(), [past], [now]);
    expect(found.map((one) => `${one.kind} ${one.before} ${one.after}`)).toEqual(expected);
  });

  test('that are only announced, or stay so in the same words, are not changes', () => {
    expect(find([createResult(null)], [])).toEqual([]);
    expect(find([], [createResult(null)])).toEqual([]);
    expect(find([createResult(null)], [createResult(null, { text: '集計 中' })])).toEqual([]);
  });

  test('that are missing for another reason are corrected', () => {
    const changed = [['result-corrected', null, '令和6年度', null, null]];
    expect(find([createResult(null)], [createResult(null, { text: '非公表' })])).toEqual(changed);
  });

  test('that stay provisional with the same number are not changes', () => {
    const provisional = createResult(1, { certainty: 'provisional' });
    expect(find([provisional], [{ ...provisional, text: '1.0' }])).toEqual([]);
  });
});

const createRating = (different: Partial<ReleasedRating> = {}): ReleasedRating => ({
  indicator: 'mihon-keikaku/bus',
  method: 'own',
  status: null,
  reason: null,
  symbol: 'S',
  scale: 'share',
  low: 1,
  low_included: true,
  high: null,
  high_included: null,
  margin: 0,
  latest_value: 1300,
  latest_end: '2025-03-31',
  ...different,
});
const NO_BAND = { symbol: null, scale: null, low: null, low_included: null, margin: null };
const MISSED = { ...NO_BAND, method: 'linear', status: 'missed' } as const;
const TYPED = { ...NO_BAND, symbol: 'S', scale: 'typed', margin: 0 } as const;

describe('a rating of the same result', () => {
  const find = (before: Partial<ReleasedRating>, after: Partial<ReleasedRating>) =>
    findRatingChanges(createIndicator(), [createRating(before)], [createRating(after)]);

  test('changes with its symbol, or with a limit of the band', () => {
    const whole = 'S（達成率が100%以上）';
    expect(find({ symbol: 'A', high: 1, low: 0.8 }, {})).toEqual([
      {
        ...SAME,
        kind: 'rating-changed',
        before: 'A（達成率が80%以上、100%未満）',
        after: whole,
        beforeValue: null,
        afterValue: null,
        unit: '',
      },
    ]);
    expect(find({}, { low: 0.1 })).toMatchObject([{ before: whole, after: 'S（達成率が10%以上）' }]);
    expect(find({}, { low_included: false })).toMatchObject([{ before: whole, after: 'S（達成率が100%より大きい）' }]);
    expect(find({}, TYPED)).toMatchObject([{ before: whole, after: 'S（評価として、市区町村が書く）' }]);
  });

  test('changes with its status, or with the reason for none', () => {
    const none = { ...MISSED, status: 'not-rated', reason: 'small-sample' } as const;
    expect(find(MISSED, { ...MISSED, status: 'achieved' })).toMatchObject([{ before: '未達成', after: '達成' }]);
    expect(find(MISSED, none)).toMatchObject([{ before: '未達成', after: '評価なし（標本数の不足）' }]);
  });

  test.each([
    ['is the same', {}, {}],
    ['is that of another result', {}, { latest_value: 1400, symbol: 'A' }],
    ['is that of another time', {}, { latest_end: '2026-03-31', symbol: 'A' }],
    ['is by another method', {}, MISSED],
    ['ends with its indicator', MISSED, { ...MISSED, status: 'not-rated', reason: 'ended' }],
    ['ends with its definition', MISSED, { ...MISSED, status: 'not-rated', reason: 'definition-changed' }],
    ['was written beside the result', TYPED, { ...TYPED, symbol: 'A' }],
    ['is written beside the result now', { ...NO_BAND, status: 'not-rated', reason: 'not-typed' }, TYPED],
  ] as const)('that %s is no change', (_what, before, after) => {
    expect(find(before, after)).toEqual([]);
  });
});
