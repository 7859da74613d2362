import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { DiagnosticReport } from '../../../src/diagnostics/diagnostic-report.ts';
import { MAX_COLUMNS } from '../../../src/model/input-limits.ts';
import * as cell from '../../../src/tables/cells/cell-types.ts';
import { keyColumn, optionalColumn, requiredColumn } from '../../../src/tables/table-schema.ts';
import { readTableFile } from '../../../src/validation/parse-table.ts';
import { createWorkbook, createSheet } from '../../support/create-workbook.ts';
import { createMemoryFolder, readTestTable } from '../../support/fixture-site.ts';
import { readTableBytes } from '../../support/read-table.ts';

const schema = {
  コード: keyColumn('code', cell.requiredCode()),
  名称: requiredColumn('title', cell.requiredText()),
  備考: optionalColumn('note', cell.optionalText()),
  団体コード: optionalColumn('city', cell.choiceWithDefault({ none: '' }, 'none')),
};

const read = (content: string | Uint8Array) => readTestTable(content, schema, '名称');

describe('columns', () => {
  test('may be in any order', () => {
    expect(read('備考,名称,コード\nx,広報,1\n').rows).toEqual([{ code: '1', title: '広報', note: 'x', city: 'none' }]);
  });

  test('that may be missing count as empty', () => {
    expect(read('コード,名称\n1,広報\n')).toMatchObject({ rows: [{ note: '' }], reported: [] });
  });

  test('that are required but missing are reported once, not for every row', () => {
    expect(read('コード,備考\n1,x\n2,y\n').reported).toEqual(['missing-column 1:1 名称']);
  });

  test('that are missing do not hide the issues of other cells', () => {
    const { rows, reported, problems } = read('コード,備考\n1-1,x\n,y\n3,z\n');
    expect(reported).toEqual(['missing-column 1:1 名称', 'bad-code 2:1 コード', 'empty-cell 3:1 コード']);
    expect(rows).toEqual([]);
    expect(problems[0]?.hint).toContain('行と行のつながりは、まだ調べていません。');
  });

  test('that are unknown are reported at their heading', () => {
    expect(read('コード,名称,名前\n1,広報,x\n').reported).toEqual(['unknown-column 1:8 名前']);
  });

  test('that the site does not need are to be deleted, or moved to the notes', () => {
    expect(read('コード,名称,担当者\n1,広報,x\n').problems[0]?.hint).toBe(
      'サイトに要らない列なら、消してください。のせることなら「備考」に移します。使える列は コード、名称、備考、団体コード です。',
    );
  });

  test('that are misspelt are reported with the intended column', () => {
    expect(read('コード,名称,備孝\n').problems[0]?.hint).toBe('「備考」ではありませんか。');
    // Two columns of one name would be the next issue.
    expect(read('コード,名称,備考,備孝\n').problems[0]?.hint).toContain('使える列は');
  });

  test.each(['名称（人）', '名称 (令和8年度)', '名称ー'])('called %s are to be renamed, not added', (heading) => {
    const [unknown, missing] = read(`コード,${heading}\n1,広報\n`).problems.map(({ hint }) => hint);
    expect(unknown).toBe('「名称」ではありませんか。');
    expect(missing).toContain(`見出しの「${heading}」がこの列なら、「名称」に書きかえてください。なければ、`);
  });

  test.each(['constructor', 'toString', '__proto__'])('called %s are not known', (name) => {
    expect(read(`コード,名称,${name}\n1,広報,x\n`).reported).toEqual([`unknown-column 1:8 ${name}`]);
  });

  test('may have spaces around their headings', () => {
    expect(read(' コード , 名称　\n1,広報\n')).toMatchObject({ rows: [{ title: '広報' }], reported: [] });
  });

  test('that are wholly empty are ignored, with or without their commas', () => {
    expect(read('コード,名称,,\n1,広報,,\n2,防災\n3,福祉,\n')).toMatchObject({
      keys: ['1', '2', '3'],
      reported: [],
    });
  });
});

describe('rows', () => {
  test('with an error are left out', () => {
    expect(read('コード,名称\n1,広報\n2,\n').rows).toHaveLength(1);
  });

  test('with an error keep their key, so that references to it are not errors', () => {
    expect(read('コード,名称\n1,広報\n2,\n').keys).toEqual(['1', '2']);
  });

  test('without a key have none', () => {
    expect(read('コード,名称\n,広報\n').keys).toEqual([]);
  });

  test.each([
    ['more cells than headings', '1,広報,x', 3],
    ['fewer cells than headings', '1', 1],
  ])('with %s are reported', (_what, row, got) => {
    const [problem] = read(`コード,名称\n${row}\n`).problems;
    expect(problem).toMatchObject({
      code: 'ragged-row',
      line: 2,
      message: `セルが${got}個ありますが、見出しは2個です。`,
    });
  });

  test('with an unquoted comma in a number are reported, even if the extra cell is empty', () => {
    const [problem] = read('コード,名称,備考\n1,5,587人,\n').problems;
    expect(problem).toMatchObject({
      code: 'ragged-row',
      column: 3,
      hint: '「5,587人」は1つの値ではありませんか。コンマを含むセルは、"5,587人" のように " で囲みます。',
    });
  });

  test.each([
    ['<<<<<<< HEAD', 'git で変更がぶつかったところの印です。'],
    ['=======', 'git で変更がぶつかったところの印です。'],
    ['\u001a', 'ファイルの終わりを表す古い印（Ctrl-Z、U+001A）です。'],
    ['<<<<<<<<', 'コンマの数を見出しとそろえてください。'],
  ])('that are only %j are explained', (row, words) => {
    const [problem] = read(`コード,名称\n${row}\n`).problems;
    expect(problem?.hint.startsWith(words)).toBe(true);
  });

  test('that git left above the headings are explained', () => {
    const [problem] = read('<<<<<<< HEAD\nコード,名称\n1,広報\n').problems;
    expect([problem?.code, problem?.hint.startsWith('git で')]).toEqual(['notes-above-headings', true]);
  });

  test.each([
    ['two numbers with commas', '1,5,587人,4,100円'],
    ['a number that could be two', '1,234,567,890'],
  ])('with %s are reported at their beginning', (_what, row) => {
    expect(read(`コード,名称,備考\n${row}\n`).reported).toEqual(['ragged-row 2:1']);
  });

  test('with a value right of the last heading are reported', () => {
    const { reported, problems } = read('コード,名称,,\n1,広報,,x\n');
    expect(reported).toEqual(['ragged-row 2:1']);
    expect(problems[0]?.hint).toContain('見出しのない列に書いた値なら、見出しを書くか、その列を消してください。');
  });

  test('with unpaired quotes are reported at the cell where they begin', () => {
    expect(read('コード,名称\n1,"広報\n2,防災\n').reported).toEqual(['bad-quote 2:3 名称']);
  });

  test('report every cell with an issue', () => {
    expect(read('コード,名称\nx y,\n').reported).toEqual(['bad-code 2:1 コード', 'empty-cell 2:5 名称']);
  });

  test('know the location of each of their cells', () => {
    expect(read('コード,名称\n"1",広報\n').locations).toEqual([
      { file: 'data/a.csv', field: '名称', line: 2, column: 5 },
    ]);
  });
});

describe('a file', () => {
  test('that is not there has no rows', () => {
    const report = new DiagnosticReport();
    const table = readTableFile(
      createMemoryFolder({}),
      { path: 'data/none.csv', title: '', columns: schema },
      undefined,
      report,
    );
    expect([table.rows, report.diagnostics]).toEqual([[], []]);
  });

  test('with only headings has no rows', () => {
    expect(read('コード,名称\n')).toMatchObject({ rows: [], reported: [] });
  });

  test.each(['utf-8', 'cp932'])('saved as %s has the same rows', (encoding) => {
    expect(read(iconv.encode('コード,名称\r\n1,①髙～\r\n', encoding)).rows).toMatchObject([{ title: '①髙～' }]);
  });

  test('with more columns than are read is refused', () => {
    expect(read(`コード,名称${',x'.repeat(MAX_COLUMNS)}\n1,広報\n`)).toMatchObject({
      rows: [],
      reported: [expect.stringContaining('over-limit 1:')],
    });
  });

  test('with bytes that are not text is refused at their position', () => {
    const bytes = Buffer.concat([Buffer.from('コード,名称\n1,広報紙を読む人の数'), Buffer.of(0xff)]);
    expect(read(bytes)).toMatchObject({ rows: [], reported: ['broken-bytes 2:12'] });
  });

  test('saved as UTF-16 is refused', () => {
    expect(read(iconv.encode('コード,名称\n', 'utf-16le', { addBOM: true })).reported).toEqual(['utf-16 1:1']);
  });
});

describe('the bytes of a file', () => {
  function readBytes(bytes: Uint8Array, sheet?: string) {
    const report = new DiagnosticReport();
    const table = readTableBytes(bytes, 'a.xlsx', schema, report, sheet);
    const reported = report.diagnostics.map(({ code, line, column, field }) =>
      `${code} ${line}:${column} ${field}`.trim(),
    );
    return {
      rows: table.rows.map(({ fields }) => fields),
      locations: table.rows.map(({ locate }) => locate('名称')),
      reported,
    };
  }

  test.each([
    ['CSV', new TextEncoder().encode('コード,名称\n1,広報\n')],
    ['an Excel file', createSheet(['コード', '名称'], [1, '広報'])],
  ])('of %s contain the same rows', (_what, bytes) => {
    expect(readBytes(bytes)).toMatchObject({
      rows: [{ code: '1', title: '広報' }],
      locations: [{ file: 'a.xlsx', line: 2, field: '名称' }],
      reported: [],
    });
  });

  test('of a sheet report an issue with its row and column', () => {
    const { reported } = readBytes(createSheet(['名称', 'コード'], [null, 'x x']));
    expect(reported).toEqual(['bad-code 2:2 コード', 'empty-cell 2:1 名称']);
  });

  test('of a sheet may have rows of any length, but no values without a heading', () => {
    const rows = [
      ['コード', '名称'],
      ['1', '広報', null, 'メモ'],
      ['2', '防災'],
    ];
    expect(readBytes(createSheet(...rows))).toMatchObject({
      rows: [{ code: '1' }, { code: '2' }],
      reported: ['nameless-column 1:4'],
    });
  });

  test.each([
    [{ mistake: '#N/A' }, '広報', 'error-cell 2:1'],
    ['1', { mistake: '#REF!' }, 'error-cell 2:2'],
  ])('of a sheet call no error of Excel an empty cell, too: %j, %j', (code, title, reported) => {
    expect(readBytes(createSheet(['コード', '名称'], [code, title])).reported).toEqual([reported]);
  });

  test('of a sheet report what is wrong in the row of headings, but not above it', () => {
    const { reported } = readBytes(
      createSheet(['一覧', { mistake: '#REF!' }], ['コード', '名称', { mistake: '#N/A' }]),
    );
    expect(reported).toEqual(['notes-above-headings 1:1', 'error-cell 2:3']);
  });

  test('with values below an empty last heading are reported once', () => {
    const csv = new TextEncoder().encode('コード,名称,\n1,広報,メモ\n');
    expect(readBytes(csv).reported).toEqual(['ragged-row 2:1']);
    const sheet = createSheet(['コード', '名称', ' '], ['1', '広報', 'メモ']);
    expect(readBytes(sheet).reported).toEqual(['nameless-column 1:3']);
  });

  test('of a sheet with a merged title report the title, not the merged cells', () => {
    const rows = [['一覧'], ['コード', '名称'], ['1', '広報']];
    const { reported } = readBytes(createWorkbook([{ rows, merged: ['A1:B1', 'B3:B4'] }]));
    expect(reported).toEqual(['notes-above-headings 1:1', 'merged-cells 3:2']);
  });

  test('of a workbook may be read from a named sheet', () => {
    const sheets = [
      { rows: [['表紙']] },
      {
        name: '一覧',
        rows: [
          ['コード', '名称'],
          ['1', '広報'],
        ],
      },
    ];
    expect(readBytes(createWorkbook(sheets), '一覧').rows).toHaveLength(1);
  });

  test('of an empty sheet lead to the other sheets, not to deleting the file', () => {
    const report = new DiagnosticReport();
    const sheets = [
      { name: 'Sheet1', rows: [] },
      { name: '指標', rows: [['コード', '名称']] },
    ];
    readTableBytes(createWorkbook(sheets), 'data/指標.xlsx', schema, report);
    expect(report.diagnostics.map(({ code }) => code).sort()).toEqual(['empty-file', 'unread-sheets']);
    const { message, hint } = report.diagnostics.find(({ code }) => code === 'empty-file') ?? {};
    expect(message).toBe('読むシートが空です。');
    expect(hint).toContain('ほかのシート');
    expect(hint).not.toContain('消し');
  });

  test.each(['コード;名称', 'コード、名称', 'コード\t名称'])(
    'of a sheet lack headings if a cell has them all, and no other separator is advised: %s',
    (heading) => {
      const report = new DiagnosticReport();
      const sheet = createSheet([heading], [heading.replace('コード', '1').replace('名称', '広報')]);
      expect(readTableBytes(sheet, 'data/指標.xlsx', schema, report).rows).toEqual([]);
      expect(report.diagnostics.map(({ code }) => code)).toEqual(['no-heading-row']);
    },
  );

  test('of a sheet are read below a heading that names two columns, because no character separates cells', () => {
    const report = new DiagnosticReport();
    const sheet = createSheet(['コード', '名称', '備考、団体コード'], ['1', '広報', 'x']);
    expect(readTableBytes(sheet, 'data/指標.xlsx', schema, report).rows).toHaveLength(1);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['unknown-column']);
    expect(read('コード,名称,備考、団体コード\n1,広報,x\n').reported).toEqual(['other-separator 1:1']);
  });

  test('of the file with which Excel locks a workbook are empty, and the workbook is named', () => {
    const report = new DiagnosticReport();
    const table = readTableBytes(new Uint8Array(165), 'data/~$指標.xlsx', schema, report);
    expect(table.rows).toEqual([]);
    expect(report.diagnostics).toMatchObject([{ code: 'empty-file', line: 1, column: 1 }]);
    expect(report.diagnostics[0]?.hint).toContain('「指標.xlsx」');
  });

  test('of a workbook that cannot be opened are empty, and an error is reported', () => {
    expect(readBytes(new Uint8Array([0x50, 0x4b, 0x03, 0x04]))).toEqual({
      rows: [],
      locations: [],
      reported: ['damaged-workbook 1:1'],
    });
  });
});

test('any number of rows keep their locations', () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `${at},"名 ${at}\n続き"`);
  const { locations, reported } = read(`コード,名称\n${lines.join('\n')}\n`);
  expect(reported).toEqual([]);
  expect(locations[19_999]).toEqual({ file: 'data/a.csv', field: '名称', line: 40_000, column: 7 });
});
