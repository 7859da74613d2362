import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { listRows } from '../../../../src/input/input-rows.ts';
import { openWorkbook } from '../../../../src/input/xlsx/open-workbook.ts';
import {
  changeWorkbook,
  createSheet,
  getEarliestZipTime,
  type WorkbookCell,
} from '../../../support/create-workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';

/** Returns the first cell of the second row of a workbook with one changed file, or the code of its issue. */
function readChanged(path: string, from: RegExp | string, to: string, cell: WorkbookCell = '広報') {
  const whole = createSheet(['名称'], [cell]);
  const opened = openWorkbook(changeWorkbook(whole, path, (xml) => xml.replace(from, to)));
  return opened.ok ? listRows(opened.rows)[1]?.cells[0] : opened.issue.code;
}

const CELL = /<c r="A2".*?<\/c>/;

describe('a text in several parts of XML', () => {
  test.each([
    ['a comment', '<!-- -->', ''],
    ['an instruction', '<?x y?>', ''],
    ['a CDATA section', '<![CDATA[&<]]>', '&<'],
  ])('is read whole around %s', (_what, part, text) => {
    const splitText = `広${part}報`;
    expect([
      readChanged(SHEET, CELL, `<c r="A2" t="inlineStr"><is><t>${splitText}</t></is></c>`),
      readChanged(SHEET, CELL, `<c r="A2" t="str"><v>${splitText}</v></c>`),
      readChanged(STRINGS, '広報', splitText),
    ]).toEqual(Array(3).fill(`広${text}報`));
  });

  test.each(['1<!-- -->23', '<![CDATA[12]]>3', '<![CDATA[123]]>'])('is the number that it is: %s', (value) => {
    expect(readChanged(SHEET, CELL, `<c r="A2"><v>${value}</v></c>`)).toBe('123');
  });

  test('that does not belong to its type does not change a number', () => {
    expect(
      readChanged(SHEET, '</v></c></row></sheetData>', '</v><is><t>1</t></is></c></row></sheetData>', {
        number: 0.5,
        format: '0%',
      }),
    ).toBe('50%');
  });

  test('is read with the characters that XML forbids', () => {
    expect(readChanged(STRINGS, '広報', '広_x002D_報_x005F_x0041_')).toBe('広-報_x0041_');
  });

  test.each(['&#134071;野', '&#x20BB7;&#37326;'])('is read with characters by number: %s', (text) => {
    expect(readChanged(STRINGS, '広報', text)).toBe('𠮷野');
  });

  test.each([
    ['an element inside', SHEET, CELL, '<c r="A2"><v>1<x/>23</v></c>'],
    ['a second value', SHEET, CELL, '<c r="A2"><v>1</v><v>23</v></c>'],
    ['a comment that does not end', SHEET, CELL, '<c r="A2"><v>1<!-- </v></c>'],
    ['an element in a shared text', STRINGS, '広報', '広<x/>報'],
    ['a second shared text', STRINGS, '広報', '広</t><t>報'],
  ])('is refused with %s', (_what, path, from, to) => {
    expect(readChanged(path, from, to)).toBe('damaged-workbook');
  });
});

test.each([
  ['a cell before the last one', '<c r="B2"><v>1</v></c><c r="A2"><v>2</v></c>'],
  ['a type that does not exist', '<c r="A2" t="x"><v>1</v></c>'],
  ['a shared text that does not exist', '<c r="A2" t="s"><v>9</v></c>'],
  ['a style that does not exist', '<c r="A2" s="9"><v>1</v></c>'],
  ['a number that is none', '<c r="A2"><v>1人</v></c>'],
  ['a number of another notation', '<c r="A2"><v>0x10</v></c>'],
  ['white space for a number', '<c r="A2"><v> </v></c>'],
  ['a number without an end', '<c r="A2"><v>1e400</v></c>'],
  ['a number without an end as a percentage', '<c r="A2"><v>1e307</v></c>'],
  ['white space for the number of a text', '<c r="A2" t="s"><v> </v></c>'],
  ['a type without quotes', '<c r="A2" t=s><v>0</v></c>'],
  ['a type twice', '<c r="A2" t="n" t="s"><v>0</v></c>'],
  ['a truth value that is a name in JavaScript', '<c r="A2" t="b"><v>toString</v></c>'],
  ['a cell of another row', '<c r="A5"><v>1</v></c>'],
  ['a cell in a cell', '<c r="A2"><v>1</v><c r="B2"><v>2</v></c></c>'],
])('a sheet with %s is refused', (_what, cells) => {
  expect(readChanged(SHEET, CELL, cells)).toBe('damaged-workbook');
});

test.each(['utf16le', 'utf16be'])('texts in %s are read', (encoding) => {
  const whole = unzipSync(createSheet(['名称'], ['広報']));
  const text = Buffer.from(`\ufeff${strFromU8(whole[STRINGS] ?? new Uint8Array())}`, 'utf16le');
  const bytes = new Uint8Array(encoding === 'utf16be' ? text.swap16() : text);
  const opened = openWorkbook(zipSync({ ...whole, [STRINGS]: bytes }, { mtime: getEarliestZipTime() }));
  expect(opened.ok && listRows(opened.rows)[1]?.cells).toEqual(['広報']);
});

test('readings of a text are no part of it', () => {
  const text = '<t>蕨市</t><rPh sb="0" eb="2"><t>ワラビシ</t></rPh>';
  expect(readChanged(STRINGS, /<t[^>]*>広報<\/t>/, text)).toBe('蕨市');
  expect(readChanged(SHEET, CELL, `<c r="A2" t="inlineStr"><is>${text}</is></c>`)).toBe('蕨市');
});

test('a cell without a reference is behind the last one', () => {
  expect(readChanged(SHEET, CELL, '<c><v>1</v></c><c><v>2</v></c>')).toBe('1');
});

describe('a workbook with what spreadsheets pass over', () => {
  const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const ROW = '<row r="9"><c r="A9" t="inlineStr"><is><t>市</t></is></c></row>';
  test.each([
    ['a cell behind the table', SHEET, '</worksheet>', `<extLst><ext>${ROW}</ext></extLst></worksheet>`],
    ['a second table', SHEET, '</sheetData>', `</sheetData><sheetData>${ROW}</sheetData>`],
    ['a table in another element', SHEET, /<sheetData.*sheetData>/s, '<x:y><sheetData></sheetData></x:y>'],
    ['a table of another vocabulary', SHEET, '<sheetData', '<sheetData xmlns="urn:x"'],
    ['a row of another vocabulary', SHEET, CELL, '<x:c r="A2"><v>1</v></x:c>'],
    ['a row of another vocabulary by a new declaration', SHEET, CELL, '<c xmlns="urn:x" r="A2"><v>1</v></c>'],
    ['a type of another vocabulary', SHEET, CELL, '<c r="A2" x:t="s"><v>1</v></c>'],
    ['a shared text of another vocabulary', STRINGS, '</t></si></sst>', '</t><x:y/><x:t>市</x:t></si></sst>'],
    ['a shared text with a new declaration', STRINGS, '</t></si></sst>', '</t><y/><t xmlns="urn:x">市</t></si></sst>'],
  ])('is refused: %s', (_what, path, from, to) => {
    expect(readChanged(path, from, to)).toBe('damaged-workbook');
  });

  test('is read if all of it has a prefix', () => {
    const rows = [1, 2].map((line) => `<m:row r="${line}"><m:c r="A${line}"><m:v>${line}</m:v></m:c></m:row>`);
    const sheet = `<m:worksheet xmlns:m="urn:m"><m:sheetData>${rows.join('')}</m:sheetData></m:worksheet>`;
    expect(readChanged(SHEET, /<worksheet.*/s, sheet)).toBe('2');
  });

  test.each([
    './notes/a.pdf',
    'notes/./a.pdf',
    '..\\..\\a b.docx',
    'https://example.org/./a?b=1&amp;c=2',
    '#名称!A1',
    '',
  ])('is read with a link to %s', (target) => {
    const link = `<Relationship Id="rId1" Type="${TYPES}/hyperlink" Target="${target}" TargetMode="External"/>`;
    const whole = createSheet(['名称'], ['広報']);
    const opened = openWorkbook(
      changeWorkbook(whole, 'xl/worksheets/_rels/sheet1.xml.rels', () => `<Relationships>${link}</Relationships>`),
    );
    expect(opened.ok && listRows(opened.rows)[1]?.cells).toEqual(['広報']);
  });

  /** Returns a workbook that is called xl/workbook2.xml, with these relations of the archive to workbooks. */
  function renameWorkbook(...targets: readonly string[]) {
    const { 'xl/workbook.xml': book, 'xl/_rels/workbook.xml.rels': parts, ...rest } = unzipSync(createSheet(['名称']));
    const relations = targets.map((target) => `<Relationship Type="${TYPES}/officeDocument" Target="${target}"/>`);
    const renamed = {
      ...rest,
      '_rels/.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
      'xl/workbook2.xml': book ?? new Uint8Array(),
      'xl/_rels/workbook2.xml.rels': parts ?? new Uint8Array(),
    };
    const opened = openWorkbook(zipSync(renamed, { mtime: getEarliestZipTime() }));
    return opened.ok ? listRows(opened.rows)[0]?.cells : opened.issue.code;
  }

  test('is read if the archive names its workbook, however it is called', () => {
    expect(renameWorkbook('xl/workbook2.xml')).toEqual(['名称']);
    expect(renameWorkbook('/xl/workbook2.xml')).toEqual(['名称']);
  });

  test('is refused if the archive names two workbooks', () => {
    expect(renameWorkbook('xl/workbook2.xml', 'xl/workbook.xml')).toBe('damaged-workbook');
  });

  test.each([
    ['a workbook that it lacks', '_rels/.rels', 'officeDocument', 'other/workbook.xml'],
    ['a sheet by a path that is not plain', 'xl/_rels/workbook.xml.rels', 'worksheet', './worksheets/sheet1.xml'],
  ])('is refused if it opens %s', (_what, path, type, target) => {
    const whole = createSheet(['名称'], ['広報']);
    const copied = changeWorkbook(
      whole,
      'xl/./worksheets/sheet1.xml',
      () => `<worksheet><sheetData>${ROW}</sheetData></worksheet>`,
    );
    const relations = `<Relationships><Relationship Id="rId1" Type="${TYPES}/${type}" Target="${target}"/></Relationships>`;
    expect(openWorkbook(changeWorkbook(copied, path, () => relations))).toMatchObject({
      ok: false,
      issue: { code: 'damaged-workbook' },
    });
  });
});
