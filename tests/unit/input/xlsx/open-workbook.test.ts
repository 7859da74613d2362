import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { messageCatalogue } from '../../../../src/diagnostics/catalogue/message-catalogue.ts';
import { listRows } from '../../../../src/input/input-rows.ts';
import { isWorkbook, openWorkbook } from '../../../../src/input/xlsx/open-workbook.ts';
import {
  HELP_SHEETS,
  MAX_CELL_LENGTH,
  MAX_CHARACTERS,
  MAX_SHEETS,
  MAX_UNPACKED_BYTES,
} from '../../../../src/model/input-limits.ts';
import {
  changeWorkbook,
  createSheet,
  createWorkbook,
  type WorkbookCell,
  type WorkbookSheet,
} from '../../../support/create-workbook.ts';
import { isFull } from '../../../support/test-scope.ts';

function open(bytes: Uint8Array, sheet?: string) {
  const opened = openWorkbook(bytes, sheet);
  if (!opened.ok) throw new Error(`not read: ${opened.issue.code}`);
  return opened;
}

function cellsOf(...rows: readonly (readonly WorkbookCell[])[]) {
  return listRows(open(createSheet(...rows)).rows).map(({ cells }) => cells);
}

/** Returns the text of one cell, and the codes of its issues. */
function one(cell: WorkbookCell) {
  const { rows } = open(createSheet([cell, '隣']));
  return [listRows(rows)[0]?.cells[0] ?? '', ...rows.issues.map(({ issue }) => issue.code)];
}

function findings(sheet: WorkbookSheet) {
  const { rows } = open(createWorkbook([sheet]));
  return rows.issues.map(({ issue, line, column }) => `${issue.code} ${line}:${column}`);
}

function issueCodeOf(bytes: Uint8Array, sheet?: string) {
  const opened = openWorkbook(bytes, sheet);
  return opened.ok ? null : opened.issue.code;
}

/** Creates a workbook with a changed part. */
const changed = (path: string, change: (xml: string) => string) =>
  changeWorkbook(createSheet(['名称'], ['広報']), path, change);
const SHEET = 'xl/worksheets/sheet1.xml';

describe('cells', () => {
  test('keep their texts, with the spaces around them', () => {
    expect(cellsOf(['名称', ' 広報　'], ['一行め\n二行め', '<&"'])).toEqual([
      ['名称', ' 広報　'],
      ['一行め\n二行め', '<&"'],
    ]);
  });

  test('that are empty are empty texts, and all rows are as wide as the sheet', () => {
    expect(cellsOf(['a', null, 'c'], [null, 'b'])).toEqual([
      ['a', '', 'c'],
      ['', 'b', ''],
    ]);
  });

  test.each([
    [5587, '5587'],
    [97.4, '97.4'],
    [0.30000000000000004, '0.3'],
    [-3.2, '-3.2'],
    [1e21, '1000000000000000000000'],
    [0.0000001, '0.0000001'],
    [0, '0'],
    [true, 'TRUE'],
    [false, 'FALSE'],
  ])('with %s are read as %s', (value, text) => {
    expect(one(value)).toEqual([text]);
  });
});

test('a time that is a text in its cell (ISO 8601) is read as it is', () => {
  const cell = '<c r="A2" t="d"><v>2024-04-01T09:30:00</v></c>';
  const book = changed('xl/worksheets/sheet1.xml', (xml) => xml.replace(/<c r="A2".*?<\/c>/, cell));
  expect(listRows(open(book).rows)[1]?.cells).toEqual(['2024-04-01 9:30']);
});

describe('rows', () => {
  test('that are empty are left out but count', () => {
    const { rows } = open(createSheet([], ['a'], [' '], ['b']));
    expect(listRows(rows).map(({ line }) => line)).toEqual([2, 4]);
  });

  test('know the row and column of each cell', () => {
    const { rows } = open(createSheet(['a'], [null, null, 'x']));
    expect(listRows(rows)[1]?.locate(2)).toEqual({ line: 2, column: 3 });
  });

  test('that are far below the others keep their numbers', () => {
    const bytes = changed(SHEET, (text) => text.replace('<row r="2">', '<row r="900">').replace('"A2"', '"A900"'));
    expect(listRows(open(bytes).rows).map(({ line }) => line)).toEqual([1, 900]);
  });
});

describe('reports hidden and doubtful parts of a sheet', () => {
  test('such as consecutive rows', () => {
    expect(findings({ rows: [['a'], ['b'], ['c'], ['d'], ['e']], hiddenRows: [2, 3, 5] })).toEqual([
      'hidden-cells 2:1',
      'hidden-cells 5:1',
    ]);
  });

  test.each([
    ['far below the others', (text: string) => text.replace('"A2"', '"A900"').replace('"2"', '"900" hidden="1"'), 900],
    ['without numbers', (text: string) => text.replace('row r="1"', 'row').replace('r="2"', 'hidden="true"'), 2],
    ['without height', (text: string) => text.replace('row r="2"', 'row r="2" ht="0" customHeight="1"'), 2],
  ])('such as rows %s', (_what, change, line) => {
    const { rows } = open(changed(SHEET, change));
    expect(listRows(rows).map((row) => row.line)).toEqual([1, line]);
    expect(rows.issues).toMatchObject([{ line, column: 1, issue: { values: { what: `${line}行め` } } }]);
  });

  test('such as columns, at their last value', () => {
    const rows = ['a,x,y', 'b,z'].map((row) => row.split(','));
    expect(findings({ rows, hiddenColumns: [2, 3] })).toEqual(['hidden-cells 2:2']);
  });

  test.each([
    [[2, 3], 2, 'B列からC列まで'],
    [[28], 28, 'AB列'],
  ])('such as columns %j, by their letters', (hiddenColumns, column, what) => {
    const { rows } = open(createWorkbook([{ rows: [Array(28).fill('a')], hiddenColumns }]));
    expect(rows.issues).toMatchObject([{ line: 1, column, issue: { values: { what } } }]);
  });

  test('unless only their width is set', () => {
    const cols = '<cols><col min="1" max="2" width="9" customWidth="1"/></cols>';
    expect(open(changed(SHEET, (text) => text.replace('<sheetData>', `${cols}<sheetData>`))).rows.issues).toEqual([]);
  });

  test('unless they are empty', () => {
    expect(findings({ rows: [['a'], [], ['b']], hiddenRows: [2], hiddenColumns: [7] })).toEqual([]);
  });

  test('such as merged cells, at the first of them', () => {
    expect(findings({ rows: [['a', 'b'], ['c']], merged: ['B1:B2'] })).toEqual(['merged-cells 1:2']);
  });

  test('such as formulas, whose results are read', () => {
    expect(one({ formula: 'B1&C1', result: 12 })).toEqual(['12', 'formula-cell']);
  });

  test.each([
    ['a formula that came to nothing', { formula: '1+1', result: null }],
    ['a mistake of a formula', { mistake: '#REF!' }],
  ])('as %s', (_what, cell) => {
    expect(one(cell)).toEqual(['', 'error-cell']);
  });

  test.each([
    ['whose text is not saved', '', ['error-cell']],
    ['whose text is empty', '<v></v>', []],
  ])('as a formula %s', (_what, saved, codes) => {
    const path = 'xl/worksheets/sheet1.xml';
    const text = (xml: string) => xml.replace('<v>12</v>', `<f>A2</f>${saved}`).replace('r="A1"', 'r="A1" t="str"');
    expect(
      open(changeWorkbook(createSheet([12], ['a']), path, text)).rows.issues.map(({ issue }) => issue.code),
    ).toEqual(codes);
  });

  test.each([
    ['=TRUE(), as LibreOffice saves TRUE', 'TRUE()', []],
    ['=B1>2', 'B1&gt;2', ['formula-cell']],
  ])('unless a truth value is %s', (_what, formula, codes) => {
    const cell = (xml: string) =>
      xml.replace('<v>12</v>', `<f aca="false">${formula}</f><v>1</v>`).replace('r="A1"', 'r="A1" t="b"');
    const { rows } = open(changeWorkbook(createSheet([12]), 'xl/worksheets/sheet1.xml', cell));
    expect([listRows(rows)[0]?.cells, rows.issues.map(({ issue }) => issue.code)]).toEqual([['TRUE'], codes]);
  });
});

describe('sheets', () => {
  const sheets: WorkbookSheet[] = [
    { name: '作業用', rows: [['作業']], hidden: true },
    { name: '指標', rows: [['指標']] },
    { name: '実績', rows: [['実績']] },
  ];

  test('are read from the first one that is not hidden, and the others are reported', () => {
    const { sheet, rows, issues } = open(createWorkbook(sheets));
    expect([sheet, listRows(rows)[0]?.cells]).toEqual(['指標', ['指標']]);
    expect(issues).toMatchObject([
      { code: 'hidden-sheet', values: { value: '作業用' } },
      { code: 'unread-sheets', values: { sheets: '「実績」' } },
    ]);
  });

  test('that were chosen by name are the only ones asked for', () => {
    const { issues } = open(createWorkbook(sheets), '実績');
    expect(issues.map(({ code }) => code)).toEqual(['hidden-sheet']);
  });

  test('of help in a template are not tables', () => {
    const help = HELP_SHEETS.map((name): WorkbookSheet => ({ name, rows: [['列']] }));
    expect(open(createWorkbook([{ name: '指標', rows: [['指標']] }, ...help])).issues).toEqual([]);
  });

  test('may be opened by name, hidden or not', () => {
    const { rows } = open(createWorkbook(sheets), '作業用');
    expect(listRows(rows)[0]?.cells).toEqual(['作業']);
  });

  test('that are missing are reported with a suggestion', () => {
    const opened = openWorkbook(createWorkbook(sheets), '指漂');
    expect(opened).toMatchObject({ issue: { code: 'unknown-sheet', values: { near: '指標' } } });
  });

  test('are missing if all are hidden', () => {
    expect(issueCodeOf(createWorkbook([{ rows: [['a']], hidden: true }]))).toBe('unknown-sheet');
  });
});

describe('a file is refused', () => {
  const compound = (words: string) =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(508).fill(0), ...Buffer.from(words, 'utf16le')]);

  const TEXTS = 'xl/sharedStrings.xml';
  const letters = unzipSync(createSheet(['あ']));
  // あ without its last byte
  const cutLetters = letters[TEXTS]?.filter((byte) => byte !== 0x82) ?? new Uint8Array();

  test.each([
    ['that a password locks', 'locked-workbook', compound('EncryptedPackage')],
    ['of the old kind', 'old-workbook', compound('Workbook')],
    ['of the old kind with a document inside', 'old-workbook', compound('Workbook WordDocument')],
    ['of old Word', 'not-a-table', compound('WordDocument')],
    ['of Word', 'not-a-table', zipSync({ 'word/document.xml': strToU8('a') })],
    ['that is cut off', 'damaged-workbook', createSheet(['a']).slice(0, 900)],
    ['that is another kind of archive', 'damaged-workbook', zipSync({ 'a.txt': strToU8('a') })],
    ['with a reference that is none', 'damaged-workbook', changed(SHEET, (text) => text.replace('"A2"', '"ZZZZZZZ2"'))],
    ['with damaged letters', 'damaged-workbook', zipSync({ ...letters, [TEXTS]: cutLetters })],
    ['whose sheet is no XML', 'damaged-workbook', changed(SHEET, () => 'sheet')],
    ['whose sheet breaks off', 'damaged-workbook', changed(SHEET, (text) => text.slice(0, -20))],
    [
      'that names a sheet it lacks',
      'damaged-workbook',
      changed('xl/_rels/workbook.xml.rels', (text) => text.replace('sheet1', 'sheet9')),
    ],
    [
      'with a cell far away',
      'large-workbook',
      changed(SHEET, (text) =>
        text.replace('"A2"', '"XFD2"').replace('r="2"', 'r="1048576"').replace('"XFD2"', '"XFD1048576"'),
      ),
    ],
    [
      'with a row beyond the last one',
      'large-workbook',
      changed(SHEET, (text) => text.replace('r="2"', 'r="999999999"')),
    ],
    [
      'with two sheets of one name',
      'damaged-workbook',
      createWorkbook(['広報', '報道'].map((cell) => ({ name: '指標', rows: [[cell]] }))),
    ],
    [
      'with too many sheets',
      'large-workbook',
      createWorkbook(Array.from({ length: MAX_SHEETS + 1 }, (_, at) => ({ name: `${at}`, rows: [] }))),
    ],
    [
      'with a font of too many colours',
      'large-workbook',
      changed('xl/styles.xml', (text) =>
        text.replace('<cellXfs', `<fonts><font>${'<color rgb="FF123456"/>'.repeat(101)}</font></fonts><cellXfs`),
      ),
    ],
    [
      'that repeats a long text in many cells',
      'large-workbook',
      createSheet(...Array.from({ length: 1 + MAX_CHARACTERS / 30_000 }, () => ['あ'.repeat(30_000)])),
    ],
    ['that unpacks into too much', 'large-workbook', changed(SHEET, (text) => text + ' '.repeat(MAX_UNPACKED_BYTES))],
  ])('%s', (_what, code, bytes) => {
    expect(issueCodeOf(bytes)).toBe(code);
  });

  test('that would unpack to more than it declares, without unpacking it', () => {
    const bytes = changed(SHEET, (text) => text + ' '.repeat(50_000_000));
    const view = new DataView(bytes.buffer);
    // The size of each file is 24 bytes after the beginning of its entry in the directory.
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    expect(issueCodeOf(bytes)).toBe('damaged-workbook');
  });

  test('without an exception, whatever its bytes are', () => {
    const whole = createSheet(['名称', 1, { number: 0.5, format: '0%' }]);
    const broken = fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
      .map((edits) => {
        const bytes = whole.slice();
        for (const [at, byte] of edits) bytes[at] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(broken, (bytes) => {
        const opened = openWorkbook(bytes);
        const issues = opened.ok ? opened.rows.issues.map(({ issue }) => issue) : [opened.issue];
        expect(issues.filter(({ code }) => !(code in messageCatalogue))).toEqual([]);
        if (opened.ok) listRows(opened.rows);
      }),
    );
  });
});

describe('a workbook of another program', () => {
  test('is read', async () => {
    const buffer = await writeXlsxFile([
      [{ value: '名称' }, { value: '値' }],
      [{ value: '広報 & 報道' }, { value: 0.974, format: '0.0%' }],
      [{ value: new Date('2026-11-20'), format: 'yyyy/mm/dd' }, { value: true }],
    ]).toBuffer();
    expect(listRows(open(new Uint8Array(buffer)).rows).map(({ cells }) => cells)).toEqual([
      ['名称', '値'],
      ['広報 & 報道', '97.4%'],
      ['2026-11-20', 'TRUE'],
    ]);
  });

  test('with many rows is read completely', () => {
    const rows = Array.from({ length: isFull ? 20_000 : 4_000 }, (_, at) => [`指標${at}`, at, `令和${at % 9}年度`]);
    expect(cellsOf(...rows)).toEqual(rows.map((row) => row.map(String)));
  });
});

test('a cell with more letters than Excel takes is refused at its place, and one with as many is read', () => {
  const create = (length: number) => createSheet(['名称', '備考'], ['広報', '市'.repeat(length)]);
  expect(openWorkbook(create(MAX_CELL_LENGTH)).ok).toBe(true);
  const refused = openWorkbook(create(MAX_CELL_LENGTH + 1));
  expect(refused).toMatchObject({ ok: false, issue: { code: 'over-limit' }, line: 2, column: 2 });
});

test('an entity that the file declares is refused', () => {
  const declared = '<!DOCTYPE sst [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst';
  const bytes = changed('xl/sharedStrings.xml', (text) => text.replace('<sst', declared).replace('広報', '&e;'));
  expect(issueCodeOf(bytes)).toBe('damaged-workbook');
});

test('recognises an Excel file by its bytes', () => {
  expect([isWorkbook(createWorkbook([])), isWorkbook(readFileSync('package.json'))]).toEqual([true, false]);
});
