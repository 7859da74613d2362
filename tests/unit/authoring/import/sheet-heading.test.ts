import { describe, expect, test } from 'vitest';
import {
  completeYear,
  getSortDay,
  isUndatedResult,
  readSheetHeading,
} from '../../../../src/authoring/import/sheet-heading.ts';
import { indicatorsTable } from '../../../../src/tables/indicators.ts';
import { createColumnMatcher } from '../../../../src/validation/table-header.ts';
import { readFileText } from '../../../support/source-modules.ts';

describe('a heading of a column', () => {
  test.each([
    ['指標名', '名称'],
    ['成果指標名', '名称'],
    ['重要業績評価指標（KPI）', '名称'],
    ['KPI（重要業績評価指標）', '名称'],
    ['ＫＰＩ', '名称'],
    ['KPI指標', '名称'],
    ['指標（KPI）', '名称'],
    ['重要業績評価指標 KPI', '名称'],
    ['数値目標・KPI', '名称'],
    ['重要業績指標（KPI）', '名称'],
    ['ＫＰＩ／数値目標', '名称'],
    ['指標名（単位）', '名称'],
    ['経営指標', '名称'],
    ['モニタリング指標', '名称'],
    ['めざす姿の成果指標名', '名称'],
    ['施策の指標', '名称'],
    ['目標（指標）名', '名称'],
    ['アウトカム指標', '名称'],
    ['アウトプット指標', '名称'],
    ['測定指標名', '名称'],
    ['業務指標（PI）', '名称'],
    ['指標1', '名称'],
    ['指標名及び単位', '名称'],
    ['指標・単位', '名称'],
    ['KPI（単位）', '名称'],
    ['KPI項目', '名称'],
    ['重要業績評価指標【KPI】', '名称'],
    ['現在', '現状値'],
    ['現在値', '現状値'],
    ['戦略策定時', '現状値'],
    ['事業開始前（現時点）', '現状値'],
    ['計画策定時の数値', '現状値'],
    ['現状（計画策定時）', '現状値'],
    ['期待される方向', '良い方向'],
    ['到達目標', '目標値'],
    ['計画値', '目標値'],
    ['計画当初値', '現状値'],
    ['計画当初', '現状値'],
    ['計画開始時', '現状値'],
    ['現状値（計画策定時）', '現状値'],
    ['単位 / Unit', '単位'],
    ['ベースライン', '現状値'],
    [' 単 位 ', '単位'],
    ['基準値', '現状値'],
    ['計画策定時', '現状値'],
    ['従前', '現状値'],
    ['基準年度', '現状値の時点'],
    ['目標', '目標値'],
    ['目標年度', '目標値の時点'],
    ['目標最終年度', '目標値の時点'],
    ['現状値（年度）', '現状値の時点'],
    ['現状値年度', '現状値の時点'],
    ['現状値値', '現状値'],
    ['現状実績値', '現状値'],
    ['計画策定時基準値', '現状値'],
    ['計画目標値', '目標値'],
    ['基準値（基準年）', '現状値の時点'],
    ['目標（年次）', '目標値の時点'],
    ['目標値数値', '目標値'],
    ['目標値（年）', '目標値'],
    ['目標値（期限）', '目標値の時点'],
    ['目標期限', '目標値の時点'],
    ['目標方向', '良い方向'],
    ['目指す方向', '良い方向'],
    ['備考', '注記'],
    ['目標（指標）の説明', '注記'],
    ['補足説明', '注記'],
    ['指標ID', '指標ID'],
  ])('%s is %s', (text, heading) => {
    expect(readSheetHeading(text)).toEqual({ becomes: 'column', heading, period: '' });
  });

  test.each([
    ['基準値（令和4年度）', '現状値', '令和4年度'],
    ['事業開始前（令和3年度）', '現状値', '令和3年度'],
    ['目標値（令和9年度まで）', '目標値', '令和9年度'],
    ['目標（R9年度末までに）', '目標値', 'R9年度末'],
    ['令和9年度までの目標', '目標値', '令和9年度'],
    ['現状値\n(R4)', '現状値', 'R4'],
    ['令和９年度目標値', '目標値', '令和9年度'],
    ['目標値【2027年度】', '目標値', '2027年度'],
    ['令和9年度末の目標値', '目標値', '令和9年度末'],
    ['目標値最終（令和9年度）', '目標値', '令和9年度'],
    ['目標値 / Target（R9年度）', '目標値', 'R9年度'],
    ['現状値（令和5年10月時点）', '現状値', '令和5年10月時点'],
    ['現状値（令和4年度）※1', '現状値', '令和4年度'],
    ['現状値（令和4年度実績）', '現状値', '令和4年度'],
    ['計画策定時（R4の実績値）', '現状値', 'R4'],
    ['目標値＜令和9年度＞', '目標値', '令和9年度'],
    ['目標値〈R9〉', '目標値', 'R9'],
    ['基準値（令和4（2022）年度実績）', '現状値', '令和4(2022)年度'],
    ['目標値（令和9年度）注2', '目標値', '令和9年度'],
    ['計画最終年度目標値（R9年度）', '目標値', 'R9年度'],
    ['最終評価時目標（R9年度）', '目標値', 'R9年度'],
    ['目標値（単年度）（R9年度）', '目標値', 'R9年度'],
    ['目標値（R10.3末）', '目標値', 'R10.3末'],
    ['現状値（R5.3）', '現状値', 'R5.3'],
    ['単年度目標（R9年度）', '目標値', 'R9年度'],
    ['目標値（最終年度）令9', '目標値', '令9'],
    ['計画目標値（第5年度（令和9年度））', '目標値', '令和9年度'],
    ['現状値（令和4年度・R5.3.31現在）', '現状値', '令和4年度(R5.3.31現在)'],
    ['令和9年度末目標値（令和10年3月31日時点）', '目標値', '令和9年度末(令和10年3月31日時点)'],
    ['目標値（令和12年度末／令和13年3月31日）', '目標値', '令和12年度末(令和13年3月31日)'],
    ['現状実績（平30）', '現状値', '平30'],
    ['基準値 H31/R1', '現状値', 'R1'],
    ['基準値（平成31年度/令和元年度）', '現状値', '令和元年度'],
    ['当年度目標（R4）', '目標値', 'R4'],
    ['目標値\n（目標年度：令和7年度）', '目標値', '令和7年度'],
    ['現状値（計画策定時：R1）', '現状値', 'R1'],
  ])('%s is %s of %s', (text, heading, period) => {
    expect(readSheetHeading(text)).toEqual({ becomes: 'column', heading, period });
  });
});

describe('a heading of results', () => {
  test.each([
    ['令和5年度実績', '令和5年度'],
    ['令和５年度', '令和5年度'],
    ['令和5年度\n（n=1,203）', '令和5年度'],
    ['実績値（令和6年度）', '令和6年度'],
    ['R5実績値', 'R5'],
    ['2023年度 実績', '2023年度'],
    ['2023(令和5)年度実績', '2023(令和5)年度'],
    ['令和元年度実績', '令和元年度'],
    ['令和5年度末実績', '令和5年度末'],
    ['令和6年度実績（速報値）', '令和6年度'],
    ['R6年度実績※2', 'R6年度'],
    ['R6年度（通期）', 'R6年度'],
    ['R6年度（確定値）', 'R6年度'],
    ['R5.4.1', 'R5.4.1'],
    ['H30.4.1現在', 'H30.4.1現在'],
    ['2023/4/1実績', '2023/4/1'],
    ['2023-04-01', '2023-04-01'],
    ['FY2023', 'FY2023'],
    ['2021FY実績', '2021FY'],
    ['最新値（R5年度）', 'R5年度'],
    ['最終実績値（R6年度）', 'R6年度'],
    ['令和6年度最終実績', '令和6年度'],
    ['2年目R4年度', 'R4年度'],
    ['直近の実績（R5年度）', 'R5年度'],
    ['KPI実績（R5年度）', 'R5年度'],
    ['令和5年度実績（単年）', '令和5年度'],
    ['1年目（令5）', '令5'],
    ['前年度実績（R3）', 'R3'],
    ['前期実績値(R4)', 'R4'],
    ['前期基本計画実績値(R4)', 'R4'],
    ['実績値①(R4)', 'R4'],
    ['実績値（直近年度：令和4年度）', '令和4年度'],
    ['実績値\n第12年度（2023年度）', '2023年度'],
    ['令和7年度実績（R8.3.31時点）', '令和7年度(R8.3.31時点)'],
    ['令和７年度末実績(令和8年3月31日現在)', '令和7年度末(令和8年3月31日現在)'],
    ['実績値（令和7年度（R8.3.31時点））', '令和7年度(R8.3.31時点)'],
    ['実績（令和7年度末、令和8年3月31日）', '令和7年度末(令和8年3月31日)'],
    ['令和8年3月31日現在（令和7年度末）実績', '令和8年3月31日現在(令和7年度末)'],
    ['R7実績（R8.3末）', 'R7年度(R8.3末)'],
    ['令和7年度（4月1日時点）実績', '令和7年度(4月1日時点)'],
    ['令和7年度実績（令和7年4月～令和8年3月）', '令和7年度(令和7年4月~令和8年3月)'],
    ['令和7年実績（12月末）', '令和7年(12月末)'],
    ['2025年度実績（R7年度）', '2025年度(R7年度)'],
    ['令和七年度実績', '令和7年度'],
    ['令和7年度実績（暫定値）', '令和7年度'],
    ['令和7年度（5年目）実績', '令和7年度'],
    ['第5年次（令和7年度）', '令和7年度'],
    ['令和7年度実績（市全体）', '令和7年度'],
    ['令和7年度実績（年間）', '令和7年度'],
    ['令和7年度アンケート結果', '令和7年度'],
    ['令和7年度の値', '令和7年度'],
  ])('%s is of %s', (text, period) => {
    expect(readSheetHeading(text)).toEqual({ becomes: 'result', period });
  });
});

describe('nothing is made of', () => {
  test.each([
    '',
    '番号',
    '担当課',
    '令和5年度達成率',
    '前年度目標（件）',
    '前年度実績比（R3）',
    '令和5年度見込み',
    '令和5年度決算額',
    '達成率',
    '12023',
    '1800',
    '実績値',
    '目標実績値',
    '目標値（最終年度）',
    '28年度（令5）',
    '令和5年13月実績',
    '令和7年度実績（R7.12.31時点）',
    '令和7年度実績（12月末時点）',
    '令和6年度実績（R7.5.31時点）',
    'R7実績（R7.12.31時点）',
    '令和7年度実績（3月）',
    '令和7年度実績（令和6年度）',
    '令和7年度実績（令和7年）',
    '令和7年度実績（4～12月）',
    'R7実績（見込）',
    '令和7年度実績（予定）',
    '中間値（R4年度）',
    '実績値（令和3～5年度）',
    '令和3～5年度',
    '目標値（令和5～9年度）',
    '令和9年度までの累計目標',
    '令和5年度までの実績',
    '目標値（各年度）',
    '令和5年度増加分',
    '指標単位',
    '関連指標',
    '目標値（累計）（R9年度）',
    'KPI（R5年度）',
    'FY21',
    'R4/5',
    '単年度収支（R5年度）',
  ])('%j', (text) => {
    expect(readSheetHeading(text)).toBeNull();
  });
});

test.each([
  ['目標値（令和5～9年度累計）', '目標値', '令和5～9年度累計'],
  ['目標値（R5〜R9の合計）', '目標値', 'R5〜R9の合計'],
  ['各年度の目標（令和5年度）', '目標値', '令和5年度'],
  ['目標値（令和9年（度））②', '目標値', '令和9'],
  ['①現状値', '現状値', ''],
  ['現状値１', '現状値', ''],
])('the heading %s has its time, and no number of the column', (text, heading, period) => {
  expect(readSheetHeading(text)).toEqual({ becomes: 'column', heading, period });
});

describe('a year without 年度 or 年', () => {
  test.each([
    ['R5', '年度', 'R5年度'],
    ['2023', '年', '2023年'],
    ['令和5', '年度', '令和5年度'],
    ['R5末', '年度', 'R5年度末'],
    ['R5', null, 'R5'],
    ['令和5年', '年度', '令和5年'],
    ['令和5年度末', '年', '令和5年度末'],
    ['', '年度', ''],
    ['R2～R4平均', '年度', 'R2～R4年度平均'],
    ['R5〜R9の累計', '年', 'R5〜R9年の累計'],
    ['R5時点', '年度', 'R5年度時点'],
    ['R5現在', '年', 'R5年現在'],
    ['R5速報', '年度', 'R5速報'],
    ['不明', '年度', '不明'],
  ] as const)('%s is completed with %s only if it needs it', (period, kind, expected) => {
    expect(completeYear(period, kind)).toBe(expected);
  });

  test('is sorted as a fiscal year, also with 時点 behind it, and no time comes last', () => {
    expect(['R5', 'R5時点', '令和5年', '不明'].map((period) => getSortDay(period))).toEqual([
      '2024-03-31',
      '2024-03-31',
      '2023-12-31',
      '9999',
    ]);
  });
});

test.each(['実績', '最新値', '実績値（％）', '実績(B)', '最新の実績※1'])(
  '%s is a result without its time',
  (heading) => {
    expect(isUndatedResult(heading)).toBe(true);
  },
);

/** Returns the texts of a pattern without repetitions, split at the alternatives of its outermost group. */
function listAlternatives(pattern: string): string[][] {
  let rest = pattern;
  const readSequence = (): string[] => {
    let texts = [''];
    while (rest !== '' && !/^[|)]/.test(rest)) {
      const [token = '', letters, single = ''] = /^(?:\(\?:|\[([^\]]+)\]|\\?(.))/su.exec(rest) ?? [];
      rest = rest.slice(token.length);
      const part = token === '(?:' ? readGroup().flat() : letters === undefined ? [single] : [...letters];
      const isOptional = rest.startsWith('?');
      if (isOptional) rest = rest.slice(1);
      texts = texts.flatMap((text) => [...(isOptional ? [''] : []), ...part].map((one) => text + one));
    }
    return texts;
  };
  function readGroup(): string[][] {
    const alternatives = [readSequence()];
    while (rest.startsWith('|')) {
      rest = rest.slice(1);
      alternatives.push(readSequence());
    }
    rest = rest.slice(1);
    return alternatives;
  }
  if (rest.startsWith('(?:') && rest.endsWith(')')) rest = rest.slice(3);
  return readGroup();
}

test('no further heading is an alias in indicators.csv, which is read first', () => {
  const code = readFileText('src/authoring/import/sheet-heading.ts') ?? '';
  const table = /const OTHER_HEADINGS[^=]*= \{(.*?)\n\};/s.exec(code)?.[1] ?? '';
  const patterns = [...table.matchAll(/^ {2}(\S+): \/\^(.*)\$\/i?,$/gm)].map(([, heading = '', words = '']) => [
    heading,
    words,
  ]);
  const matchColumns = createColumnMatcher(indicatorsTable.columns);
  const isAlias = (text: string) => matchColumns(text).length === 1;
  expect(patterns.length).toBeGreaterThan(7);
  const known = patterns.flatMap(([heading = '', words = '']) =>
    listAlternatives(words)
      .filter((texts) => texts.every(isAlias))
      .map((texts) => `${heading}: ${texts.join('|')}`),
  );
  expect(known).toEqual([]);
});
