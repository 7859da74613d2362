import { describe, expect, test } from 'vitest';
import { readExistingIndicators } from '../../../../src/authoring/import/match-indicators.ts';
import { importRows } from '../../../../src/authoring/import/import-rows.ts';
import { isSameNumber } from '../../../../src/authoring/import/result-collector.ts';
import { readIndicatorSheet } from '../../../../src/authoring/import/indicator-sheet.ts';
import { readCsvRows } from '../../../../src/input/csv-reader.ts';
import { createMemoryFolder, type FixtureFiles } from '../../../support/fixture-site.ts';

const HEAD = '指標名,単位,基準値（令和4年度）,令和5年度実績,令和6年度実績,目標値（令和9年度）';
const SOURCES = { plan: 'mihon-keikaku', sheet: '' };

/** A plan of which nothing but these files is there. */
function imported(lines: readonly string[], files: FixtureFiles = {}, sources = SOURCES) {
  const bare = {
    'data/plans/mihon-keikaku/indicators.csv': null,
    'data/plans/mihon-keikaku/observations.csv': null,
    ...files,
  };
  const sheet = readIndicatorSheet(readCsvRows(lines.join('\n')));
  if (!sheet) throw new Error('no headings');
  const { indicators, observations, targets, notes, issues, newIds } = importRows(
    sheet,
    readExistingIndicators(createMemoryFolder(bare), 'mihon-keikaku'),
    sources,
  );
  const cells = (rows: readonly (typeof indicators)[number][]) => rows.map((row) => row.cells);
  return {
    indicators: cells(indicators),
    observations: cells(observations),
    targets: cells(targets),
    notes: notes
      // Of directions, other tests see the notes.
      .filter(({ text }) => !text.startsWith('良い方向が書かれて'))
      .map(({ row, index, text }) => `${row.locate(index).line}:${row.locate(index).column} ${text}`),
    issues: issues.map(({ row, index, issue }) => {
      const { line, column } = row.locate(index);
      return `${line}:${column} ${issue.code} ${JSON.stringify(issue.values)}`;
    }),
    newIds,
  };
}

const THERE: FixtureFiles = {
  'data/plans/mihon-keikaku/indicators.csv':
    '指標ID,名称,単位,現状値,目標値,出典ID\nbooks,本を借りた 人の数,人,5人,9人,mihon-keikaku\n',
  'data/plans/mihon-keikaku/observations.csv': '指標ID,時点,値\nbooks,2023年度,6人\n',
};

describe('a row of a sheet', () => {
  test('is an indicator and a result for each year', () => {
    const { indicators, observations, newIds } = imported([HEAD, '本を借りた人の数,人,"5,000","5,500",,6000']);
    expect(indicators).toEqual([
      {
        指標ID: 'indicator-1',
        名称: '本を借りた人の数',
        単位: '人',
        現状値: '5,000',
        現状値の時点: '令和4年度',
        目標値: '6000',
        目標値の時点: '令和9年度',
        良い方向: '増加',
        出典ID: 'mihon-keikaku',
      },
    ]);
    expect(observations).toEqual([{ 指標ID: 'indicator-1', 時点: '令和5年度', 値: '5,500', 出典ID: '' }]);
    expect(newIds).toBe(1);
  });

  test('keeps the id in the sheet', () => {
    const { indicators, newIds } = imported(['指標ID,指標名,現状値,目標値', 'books,本,5,6', ',紙,7,8']);
    expect([indicators.map((one) => one['指標ID']), newIds]).toEqual([['books', 'indicator-1'], 1]);
  });

  test('gets an id that neither the plan nor the sheet has', () => {
    const there = {
      'data/plans/mihon-keikaku/indicators.csv': '指標ID,名称,現状値,目標値,出典ID\nindicator-1,あ,1,2,x\n',
    };
    const { indicators } = imported(['指標ID,指標名,現状値,目標値', ',本,5,6', 'indicator-2,紙,7,8'], there);
    expect(indicators.map((one) => one['指標ID'])).toEqual(['indicator-3', 'indicator-2']);
  });

  test('takes the time from its own column before the heading', () => {
    const { indicators } = imported(['指標名,基準値（令和4年度）,基準年度,目標値', '本,5,令和3年度,6']);
    expect(indicators[0]?.['現状値の時点']).toBe('令和3年度');
  });

  test('has no time for a value that is not there', () => {
    expect(imported([HEAD, '本,冊,,5,,6']).indicators[0]).not.toHaveProperty('現状値の時点');
  });

  test.each([
    ['↑', '増加'],
    ['減', '減少'],
    ['→', '維持'],
    ['増加', '増加'],
    ['ふえる', 'ふえる'],
  ])('with the direction %s is written as %s', (typed, direction) => {
    const { indicators } = imported(['指標名,目指す方向,現状値,目標値', `本,${typed},5,6`]);
    expect(indicators[0]?.['良い方向']).toBe(direction);
  });

  test('has the source that was asked for, in the sheet first', () => {
    const lines = ['指標名,現状値,目標値,出典ID,令和5年度実績', '本,5,6,,7', '紙,5,6,mihon-tokei,8'];
    const { indicators, observations } = imported(lines, {}, { ...SOURCES, sheet: 'mihon-kekka' });
    expect(indicators.map((one) => one['出典ID'])).toEqual(['mihon-kekka', 'mihon-tokei']);
    // Results without a source have that of their indicator.
    expect(observations.map((one) => one['出典ID'])).toEqual(['', '']);
  });

  test('has its further targets', () => {
    const { targets } = imported(['指標名,現状値,令和7年度目標値,令和9年度目標値', '本,5,6,7', '紙,5,,7']);
    expect(targets).toEqual([{ 指標ID: 'indicator-1', 目標値: '6', 目標値の時点: '令和7年度', 種類: '中間' }]);
  });
});

describe('a row that is not used', () => {
  test('is reported if it has a name but no values', () => {
    const { indicators, notes } = imported([HEAD, '基本目標1,,,,,', '本,冊,5,,,6']);
    const text =
      '「基本目標1」の行には値がないので、使いません。上や下の行の名前の一部なら、1つのセルにまとめてください。';
    expect([indicators.length, notes]).toEqual([1, [`2:1 ${text}`]]);
  });

  test.each(['-', '－', 'なし', '成果目標なし', '成果指標なし', '指標の設定なし'])(
    'is reported if its name is %s',
    (title) => {
      const { indicators, notes } = imported([HEAD, `${title},,－,,,－`]);
      expect([indicators, notes]).toEqual([[], [`2:1 「${title}」は指標の名前ではないので、使いません。`]]);
    },
  );

  test('is an error if it has values but no name', () => {
    const { indicators, issues } = imported([HEAD, '本,冊,5,,,6', ',冊,,7,,8']);
    expect([indicators.length, issues]).toEqual([1, ['3:1 nameless-row {"value":""}']]);
  });
});

describe('a row that adds up the others', () => {
  test.each(['合計', '合　計', ' 計 ', '計（A）', '総計', '平均', '（合計）', '【平均】', '県平均', '（参考）全国'])(
    'called %s is left out and reported with its line',
    (title) => {
      const { indicators, observations, notes, issues } = imported([
        HEAD,
        '本,冊,5,6,,8',
        `${title},冊,,9,,`,
        `${title},冊,,9,,`,
      ]);
      expect([indicators.length, observations.length, issues]).toEqual([1, 1, []]);
      expect(notes.map((one) => /^[34]:1 「.+」は、合計や参考の行とみて、使いません。/.test(one))).toEqual([
        true,
        true,
      ]);
    },
  );

  test.each(['合計特殊出生率', '平均寿命', '計画の数', '県平均との差', '国保の受診率', '参考図書の数'])(
    'is not %s',
    (title) => {
      expect(imported([HEAD, `${title},,1.3,,,1.4`]).indicators).toHaveLength(1);
    },
  );

  test('is an indicator if the sheet has its id', () => {
    const { indicators } = imported(['指標ID,指標名,現状値,目標値', 'average,平均,5,6']);
    expect(indicators.map((one) => one['名称'])).toEqual(['平均']);
  });
});

test('a new indicator with neither baseline nor target is reported, one with either is not', () => {
  const { indicators, notes } = imported([HEAD, '本,冊,,6,,', '紙,枚,,6,,9', '筆,本,3,,,']);
  expect(indicators).toHaveLength(3);
  expect(notes).toEqual(['2:1 「本」には現状値も目標値もありません。指標でない行なら、表から除いてください。']);
});

describe('an existing indicator', () => {
  test('by its name, however spaced, is not written again', () => {
    const { indicators, notes } = imported([HEAD, '本を借りた人の数,人,5,,,6'], THERE);
    expect(indicators).toEqual([]);
    expect(notes[0]).toBe('2:1 この指標はすでにあります。その行は変えず、まだない実績だけを加えます。');
  });

  test('by its id is not written again, whatever its name', () => {
    const { indicators, notes } = imported(['指標ID,指標名,現状値,目標値', 'books,本,5,6'], THERE);
    expect(indicators).toEqual([]);
    expect(notes[0]).toMatch(/^2:7 指標「books」（本）はすでにあります。計画での名前は「本を借りた 人の数」です。/);
  });

  test('gets only new results, with the given source', () => {
    const line = '本を借りた人の数,人,5,6人,7人,9';
    const { observations, notes } = imported([HEAD, line], THERE, { ...SOURCES, sheet: 'mihon-kekka' });
    expect(observations).toEqual([{ 指標ID: 'books', 時点: '令和6年度', 値: '7人', 出典ID: 'mihon-kekka' }]);
    expect(notes).toContain('2:14 令和5年度の実績はすでにあるので、書きません。');
  });
});

describe('two indicators of one name', () => {
  const SAME: FixtureFiles = {
    'data/plans/mihon-keikaku/indicators.csv':
      '指標ID,名称,現状値,目標値,出典ID\nroads,満足度,60%,70%,x\nparks,満 足 度,50%,60%,x\n',
  };

  test('in the plan take no value from a row that has only their name', () => {
    const { indicators, observations, issues } = imported(['指標名,令和6年度実績', '満足度,71%'], SAME);
    expect([indicators, observations]).toEqual([[], []]);
    expect(issues).toEqual(['2:1 name-of-several {"value":"満足度","count":2,"known":"「roads」「parks」"}']);
  });

  test('in the plan keep others from nothing', () => {
    const { indicators, issues } = imported(['指標名,現状値,目標値', '本,5,6'], SAME);
    expect([indicators.length, issues]).toEqual([1, []]);
  });

  test('in the sheet are issues, each at its row, with the existing id', () => {
    const { indicators, observations, issues } = imported(
      ['指標名,令和6年度実績', '本を借りた人の数,7人', '本を 借りた人の数,8人', '紙,3'],
      THERE,
    );
    expect([indicators.map((one) => one['名称']), observations.length]).toEqual([['紙'], 1]);
    expect(issues.map((one) => /^\d:1 repeated-name .*2行め、3行め.*「books」/.exec(one)?.index)).toEqual([0, 0]);
    expect(issues.map((one) => one[0])).toEqual(['2', '3']);
  });

  test('are distinguished by their ids, in whatever order', () => {
    const lines = ['指標ID,指標名,令和6年度実績', 'parks,満足度,58%', 'roads,満足度,71%'];
    const { indicators, observations, issues } = imported(lines, SAME);
    expect([indicators, issues]).toEqual([[], []]);
    expect(observations.map((one) => [one['指標ID'], one['値']])).toEqual([
      ['parks', '58%'],
      ['roads', '71%'],
    ]);
  });

  test('are an error only at the row without an id', () => {
    const { indicators, issues } = imported(['指標ID,指標名,現状値,目標値', 'a,本,5,6', ',本,7,8']);
    expect(indicators.map((one) => one['指標ID'])).toEqual(['a']);
    expect(issues).toEqual([expect.stringMatching(/^3:2 repeated-name /)]);
  });

  test('count only if they have values', () => {
    const { indicators, issues } = imported(['指標名,現状値,目標値', '本,,', '本,5,6']);
    expect([indicators.length, issues]).toEqual([1, []]);
  });
});

describe('an id of the sheet', () => {
  test('whose indicator has another name is reported with that name', () => {
    const { notes } = imported(['指標ID,指標名,現状値,目標値', 'books,紙,5,6'], THERE);
    expect(notes[0]).toContain('計画での名前は「本を借りた 人の数」です。');
  });

  test('with an id that is new for an existing name is reported', () => {
    const { indicators, notes } = imported(['指標ID,指標名,現状値,目標値', 'b,本を借りた人の数,5,6'], THERE);
    expect([indicators.length, notes.length]).toEqual([1, 1]);
    expect(notes[0]).toContain('同じ名前の指標「books」');
  });
});

describe('a result', () => {
  test('that the plan has with another value is a warning with both values and the place of the existing one', () => {
    const { observations, issues } = imported(['指標名,令和5年度実績', '本を借りた人の数,7人'], THERE);
    expect(observations).toEqual([]);
    expect(issues).toEqual([
      '2:10 other-result {"indicator":"books","period":"令和5年度","value":"7人","file":"data/plans/mihon-keikaku/observations.csv","line":2,"before":"6人","written":"2023年度"}',
    ]);
  });

  test.each(['6', '６人', '0.006千人', '6人（令和5年度）'])(
    'that the plan has as “6人” is the same as “%s”',
    (value) => {
      const { issues, notes } = imported(['指標名,令和5年度実績', `本を借りた人の数,${value}`], THERE);
      expect(issues).toEqual([]);
      expect(notes.join()).toContain('令和5年度の実績はすでにあるので、書きません。');
    },
  );

  test('that the plan has without a number is the same as the same words', () => {
    const observations = '指標ID,時点,値\nbooks,令和5年度,－\n';
    const files = { ...THERE, 'data/plans/mihon-keikaku/observations.csv': observations };
    const { issues, notes } = imported(['指標名,令和5年度実績', '本を借りた人の数,－'], files);
    expect(issues).toEqual([]);
    expect(notes.join()).toContain('の実績はすでにあるので、書きません。');
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

  test('that the sheet has twice is a fault', () => {
    const { observations, issues } = imported(['指標名,令和6年度実績,2024年度実績', '本,5,6']);
    expect(observations.map((one) => one['値'])).toEqual(['5']);
    expect(issues).toEqual(['2:5 repeated-observation {"line":2,"before":"5","value":"6"}']);
  });
});

describe('a name like that of an existing indicator', () => {
  const SIMILAR: FixtureFiles = {
    'data/plans/mihon-keikaku/indicators.csv':
      '指標ID,名称,単位,現状値,目標値,出典ID\nroads,都市計画道路整備率,%,50%,60%,x\n',
  };

  test.each([
    '都市計画道路の整備率',
    '都市計画道路整備率（％）',
    '都市計画道路・整備率',
    '①都市計画道路整備率',
    '２ 都市計画道路整備率',
  ])('%s is offered as the same one, and added', (title) => {
    const { indicators, notes } = imported(['指標名,単位,現状値,目標値', `${title},%,5,6`], SIMILAR);
    expect(indicators).toHaveLength(1);
    expect(notes).toContain(
      `2:1 「${title}」は、すでにある指標「roads」（都市計画道路整備率）と名前が似ています。同じ指標なら、表に「指標ID」の列を加えて「roads」と書いてください。このままでは、新しい指標として加えます。`,
    );
  });

  test.each(['都市計画公園整備率', '都市計画道路改良率', '2都市計画道路整備率', '道路'])('is not %s', (title) => {
    expect(imported(['指標名,単位,現状値,目標値', `${title},%,5,6`], SIMILAR).notes).toEqual([]);
  });
});

describe('a mark of a footnote', () => {
  test.each(['本を借りた人の数※1', '本を借りた人の数（注2）', '本を借りた人の数 ＊', '本を借りた人の数※1 ※2'])(
    'is no part of the name %s',
    (title) => {
      const { indicators, notes } = imported(['指標名,単位,現状値,目標値', `${title},人,5,9`]);
      expect(indicators.map((one) => one['名称'])).toEqual(['本を借りた人の数']);
      expect(notes.join()).toContain('は注の番号とみて、名前に入れません。');
    },
  );

  test.each(['本を借りた人の数※1', '本を借りた人の数'])('in neither table hides that %s exists', (title) => {
    const there = '指標ID,名称,単位,現状値,目標値,出典ID\nbooks,本を借りた人の数（注1）,人,5人,9人,mihon-keikaku\n';
    const files = { 'data/plans/mihon-keikaku/indicators.csv': there };
    const { indicators, observations } = imported(['指標名,令和6年度実績', `${title},7人`], files);
    expect([indicators, observations.map((one) => one['指標ID'])]).toEqual([[], ['books']]);
  });

  test.each(['受注2', '二酸化炭素（CO2）', '入場者（延べ）'])('is not in the name %s', (title) => {
    expect(imported(['指標名,現状値,目標値', `${title},5,9`]).indicators[0]?.['名称']).toBe(title);
  });
});

test('a message about many rows of one name lists the first ones', () => {
  const { issues } = imported(['指標名,現状値,目標値', ...Array.from({ length: 9 }, () => '本,5,6')]);
  expect(issues[0]).toContain('"where":"2行め、3行め、4行め、5行め、6行めなど9行"');
});

test('a provisional result has its certainty', () => {
  const { observations } = imported(['指標名,R5年度実績,R6年度実績（速報値）', '本,5,6']);
  expect(observations.map((one) => one['確度'])).toEqual([undefined, '速報']);
});

test('a result that is printed again below a later year is written once', () => {
  const { observations, notes, issues } = imported([
    '指標名,単位,良い方向,令和2年度実績,令和4年度実績',
    '本,%,増加,10.2%,10.2%（令和2年度）',
  ]);
  expect([observations.map((one) => one['時点']), issues]).toEqual([['令和2年度'], []]);
  expect(notes).toContain('2:14 令和2年度の実績「10.2%（令和2年度）」は、2行めの「10.2%」と同じなので、書きません。');
});

test('a total whose word is in another column is left out and reported', () => {
  const { indicators, notes, issues } = imported(['分野,指標名,現状値,目標値', 'x,本,5,6', '合計,,9,10']);
  expect([indicators.length, issues]).toEqual([1, []]);
  expect(notes).toContain(
    '3:4 「合計」は、合計や参考の行とみて、使いません。指標なら、指標IDの列にIDを書いてください。',
  );
});

test.each(['目標値（令和5～9年度）', '目標値（5か年）', '目標値（5年間合計）'])(
  'the only targets below %s are reported as a sum',
  (heading) => {
    expect(imported([`指標名,現状値,${heading}`, '本,4,5']).issues).toEqual([
      `2:5 unread-target {"heading":"${heading}","sum":1}`,
    ]);
  },
);
