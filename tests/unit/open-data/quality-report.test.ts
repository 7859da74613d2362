import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildOpenData } from '../../../src/open-data/build-open-data.ts';
import { findTableByHeadings, readQualityReport, createQualityReport } from '../../../src/open-data/quality-report.ts';
import { listTableSheets, serializeCsv, tableFormats } from '../../../src/open-data/table-formats.ts';
import { publishedTables } from '../../../src/open-data/tables/published-tables.ts';
import { judgeOpenFile, judgeReadability } from '../../../src/readability/judge-readability.ts';
import { openReadableFile, openWrittenSheets, type FileResult } from '../../../src/readability/open-readable-file.ts';
import { selectCases } from '../../fuzz/fuzz-runs.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { appendFixtureLines, FIXTURE_SITES } from '../../support/fixture-site.ts';
import { openSharedSite, openFixtureSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';
import { isFull } from '../../support/test-scope.ts';

const towns = (
  [
    ['the project', REPOSITORY_FOLDER],
    ['見本市', EXAMPLE_SITE],
    ['the sound town', join(FIXTURE_SITES, 'sound')],
    ['the bare town', join(FIXTURE_SITES, 'bare')],
  ] as const
).map(([name, root]) => {
  const siteData = openSharedSite(root);
  const files = buildOpenData(siteData);
  return { name, siteData, files, result: readQualityReport(files) };
});

/** Returns the cells of a file as the rules see them. */
const listSeenCells = (reading: FileResult) =>
  reading.ok
    ? reading.tables.map(({ sheet: { name, rows } }) => ({
        name,
        rows: rows.map(({ line, cells }) => ({ line, cells })),
      }))
    : reading;

/** The ids that the official document gives its rules: 15, 6 and 9 of three levels. */
const ids = [15, 6, 9].flatMap((count, level) =>
  Array.from({ length: count }, (_, at) => `L${level + 1}-${String(at + 1).padStart(2, '0')}`),
);

describe.each(towns)('the tables of $name', ({ siteData, files, result }) => {
  test('are the sixteen, with a verdict for each of the thirty rules', () => {
    expect(result.rules.map(({ id }) => id)).toEqual(ids);
    expect(result.tables.map(({ id }) => id)).toEqual(publishedTables.map(({ id }) => id));
    expect(result.tables).toHaveLength(16);
    for (const { verdicts } of result.tables) expect(verdicts.map(({ rule }) => rule)).toEqual(ids);
  });

  test('break no rule', () => {
    const failed = result.tables.flatMap(({ verdicts }) => verdicts.filter(({ verdict }) => verdict === 'failed'));
    expect(failed).toEqual([]);
  });

  test('have the counts of their verdicts', () => {
    for (const { verdicts, passed, failed, person } of result.tables)
      expect([passed, failed, person]).toEqual(
        (['passed', 'failed', 'person'] as const).map(
          (wanted) => verdicts.filter(({ verdict }) => verdict === wanted).length,
        ),
      );
  });

  test('are judged in each format by the rules for it', () => {
    const reasons = result.tables.flatMap(({ verdicts }) => verdicts.map(({ reason }) => reason));
    expect(reasons.filter((reason) => reason.includes('あてはまりません'))).toEqual([]);
  });

  test('have the version of the data and the same verdicts each time', () => {
    expect(result.version).toBe(siteData.version);
    const body = files.find(({ path }) => path === 'quality.json')?.body;
    expect(createQualityReport(siteData, files)).toBe(body);
  });

  test('leave to a person what a program can’t judge', () => {
    for (const { verdicts } of result.tables)
      expect(verdicts.find(({ rule }) => rule === 'L3-07')?.verdict).toBe('person');
  });
});

// The large tables of the project are judged in the full run.
describe.each(isFull ? towns : towns.slice(1))('the Excel files of $name', ({ siteData }) => {
  test.each(publishedTables)('are judged as if they were opened: $id', (table) => {
    const lookup = () => findTableByHeadings(table.columns.map(({ title }) => title));
    const [bytes, sheets] = [tableFormats.xlsx.serialize(siteData, table), listTableSheets(siteData, table)];
    const judged = openWrittenSheets(sheets, lookup);
    expect(judgeOpenFile(judged)).toEqual(judgeReadability(bytes, lookup));
    expect(listSeenCells(judged)).toEqual(listSeenCells(openReadableFile(bytes, lookup)));
  });
});

describe('every CSV and Excel file of the project', () => {
  const [own] = towns;
  const sheets = (own?.files ?? []).filter(({ path }) => /\.(?:csv|xlsx)$/.test(path));

  test.each(selectCases(sheets))('$path breaks no rule alone', ({ body }) => {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const judged = judgeReadability(bytes, findTableByHeadings);
    expect(judged.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
  });
});

test('a table that breaks a rule by its form is a mistake of the program', () => {
  const siteData = openFixtureSite();
  const files: { path: string; body: string | Uint8Array }[] = [];
  for (const table of publishedTables) {
    files.push({ path: `${table.id}.csv`, body: serializeCsv(siteData, table).replace('名称', '') });
    files.push({ path: `${table.id}.xlsx`, body: tableFormats.xlsx.serialize(siteData, table) });
  }
  expect(() => createQualityReport(siteData, files)).toThrow('the table municipalities breaks L1-05');
});

test('a rule that the text of a plan breaks is reported without an error', () => {
  const siteData = openFixtureSite({
    ...appendFixtureLines('data/themes.csv', 'squares,広場,100㎡の広場,9'),
    ...appendFixtureLines('data/changes.csv', '2026-11-20,squares,テーマ,,追加,,'),
  });
  const { tables: judged } = readQualityReport(buildOpenData(siteData));
  const broken = judged.flatMap(({ verdicts }) =>
    verdicts
      .filter(({ verdict }) => verdict === 'failed')
      .flatMap(({ rule, cells }) => cells.map((cell) => ({ rule, ...cell }))),
  );
  expect(broken.map(({ rule, file, heading, value }) => [rule, file, heading, value])).toEqual([
    ['L1-08', 'themes.csv', '説明', '100㎡の広場'],
    ['L1-08', 'themes.xlsx', '説明', '100㎡の広場'],
  ]);
});

test('a text is left to a person if only a person can tell whether it breaks a rule', () => {
  const siteData = openFixtureSite(appendFixtureLines('data/glossary.csv', 'townsfolk,町民,,,町 民'));
  const { tables: judged } = readQualityReport(buildOpenData(siteData));
  const verdicts = judged.find(({ id }) => id === 'glossary')?.verdicts ?? [];
  expect(verdicts.find(({ rule }) => rule === 'L1-06')).toMatchObject({
    verdict: 'person',
    cells: [{ value: '町 民', doubtful: true }, { value: '町 民' }],
  });
});

test('another table has no metadata', () => {
  expect(findTableByHeadings(['名称', '件数'])).toBeNull();
});
