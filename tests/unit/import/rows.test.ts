import { describe, expect, test } from 'vitest';
import { existingOf } from '../../../src/import/existing.ts';
import { importRows } from '../../../src/import/rows.ts';
import { readSheet } from '../../../src/import/sheet.ts';
import { readCsv } from '../../../src/read/csv.ts';
import { folderOf, type Files } from '../../support/town.ts';

const HEAD = '指標名,単位,基準値（令和4年度）,令和5年度実績,令和6年度実績,目標値（令和9年度）';
const SOURCES = { plan: 'mihon-keikaku', sheet: '' };

/** A plan of which nothing but these files is there. */
function imported(lines: readonly string[], files: Files = {}, sources = SOURCES) {
  const bare = {
    'data/plans/mihon-keikaku/indicators.csv': null,
    'data/plans/mihon-keikaku/observations.csv': null,
    ...files,
  };
  const sheet = readSheet(readCsv(lines.join('\n')));
  if (!sheet) throw new Error('no headings');
  const { indicators, observations, targets, notes, made } = importRows(
    sheet,
    existingOf(folderOf(bare), 'mihon-keikaku'),
    sources,
  );
  const cells = (rows: typeof indicators) => rows.map((row) => row.cells);
  return {
    indicators: cells(indicators),
    observations: cells(observations),
    targets: cells(targets),
    notes: notes.map(({ row, index, text }) => `${row.at(index).line}:${row.at(index).column} ${text}`),
    made,
  };
}

const THERE: Files = {
  'data/plans/mihon-keikaku/indicators.csv':
    '指標ID,名称,単位,現状値,目標値,出典ID\nbooks,本を借りた 人の数,人,5人,9人,mihon-keikaku\n',
  'data/plans/mihon-keikaku/observations.csv': '指標ID,時点,値\nbooks,2023年度,6人\n',
};

describe('a row of a sheet', () => {
  test('is an indicator and a result for each year', () => {
    const { indicators, observations, made } = imported([HEAD, '本を借りた人の数,人,"5,000","5,500",,6000']);
    expect(indicators).toEqual([
      {
        指標ID: 'indicator-1',
        名称: '本を借りた人の数',
        単位: '人',
        現状値: '5,000',
        現状値の時点: '令和4年度',
        目標値: '6000',
        目標値の時点: '令和9年度',
        出典ID: 'mihon-keikaku',
      },
    ]);
    expect(observations).toEqual([{ 指標ID: 'indicator-1', 時点: '令和5年度', 値: '5,500', 出典ID: '' }]);
    expect(made).toBe(1);
  });

  test('keeps the id that the sheet gives', () => {
    const { indicators, made } = imported(['指標ID,指標名,現状値,目標値', 'books,本,5,6', ',紙,7,8']);
    expect([indicators.map((one) => one['指標ID']), made]).toEqual([['books', 'indicator-1'], 1]);
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
    const lines = ['指標名,現状値,目標値,出典ID', '本,5,6,', '紙,5,6,mihon-tokei'];
    const { indicators } = imported(lines, {}, { ...SOURCES, sheet: 'mihon-kekka' });
    expect(indicators.map((one) => one['出典ID'])).toEqual(['mihon-kekka', 'mihon-tokei']);
  });

  test('has its further targets as such', () => {
    const { targets } = imported(['指標名,現状値,令和7年度目標値,令和9年度目標値', '本,5,6,7', '紙,5,,7']);
    expect(targets).toEqual([
      { 指標ID: 'indicator-1', 目標値: '6', 目標値の時点: '令和7年度', 種類: '中間' },
    ]);
  });
});

describe('a row that is not used', () => {
  test('is told where it has a name but no values', () => {
    const { indicators, notes } = imported([HEAD, '基本目標1,,,,,', '本,冊,5,,,6']);
    expect([indicators.length, notes]).toEqual([1, ['2:1 「基本目標1」の行には値がないので、使いません。']]);
  });

  test('is told where it has values but no name', () => {
    expect(imported([HEAD, ',冊,5,,,6']).notes).toEqual(['2:1 指標の名前が空なので、この行は使いません。']);
  });
});

describe('an indicator that is there', () => {
  test('by its name, however spaced, is not written again', () => {
    const { indicators, notes } = imported([HEAD, '本を借りた人の数,人,5,,,6'], THERE);
    expect(indicators).toEqual([]);
    expect(notes[0]).toMatch(/^2:1 指標「books」（本を借りた人の数）はすでにあります。/);
  });

  test('by its id is not written again, whatever its name', () => {
    expect(imported(['指標ID,指標名,現状値,目標値', 'books,本,5,6'], THERE).indicators).toEqual([]);
  });

  test('gets new results alone, with the source that was asked for', () => {
    const line = '本を借りた人の数,人,5,6人,7人,9';
    const { observations, notes } = imported([HEAD, line], THERE, { ...SOURCES, sheet: 'mihon-kekka' });
    expect(observations).toEqual([{ 指標ID: 'books', 時点: '令和6年度', 値: '7人', 出典ID: 'mihon-kekka' }]);
    expect(notes).toContain('2:14 「books」の令和5年度の実績はすでにあるので、書きません。');
  });
});
