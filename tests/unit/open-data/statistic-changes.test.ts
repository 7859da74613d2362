import { describe, expect, test } from 'vitest';
import { findStatisticChanges } from '../../../src/open-data/release-changes.ts';
import type { ReleasedStatisticValue, ReleasedTables } from '../../../src/open-data/released-tables.ts';

/* The statistic and its values are invented. */

const createValue = (
  year: number,
  value: number | null,
  different: Partial<ReleasedStatisticValue> = {},
): ReleasedStatisticValue => ({
  statistic: 'debt',
  municipality: 'mihon',
  value,
  unit: '百万円',
  text: value === null ? null : String(value),
  state: value === null ? 'not-calculated' : 'calculated',
  period: `${year}年度`,
  start: `${year}-04-01`,
  end: `${year + 1}-03-31`,
  ...different,
});

function createTables(values: ReleasedStatisticValue[], title = '借金', planned: string[] = []): ReleasedTables {
  const plans = planned.map((municipality) => ({
    id: `${municipality}-plan`,
    municipality,
    title: '計画',
    state: 'ongoing' as const,
    ...{ period: '', period_start: null, period_end: null },
  }));
  const statistics = [{ id: 'debt', title, unit: '百万円', definition: '借金の残りです。', threshold_value: 350 }];
  const nothing = {
    municipalities: [],
    nodes: [],
    zones: [],
    indicators: [],
    observations: [],
    targets: null,
    ratings: null,
    'rating-bands': null,
  };
  return { ...nothing, plans, statistics, 'statistic-values': values };
}

/** Returns the changes between values of 見本市. */
const find = (before: ReleasedStatisticValue[], after: ReleasedStatisticValue[]) =>
  findStatisticChanges(createTables(before), createTables(after)).map((change) => [
    change.kind,
    change.period,
    change.before,
    change.after,
  ]);

test('a correction has the present title, and the numbers with their unit and time', () => {
  const changes = findStatisticChanges(
    createTables([createValue(2021, 30)], '借金の額'),
    createTables([createValue(2021, 31)], '借金'),
  );
  expect(changes).toEqual([
    {
      kind: 'statistic-corrected',
      record: 'debt',
      title: '借金',
      municipality: 'mihon',
      plan: null,
      zone: null,
      unit: '百万円',
      period: '2021年度',
      before: '30百万円',
      after: '31百万円',
      beforeValue: 30,
      afterValue: 31,
    },
  ]);
});

describe('a value', () => {
  test('is the same in another unit', () => {
    expect(find([createValue(2021, 30)], [createValue(2021, 30_000, { unit: '千円' })])).toEqual([]);
  });

  test('is the same if it is not calculated in both releases', () => {
    expect(find([createValue(2021, null)], [createValue(2021, null)])).toEqual([]);
  });

  test('that is calculated now is corrected', () => {
    expect(find([createValue(2021, null)], [createValue(2021, 30)])).toEqual([
      ['statistic-corrected', '2021年度', '算定なし', '30百万円'],
    ]);
  });
});

test('values that are gone or new are counted, with the first and the last time', () => {
  const before = [createValue(2021, 1), createValue(2019, 1), createValue(2020, 1), createValue(2022, 1)];
  expect(find(before, [createValue(2022, 1), createValue(2023, 1)])).toEqual([
    ['statistic-removed', '', '3件（2019年度から2021年度まで）', ''],
    ['statistic-added', '', '', '1件（2023年度）'],
  ]);
});

describe('the values of a municipality', () => {
  const other = createValue(2021, 1, { municipality: 'other' });

  test('are left out if only one release has it', () => {
    expect(findStatisticChanges(createTables([]), createTables([other]))).toEqual([]);
    expect(findStatisticChanges(createTables([other]), createTables([]))).toEqual([]);
  });

  test('are new if the earlier release has its plans', () => {
    const changes = findStatisticChanges(createTables([], '借金', ['other']), createTables([other]));
    expect(changes).toMatchObject([{ kind: 'statistic-added', municipality: 'other' }]);
  });

  test('are not those of another one', () => {
    const [mine, mineLater] = [createValue(2021, 2), createValue(2021, 3)];
    expect(findStatisticChanges(createTables([mine, other]), createTables([mineLater, other]))).toMatchObject([
      { municipality: 'mihon', beforeValue: 2, afterValue: 3 },
    ]);
  });
});

test('a statistic that is no longer listed has its earlier title', () => {
  const now = { ...createTables([]), statistics: [] };
  const changes = findStatisticChanges(createTables([createValue(2021, 1)], '借金', ['mihon']), {
    ...now,
    plans: createTables([], '', ['mihon']).plans,
  });
  expect(changes).toMatchObject([{ kind: 'statistic-removed', title: '借金', beforeValue: null, afterValue: null }]);
});

describe('the meaning of a statistic', () => {
  const tables = createTables([createValue(2021, 30), createValue(2021, 40, { municipality: 'mura' })]);
  const [debt] = tables.statistics;
  const compare = (different: Partial<typeof debt>) =>
    findStatisticChanges(tables, { ...tables, statistics: [{ ...(debt ?? expect.fail()), ...different }] }).map(
      ({ kind, record, municipality, before, after }) => [kind, record, municipality, before, after],
    );

  test('changes in each municipality with another threshold', () => {
    expect(compare({ threshold_value: 400 })).toEqual([
      ['threshold-changed', 'debt', 'mihon', '350百万円', '400百万円'],
      ['threshold-changed', 'debt', 'mura', '350百万円', '400百万円'],
    ]);
    expect(compare({ threshold_value: null })).toContainEqual(['threshold-changed', 'debt', 'mura', '350百万円', '']);
  });

  test('changes with another definition, but not with other spaces in it', () => {
    expect(compare({ definition: '借金の残り（元金）です。' })).toContainEqual([
      'text-changed',
      'debt',
      'mihon',
      '',
      '',
    ]);
    expect(compare({ definition: '借金の 残りです。' })).toEqual([]);
  });
});
