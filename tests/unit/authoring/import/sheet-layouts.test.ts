import { assert, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { getSortDay } from '../../../../src/authoring/import/sheet-times.ts';
import { importSheetLines } from '../../../support/import-sheet.ts';
import { isFull } from '../../../support/test-scope.ts';

/** One indicator: a baseline of 2021, results and targets of 2022 to 2024, and a target of 2028. */
interface TableRow {
  readonly title: string;
  readonly baseline: number;
  readonly results: readonly number[];
  readonly targets: readonly number[];
  readonly last: number;
}

type YearSpelling = (year: number) => string;
type Layout = (rows: readonly TableRow[], spell: YearSpelling) => readonly string[];

const YEARS = [2022, 2023, 2024];

const SPELLINGS: readonly YearSpelling[] = [
  (year) => `令和${year - 2018}年度`,
  (year) => `R${year - 2018}`,
  (year) => `${year}年度`,
  String,
  (year) => `令和${year - 2018}(${year})年度`,
  (year) => `Ｒ${year - 2018}年度`,
  (year) => `令${year - 2018}`,
  (year) => `${year - 2021}年目（R${year - 2018}）`,
];

const join = (...cells: readonly (string | number)[]) => cells.join(',');

/** The headings before the years. */
const headings = (spell: YearSpelling) =>
  join('指標名', '単位', `現状値（${spell(2021)}）`, `目標値（${spell(2028)}）`);

/** Targets and results in columns of their own, in two orders. */
const columnLayouts: readonly Layout[] = [
  (rows, spell) => [
    join(headings(spell), ...YEARS.map((year) => `${spell(year)}実績`), ...YEARS.map((year) => `${spell(year)}目標`)),
    ...rows.map((row) => join(row.title, '件', row.baseline, row.last, ...row.results, ...row.targets)),
  ],
  (rows, spell) => [
    join(...YEARS.map((year) => `目標（${spell(year)}）`), headings(spell), ...YEARS.map((year) => spell(year))),
    ...rows.map((row) => join(...row.targets, row.title, '件', row.baseline, row.last, ...row.results)),
  ],
  (rows, spell) => [
    join('指標名', '単位', '現状値', ...YEARS.flatMap((year) => [spell(year), '', '']), '最終目標'),
    join('', '', spell(2021), ...YEARS.flatMap(() => ['目標', '実績', '達成率']), spell(2028)),
    ...rows.map((row) =>
      join(
        row.title,
        '件',
        row.baseline,
        ...YEARS.flatMap((_, at) => [row.targets[at] ?? '', row.results[at] ?? '', '99']),
        row.last,
      ),
    ),
  ],
  (rows, spell) => [
    join('指標名', '単位', '現状値', '', '目標値（最終年度）', ...YEARS.flatMap((year) => [spell(year), ''])),
    join('', '', '年度', '実績値', spell(2028), ...YEARS.flatMap(() => ['目標', '実績'])),
    ...rows.map((row) =>
      join(
        row.title,
        '件',
        'R3',
        row.baseline,
        row.last,
        ...YEARS.flatMap((_, at) => [row.targets[at] ?? '', row.results[at] ?? '']),
      ),
    ),
  ],
];

/** Targets and results in rows of their own. */
const rowLayouts: readonly Layout[] = [
  (rows, spell) => [
    join(headings(spell), '区分', ...YEARS.map(spell)),
    ...rows.flatMap((row) => [
      join(row.title, '件', row.baseline, row.last, '目標', ...row.targets),
      join('', '', '', '', '実績', ...row.results),
    ]),
  ],
  (rows, spell) => [
    join(headings(spell), '', ...YEARS.map(spell)),
    ...rows.flatMap((row) => [
      join(row.title, '件', row.baseline, row.last, '実績値', ...row.results),
      join(row.title, '件', row.baseline, row.last, '目標値', ...row.targets),
      join(row.title, '件', row.baseline, row.last, '達成率', ...YEARS.map(() => '99')),
    ]),
  ],
  (rows, spell) =>
    rows.flatMap((row, at) => [
      `施策${at + 1}`,
      join(headings(spell), '項目', ...YEARS.map(spell)),
      join(row.title, '件', row.baseline, row.last, '目標', ...row.targets),
      join('', '', '', '', '実績', ...row.results),
    ]),
];

/** Returns a line with the year of its time alone, since a spelling may leave 年度 open. */
const withYear = (line: string) =>
  line.replace(/ (\S+): /, (_, time: string) => ` ${Number(getSortDay(time).slice(0, 4)) - 1}: `);

const value = integer({ min: 1, max: 999 });
const row = record({
  title: constantFrom('本', '広場の数', '相談の件数', '健診を受けた人', '道の長さ', '森の広さ'),
  baseline: value,
  results: record({ a: value, b: value, c: value }),
  targets: record({ a: value, b: value, c: value }),
  last: value,
}).map((one): TableRow => ({ ...one, results: Object.values(one.results), targets: Object.values(one.targets) }));

const table = uniqueArray(row, { minLength: 1, maxLength: 5, selector: ({ title }) => title });

test('the same table gives the same results and targets in every layout and spelling', () => {
  assert(
    property(
      table,
      constantFrom(...columnLayouts, ...rowLayouts),
      constantFrom(...SPELLINGS),
      (rows, layout, spell) => {
        const { indicators, results, targets, issues } = importSheetLines(layout(rows, spell));
        expect(issues).toEqual([]);
        expect(indicators.map((line) => line.replace(/@\S*?(?=→|$)/g, '').replace(/ (?:増加|減少)/, ''))).toEqual(
          rows.map(({ title, baseline, last }) => `${title} 件 ${baseline}→${last}`),
        );
        const list = (of: (one: TableRow) => readonly number[]) =>
          rows.flatMap((one) => of(one).map((number, at) => `${one.title} ${YEARS[at] ?? 0}: ${number}`)).sort();
        expect(results.map(withYear).sort()).toEqual(list((one) => one.results));
        expect(targets.map(withYear).sort()).toEqual(list((one) => one.targets));
      },
    ),
    { numRuns: isFull ? 300 : 60, seed: 17 },
  );
});

test('an indented name is an indicator, with a notice that names the one above it', () => {
  const notice = (line: number, name: string) =>
    `${line}: 「${name}」の下の字下げした名前は、それぞれ1つの指標とします。「${name}」の内訳なら、「委員の数（女性）」のように、上の名前も入れて書いてください。`;
  const lines = [
    '指標名,現状値,目標値',
    '架空の本,5,9',
    '　絵本,3,6',
    ' 図鑑,2,3',
    '2 架空の紙,,',
    '　白い紙,4,8',
    '会,1,2',
  ];
  const { indicators, notices, warnings } = importSheetLines(lines);
  expect(indicators.map((line) => line.split(' ')[0])).toEqual(['架空の本', '絵本', '図鑑', '白い紙', '会']);
  expect(notices.filter((text) => text.includes('字下げ'))).toEqual([
    notice(3, '架空の本'),
    notice(4, '架空の本'),
    notice(6, '2 架空の紙'),
  ]);
  expect(warnings).toEqual([]);
});

test('names that are all indented have a notice only below one that is less indented', () => {
  const find = (...rows: readonly string[]) =>
    importSheetLines(['指標名,現状値,目標値', ...rows]).notices.filter((text) => text.includes('字下げ'));
  expect(find('　本,5,9', '　紙,3,6')).toEqual([]);
  expect(find('　架空の検診 胃,5,9', '　　　　　　肺,3,6').map((notice) => notice.split('」')[0])).toEqual([
    '3: 「架空の検診 胃',
  ]);
});

test('計画値 and 実績値 below each year are targets and results, whatever the title', () => {
  const lines = [
    '架空の取組と目標,,,,',
    '指標,令和6年度,,令和7年度,',
    ',計画値,実績値,計画値,実績値',
    '通いの場,30,32,35,34',
  ];
  expect(importSheetLines(lines)).toMatchObject({
    indicators: ['通いの場 →35@令和7年度'],
    results: ['通いの場 令和6年度: 32', '通いの場 令和7年度: 34'],
    targets: ['通いの場 令和6年度: 30'],
  });
});

test('the latest value is read below one heading with its year', () => {
  const lines = ['指標名,現状値,,最新値,,目標値,', ',年度,値,年度,値,年度,値', '架空の本,R2,5,R5,6,R9,9'];
  const { results, warnings } = importSheetLines(lines);
  expect([results, warnings]).toEqual([['架空の本 R5年度: 6'], []]);
});
