import { describe, expect, test } from 'vitest';
import { importSheetCells, importSheetLines, importWorkbookSheet } from '../../../support/import-sheet.ts';

const HEAD = '指標名,単位,指標の方向,現状値（R3）,令和5年度実績,目標値（令和9年度）';

describe('a sheet of blocks', () => {
  test('keeps the last row of a table above further headings', () => {
    const { indicators, results } = importSheetLines([
      '成果指標,単位,R4年度実績,目標値（R9年度）',
      '本,冊,5,9',
      '紙,枚,6,8',
      '活動指標,単位,R4年度,R9年度目標',
      '会,回,3,4',
    ]);
    expect([indicators.length, results]).toEqual([3, ['本 R4年度: 5', '紙 R4年度: 6', '会 R4年度: 3']]);
  });

  const EXPECTED = {
    indicators: ['本 冊 増加 5@R3→9@令和9年度', '紙 枚 減少 8@R3→4@令和9年度'],
    results: ['本 令和5年度: 6', '紙 令和5年度: 7'],
    issues: [],
  };

  test.each([
    ['with titles', ['まちづくり編,,,,,', HEAD, '本,冊,↑,5,6,9', 'くらし編,,,,,', HEAD, '紙,枚,↓,8,7,4']],
    ['without titles', [HEAD, '本,冊,↑,5,6,9', HEAD, '紙,枚,↓,8,7,4']],
    ['with empty rows between', [HEAD, '本,冊,↑,5,6,9', '', HEAD, '紙,枚,↓,8,7,4']],
    [
      'whose columns are in another order',
      [HEAD, '本,冊,↑,5,6,9', '単位,指標名,目標値（令和9年度）,現状値（R3）,指標の方向,令和5年度実績', '枚,紙,4,8,↓,7'],
    ],
    [
      'with two rows of headings',
      [
        '指標名,単位,方向,現状値,実績,目標値',
        ',,,R3,令和5年度,令和9年度',
        '本,冊,↑,5,6,9',
        '指標名,単位,方向,現状値,実績,目標値',
        ',,,R3,令和5年度,令和9年度',
        '紙,枚,↓,8,7,4',
      ],
    ],
  ])('%s is read block by block', (_what, lines) => {
    expect(importSheetLines(lines)).toMatchObject(EXPECTED);
  });

  test('has the titles of blocks as names of plan items', () => {
    const lines = [
      '施策1 情報を伝える,,,,,',
      HEAD,
      '本,冊,↑,5,6,9',
      '施策2 建物を長く使う,,,,,',
      HEAD,
      '紙,枚,↓,8,7,4',
    ];
    expect(importSheetLines(lines).indicators).toEqual([
      '本 冊 増加 5@R3→9@令和9年度 #1_1',
      '紙 枚 減少 8@R3→4@令和9年度 #2_1',
    ]);
  });

  test('may have merged titles', () => {
    const head = ['指標名', '単位', '方向', '現状値（令和3年度）', '目標値（令和9年度）'];
    const { indicators, diagnostics } = importWorkbookSheet({
      rows: [['施策1'], head, ['本', '冊', '増加', 5, 9], ['施策2'], head, ['紙', '枚', '減少', 8, 4]],
      merged: ['A1:E1', 'A4:E4'],
    });
    expect([indicators.length, diagnostics]).toEqual([2, []]);
  });

  test('is no sheet whose indicator is named 指標', () => {
    expect(importSheetLines(['指標名,現状値,目標値', '本,5,6', '指標,7,8', 'KPI,目標,9']).indicators).toHaveLength(3);
  });
});

describe('the time of a baseline or a target in a column of its own', () => {
  const indicators = ['自主防災組織の組織率 ％ 増加 ７８．５％@R4年度→90％以上@令和10年度'];

  test('is read below one group with its value', () => {
    const read = importWorkbookSheet({
      rows: [
        ['No.', '指標名', '単位', '現状値', null, '実績値', '目標値', null],
        [null, null, null, '年度', '値', '令和5年度', '年度', '値'],
        [1, '自主防災組織の組織率', '％', 'R4年度', '７８．５％', '79.1%', '令和10年度', '90％以上'],
      ],
      merged: ['D1:E1', 'G1:H1'],
    });
    expect(read).toMatchObject({ indicators, results: ['自主防災組織の組織率 令和5年度: 79.1%'], diagnostics: [] });
  });

  test('is read beside the value', () => {
    const read = importSheetLines([
      '指標名,単位,現状値（年度）,現状値,目標値（年度）,目標値',
      '自主防災組織の組織率,％,R4年度,７８．５％,令和10年度,90％以上',
    ]);
    expect(read).toMatchObject({ indicators, issues: [] });
  });
});

describe('merged cells', () => {
  const head = ['指標名', '単位', '方向', '現状値（令和3年度）', '目標値（令和9年度）'];

  test('of a value for two indicators are an error', () => {
    const { diagnostics } = importWorkbookSheet({
      rows: [head, ['本', '冊', '増加', 5, 9], ['紙', '枚', '増加', null, 10]],
      merged: ['D2:D3'],
    });
    expect(diagnostics).toContain('merged-cells 2');
  });

  test('of a survey every three years are an error: its value belongs to one year', () => {
    const rows = [
      ['指標名', 'R5年度', 'R6年度', 'R7年度', '目標値（R9年度）'],
      ['満足度', '62％', '', '', '70％'],
    ];
    const { hints } = importWorkbookSheet({ rows, merged: ['B2:D2'] });
    expect(hints[0]).toContain('1回の値なら、その年のセルだけに書きます。');
    expect(importWorkbookSheet({ rows }).results).toEqual(['満足度 R5年度: 62％']);
  });

  test('of a footnote of the table do not matter', () => {
    const { diagnostics } = importWorkbookSheet({
      rows: [head, ['本', '冊', '増加', 5, 9], ['※ 速報を含みます。']],
      merged: ['A3:E3'],
    });
    expect(diagnostics).toEqual([]);
  });
});

test.each(['2024/5/1 10:23', '1/2ページ'])('the foot of a page is no indicator: %s', (stamp) => {
  const lines = ['指標名,現状値,目標値', '本,5,9', `見本市役所,,${stamp}`];
  expect(importSheetLines(lines).indicators).toEqual(['本 増加 5→9']);
});

test('a department is an indicator with several numbers', () => {
  expect(
    importSheetLines([
      '指標名,単位,現状値（令和4年度）,令和5年度実績,目標値（令和9年度）',
      '文書を電子化した課,,5,6,9',
      '文書課,,,,',
    ]).indicators,
  ).toEqual(['文書を電子化した課 増加 5@令和4年度→9@令和9年度']);
});

test('grades of years are results if the target is a grade too', () => {
  const lines = ['指標名,現状値（R4年度）,R5年度,目標値（R9年度）', '外部評価の結果,C,B,A'];
  expect(importSheetLines(lines).results).toEqual(['外部評価の結果 R5年度: B']);
});

test('a 速報 and a 確報 of one year are both results', () => {
  const lines = ['指標名,単位,R5年度（速報）,R5年度（確報）,目標値（R9年度）', '人口,人,1190,1185,1150'];
  expect(importSheetLines(lines)).toMatchObject({ results: ['人口 R5年度: 1190', '人口 R5年度: 1185'], issues: [] });
});

test('demand and provision of services are no results', () => {
  const years = ['指標名,単位,R7年度,R8年度', '量の見込み（1号）,人,320,330', '確保方策（1号）,人,320,330'];
  expect(importSheetLines(years)).toMatchObject({ indicators: [], results: [] });
  expect(importSheetLines(['量の見込みと確保方策', ...years.with(1, '1号認定,人,320,330')])).toMatchObject({
    results: [],
    warnings: ['unused-values 3', 'unused-values 3'],
  });
});

describe('words above a table', () => {
  const table = ['指標名,現状値,目標値', '本,5,9'];

  test.each(['健康計画（令和5～9年度）', '※黄色のセルは見込み', '目標年度：令和9年度'])('are repeated: %s', (title) => {
    const { indicators, notices } = importSheetLines([title, ...table]);
    expect(indicators).toEqual(['本 増加 5→9']);
    expect(notices.filter((notice) => notice.includes(`「${title}」は読みません`))).toHaveLength(1);
  });

  const DATED = ['指標名,現状値（R4年度）,目標値（R9年度）', '本,5,9'];

  test.each(['前年度の実績を記載', '12月末までの実績', '上半期の値です。'])(
    'are repeated if they say of which time the values are: %s',
    (title) => {
      const { notices } = importSheetLines([title, ...DATED]);
      expect(notices.filter((notice) => notice.includes(`「${title}」は読みません`))).toHaveLength(1);
    },
  );

  test.each(['健康計画（令和5～9年度）', '令和7年4月'])('are not repeated if the target has its time: %s', (title) => {
    const lines = [title, ...DATED];
    expect(importSheetLines(lines).notices.filter((notice) => notice.includes('読みません'))).toEqual([]);
  });
});

describe('the only cell of a row, left of the names', () => {
  const HEADINGS = '施策,指標名,現状値,目標値';

  test.each(['注　R6年度は国保のみ', '令和7年3月31日現在', '（令和7年3月31日現在）'])(
    'is named if it is a note: %s',
    (note) => {
      const { notices } = importSheetLines([HEADINGS, '読書,本,5,9', note, '健康,薬,1,2']);
      expect(notices).toContainEqual(expect.stringContaining(`「${note}」は、どの値や名前の注かわからないので`));
    },
  );

  test('is an error if it has the unit of bare numbers', () => {
    expect(importSheetLines([HEADINGS, '読書,本,5,9', '単位：千人']).issues).toEqual(['unit-above-table 3']);
  });

  test('is not named if it is a title', () => {
    expect(importSheetLines([HEADINGS, '注目の取組', '読書,本,5,9']).notices.join()).not.toContain('注目');
  });
});

describe('a row with a stray number', () => {
  const head = '指標名,単位,現状値（令和4年度）,令和5年度実績,目標値（令和9年度）';

  test.each([
    ['令和5年度は集計方法を変更したため参考値,,,12,', '注や凡例'],
    ['集計中のものは前年度の値を掲載,,,3,', '注や凡例'],
    ['最終更新,,,,2024', '注や凡例'],
    ['令和6年度に廃止した指標,,,3,', '比率、評価、費用など'],
    ['施策計,,10,12,18', '合計や参考'],
    ['施策1 計,,10,12,18', '合計や参考'],
    ['基本目標1-2の合計,件,10,12,18', '合計や参考'],
    ['第1章 小計,,10,12,18', '合計や参考'],
    ['【健康】平均,％,10,12,18', '合計や参考'],
  ])('is left out with a notice: %s', (row, why) => {
    const { indicators, notices } = importSheetLines([head, '本,冊,5,6,9', row]);
    expect(indicators).toHaveLength(1);
    expect(notices.filter((notice) => notice.includes(`は、${why}の行とみて、指標にしません`))).toHaveLength(1);
  });

  test.each(['前年度の値を掲載,件,3,4,10', '更新した橋の数,橋,3,4,10', '統計,件,3,4,10', '【健康】体温計,本,3,4,10'])(
    'is an indicator if it has a unit: %s',
    (row) => {
      expect(importSheetLines([head, row])).toMatchObject({ indicators: [expect.any(String)], issues: [] });
    },
  );
});

describe('the notices of a sheet', () => {
  const lines = [
    '指標名,単位,方向,現状値（R3年度）,令和5年度実績,令和6年度実績,目標値（令和9年度）,備考',
    '本,冊,↑,5,6※1,7 ※２,9,※3',
    '紙,枚,↓,8※5,7※4,－,4,隔年※３',
    '※1 見込み,,,,,,,',
    ',※２：速報値,,,,,,',
    '※３　調査は２年に１回。,,,,,,,',
    '※4 暦年の値,,,,,,,',
    '※5 数え方を変えたので、ほかの年とはくらべられません。,,,,,,,',
  ];
  const head = '指標名,現状値（R3年度）,R4年度,R5年度※1,目標値（R9年度）';

  test('are written in the cells that have their marks', () => {
    expect(importSheetLines(lines).results.slice(0, 3)).toEqual([
      '本 令和5年度: 6（見込み）',
      '本 令和6年度: 7（速報値）',
      '紙 令和5年度: 7（暦年の値）',
    ]);
  });

  test.each([
    ['words instead of a mark', '「※3」は、表の注から「調査は２年に１回。」と読みます。'],
    ['words behind a remark', '「隔年※３」は、表の注から「隔年（調査は２年に１回。）」と読みます。'],
    [
      'no sentence in a value',
      '「8※5」の注の「数え方を変えたので、ほかの年とはくらべられません。」は、新しい指標なら、',
    ],
    ['a row of their own in another column than the names', '「※２：速報値」は、注や凡例の行とみて、指標にしません。'],
  ])('have %s', (_what, notice) => {
    expect(importSheetLines(lines).notices.join('\n')).toContain(notice);
  });

  test.each(['注1', '（注１）', '(注1)'])(
    'begin with the mark %s of the cell, not with the same number alone',
    (mark) => {
      const rows = [`本,5,6${mark},7,9`, '※1 暦年の値', `${mark}　速報値`];
      expect(importSheetLines([head, ...rows]).results).toEqual(['本 R4年度: 6（速報値）', '本 R5年度: 7']);
    },
  );

  test.each(['※', '＊', '*', '（※）'])('may have the mark %s without a number', (mark) => {
    const [row, other] = [`本,5,6${mark},7,9`, '紙,5,6,7,9'];
    const { observations } = importSheetCells([head, row, other, '', `${mark} 速報値`]);
    expect(observations.map(({ 値, 確度 }) => [値, 確度])).toEqual([
      ['6（速報値）', '速報'],
      ['7', undefined],
      ['6', undefined],
      ['7', undefined],
    ]);
    // The names of indicators may begin with the mark.
    expect(importSheetLines([head, row, `${mark}紙の速報,5,6,7,9`]).results[0]).toBe(`本 R4年度: 6${mark}`);
  });

  test.each([
    ['※2 6', '※2 速報値'],
    ['※２　6', '※２：速報値'],
    ['※ 6', '※ 速報値'],
    ['*1 6', '*1 速報値'],
    ['† 6', '† 速報値'],
    ['注1 6', '注1 速報値'],
    ['注1）6', '注1）速報値'],
    ['（注1）6', '（注1）速報値'],
    ['(※1) 6', '※1 速報値'],
    ['（注） 6', '（注）速報値'],
    ['6（注）', '（注）速報値'],
  ])('may have their mark before or behind the value: %s', (cell, note) => {
    const { observations, notices } = importSheetCells([head, `本,5,${cell},7,9`, note]);
    expect(observations[0]).toMatchObject({ 値: '6（速報値）', 確度: '速報' });
    expect(notices.join()).toContain(`「${cell}」は、表の注から「6（速報値）」と読みます。`);
  });

  test.each([
    ['6※1※2', '6（速報値）（暦年の値）'],
    ['※2 6※1', '6（速報値）（暦年の値）'],
    ['6※1※3', '6（速報値）※3'],
  ])('are read for each mark of a value: %s', (cell, read) => {
    const notes = ['※1 速報値', '※2 暦年の値', '※3 数え方を変えたので、ほかの年とはくらべられません。'];
    const { observations } = importSheetCells([head, `本,5,${cell},7,9`, ...notes]);
    expect(observations[0]).toMatchObject({ 値: read, 確度: '速報' });
  });

  test.each([
    ['※26', '※2 速報値'],
    ['(1) 6', '(1) 速報値'],
    ['6¹', '¹ 速報値'],
  ])('are not guessed, and the value is reported: %s', (cell, note) => {
    const sheet = importWorkbookSheet({ rows: [head.split(','), ['本', 5, cell, 7, 9], [note]] });
    expect(sheet.results).toContain(`本 R4年度: ${cell}`);
    expect(sheet.diagnostics.join()).toMatch(/not-a-quantity|companion-not-read/);
  });

  test.each(['R4年度は速報値です。', '令和4年度の値は、速報値'])(
    'may say in a sentence that a value is provisional: %s',
    (said) => {
      const { observations } = importSheetCells([head, '本,5,6※1,7,9', `※1 ${said}`]);
      expect(observations[0]).toMatchObject({ 値: '6（速報値）', 確度: '速報' });
    },
  );

  test('that share a mark are named if a value with it may be provisional', () => {
    const rows = ['本,5,6※,7,9', '※ R4年度は速報値', '※ 目標値は年度末'];
    const { observations, notices } = importSheetCells([head, ...rows]);
    expect(observations[0]?.値).toBe('6※');
    expect(notices.join()).toContain('「6※」の注は2件あるので、読みません。');
  });

  test('are no indicators if their marks are in brackets', () => {
    const rows = ['本,5,6（※1）,7,9', '（※1）速報値'];
    const { indicators, results, notices } = importSheetLines([head, ...rows]);
    expect([indicators.length, results[0]]).toEqual([1, '本 R4年度: 6（速報値）']);
    expect(notices.join()).toContain('「（※1）速報値」は、注や凡例の行とみて、指標にしません。');
  });

  test.each([
    ['a name', '本※1※2,5,6,7,9,県の調査', '県の調査 図書館の人。 貸出カードで借りた人の数で、館内の閲覧は含まない。'],
    ['a value, if they are long', '本,5,6※2,7,9,', '※2 貸出カードで借りた人の数で、館内の閲覧は含まない。'],
    ['a remark, once', '本※1,5,6,7,9,※1', '図書館の人。'],
  ])('are the remark of a new indicator with their mark behind %s', (_what, row, remark) => {
    const rows = [row, '※1 図書館の人。', '※2 貸出カードで借りた人の数で、館内の閲覧は含まない。'];
    expect(importSheetCells([`${head},備考`, ...rows]).indicators.map(({ 注記 }) => 注記)).toEqual([remark]);
  });

  test('are no remark if two of them have the mark', () => {
    const rows = ['本※1,5,6※1,7,9', '※1 見込み', '紙,5,6,7,9', '※1 速報値'];
    const { indicators, observations } = importSheetCells([head, ...rows]);
    expect([indicators[0]?.注記, observations[0]?.値]).toEqual([undefined, '6※1']);
  });

  test('belong to the table above them, although they are above the next headings', () => {
    const { indicators } = importSheetCells([
      head,
      '本※1,5,6,7,9',
      '※1 図書館の人。',
      head,
      '紙※1,5,6,7,9',
      '※1 紙の数。',
    ]);
    expect(indicators.map(({ 注記 }) => 注記)).toEqual(['図書館の人。', '紙の数。']);
  });

  test('whose marks are in headings are named', () => {
    expect(importSheetLines([head, '本,5,6,7,9', '※1 見込み']).notices.join()).toContain(
      '見出し「R5年度※1」の注の「見込み」は、読みません。',
    );
  });
});
