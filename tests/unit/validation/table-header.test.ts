import { describe, expect, test } from 'vitest';
import * as cell from '../../../src/tables/cells/cell-types.ts';
import { indicatorsTable } from '../../../src/tables/indicators.ts';
import { sourceTables } from '../../../src/tables/source-tables.ts';
import {
  getFileName,
  keyColumn,
  optionalColumn,
  requiredColumn,
  type SourceTable,
  type TableSchema,
} from '../../../src/tables/table-schema.ts';
import { createColumnMatcher } from '../../../src/validation/table-header.ts';
import { readTestTable } from '../../support/fixture-site.ts';

const schema = {
  指標ID: keyColumn('id', cell.requiredSlug(), { aliases: ['ID'] }),
  名称: requiredColumn('title', cell.requiredText(), { aliases: ['指標名', '指標'] }),
  現状値: optionalColumn('baseline', cell.optionalText(), { aliases: ['基準値', '直近値'] }),
  現状値の時点: optionalColumn('baselinePeriod', cell.optionalText(), { aliases: ['年度'] }),
  目標値の時点: optionalColumn('targetPeriod', cell.optionalText(), { aliases: ['年度'] }),
};

const read = (content: string) => readTestTable(content, schema, '現状値');

describe('a heading', () => {
  test.each(['基準値', '直近値', '現状値', '現 状 値', '　現状値 '])('may be written %s', (heading) => {
    expect(read(`ID,指標名,${heading}\na,広報,5\n`)).toMatchObject({ rows: [{ baseline: '5' }], reported: [] });
  });

  test.each(['指標ＩＤ', '指標id', 'Id', '指標 ID'])('may be written %s, in any width and case', (heading) => {
    expect(read(`${heading},名称\na,広報\n`)).toMatchObject({ rows: [{ id: 'a' }], reported: [] });
  });

  test('is reported by its name in the file', () => {
    expect(read('ID,指標名\na,\n').reported).toEqual(['empty-cell 2:3 指標名']);
    expect(read('ID,名称,基準値\na,広報,5\n').locations).toMatchObject([{ line: 2, column: 6, field: '基準値' }]);
  });

  test('that may be two columns is reported with both', () => {
    const { reported, problems } = read('ID,名称,年度\na,広報,令和4年度\n');
    expect(reported).toEqual(['unclear-column 1:7 年度']);
    expect(problems[0]?.hint).toContain('「現状値の時点」か「目標値の時点」');
  });

  test('that means the same as another is reported at the second', () => {
    const { reported, problems } = read('ID,名称,現状値,基準値\na,広報,5,6\n');
    expect(reported).toEqual(['same-column 1:11 基準値']);
    expect(problems[0]?.message).toBe('列「現状値」と列「基準値」は、どちらも「現状値」と読みます。');
  });

  test('that is repeated is reported at the second, also if it is an alias', () => {
    expect(read('ID,名称,基準値,基準値\na,広報,5,6\n').reported).toEqual(['repeated-column 1:11 基準値']);
  });

  test('that is similar to a known heading is reported with a suggestion', () => {
    expect(read('ID,名称,現伏値\na,広報,5\n').problems[0]?.hint).toBe('「現状値」ではありませんか。');
  });
});

describe('the heading row', () => {
  test('is missing if the file begins with a row of values', () => {
    expect(read('1,広報\n2,防災\n').reported).toEqual(['no-heading-row 1:1']);
  });

  test.each(['\t', ';', '，', '、'])('is reported if another character than a comma separates it: %j', (sign) => {
    const text = ['ID,名称', '1,"5,587人"', '2,防災'].join('\n').replace(/(?<!5),/g, sign);
    expect(read(text).reported).toEqual(['other-separator 1:1']);
  });

  test.each(['', '\n\n', ' ,,\r\n'])('is not reported as missing in an empty file: %j', (text) => {
    expect(read(text).reported).toEqual(['empty-file 1:1']);
  });

  test('is reported once if it is repeated below', () => {
    const { reported, problems, rows } = read('ID,指標名,基準値\na,広報,5\nID,指標名,基準値\nb,防災,6\n');
    expect([reported, rows.length]).toEqual([['repeated-column 3:1'], 2]);
    expect(problems[0]?.message).toBe('1行めの見出しが、この行にもあります。');
  });

  test('may be below empty rows, which count as lines', () => {
    expect(read('\n,,\nID,名称\nx x,広報\n').reported).toEqual(['bad-slug 4:1 ID']);
  });
});

describe('above the headings', () => {
  test.each([
    ['a title', '見本町 指標一覧,,\n', '1行めを'],
    ['a title and a note', '見本町 指標一覧,,\n\n（令和7年度）,,\n', '1行めから3行めまでを'],
    ['lines with #', '# 指標\n# 令和7年度\n', '1行めから2行めまでを'],
    ['a merged caption', ',,現状値\n', '1行めを'],
    ['a title that is a heading', '指標,,\n', '1行めを'],
  ])('%s is reported once with the lines to delete', (_what, notes, lines) => {
    const { reported, problems } = read(`${notes}ID,名称,現状値\na,広報,5\n`);
    expect(reported).toEqual(['notes-above-headings 1:1']);
    expect(problems[0]?.hint).toContain(`${lines}消して`);
  });

  test('errors below it are also reported', () => {
    expect(read('# 指標\nID,名称\na,\n').reported).toEqual(['notes-above-headings 1:1', 'empty-cell 3:3 名称']);
  });

  test('more rows than a title has are too many', () => {
    expect(read(`${'注,注\n'.repeat(20)}ID,名称\na,広報\n`).reported).toEqual(['no-heading-row 1:1']);
  });

  test('a value that is a heading by chance is not a heading', () => {
    expect(read('a,広報\nb,名称\n').reported).toEqual(['no-heading-row 1:1']);
  });
});

describe('empty columns and rows', () => {
  test('behind the table pass', () => {
    expect(read('ID,名称,,\na,広報,,\n,,,\n,,,\n')).toMatchObject({ rows: [{ id: 'a' }], reported: [] });
  });

  test('between columns pass', () => {
    expect(read('ID,,名称\na,,広報\n')).toMatchObject({ rows: [{ title: '広報' }], reported: [] });
  });

  test('without a heading are reported once, with any number of values', () => {
    expect(read('ID,,名称\na,x,広報\nb,y,報道\n').reported).toEqual(['nameless-column 1:4']);
  });
});

describe('the other words for headings', () => {
  const shapes: [string, TableSchema][] = Object.values<SourceTable>(sourceTables).map((table) => [
    getFileName(table),
    table.columns,
  ]);
  test.each(shapes)('of %s are not headings of it already', (_file, columns) => {
    const all = Object.values(columns).flatMap(({ aliases = [] }) => aliases);
    expect(all.filter((alias) => Object.hasOwn(columns, alias))).toEqual([]);
  });

  test.each(['時点', '年度', '出典'])('leave %s of indicators.csv unclear', (word) => {
    expect(createColumnMatcher(indicatorsTable.columns)(word)).toHaveLength(2);
  });
});
