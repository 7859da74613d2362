import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { importSheet } from '../../../../../src/components/checker/browser/imported-sheet.ts';
import { combineDiagnostics, isSoundOffer } from '../../../../../src/components/checker/browser/offered-files.ts';
import { planFileChecks } from '../../../../../src/validation/checks/plan-file-checks.ts';
import { validateFile } from '../../../../../src/validation/validate-file.ts';
import { createWorkbook } from '../../../../support/create-workbook.ts';
import { createMemoryFolder, type FixtureFiles } from '../../../../support/fixture-site.ts';

const PLAN = 'mihon-keikaku';

/** Imports the lines of a sheet into the plan of the fictional town. */
function importLines(lines: readonly string[], years = '', files: FixtureFiles = {}, sheet = '') {
  const planFiles = { plan: PLAN, municipality: 'mihon', folder: createMemoryFolder(files), checks: planFileChecks };
  const offer = importSheet(
    { name: '指標.csv', bytes: new TextEncoder().encode(lines.join('\n')) },
    planFiles,
    { plan: PLAN, sheet },
    years,
  );
  if (!offer) throw new Error('no rows');
  return offer;
}

/** The indicators of a plan that has one. */
const PRESENT =
  '指標ID,名称,単位,良い方向,現状値,現状値の時点,目標値,目標値の時点,出典ID\nbooks,本,冊,増加,5,令和4年度,9,令和10年度,mihon-keikaku\n';

const HEADINGS = '指標名,単位,現状値（年度）,現状値,目標値（年度）,目標値';

describe('the offer for a sheet of indicators', () => {
  test('is sound if its files have no errors', () => {
    const offer = importLines([HEADINGS, '自主防災組織の組織率,％,令和4年度,78.5,令和10年度,90']);
    expect(isSoundOffer(offer)).toBe(true);
    expect(offer.files.map(({ path }) => path)).toEqual([`data/plans/${PLAN}/indicators.csv`]);
  });

  test.each([
    ['a value is no number', [HEADINGS, '自主防災組織の組織率,％,令和4年度,たくさん,令和10年度,90']],
    ['a row has no name', [HEADINGS, ',％,令和4年度,78.5,令和10年度,90']],
    ['the headings are unknown', ['項目,令和5年度,令和6年度', '自主防災組織の組織率,78.5,80.2']],
  ])('is not sound if %s', (_, lines) => {
    expect(isSoundOffer(importLines(lines))).toBe(false);
  });

  test('says once for each column that its year is unclear, until the user says what it is', () => {
    const lines = ['指標名,単位,良い方向,R5実績,R6実績', '本,冊,増加,5,6', '雑誌,冊,増加,5,6'];
    const { diagnostics, files } = importLines(lines);
    expect(diagnostics.map(({ code, field }) => [code, field])).toEqual([
      ['unclear-column-year', 'R5実績'],
      ['unclear-column-year', 'R6実績'],
    ]);
    expect(diagnostics[0]?.hint).toContain('「取りこむ表の見出しの年」');
    expect(files.flatMap(({ validation }) => validation.diagnostics)).toEqual([]);
    const chosen = importLines(lines, '年度');
    expect(chosen.diagnostics).toEqual([]);
    expect(chosen.files.flatMap(({ validation }) => validation.diagnostics)).toEqual([]);
    expect(chosen.files.at(-1)?.rows[0]).toMatchObject({ 時点: '令和5年度' });
  });

  test('keeps the diagnostics of the unclear years that the site has already', () => {
    const path = `data/plans/${PLAN}/observations.csv`;
    const site = { [`data/plans/${PLAN}/indicators.csv`]: PRESENT, [path]: '指標ID,時点,値,出典ID\nbooks,R5,6,\n' };
    const { files } = importLines(['指標名,単位,R4,R5', '本,冊,5,6'], '', site);
    const found = files.flatMap(({ validation }) => validation.diagnostics);
    expect(found.map(({ code, line }) => `${code} ${line}`)).toEqual(['year-or-fiscal-year 2']);
  });

  test('has the file of results with a number instead of 集計中, and says how many rows change', () => {
    const path = `data/plans/${PLAN}/observations.csv`;
    const site = {
      [`data/plans/${PLAN}/indicators.csv`]: PRESENT,
      [path]: '指標ID,時点,値,出典ID\nbooks,令和5年度,集計中,\n',
    };
    const { files, notices } = importLines(['指標名,単位,令和5年度実績', '本,冊,6'], '', site);
    expect(files.map((file) => new TextDecoder().decode(file.bytes))).toEqual([
      '指標ID,時点,値,出典ID\nbooks,令和5年度,6,\n',
    ]);
    expect(files.flatMap(({ sentences }) => sentences)).toEqual(['サイトの今のファイルの1行を書きかえました。']);
    expect(notices.join()).toContain('の2行めの「集計中」を「6」に書きかえます。');
  });

  test('contains the diagnostics of the sheet, and the files with the same checks as if they were dropped, without the years of columns', () => {
    const path = `data/plans/${PLAN}/indicators.csv`;
    const lines = ['指標名,単位,現状値（令和4年度）,R5,目標値（令和10年度）', '本,冊,4,6,9', '会,回,9,4,9'];
    const site = { [path]: PRESENT, [`data/plans/${PLAN}/observations.csv`]: null };
    const { diagnostics, files } = importLines(lines, '', site);
    expect(diagnostics.map(({ file, line, level, code }) => `${file}:${line} ${level} ${code}`)).toEqual([
      '指標.csv:1 warning unclear-column-year',
      '指標.csv:2 warning other-plan-value',
    ]);
    const written = Object.fromEntries(files.map((file) => [file.path, file.bytes]));
    const folder = createMemoryFolder({ ...site, ...written });
    const planFiles = { plan: PLAN, municipality: 'mihon', folder, checks: planFileChecks };
    expect(files.map(({ validation }) => validation.diagnostics)).toEqual(
      files.map((file) => {
        const { diagnostics: all } = validateFile(file.path, file.bytes, null, planFiles, 'browser');
        return all.filter(({ code }) => code !== 'year-or-fiscal-year');
      }),
    );
    expect(files.map(({ validation }) => validation.diagnostics.map(({ code }) => code))).toEqual([
      ['no-direction'],
      [],
    ]);
  });

  test('cites the document of the sheet; without one, it says what an empty 出典ID means, unless the plan is new', () => {
    const path = `data/plans/${PLAN}/indicators.csv`;
    const site = { [path]: PRESENT, [`data/plans/${PLAN}/observations.csv`]: null };
    const lines = ['指標名,単位,令和5年度実績', '本,冊,6'];
    const findCited = (files: FixtureFiles, sheet: string) => {
      const offer = importLines(lines, '', files, sheet);
      const texts = [...offer.notices, ...offer.files.flatMap(({ sentences }) => sentences)];
      const { rows } = offer.files.find(({ table }) => table === 'observations') ?? {};
      return [rows?.[0]?.出典ID, texts.filter((one) => one.includes('「取りこむ表の資料」')).length];
    };
    expect(findCited(site, 'mihon-tokei')).toEqual(['mihon-tokei', 0]);
    expect(findCited(site, '')).toEqual(['', 1]);
    expect(findCited({ ...site, [path]: null }, '')).toEqual(['', 0]);
    // The new indicator makes a second file.
    lines.push('会,回,4');
    expect(findCited(site, '')).toEqual(['', 1]);
  });

  test('reads the sheet of a workbook that the check found', () => {
    const rows = [HEADINGS.split(','), ['本', '冊', '令和4年度', 5, '令和10年度', 9]];
    const bytes = createWorkbook([
      { name: '表紙', rows: [['見本計画']] },
      { name: 'KPI', rows },
    ]);
    const planFiles = { plan: PLAN, municipality: 'mihon', folder: createMemoryFolder({}), checks: planFileChecks };
    const read = (sheet?: string) =>
      importSheet({ name: '指標.xlsx', bytes, sheet }, planFiles, { plan: PLAN, sheet: '' }, '')?.files.length;
    expect([read(), read('KPI')]).toEqual([0, 1]);
  });

  test('says that files with a new indicator belong together', () => {
    const lines = ['指標名,単位,良い方向,現状値（令和4年度）,令和5年度実績,目標値（令和10年度）', '会,回,増加,3,4,9'];
    expect(importLines(lines).notices.at(-1)).toContain('いっしょに保存して置きかえます');
    const known = { [`data/plans/${PLAN}/indicators.csv`]: PRESENT };
    expect(
      importLines(
        lines.map((line) => line.replace('会,回', '本,冊')),
        '',
        known,
      ).notices.join(),
    ).not.toContain('いっしょに');
  });

  test.each([
    ['a name alone', '指標名,', '会,'],
    ['its own id', '指標名,指標ID,', '会,meetings,'],
  ])('keeps the results of a new indicator with %s from being saved without it', (_what, head, row) => {
    const lines = [`${head}単位,良い方向,令和5年度実績`, `${row}回,ふえる,4`];
    const offer = importLines(lines);
    const errors = offer.files.map(({ validation }) => validation.diagnostics.some(({ level }) => level === 'error'));
    expect([errors, offer.areTogether, isSoundOffer(offer)]).toEqual([[true, false], true, false]);
    const known = { [`data/plans/${PLAN}/indicators.csv`]: PRESENT };
    expect(importLines(['指標名,令和5年度実績', '本,6'], '', known).areTogether).toBe(false);
  });

  test('needs no advice to choose a plan, even if its files have errors', () => {
    const lines = ['指標名,単位,良い方向,令和5年度実績', '会,回,ふえる,4'];
    const bytes = new TextEncoder().encode(lines.join('\n'));
    const found = validateFile('指標.csv', bytes, null, null, 'browser');
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['years-side-by-side']);
    expect(combineDiagnostics(found, importLines(lines))).toEqual([]);
    const problems = ['書けません'];
    expect(combineDiagnostics(found, { ...importLines(lines), problems })).toHaveLength(1);
  });

  test('says nothing of rows and files to save while the sheet has errors', () => {
    const lines = [
      '指標名,単位,良い方向,現状値（令和4年度）,令和5年度実績',
      '会,回,増加,3,4',
      '会,回,増加,3,5',
      '本,冊,増加,5,6',
    ];
    const listEnds = (sheet: readonly string[], files: FixtureFiles = {}) =>
      importLines(sheet, '', files).notices.filter((one) => /足す行|いっしょに|「取りこむ表の資料」/.test(one));
    const known = { [`data/plans/${PLAN}/indicators.csv`]: PRESENT };
    expect(listEnds(lines, known)).toEqual([]);
    expect(listEnds(lines.slice(0, 3), known)).toEqual([]);
    expect(listEnds(lines.toSpliced(2, 1), known)).toHaveLength(2);
    expect(listEnds(['指標名,単位,現状値（令和4年度）', '本,冊,5'], known)).toEqual(['足す行はありません。']);
  });

  test('says once what several rows have in common, with the number of the others', () => {
    const rows = [
      'ごみ,,令和4年度,5件,令和10年度,9件',
      '本,,令和4年度,5件,令和10年度,9件',
      '会,,令和4年度,5回,令和10年度,9回',
    ];
    const about = importLines([HEADINGS, ...rows]).notices.filter((notice) => notice.includes('値についている'));
    expect(about).toEqual([
      '2行め：値についている「件」を、単位とします。（同じことが、ほかに1か所）',
      '4行め：値についている「回」を、単位とします。',
    ]);
  });

  test('compares a target with the results that come with it', () => {
    const { files } = importLines(['指標名,単位,良い方向,R5年度実績,目標値', '会,回,増加,12,5年間で60回']);
    const found = files.map(({ table, validation }) => [table, validation.diagnostics.map(({ code }) => code)]);
    expect(found).toEqual([
      ['indicators', ['mixed-times']],
      ['observations', []],
    ]);
  });

  test('keeps the encoding of a file of the site, and adds a byte order mark to UTF-8 for Excel', () => {
    const path = `data/plans/${PLAN}/indicators.csv`;
    const present =
      '指標ID,名称,単位,良い方向,現状値,現状値の時点,目標値,目標値の時点,出典ID\r\nbooks,本,冊,,5,令和4年度,9,令和10年度,\r\n';
    const importInto = (before: Uint8Array) =>
      importLines(['指標名,単位,現状値（R4年度）,目標値（R10年度）', '高﨑①,％,5,9'], '', { [path]: before }).files[0]
        ?.bytes;
    const cp932 = importInto(iconv.encode(present, 'cp932')) ?? new Uint8Array();
    expect(iconv.decode(Buffer.from(cp932), 'cp932')).toMatch(/^指標ID.*\r\nbooks.*\r\nindicator-1,高﨑①,％,/);
    const utf8 = importInto(new TextEncoder().encode(present)) ?? new Uint8Array();
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8)).toMatch(
      /^\ufeff指標ID.*\r\nbooks.*\r\nindicator-1,高﨑①/,
    );
  });
});
