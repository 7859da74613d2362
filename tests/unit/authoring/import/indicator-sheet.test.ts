import { describe, expect, test } from 'vitest';
import { describeMapping, mapColumns } from '../../../../src/authoring/import/column-mapping.ts';
import { readIndicatorSheet } from '../../../../src/authoring/import/indicator-sheet.ts';
import { readCsvRows } from '../../../../src/input/csv-reader.ts';

/** The line of the headings and what becomes of each column, by its heading. */
function mapped(...lines: readonly string[]) {
  const [block] = readIndicatorSheet(readCsvRows(lines.join('\n'))) ?? [];
  if (!block) return null;
  const columns = mapColumns(block);
  return {
    line: block.headerLine,
    columns: block.columns.map((one) => [one.text, describeMapping(one, columns)]),
  };
}

describe('the headings of a sheet', () => {
  test('are in one row', () => {
    expect(mapped('No.,指標名,現状値,目標値（令和9年度）', '1,本,5,6')).toEqual({
      line: 1,
      columns: [
        ['No.', null],
        ['指標名', 'indicators.csv の「名称」'],
        ['現状値', 'indicators.csv の「現状値」'],
        ['目標値（令和9年度）', 'indicators.csv の「目標値」（時点 令和9年度）'],
      ],
    });
  });

  test('may have titles and remarks above', () => {
    expect(mapped('見本市の指標（架空）,,', '令和7年3月,,', '指標名,現状値,目標値', '本,5,6')?.line).toBe(3);
  });

  test('may be in two rows, a group above its years', () => {
    const sheet = mapped('指標名,基準値,実績,,目標値', ',令和4年度,令和5年度,令和6年度,令和9年度', '本,5,5,6,7');
    expect(sheet?.line).toBe(2);
    expect(sheet?.columns.map(([, becomes]) => becomes)).toEqual([
      'indicators.csv の「名称」',
      'indicators.csv の「現状値」（時点 令和4年度）',
      'observations.csv の「値」（時点 令和5年度）',
      'observations.csv の「値」（時点 令和6年度）',
      'indicators.csv の「目標値」（時点 令和9年度）',
    ]);
  });

  test('may be in two rows below a group without a meaning', () => {
    const sheet = mapped('指標名,年度別,,目標値', ',令和5年度,令和6年度,', '本,5,6,7');
    expect(sheet?.columns.map(([, becomes]) => becomes)).toEqual([
      'indicators.csv の「名称」',
      'observations.csv の「値」（時点 令和5年度）',
      'observations.csv の「値」（時点 令和6年度）',
      'indicators.csv の「目標値」',
    ]);
  });

  test.each([
    '達成率',
    '事業費（千円）',
    '県平均',
    '見込値',
    '参考',
    '指標値',
    '想定値',
    '増減数の実績',
    '執行状況',
    '回答者数の実績',
  ])('are no results of a year below another group: %s', (group) => {
    const rows = [`指標名,実績,${group},目標値`, ',令和5年度,令和6年度,令和9年度', '本,5,6,7'];
    expect(mapped(...rows)?.columns[2]).toEqual([`${group}令和6年度`, null]);
  });

  test.each(['計画', '年度別の計画値', '見通し', '県平均', '男性'])(
    'are no results below %s, also above the row of names',
    (group) => {
      const years = ['R5年度', 'R6年度', 'R7年度'].map((year, at) => `${['実績', group, group][at]}${year}`);
      const sheet = mapped(`,実績,${group},`, '指標名,R5年度,R6年度,R7年度', '本,5,6,7');
      expect(sheet?.columns.slice(1)).toEqual(
        years.map((year, at) => [year, at === 0 ? 'observations.csv の「値」（時点 R5年度）' : null]),
      );
    },
  );

  test.each(['年度別目標', '各年度の目標値', '年次目標'])('are interim targets of a year below %s', (group) => {
    const rows = [`指標名,実績,${group},目標値`, ',令和5年度,令和6年度,令和9年度', '本,5,6,7'];
    expect(mapped(...rows)?.columns[2]?.[1]).toBe('targets.csv の「目標値」（時点 令和6年度、中間）');
  });

  test.each(['実績', '本市'])('are results of a year below %s', (group) => {
    const rows = [`指標名,${group},目標値`, ',令和5年度,令和9年度', '本,5,7'];
    expect(mapped(...rows)?.columns[1]?.[1]).toBe('observations.csv の「値」（時点 令和5年度）');
  });

  test('do not belong to a name on the left that has an empty cell below it', () => {
    const sheet = mapped('指標名,担当課,,目標値', ',,令和5年度,令和9年度', '本,図書館,5,7');
    expect(sheet?.columns[2]).toEqual(['令和5年度', 'observations.csv の「値」（時点 令和5年度）']);
  });

  test('are not taken from a row of values', () => {
    expect(mapped('指標名,現状値,目標値', '指標,現状,目標', '本,5,6')?.line).toBe(1);
  });

  test('may have their years in the upper row, and those of the baseline and the target in the lower one', () => {
    const sheet = mapped(
      '指標名,現状値,令和5年度,令和6年度,目標値',
      ',（令和3年度）,実績,実績,（令和9年度）',
      '本,5,6,7,9',
    );
    expect(sheet?.line).toBe(2);
    expect(sheet?.columns.map(([, becomes]) => becomes).slice(1)).toEqual([
      'indicators.csv の「現状値」（時点 令和3年度）',
      'observations.csv の「値」（時点 令和5年度）',
      'observations.csv の「値」（時点 令和6年度）',
      'indicators.csv の「目標値」（時点 令和9年度）',
    ]);
  });

  test.each([
    ['a remark with a date', '（令和7年8月1日現在）,,,,,,'],
    ['a remark with a date in a further column', ',（令和7年8月1日現在）,,,,,'],
    ['a title with a year', '令和7年度 指標一覧,,,,,,'],
  ])('of two rows are found below %s', (_what, line) => {
    const sheet = mapped(
      line,
      '施策,指標名,単位,現状値,実績,,目標値',
      ',,,令和3年度,令和5年度,令和6年度,令和9年度',
      '甲,本,冊,5,6,7,9',
    );
    expect(sheet?.columns.map(([, becomes]) => becomes).slice(3)).toEqual([
      'indicators.csv の「現状値」（時点 令和3年度）',
      'observations.csv の「値」（時点 令和5年度）',
      'observations.csv の「値」（時点 令和6年度）',
      'indicators.csv の「目標値」（時点 令和9年度）',
    ]);
  });

  test.each([
    [
      'years above targets and results',
      ['指標名,指標値,,,,目標値', ',R4年度,,R5年度,,', ',目標,実績,目標,実績,R9年度'],
      [
        'targets.csv の「目標値」（時点 R4年度、中間）',
        'observations.csv の「値」（時点 R4年度）',
        'targets.csv の「目標値」（時点 R5年度、中間）',
        'observations.csv の「値」（時点 R5年度）',
        'indicators.csv の「目標値」（時点 R9年度）',
      ],
    ],
    [
      'an unknown group between',
      ['指標名,基準値,実績値,,目標値', ',,前期,後期,', ',R3年度,R4年度,R5年度,R9年度'],
      [
        'indicators.csv の「現状値」（時点 R3年度）',
        'observations.csv の「値」（時点 R4年度）',
        'observations.csv の「値」（時点 R5年度）',
        'indicators.csv の「目標値」（時点 R9年度）',
      ],
    ],
    [
      'units below',
      ['指標名,現状値,目標値', ',R4年度,R9年度', ',（％）,（％）'],
      ['indicators.csv の「現状値」（時点 R4年度）', 'indicators.csv の「目標値」（時点 R9年度）'],
    ],
  ])('may be in three rows: %s', (_what, heads, uses) => {
    const sheet = mapped(...heads, '本,5,6,7,8,9');
    expect(sheet?.line).toBe(3);
    expect(sheet?.columns.map(([, becomes]) => becomes).slice(1)).toEqual(uses);
  });

  test.each([
    '事業費（千円）',
    'コスト',
    '達成率（％）',
    '県平均',
    '（参考）全国',
    '男性',
    '中間評価',
    '旧計画',
    '令和5年度（上半期）',
  ])('are no values of the indicator below the group %s, even with their words', (group) => {
    const rows = [`指標名,現状値,目標値,${group},`, ',R4年度,R9年度,実績,目標', '本,5,9,6,7'];
    expect(
      mapped(...rows)
        ?.columns.map(([, becomes]) => becomes)
        .slice(3),
    ).toEqual([null, null]);
  });

  test('in three rows are not results below a baseline', () => {
    const sheet = mapped('指標名,現状値,実績,目標値', ',R4年度,R5年度,R9年度', ',確定,速報,', '本,5,6,9');
    expect(sheet?.columns.map(([, becomes]) => becomes).slice(1)).toEqual([
      'indicators.csv の「現状値」（時点 R4年度）',
      'observations.csv の「値」（時点 R5年度）',
      'indicators.csv の「目標値」（時点 R9年度）',
    ]);
  });

  test.each(['計', '合計', '男女計', '全体'])('of the sexes with 「%s」 are those of the whole', (whole) => {
    const rows = ['指標名,R5年度実績,,,目標値（R9年度）,,', `,男性,女性,${whole},男性,女性,${whole}`, '本,1,2,3,4,5,9'];
    expect(
      mapped(...rows)
        ?.columns.flatMap(([, becomes]) => becomes ?? [])
        .slice(1),
    ).toEqual(['observations.csv の「値」（時点 R5年度）', 'indicators.csv の「目標値」（時点 R9年度）']);
  });

  test.each([
    ['no name', ['番号,現状値,目標値', '1,5,6']],
    ['no values', ['指標名,担当課', '本,図書館']],
    ['nothing', ['']],
  ])('are not found if they have %s', (_what, lines) => {
    expect(mapped(...lines)).toBeNull();
  });
});

test.each([
  ['単年', '累計', 'indicators.csv の「集計」'],
  ['累計', '累計', 'indicators.csv の「集計」'],
  ['累計', '見込み', null],
])('a column with %s and %s becomes %s, whatever its heading', (first, second, becomes) => {
  const sheet = mapped('指標名,区分,現状値,目標値', `本,${first},5,6`, `紙,${second},7,8`);
  expect(sheet?.columns[1]).toEqual(['区分', becomes]);
});

describe('of several columns', () => {
  test('of targets the latest is the target and the others come in between', () => {
    const sheet = mapped('指標名,令和9年度目標値,令和7年度目標値', '本,6,5');
    expect(sheet?.columns.map(([, becomes]) => becomes).slice(1)).toEqual([
      'indicators.csv の「目標値」（時点 令和9年度）',
      'targets.csv の「目標値」（時点 令和7年度、中間）',
    ]);
  });

  test.each(['指標値の単位', '目標値単位'])('of which one is the unit, %s is no value', (unit) => {
    const sheet = mapped(`指標名,${unit},現状値,目標値`, '本,冊,5,6');
    expect(sheet?.columns[1]?.[1]).toBe('indicators.csv の「単位」');
  });

  test('that mean the same the first is used', () => {
    const sheet = mapped('指標名,指標,現状値,目標値', '本,本,5,6');
    expect(sheet?.columns.map(([, becomes]) => becomes).slice(0, 2)).toEqual(['indicators.csv の「名称」', null]);
  });

  test.each(['年度', '（年度）', '時点'])('%s behind results without a year is their time', (time) => {
    const sheet = mapped(`指標名,実績値,${time},目標値`, '本,6,R5年度,9');
    expect(sheet?.columns.map(([, becomes]) => becomes).slice(1, 3)).toEqual([
      'observations.csv の「値」',
      'observations.csv の「時点」',
    ]);
  });
});
