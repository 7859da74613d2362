import { describe, expect, test } from 'vitest';
import { importSheetCells, importSheetLines, importWorkbookSheet } from '../../../support/import-sheet.ts';

/* Sheets with the layouts in which cities publish their indicators. All names and numbers are invented. */

const HEAD = '指標名,単位,現状値（令和4年度）,令和5年度実績,目標値（令和9年度）';
const LONE = '本 冊 増加 5@令和4年度→9@令和9年度';

describe('a row that is not an indicator by itself', () => {
  test.each([
    ['of a share of the year before', '対前年度比（％）,,－,102.0%,－', '比率、評価、費用など'],
    ['of a rate of achievement', '達成率,％,83,85,', '比率、評価、費用など'],
    ['of a judgement', '　評価,,B,A,－', '比率、評価、費用など'],
    ['of a rank', '順位,,5,4,', '比率、評価、費用など'],
    ['of costs', '事業費（千円）,,"12,000","13,000",', '比率、評価、費用など'],
    ['of a part of the costs', 'うち一般財源,千円,"8,000","9,000",', '比率、評価、費用など'],
    ['of a part of the costs with its unit', 'うち一般財源（千円）,,800,900,', '比率、評価、費用など'],
    ['that is repeated', '【再掲】出生数,人,300,290,310', '再掲'],
    ['that is an example', '（例）講座の数,回,3,4,5', '記入例'],
    ['that is repeated, without brackets', '再掲　出生数,人,300,290,310', '再掲'],
    ['of a footnote', '※2 目標は年度末,,5,,', '注や凡例'],
    ['of a kind of values', '※ 推計,,,,', '注や凡例'],
    ['of a footnote with a word', '注）目標は年度末,,5,,', '注や凡例'],
    ['of a contact', '問い合わせ先,,,,内線1234', '注や凡例'],
    ['of a department', '市企画課,,,,2024-05-01', '注や凡例'],
    ['of a source', '出典：統計書,,,12,', '注や凡例'],
    ['of a sentence', '1) 基準値は前の計画の値,,,3,', '注や凡例'],
    ['of a grade', '評価A,指標,,1,', '注や凡例'],
    ['of a grade with its meaning', 'A：目標を達成,,100％以上,,', '注や凡例'],
    ['of a status', '未達成,,,4,', '比率、評価、費用など'],
    ['of a number of indicators', '達成した指標の数,,,3,', '比率、評価、費用など'],
    ['that is repeated, with the mark behind', '出生数（再掲）,人,300,290,310', '再掲'],
  ])('%s is left out with a notice', (_what, row, why) => {
    const { indicators, notices, issues } = importSheetLines([HEAD, '本,冊,5,6,9', row]);
    expect([indicators, issues]).toEqual([[LONE], []]);
    expect(notices.filter((notice) => notice.includes(`は、${why}の行とみて、指標にしません`))).toHaveLength(1);
  });

  test.each([
    '実施率,％,20,21,',
    'うちわの数,本,20,21,45',
    'うち水の参加者数,人,20,21,45',
    '達成率,％,20,21,45',
    '事業費,千円,12000,12100,10000',
    'うちエコ診断の件数,件,10,11,20',
    '※1人当たりのごみの量,g,20,21,45',
    '※はつらつ教室の参加者数,人,20,21,45',
    'A判定の割合,％,20,21,45',
    '達成した指標の数,指標,3,4,10',
    '注文件数,件,3,4,10',
    '良い近所の関係,,3,4,10',
    '資料1点の費用,円,3,4,10',
    '(1) 朝食は毎日とる子の割合,％,3,4,10',
    '※1 こどもを含む世帯,世帯,3,4,10',
    'A：目標を達成した人,人,3,4,10',
    '目標達成数,件,3,4,10',
  ])('is one with a target or a longer name: %s', (row) => {
    expect(importSheetLines([HEAD, row])).toMatchObject({ indicators: [expect.any(String)], issues: [] });
  });

  test('is one if its targets and its results are in rows', () => {
    const rows = ['指標名,単位,区分,R5年度,R6年度', '実施率,％,目標,20,21', ',,実績,19,20'];
    expect(importSheetLines(rows)).toMatchObject({ indicators: ['実施率 ％ →21@R6年度'], issues: [] });
  });

  test.each([
    'うち女性',
    '〃（うち女性）',
    '（うち65歳以上）',
    '内訳：20代',
    '累計',
    '男性',
    '男性（人）',
    '①',
    '(1)',
    '1-1',
    'ア',
    '・20代',
    '（市内）',
    '└ 20代',
    '令和4年度',
    '指標1',
  ])('is refused if the row above completes its name: %s', (name) => {
    const { indicators, issues } = importSheetLines([HEAD, '本,冊,5,6,9', `${name},人,30,35,48`]);
    expect([indicators, issues]).toEqual([[LONE], ['nameless-row 3']]);
  });
});

test('・ before every name is not a mark of a part', () => {
  expect(importSheetLines([HEAD, '・本,冊,5,6,9', '・紙,枚,5,6,9']).issues).toEqual([]);
});

describe('a second column of names', () => {
  test.each([
    ['numbers before them', ['成果指標,,単位,R4年度実績,R9年度目標', '①,健診を受けた率,％,38,60']],
    ['groups before them', ['指標名,,単位,R4年度実績,R9年度目標', '健診,受けた率,％,38,60', ',受けた人,人,18,50']],
    ['units', ['指標名,,R4年度実績,R9年度目標', '受けた率,％,38,60']],
  ])('without a heading is refused: %s', (_what, lines) => {
    expect(importSheetLines(lines)).toMatchObject({ indicators: [], results: [], issues: ['second-indicator 2'] });
  });

  test('is refused below one merged heading of a workbook', () => {
    const { indicators, diagnostics } = importWorkbookSheet({
      rows: [
        ['成果指標', null, '単位', 'R4年度実績', 'R9年度目標'],
        [1, '健診を受けた率', '％', 38, 60],
      ],
      merged: ['A1:B1'],
    });
    expect([indicators, diagnostics]).toEqual([[], ['second-indicator 2']]);
  });

  test.each([
    ['plans', '第1期計画,,第2期計画,', '基準値,目標値（R2年度）,基準値,目標値（R7年度）'],
    ['plans with one baseline', '第1次計画,,第2次計画,', '実績値（R2年度）,目標値（R2年度）,現状値,目標値（R7年度）'],
    ['halves of a plan', '前期計画,,後期計画,', '現状値（H27年度）,目標値（R2年度）,現状値（R2年度）,目標値（R7年度）'],
    ['areas', '北部,,南部,', '現状値（R4年度）,目標値（R9年度）,現状値（R5年度）,目標値（R8年度）'],
  ])('is refused below groups of %s', (_what, groups, headings) => {
    const lines = [`指標名,単位,${groups}`, `,,${headings}`, '本,冊,5,6,7,8'];
    expect(importSheetLines(lines)).toMatchObject({ indicators: [], targets: [], issues: ['second-indicator 3'] });
  });

  test('is not seen below groups of years, or of the plan before', () => {
    const lines = ['指標名,単位,前計画,本計画,', ',,実績値（R2年度）,現状値（R2年度）,目標値（R7年度）', '本,冊,5,5,8'];
    expect(importSheetLines(lines)).toMatchObject({ indicators: ['本 冊 増加 5@R2年度→8@R7年度'], issues: [] });
  });

  test('is not seen in a few words beside the names', () => {
    const rows = ['指標名,,R4年度実績,R9年度目標', '本（冊）,,5,9', '紙（枚）,,5,9', '字（字）,注,5,9'];
    expect(importSheetLines(rows).issues).toEqual([]);
  });
});

test('values above the headings are refused', () => {
  expect(importSheetLines(['事業名,,基準値,実績,目標', '本,冊,5,6,9', HEAD, '紙,枚,5,6,9']).issues).toEqual([
    'unreadable-layout 2',
  ]);
});

test('the tables of a strategy are read, with 数値目標 above the first names', () => {
  const years = '単位,基準値（R1年度）,R5年度実績,目標値（R6年度）';
  const lines = [`数値目標,${years}`, '本,冊,5,6,9', `KPI,${years}`, '紙,枚,5,6,9'];
  expect(importSheetLines(lines)).toMatchObject({
    indicators: ['本 冊 増加 5@R1年度→9@R6年度', '紙 枚 増加 5@R1年度→9@R6年度'],
    issues: [],
  });
});

describe('another table below', () => {
  test.each([
    ['of other years', ['（参考）人口,,,,', '区分,単位,R3,R4,R5', '総人口,人,5000,4950,4900']],
    ['of costs', ['構成事業,,,,', '事業名,予算額,決算額,担当課,評価', '公園整備,12000,11500,公園課,A']],
    ['of Western years', ['区分,単位,2021,2022,2023', '世帯数,世帯,2000,2010,2020']],
  ])('is refused at its headings: %s', (_what, lines) => {
    const { indicators, results, issues } = importSheetLines([HEAD, '本,冊,5,6,9', ...lines]);
    expect([indicators, results]).toEqual([[], []]);
    expect(issues).toEqual([`unreadable-layout ${lines.length + 1}`]);
  });

  test('is not seen in an indicator with such a word in its name', () => {
    expect(importSheetLines([HEAD, '事業名を知る人,人,5,6,9']).issues).toEqual([]);
  });
});

test('a form whose first rows look like headings is refused as a form', () => {
  const lines = ['担当課,健康課,年度,令和6年度', '指標名,受診率,,', '単位,％,,', '目標値,40,45,50', '実績値,38,39,41'];
  expect(importSheetLines(lines)).toMatchObject({ indicators: [], results: [], issues: ['unreadable-layout 3'] });
});

describe('a column of targets and results together', () => {
  test.each([
    ['R5年度（目標／実績）', ['本,冊,6／5,9']],
    ['R5年度 上段：目標 下段：実績', ['本,冊,6,9', ',,5,']],
  ])('is refused: %s', (heading, lines) => {
    const { issues } = importSheetLines([`指標名,単位,${heading},目標値（R9年度）`, ...lines]);
    expect(issues).toEqual(['unreadable-layout 2']);
  });

  test('is not seen in a difference or a ratio', () => {
    const lines = ['指標名,単位,目標と実績の差,R5年度実績／目標,目標値', '本,冊,4,83.3%,9'];
    expect(importSheetLines(lines).issues).toEqual([]);
  });
});

test('an arrow is no target of a year', () => {
  const lines = ['指標名,単位,現状値,R7年度目標,R8年度目標', '本,冊,5,6,9', '紙,枚,5,6,→'];
  expect(importSheetLines(lines).issues).toEqual(['unreadable-layout 3']);
});

test('the target of the city is read beside those of others', () => {
  const lines = ['指標名,単位,現状値,県目標値（R9年度）,市の目標値（R9年度）', '本,冊,5,6,9'];
  const { indicators, warnings } = importSheetLines(lines);
  expect([indicators, warnings]).toEqual([['本 冊 増加 5→9@R9年度'], ['unused-values 2']]);
  expect(importSheetCells(lines).issues).toEqual(['2:7 unused-values {"heading":"県目標値（R9年度）","other":1}']);
});

test('a column of sums beside years is a doubt', () => {
  const lines = ['指標名,単位,R4年度,R5年度,累計', '本,冊,5,6,11'];
  expect(importSheetCells(lines).issues).toEqual(['2:9 unused-values {"heading":"累計","sum":1}']);
});

test('a remark about a sum is a doubt, unless the sheet has 累計 as the way of counting', () => {
  const head = '指標名,集計,現状値（R4年度）,目標値（R9年度）,備考';
  const { notices } = importSheetLines([head, '本,,5,9,目標は累計', '紙,累計,5,9,目標は累計']);
  expect(notices.filter((notice) => notice.includes('目標値だけが累計なら'))).toEqual([expect.stringMatching(/^2: /)]);
});

test('results are read with the year beside them or in their cells, if all have one', () => {
  const head = '指標名,単位,目標値,実績値,実績年度';
  expect(importSheetLines([head, '本,冊,9,6,R5', '紙,枚,9,7,R6年度']).results).toEqual([
    '本 R5年度: 6',
    '紙 R6年度: 7',
  ]);
  expect(importSheetLines(['指標名,目標値,最新値', '本,9,6冊（R5年度）']).results).toEqual([
    '本 R5年度: 6冊（R5年度）',
  ]);
  expect(importSheetLines([head, '本,冊,9,6,R5', '紙,枚,9,7,'])).toMatchObject({
    results: [],
    warnings: ['unused-values 2', 'unused-values 2'],
  });
});

test('a ? in a name is repeated as a lost letter', () => {
  const { notices } = importSheetLines([HEAD, 'CO?の量,t,9,8,5', '困っていないか?,％,5,6,9']);
  expect(notices.filter((notice) => notice.includes('失われた字'))).toEqual([
    expect.stringMatching(/^2: 「CO\?の量」/),
  ]);
});

test('a line break in a name leaves no space between Japanese letters', () => {
  const lines = [HEAD, '"高齢者の\n割合",％,5,6,9', '"LINE\n登録者",人,5,6,9'];
  expect(importSheetLines(lines).indicators.map((line) => line.split(' 増加')[0])).toEqual([
    '高齢者の割合 ％',
    'LINE 登録者 人',
  ]);
});

test('rows of two plans are refused', () => {
  const lines = ['計画,指標名,現状値,目標値', '第1期,本,5,9', '第2期総合戦略,紙,5,9'];
  expect(importSheetCells(lines).issues).toEqual([
    '3:1 second-indicator {"groups":"「第1期」と「第2期総合戦略」","heading":"計画"}',
  ]);
});

test('blocks of two plans are refused', () => {
  const lines = ['第1期計画', HEAD, '本,冊,5,6,9', '第2期計画', HEAD, '紙,枚,5,6,9'];
  expect(importSheetLines(lines).issues).toEqual(['second-indicator 4']);
});

test('a unit in a row of its own is refused like one above the headings', () => {
  const rows = ['指標名,R5年度実績,目標値', '単位：％,,', '受診した率,38,60'];
  expect(importSheetLines(rows).issues).toEqual(['unit-above-table 2']);
});

test.each(['※単位：人', '※ 単位：人', '※1 単位：人', '（注）単位：人', '注　単位：人', '※（単位：人）'])(
  'a unit in a footnote is refused like one above the headings: %s',
  (words) => {
    const { issues, notices } = importSheetLines(['指標名,R5年度実績,目標値', '移住した人,8,20', `${words},,`]);
    expect([issues, notices.join()]).toEqual([['unit-above-table 3'], expect.not.stringContaining('速報値')]);
    const corrected = ['指標名,単位,R5年度実績,目標値', '移住した人,人,8,20', `${words},,,`];
    expect(importSheetLines(corrected)).toMatchObject({ indicators: ['移住した人 人 →20'], issues: [] });
  },
);

test.each(['※1 1月～12月の値', '※2　4月～9月の半年分', '※基準値はR3年度', '※目標値'])(
  'a footnote is no part of a name: %s',
  (words) => {
    const mark = /^※\d?/.exec(words)?.[0] ?? '';
    const rows = ['指標名,単位,R5年度実績,目標値', `宿泊した人${mark},人,8,20`, `${words},,,`];
    const { indicators, notices } = importSheetLines(rows);
    expect(indicators).toEqual(['宿泊した人 人 →20']);
    expect(notices).toContain(`3: 「${words}」は、注の行とみて、指標にしません。`);
    expect(notices.join()).not.toContain('名前の一部');
  },
);

describe('a target of another plan', () => {
  const row = '本,冊,10,20,15';

  test.each(['前期の目標値（令和8年度）', '前期目標（R8年度）'])('is not used, and is named: %s', (heading) => {
    const { indicators, targets, issues } = importSheetCells([
      `指標名,単位,現状値（R7年度）,目標値（R13年度）,${heading}`,
      row,
    ]);
    expect([indicators[0]?.目標値, targets]).toEqual(['20', []]);
    expect(issues).toEqual([
      expect.stringContaining(`unused-values {"heading":"${heading}","used":"目標値（R13年度）"`),
    ]);
  });

  test.each(['前期計画', '前期', '前回', '前次計画', '第5次計画', '第1期総合戦略', '前期基本計画（R4～R8）'])(
    'is not used below %s, with a year and without one',
    (group) => {
      const imported = [
        [`指標名,単位,現状値,目標値,${group}`, ',,R7年度,R13年度,目標値（R8年度）', row],
        [`指標名,単位,本計画,,${group}`, ',,現状値（R7年度）,目標値（R13年度）,目標値', row],
      ].map((lines) => importSheetCells(lines));
      for (const { indicators, targets, issues } of imported) {
        expect([indicators[0]?.目標値, targets]).toEqual(['20', []]);
        expect(issues).toEqual([expect.stringContaining('unused-values')]);
      }
    },
  );

  test.each([
    ['it is the only target', '現状値（R3年度）,前期目標（R8年度）,備考', ['8', undefined]],
    ['the other target is an interim one', '現状値（R3年度）,中間目標（R6年度）,前期目標（R8年度）', ['9', '8']],
    ['another heading has the other half', '現状値（R3年度）,前期目標（R8年度）,後期目標（R13年度）', ['9', '8']],
  ])('is that of this plan if %s', (_what, headings, expected) => {
    const { indicators, targets, issues } = importSheetCells([`指標名,${headings}`, '本,5,8,9']);
    expect([indicators[0]?.目標値, targets[0]?.目標値]).toEqual(expected);
    expect(issues).toEqual([]);
  });
});
