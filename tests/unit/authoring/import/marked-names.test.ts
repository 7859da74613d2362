import { describe, expect, test } from 'vitest';
import { importSheetLines } from '../../../support/import-sheet.ts';

test.each([
  ['in each row', ['a,本,目標,1,2', 'a,本,実績,1,1', 'b,本,目標,3,4', 'b,本,実績,5,5']],
  ['in the first row of each', ['a,本,目標,1,2', ',本,実績,1,1', 'b,本,目標,3,4', ',本,実績,5,5']],
  ['in the second row of each', [',本,目標,1,2', 'a,本,実績,1,1', ',本,目標,3,4', 'b,本,実績,5,5']],
  ['that tell which results are whose', ['a,本,目標,1,2', 'b,本,目標,3,4', 'a,本,実績,1,1', 'b,本,実績,5,5']],
])('two indicators of one name may have ids %s', (_what, rows) => {
  const { issues, results } = importSheetLines(['指標ID,指標名,区分,令和4年度,令和5年度', ...rows]);
  expect([issues, results.length]).toEqual([[], 4]);
});

test('a name may end with brackets that are not markers', () => {
  const lines = ['指標名,現状値,目標値,令和5年度', '本（目標）,1,5,2', '本（実績）,,,1', '広場（公園）,3,8,'];
  expect(importSheetLines(lines).indicators.at(-1)).toContain('広場（公園）');
});

test('a table of results alone has no targets', () => {
  expect(importSheetLines(['指標名,区分,令和4年度,令和5年度', '本,実績,1,2', '紙,実績,3,4'])).toMatchObject({
    results: ['本 令和4年度: 1', '本 令和5年度: 2', '紙 令和4年度: 3', '紙 令和5年度: 4'],
    targets: [],
  });
});

test('a row 目標 without values changes nothing if the headings say what the values are', () => {
  const lines = ['指標名,目標値,令和4年度', '【目標】,,', '本,5,2'];
  expect(importSheetLines(lines)).toMatchObject({ issues: [], results: ['本 令和4年度: 2'] });
  const results = ['指標名,令和4年度実績', '【目標】,', '本,2'];
  expect(importSheetLines(results)).toMatchObject({ issues: [], results: ['本 令和4年度: 2'] });
});

test('a table of targets alone has no results', () => {
  expect(importSheetLines(['指標名,区分,令和4年度,令和5年度', '本,目標,1,2', '紙,目標,3,4'])).toMatchObject({
    indicators: ['本 →2@令和5年度', '紙 →4@令和5年度'],
    results: [],
    targets: ['本 令和4年度: 1', '紙 令和4年度: 3'],
  });
});

test('names that end with （目標） have targets if only years head the values', () => {
  expect(importSheetLines(['指標名,令和4年度,令和5年度', '本（目標）,1,2', '紙（目標）,3,4'])).toMatchObject({
    indicators: ['本 →2@令和5年度', '紙 →4@令和5年度'],
    results: [],
  });
});

test.each([
  ['beside their names', ['本,目標（冊）,5,6', ',実績（冊）,4,7', ',達成率（％）,80,117']],
  ['at the end of their names', ['本（目標）（冊）,,5,6', '本（実績）（冊）,,4,7']],
])('markers %s may have the unit', (_what, rows) => {
  const { indicators, results, issues } = importSheetLines(['指標名,区分,R4年度,R5年度', ...rows]);
  expect(indicators[0]).toMatch(/^本(?:（冊）)? 冊 →6@R5年度$/);
  expect([results.length, issues]).toEqual([2, []]);
});

test('rows of expected amounts are not results', () => {
  const rows = ['預かり,量の見込み,5,6', ',確保方策,5,6', '病児,量の見込み,5,6', ',確保方策,5,6'];
  const { indicators, results, notices, warnings } = importSheetLines(['指標名,区分,R4年度,R5年度', ...rows]);
  expect([indicators, results, notices.length, warnings]).toEqual([[], [], 4, []]);
});

test.each(['量の見込み', '達成率'])('the name and the unit may be in the row of %s, but no value', (marker) => {
  const rows = [`預かり,日,4,${marker},延べ,5,6`, ',,3,実績,,2,3'];
  const { indicators, results, issues } = importSheetLines(['指標名,単位,現状値,区分,備考,R4年度,R5年度', ...rows]);
  expect([indicators, results]).toEqual([['預かり 日 3→'], ['預かり R4年度: 2', '預かり R5年度: 3']]);
  expect(issues).toEqual([]);
});

test('the letters in 目標(a) and 実績(b) are no units', () => {
  const rows = ['本,目標(a),5,6', ',実績(b),4,7', ',達成率(b/a),80,117'];
  expect(importSheetLines(['指標名,,R4年度,R5年度', ...rows]).indicators).toEqual(['本 →6@R5年度']);
});

test('目標（上段）, 実績（下段） and 計画比 mark rows', () => {
  const rows = ['本,目標（上段）,5,6', ',実績（下段）,4,7', ',計画比,80%,117%'];
  expect(importSheetLines(['指標名,,R4年度,R5年度', ...rows])).toMatchObject({
    results: ['本 R4年度: 4', '本 R5年度: 7'],
    targets: ['本 R4年度: 5'],
  });
});

test.each(['†', '†1', '‡', '**'])('a note is found by its mark, in values, names and headings: %s', (mark) => {
  const head = `指標名,現状値（令和4年度）,令和5年度実績${mark},目標値（令和9年度）`;
  const lines = [head, `本${mark},5冊,6冊,9冊`, `紙,5枚,12枚${mark},9枚`, `${mark} 見込み,,,`];
  expect(importSheetLines(lines)).toMatchObject({
    indicators: ['本 冊 増加 5冊@令和4年度→9冊@令和9年度', '紙 枚 増加 5枚@令和4年度→9枚@令和9年度'],
    results: ['本 令和5年度: 6冊', '紙 令和5年度: 12枚（見込み）'],
    issues: [],
    warnings: ['open-result 2'],
  });
});

test('two marks of one sign are two notes', () => {
  const lines = ['指標名,R5年度実績,R6年度実績', '本,6冊*,7冊**', '* 速報値', '** 見込み'];
  expect(importSheetLines(lines).results).toEqual(['本 R5年度: 6冊（速報値）', '本 R6年度: 7冊（見込み）']);
});

const YEARS = '指標名,単位,令和4年度実績,令和5年度実績,目標値（令和9年度）';

test.each([
  ['本※9,冊,1,2,3', '※1 速報値'],
  ['本※1,冊,1,2,3', '※1 市内\n※1 県内'],
  ['本,冊,1,2,3', '※割合は四捨五入'],
])('a note of which nobody knows the value is reported: %s', (row, notes) => {
  const { notices, indicators } = importSheetLines([YEARS, row, ...notes.split('\n')]);
  expect(indicators).toHaveLength(1);
  for (const note of notes.split('\n'))
    expect(notices.filter((text) => text.includes(`「${note}」`) && text.includes('確認してください'))).toHaveLength(1);
});

test('a note of which nobody knows the value is reported above the headings, too', () => {
  const { notices } = importSheetLines(['※3 市内だけの数', YEARS, '本,冊,1,2,3']);
  expect(notices.filter((text) => text.includes('※3 市内だけの数') && text.includes('確認してください'))).toHaveLength(
    1,
  );
});

test.each(['※2024年度実績', '※ 2024年度実績', '※　２０２４年度実績'])('a note may begin with a year: %s', (note) => {
  const { results, notices } = importSheetLines([YEARS, '本,冊,1,2※,3', note]);
  expect(results[1]).toMatch(/^本 (?:2024|２０２４)年度実績: 2（(?:2024|２０２４)年度実績）$/);
  expect(notices.join('\n')).not.toContain('上や下の行の名前の一部');
});

test('a note may begin with a month', () => {
  const { results, notices } = importSheetLines([YEARS, '本,冊,1,2※,3', '※12月末現在']);
  expect(results[1]).toBe('本 令和5年度: 2（12月末現在）');
  expect(notices.join('\n')).not.toContain('名前の一部なら');
});

test('a note with a year at a name is to be checked', () => {
  const { notices } = importSheetLines([YEARS, '本※,冊,1,2,3', '※2024年度実績']);
  expect(notices.filter((text) => text.includes('値の時点なら、確認して、'))).toHaveLength(1);
});

const MARKS = ['※1', '（注1）', ' 注1)', '*1)', '※１）', '【注1】', '[※1]', '注1', '※1※2'];

test.each([...MARKS, '※'])('a unit has no mark of a note: %s', (mark) => {
  expect(importSheetLines([YEARS, `本,冊${mark},1,2,3`]).indicators).toEqual(['本 冊 →3@令和9年度']);
});

test.each(MARKS)('a note is found by its mark at a name or a unit: %s', (mark) => {
  const read = importSheetLines([YEARS, `本${mark},冊,1,2,3`, `紙,枚${mark},1,2,3`, '注1) 速報値', '※1 速報値']);
  expect(read.indicators).toEqual(['本 冊 →3@令和9年度', '紙 枚 →3@令和9年度']);
  expect(read.warnings).toEqual(['open-result 2', 'open-result 3']);
});

test.each(['受注2', '本（延べ※2）', '広場（区域1）'])('digits and marks of another kind stay in a name: %s', (name) => {
  expect(importSheetLines([YEARS, `${name},冊,1,2,3`]).indicators).toEqual([`${name} 冊 →3@令和9年度`]);
});

test.each([' 1)', '（中） 1）', '¹'])(
  'a mark that no note has stays in a name or a unit, with a notice: %s',
  (mark) => {
    const { notices } = importSheetLines([YEARS, `本${mark},冊,1,2,3`, `紙,枚${mark},1,2,3`, '面,m²,1,2,3']);
    expect(notices.filter((text) => text.includes('の印は、'))).toEqual([
      expect.stringContaining(`「本${mark}」の印は、残します。`),
      expect.stringContaining(`「枚${mark}」の印は、残します。`),
    ]);
  },
);

test.each(['会議※1の数', '本※2024年度実績'])('a mark within a name stays, with a notice: %s', (name) => {
  const { indicators, notices } = importSheetLines([YEARS, `${name},冊,1,2,3`, '※1 速報値']);
  expect(indicators[0]).toContain(`${name} 冊`);
  expect(notices.filter((text) => text.includes(`「${name}」の印は、残します。`))).toHaveLength(1);
});

describe('footnotes below the last table', () => {
  const head = '指標名,R5年度実績,R6年度実績※3';
  const tables = (first: string, last: string, ...notes: readonly string[]) =>
    importSheetLines([head, first, head, last, ...notes]);

  test('belong to each table that has their marks', () => {
    const read = tables('本,6※1,7', '紙,5,8※1', '※1 速報値');
    expect(read.results).toEqual(['本 R5年度: 6（速報値）', '本 R6年度: 7', '紙 R5年度: 5', '紙 R6年度: 8（速報値）']);
    expect(read.notices.filter((notice) => notice.startsWith('5: '))).toHaveLength(1);
  });

  test('belong to an earlier table alone if the last one lacks their mark', () => {
    const read = tables('本,6※1,7', '紙,5,8', '※1 速報値');
    expect(read.results.slice(0, 1)).toEqual(['本 R5年度: 6（速報値）']);
    expect(read.notices.filter((notice) => notice.includes('どの値や名前の注か'))).toEqual([]);
  });

  test.each(['※3 見込み', '※ R6年度は見込み'])('call the results of an earlier table not final: %s', (note) => {
    expect(tables('本,6,7', '紙,5,', note).warnings).toEqual(['open-result 2']);
  });

  test('do not replace those of the earlier table', () => {
    const lines = [head, '本,6※1,7', '※1 暫定値', head, '紙,5,8※1', '※1 速報値'];
    expect(importSheetLines(lines).results.slice(0, 1)).toEqual(['本 R5年度: 6（暫定値）']);
  });
});
