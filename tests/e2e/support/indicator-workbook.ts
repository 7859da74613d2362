import { createWorkbook, type WorkbookCell } from '../../support/create-workbook.ts';

/* The town and all its figures are fictional. */

const RATIO = '0.0%';
const ratio = (number: number): WorkbookCell => ({ number, format: RATIO });

/** The name and unit, the baseline of 令和2年度, the results of four years, an interim target and two targets. */
const INDICATORS: readonly (readonly WorkbookCell[])[] = [
  ['健診を受けた人の割合', '％', 38.2, 39.1, 40, 41.2, 42.5, 45, 48, 50],
  ['健康寿命（男性）（歳）', null, 80.1, 80.2, '80.4', '80.4', 80.9, 81, '81.2', '81.5以上'],
  [
    '図書館に来た人の数',
    '人',
    '７８，１００人',
    '62,400',
    70_500,
    '７６，２００',
    '81,000人',
    '8万人',
    '8.5万人',
    '9万人',
  ],
  ['実質単年度収支', '億円', '▲3.2', '▲2.8', '△1.5', '▲0.4', 0.8, 0, 1, '2億円'],
  ['観光客の数', '万人', '約125', '約98万人', 110, 121, '約130', '140', '145', '約150'],
  ['保育所に入れない子どもの数', '人', 12, 8, 5, 3, 1, 0, 0, 0],
  ['給食の事故の件数', '件', '0件', 0, 0, 0, 1, '0件', '0件', '0件を維持'],
  [
    '地域に愛着のある人の割合',
    '％',
    '70.7％（平成30年度）',
    ratio(0.698),
    '－',
    ratio(0.712),
    ratio(0.722),
    74,
    76,
    80,
  ],
  ['1人が1日に出すごみの量', 'g', '650', '645', '640', '631', '622', '620', '610', '600g以下'],
  ['事業者との協定の数', '件', '－', 4, 9, 30, 50, 8, 9, '10件'],
  ['避難訓練に加わった人の割合', '％', '22.4', '未実施', '未実施', '18.0', '集計中', '25', '28', '30%以上'],
  ['空き家の数', '戸', '１，２３４', '1,240', '1,251', '1,262', '1,270', '1,220', '1,210', '1,200戸'],
  ['講座の参加者数（累計）', '人', '1.2千人', '1.9千人', '2,650人', '3,400人', '4,210人', '5千人', '6千人', '7,000'],
];

const HEADINGS: readonly (readonly WorkbookCell[])[] = [
  ['分野', '施策', '指標名', '単位', '現状値', '実績', null, null, null, '中間目標', '目標値', null, '備考'],
  [
    ...[null, null, null, null],
    ...['令和2年度', '令和3年度', 'R4年度', '令和5年度', '2024年度'],
    ...['令和7年度', '令和9年度', '令和12年度', null],
  ],
];

/**
 * Returns a sheet of 13 indicators as a town keeps it: a title and a remark above headings in two merged rows, merged
 * names of fields, two years of targets, the usual notations of numbers, and footnotes below.
 * @param items the names of a field and its measure: for the first five indicators, the next four and the last four
 */
export function createIndicatorWorkbook(items: readonly (readonly [field: string, measure: string])[]): Buffer {
  const starts = [0, 5, 9];
  const rows = INDICATORS.map((cells, at): readonly WorkbookCell[] => {
    const names = items[starts.indexOf(at)] ?? [null, null];
    return [...names, ...cells];
  });
  const merged = ['A1:M1', 'F3:I3', 'K3:L3', ...['A', 'B', 'C', 'D', 'M'].map((letter) => `${letter}3:${letter}4`)];
  const groups = ['A', 'B'].flatMap((letter) =>
    ['5:9', '10:13', '14:17'].map((lines) => lines.replace(/\d+/g, `${letter}$&`)),
  );
  const below = [[null], ['※1 ▲は赤字を表す。'], ['※2 現状値は令和2年度末の値。']];
  const title = ['見本市総合計画（架空）　成果指標の一覧'];
  const remark = [null, '（令和7年8月1日現在）'];
  return Buffer.from(
    createWorkbook([{ rows: [title, remark, ...HEADINGS, ...rows, ...below], merged: [...merged, ...groups] }]),
  );
}
