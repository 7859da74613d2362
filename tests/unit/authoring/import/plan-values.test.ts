import { describe, expect, test } from 'vitest';
import { isSameNumber } from '../../../../src/authoring/import/plan-values.ts';
import type { FixtureFiles } from '../../../support/fixture-site.ts';
import { BOOKS, importSheetCells, importSheetLines } from '../../../support/import-sheet.ts';

const PLANNED: FixtureFiles = {
  'data/plans/mihon-keikaku/indicators.csv':
    '指標ID,名称,単位,現状値,現状値の時点,目標値,目標値の時点,出典ID\nbooks,本,人,100人,令和4年度,200人以上,令和9年度,mihon-keikaku\n',
  'data/plans/mihon-keikaku/observations.csv': '指標ID,時点,値,注記\nbooks,令和5年度,120人,\n',
  'data/plans/mihon-keikaku/targets.csv':
    '指標ID,目標値,目標値の時点,種類,設定日,出典ID\nbooks,250人以上,令和9年度,最終,2025-04-01,mihon-keikaku\n',
};

const warn = (heading: string, value: string, unit = '人') =>
  importSheetLines([`指標名,単位,${heading}`, `本,${unit},${value}`], PLANNED).warnings;

describe('a value of an indicator that the plan has', () => {
  test.each([
    ['目標値（R9年度）', '300以上'],
    ['目標値', '300以上'],
    ['目標値（R9年度）', '200以下'],
    ['目標値（R12年度）', '200以上'],
    ['目標値（R9年度）', '増加'],
    ['現状値（R4年度）', '約100'],
    ['R5年度実績', '約120', 'other-result 2'],
    ['2023/4/1', '120', 'other-result 2'],
    ['R5.4.1', '121', 'other-result 2'],
  ])('is a warning if it is different: %s %s', (heading, value, warning = 'other-plan-value 2') => {
    expect(warn(heading, value)).toEqual([warning]);
  });

  test.each([
    ['目標値（R9年度）', '200以上', '人'],
    ['目標値', '２００人以上', '人'],
    ['目標値（2027年度末）', '0.2以上', '千人'],
    ['目標値（R9年度）', '250以上', '人'],
    ['目標値（R6年度）', '140', '人'],
    ['2023/10/1', '120', '人'],
    ['2024/4/1', '120', '人'],
  ])('is the same, a revised one or one of a year: %s %s', (heading, value, unit) => {
    expect(warn(heading, value, unit)).toEqual([]);
  });
});

test('a result of a zone of the plan is not the result of the whole', () => {
  const zoned = { 'data/plans/mihon-keikaku/observations.csv': '指標ID,時点,地域ID,値\nbooks,令和5年度,north,12人\n' };
  expect(importSheetLines(['指標名,R5年度実績', '本,130人'], { ...PLANNED, ...zoned })).toMatchObject({
    results: ['本 R5年度: 130人'],
    warnings: [],
  });
});

describe('a number in the column of units, as in a row whose cells are shifted', () => {
  test.each(['100', '1,250', '１２'])('is an error, though the unit of the indicator is known: %s', (unit) => {
    const rows = ['指標名,単位,現状値（R4年度）,R6年度実績,目標値（R9年度）', `本,"${unit}",130,200,`];
    expect(importSheetLines(rows, PLANNED).issues).toEqual(['number-as-unit 2']);
  });

  test.each(['人', '10万人対', '1/1000'])('is not the unit %s', (unit) => {
    const rows = ['指標名,単位,現状値（R4年度）,目標値（R9年度）', `本,${unit},100,200以上`];
    expect(importSheetLines(rows, PLANNED).issues).toEqual([]);
  });
});

describe('a target before the last one of an indicator that the plan has', () => {
  const files: FixtureFiles = {
    ...PLANNED,
    'data/plans/mihon-keikaku/targets.csv':
      '指標ID,目標値,目標値の時点,種類,出典ID\nbooks,160人,令和7年度末,中間,mihon-keikaku\n',
  };
  const read = (...lines: string[]) => {
    const { targets, warnings, notices } = importSheetLines(lines, files);
    return [targets, warnings, notices.filter((one) => one.includes('目標'))];
  };
  const notice = (time: string) =>
    `2: すでにある指標の、まだない目標${time}です。この値は書きません。途中の目標なら、targets.csv に、種類が「中間」の行を足してください。`;

  test.each([
    ['中間目標（令和7年度末）,目標値（R9年度）', '140,200以上', ['other-plan-value 2'], []],
    ['中間目標（令和7年度末）,目標値（R9年度）', '160,200以上', [], []],
    ['中間目標（令和7年度末）,目標値（R9年度）', '－,200以上', ['other-plan-value 2'], []],
    ['中間目標（R6年度）,目標値（R9年度）', '－,200以上', [], []],
    ['目標値（R6年度）,現状値（R4年度）', '－,100', ['other-plan-value 2'], []],
    ['中間目標（2025年度）,目標値（R9年度）', '0.16千人,200以上', [], []],
    ['中間目標（R6年度）,目標値（R9年度）', '140,200以上', [], [notice('（R6年度）')]],
    ['中間目標,目標値（R9年度）', '160,200以上', [], []],
    ['中間目標,目標値（R9年度）', '140,200以上', [], [notice('')]],
    ['目標値（R6年度）,現状値（R4年度）', '140,100', [], [notice('（R6年度）')]],
  ])('is a warning if it is different, and a notice if it is new: %s %s', (headings, values, warnings, notices) => {
    expect(read(`指標名,単位,${headings}`, `本,人,${values}`)).toEqual([[], warnings, notices]);
  });

  test('is compared in rows of targets, too', () => {
    const rows = ['本,人,目標,140,170,200以上', ',,実績,120,130,'];
    const [targets, warnings, notices] = read('指標名,単位,区分,R6年度,R7年度,R9年度', ...rows);
    expect([targets, warnings, notices]).toEqual([[], ['other-plan-value 2'], [notice('（R6年度）')]]);
  });
});

describe('a revised target of an indicator that the plan has', () => {
  const readRevised = (cells: string, others: string) => {
    const path = 'data/plans/mihon-keikaku/targets.csv';
    const files = { ...PLANNED, [path]: `指標ID,目標値,目標値の時点,種類,設定日\nbooks,${others}\n` };
    const rows = ['指標名,単位,当初目標値（R9年度）,見直し後目標値（R9年度）', `本,人,${cells}`];
    const { targets, warnings } = importSheetLines(rows, files);
    return [targets, warnings];
  };

  test('is added beside an interim one', () => {
    expect(readRevised('200以上,220以上', '220以上,令和7年度,中間,')).toEqual([['本 R9年度: 220以上'], []]);
  });

  test('is a warning beside an earlier revision for the same time, which it may correct', () => {
    expect(readRevised('200以上,220以上', '180人,令和9年度,最終,2025-10-01')).toEqual([[], ['other-plan-value 2']]);
  });

  test.each(['220人以上,令和9年度,最終,', '0.22千人以上,2027年度,最終,2025-10-01'])(
    'is not added again: %s',
    (others) => {
      expect(readRevised('200以上,220以上', others)).toEqual([[], []]);
    },
  );

  test('is not added if it is the first one', () => {
    expect(readRevised('200以上,200人以上', '180人,令和9年度,最終,2025-10-01')).toEqual([[], []]);
  });

  test('is written with its unit if the indicator has another one, and a notice says so', () => {
    const rows = ['指標名,単位,見直し後目標値（R9年度）,目標値（R9年度）', '本,千人,0.22,200人以上'];
    const files = { ...PLANNED, 'data/plans/mihon-keikaku/targets.csv': null };
    const { targets, notices } = importSheetLines(rows, files);
    expect(targets).toEqual(['本 R9年度: 0.22千人']);
    expect(notices.join()).toContain('「0.22」を「0.22千人」とします');
  });
});

describe('a baseline of an indicator that the plan has', () => {
  test.each([
    ['現状値（R4年度）', '105'],
    ['現状値', '105'],
    ['現状値（R6年度）', '130'],
  ])('is a warning if it is different or later: %s %s', (heading, value) => {
    expect(warn(heading, value)).toEqual(['other-plan-value 2']);
  });

  test.each([
    ['現状値（R4年度）', '100'],
    ['現状値（令和4年度末）', '0.1千人'],
    ['現状値（R5年度）', '120'],
  ])('is the same, or a result of the plan: %s %s', (heading, value) => {
    expect(warn(heading, value)).toEqual([]);
  });
});

describe('a new result of an indicator that the plan has', () => {
  const path = 'data/plans/mihon-keikaku/indicators.csv';
  const warnOf = (state: string, cells: string) => {
    const row = `books,本,人,100人,令和4年度,200人以上,令和9年度,mihon-keikaku,${state}`;
    const table = `指標ID,名称,単位,現状値,現状値の時点,目標値,目標値の時点,出典ID,状態\n${row}\n`;
    return importSheetLines(['指標名,単位,R5年度実績,R6年度実績,R7年度実績', `本,人,${cells}`], {
      ...PLANNED,
      [path]: table,
    }).warnings;
  };

  test.each(['終了', '定義変更'])('is doubtful once if its state is %s', (state) => {
    expect(warnOf(state, '120,130,140')).toEqual(['result-after-end 2']);
  });

  test.each([
    ['継続', '120,130,140'],
    ['終了', '120,,'],
    ['定義変更', '120,－,－'],
    ['終了', '120,,廃止'],
  ])('is not doubtful if it goes on, or nothing is new: %s, %s', (state, cells) => {
    expect(warnOf(state, cells)).toEqual([]);
  });
});

test.each(['現状値（R4年度）,100', '目標値（R9年度）,200以上', 'R5年度実績,120'])(
  'the same digits in another unit are refused: %s',
  (cells) => {
    const [heading, value] = cells.split(',');
    const lines = [`指標名,単位,${heading},R6年度実績`, `本,千人,${value},130`];
    expect(importSheetLines(lines, PLANNED).issues).toEqual(['other-unit 2']);
  },
);

test('a result that the plan has with a bare year says that its time must be changed by hand', () => {
  const file = 'data/plans/mihon-keikaku/observations.csv';
  const files = { ...PLANNED, [file]: '指標ID,時点,値\nbooks,R5,120人\n' };
  const { results, notices } = importSheetLines(['指標名,単位,R5年度', '本,人,120'], files);
  expect([results, notices.at(-1)]).toEqual([
    [],
    `2: R5年度の実績はすでにあるので、書きません。${file} では時点が「R5」なので、「R5年度」に手で書きかえます。`,
  ]);
});

test('a result of the same last day in another notation is the same result', () => {
  const { results, warnings } = importSheetLines(['指標名,単位,R5年度末実績,R6年度末実績', '本,人,125,130'], PLANNED);
  expect([results, warnings]).toEqual([['本 R6年度末: 130'], ['other-result 2']]);
});

describe('a result in a column whose year is neither 年度 nor 年', () => {
  test.each([
    ['令和5年度', '120', ['unclear-column-year 2']],
    ['令和5年', '120', ['unclear-column-year 2']],
    ['令和5年度', '610', ['unclear-column-year 2', 'other-result 2']],
  ])('is that of %s which the plan has: %s', (period, value, warnings) => {
    const files = {
      ...PLANNED,
      'data/plans/mihon-keikaku/observations.csv': `指標ID,時点,値\nbooks,${period},120人\n`,
    };
    const read = importSheetLines(['指標名,単位,R5,R6', `本,人,${value},130`], files);
    const repeated = read.notices.filter((one) => one === '2: R5の実績はすでにあるので、書きません。').length;
    expect([read.results, read.warnings.slice(0, 1).concat(read.warnings.slice(2)), repeated]).toEqual([
      ['本 R6: 130'],
      warnings,
      value === '120' ? 1 : 0,
    ]);
  });

  test('is found again if it was written so', () => {
    const files = { ...PLANNED, 'data/plans/mihon-keikaku/observations.csv': '指標ID,時点,値\nbooks,R5,120人\n' };
    const read = importSheetLines(['指標名,単位,令和5年度実績', '本,人,125'], files);
    expect([read.results, read.warnings]).toEqual([[], ['other-result 2']]);
  });
});

describe('the final figure of a result', () => {
  test.each([
    ['120人,速報', '令和5年度実績（確報値）', '120', ['other-result 2']],
    ['120人,速報', '令和5年度実績', '120人（確定値）', ['other-result 2']],
    ['120人,速報', '令和5年度実績', '120', []],
    ['120人,速報', '令和5年度実績（速報値）', '120', []],
    ['120人,', '令和5年度実績（確報値）', '120', []],
    ['120人,速報\nbooks,令和5年度,120人,確報', '令和5年度実績（確報値）', '120', []],
    ['120人,確報\nbooks,令和5年度,120人,速報', '令和5年度実績（確報値）', '120', []],
    ['120人（見込）,', '令和5年度実績', '120', ['other-result 2']],
    ['120人（見込）,', '令和5年度実績', '120人（見込）', []],
    ['120人（見込）,', '令和5年度実績', '120（見込）', []],
  ])('is a warning although the number is the same: %s, %s %s', (before, heading, value, warnings) => {
    const files = {
      ...PLANNED,
      'data/plans/mihon-keikaku/observations.csv': `指標ID,時点,値,確度\nbooks,令和5年度,${before}\n`,
    };
    const read = importSheetLines([`指標名,単位,${heading}`, `本,人,${value}`], files);
    expect([read.results, read.warnings]).toEqual([[], warnings]);
  });

  test.each([
    ['速報', '120人', true],
    ['速報', '120人（速報値）', false],
    ['確報', '120人', false],
  ])('may be one without a mark: %s, %s', (certainty, value, isDoubtful) => {
    const row = `指標ID,時点,値,確度\nbooks,令和5年度,120人,${certainty}\n`;
    const files = { ...PLANNED, 'data/plans/mihon-keikaku/observations.csv': row };
    const { notices } = importSheetLines(['指標名,単位,令和5年度実績', `本,人,${value}`], files);
    expect(notices.join().includes('表に速報の印がありません')).toBe(isDoubtful);
  });
});

describe('a word instead of a result that is not known yet', () => {
  const files = (word: string) => ({
    ...PLANNED,
    'data/plans/mihon-keikaku/observations.csv': `指標ID,時点,値,注記\nbooks,令和5年度,120人,\nbooks,2024年度,${word},\n`,
  });
  const read = (value: string, word = '集計中', source = '') =>
    importSheetCells(['指標名,単位,R5年度実績,R6年度実績', `本,人,120,${value}`], files(word), source);

  test.each(['集計中', '未公表', '8月公表予定', '－（集計中）'])(
    'is replaced by a number in its own row: %s',
    (word) => {
      const { changes, observations, issues, notices } = read('130', word);
      expect([changes, observations, issues]).toEqual([[{ line: 3, cells: { 値: '130', 出典ID: '' } }], [], []]);
      expect(notices.filter((notice) => notice.includes('書きかえ'))).toEqual([
        `2:9 R6年度の実績は、data/plans/mihon-keikaku/observations.csv の3行めの「${word}」を「130」に書きかえます。`,
      ]);
    },
  );

  test('is replaced with the mark and the source of the number', () => {
    expect(read('130（速報値）', '集計中', 'mihon-tokei').changes).toEqual([
      { line: 3, cells: { 値: '130（速報値）', 確度: '速報', 出典ID: 'mihon-tokei' } },
    ]);
  });

  test.each([
    ['130', '－', 'other-result'],
    ['130', '未調査', 'other-result'],
    ['130（見込み）', '集計中', 'other-result'],
    ['未公表', '集計中', 'other-result'],
    ['集計中', '集計中', undefined],
  ])('is not replaced: %s instead of %s', (value, word, code) => {
    const { changes, issues } = read(value, word);
    expect([changes, issues.map((issue) => issue.split(' ')[1])]).toEqual([[], code ? [code] : []]);
  });

  test('is replaced by the first of two numbers, and the other one is a fault', () => {
    const lines = ['指標名,単位,R6年度実績,2024年度実績', '本,人,130,140'];
    const { changes, issues } = importSheetCells(lines, files('集計中'));
    expect(changes.map(({ cells }) => cells.値)).toEqual(['130']);
    expect(issues).toEqual([expect.stringContaining(' repeated-observation ')]);
  });
});

test.each([
  ['120人（速報値）', '速報'],
  ['120人（R6年度速報）', '速報'],
  ['120人（速報値、10月末）', '速報'],
  ['速報値120人', '速報'],
  ['120人（前年度速報値118人）', undefined],
  ['120人（速報値118人）', undefined],
  ['120人（前回は速報）', undefined],
])('a 速報 is so by its own label: %s', (value, certainty) => {
  const { observations } = importSheetCells(['指標名,令和6年度実績', `本,${value}`], PLANNED);
  expect(observations.map((one) => one['確度'])).toEqual([certainty]);
});

describe('a result', () => {
  test('that the plan has with another value is a warning with both values and the location of the existing one', () => {
    const { observations, issues } = importSheetCells(['指標名,令和5年度実績', '本を借りた人の数,7人'], BOOKS);
    expect(observations).toEqual([]);
    expect(issues).toEqual([
      '2:10 other-result {"indicator":"books","period":"令和5年度","value":"7人","file":"data/plans/mihon-keikaku/observations.csv","line":2,"before":"6人","written":"2023年度"}',
    ]);
  });

  test.each(['6', '６人', '0.006千人', '6人（令和5年度）'])(
    'that the plan has as “6人” is the same as “%s”',
    (value) => {
      const { issues, notices } = importSheetCells(['指標名,令和5年度実績', `本を借りた人の数,${value}`], BOOKS);
      expect(issues).toEqual([]);
      expect(notices.join()).toContain('令和5年度の実績はすでにあるので、書きません。');
    },
  );

  test('that the plan has without a number is the same as the same words', () => {
    const observations = '指標ID,時点,値\nbooks,令和5年度,－\n';
    const files = { ...BOOKS, 'data/plans/mihon-keikaku/observations.csv': observations };
    const { issues, notices } = importSheetCells(['指標名,令和5年度実績', '本を借りた人の数,－'], files);
    expect(issues).toEqual([]);
    expect(notices.join()).toContain('の実績はすでにあるので、書きません。');
  });

  test.each([
    ['12,000', '12千人', true],
    ['12千人', '12,000', true],
    ['0', '0人', true],
    ['0人', '0%', false],
    ['－', '0', false],
    ['0', '－', false],
    ['abc', 'abc', false],
  ])('of “%s” in 人 is the same number as “%s”: %s', (one, other, isSame) => {
    expect(isSameNumber(one, other, '人')).toBe(isSame);
  });

  test('of several years is not the one of the last of them', () => {
    const { observations, issues } = importSheetCells([
      '指標名,令和4年度実績,令和5年度実績',
      '出生率,1.40,1.35(H30-R4)',
    ]);
    expect(observations.map((one) => `${one['時点']} ${one['値']}`)).toEqual(['令和4年度 1.40', 'H30-R4 1.35(H30-R4)']);
    expect(issues).toEqual([]);
  });

  test('that the sheet has twice is a fault', () => {
    const { observations, issues } = importSheetCells(['指標名,令和6年度実績,2024年度実績', '本,5,6']);
    expect(observations.map((one) => one['値'])).toEqual(['5']);
    expect(issues).toEqual(['2:5 repeated-observation {"line":2,"before":"5","value":"6"}']);
  });
});

test('a word instead of a target or a result of an existing indicator is neither', () => {
  const state = (files: FixtureFiles) => ({
    ...files,
    'data/plans/mihon-keikaku/indicators.csv':
      '指標ID,名称,単位,現状値,現状値の時点,目標値,目標値の時点,状態,出典ID\nbooks,本,人,100人,令和4年度,200人以上,令和9年度,終了,mihon-keikaku\n',
  });
  const lines = ['指標名,単位,R6年度実績,中間目標（R7年度）', '本,人,集計中,未定'];
  expect(importSheetLines(lines, PLANNED).notices.join()).not.toContain('まだない目標');
  expect(importSheetLines(lines, state(PLANNED)).warnings).toEqual([]);
});

test('a long footnote of a result is its remark if the plan has the indicator', () => {
  const lines = [
    '指標名,単位,R6年度実績※2,R7年度実績',
    '本※1,人,130※1,140',
    '※1 この年から、ほかの図書館で借りた人の数を含む。',
  ];
  const { observations, notices } = importSheetCells(lines, PLANNED);
  const note = '※1 この年から、ほかの図書館で借りた人の数を含む。';
  expect(observations.map(({ 注記 }) => 注記)).toEqual([note, undefined]);
  expect(notices.join()).toContain('足す実績の注だけを、その実績の注記に書きます。');
});
