import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { writeWorkbook } from '../../../../src/input/xlsx/written-workbook.ts';

const widths = [20, 20];

async function readSheets(bytes: Uint8Array) {
  const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
  return sheets.map(({ sheet, data }) => ({ sheet, data }));
}

const readPart = (bytes: Uint8Array, path: string) => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());

describe('a written workbook', () => {
  test('has the cells of each sheet with their types', async () => {
    const sheets = [
      {
        name: '一枚め',
        headings: ['名称', '値'],
        frozen: true,
        rows: [
          ['001', 0.1],
          ['=1+1', true],
          ['名称', null],
        ],
        widths,
      },
      { name: 'A & "B"', rows: [['001', -2]], widths },
    ];
    expect(await readSheets(writeWorkbook(sheets))).toEqual([
      {
        sheet: '一枚め',
        data: [
          ['名称', '値'],
          ['001', 0.1],
          ['=1+1', true],
          ['名称', null],
        ],
      },
      { sheet: 'A & "B"', data: [['001', -2]] },
    ]);
  });

  test('keeps every text that XML can hold, and leaves out the characters that it can’t', async () => {
    const kept = [
      '<b>&amp;"\'',
      '  空白のあいだ  ',
      '二\n行',
      '𠮷野家',
      '\u00e9',
      '\ufffd',
      '_x202E_市',
      '_x005f_x0041_',
    ];
    const damaged = ['\u0000a\u0008', '\ud842b', '\udfb7c', '\uffffd'];
    const written = writeWorkbook([{ name: '表', rows: [...kept, ...damaged].map((text) => [text]), widths }]);
    const [sheet] = await readSheets(written);
    expect(sheet?.data.flat()).toEqual([...kept, 'a', 'b', 'c', 'd']);
    // Excel removes spaces around a text without this attribute.
    expect(readPart(written, 'xl/sharedStrings.xml').match(/<t [^<]*/g)).toEqual([
      '<t xml:space="preserve">  空白のあいだ  ',
    ]);
  });

  test('formats cells as texts only if asked, also empty ones down to the last row', () => {
    const sheet = { name: '表', headings: ['名称'], rows: [['1-1'], ['']], widths };
    const [plain, texts] = [writeWorkbook([sheet]), writeWorkbook([{ ...sheet, asText: true }])];
    expect(readPart(plain, 'xl/worksheets/sheet1.xml')).toContain('<row r="3"></row>');
    expect(readPart(plain, 'xl/worksheets/sheet1.xml')).not.toContain('s="2"');
    expect(readPart(plain, 'xl/worksheets/sheet1.xml')).not.toContain('style="2"');
    expect(readPart(texts, 'xl/worksheets/sheet1.xml').match(/<col [^>]* style="2"\/>/g)).toHaveLength(widths.length);
    expect(readPart(texts, 'xl/worksheets/sheet1.xml')).toContain('<row r="2"><c r="A2" s="2" t="s">');
    expect(readPart(texts, 'xl/styles.xml')).toContain('numFmtId="100" formatCode="@"');
  });

  test('has dates only in columns of days, and a text for a day that programs count in different ways', async () => {
    const texts = ['2024-02-29', '1970-01-01', '1900-03-01', '1900-02-28', '1868-10-23', ''];
    const sheet = { name: '表', headings: ['日', '文'], rows: texts.map((text) => [text, text]), widths };
    const written = writeWorkbook([{ ...sheet, days: [true, false] }]);
    const xml = readPart(written, 'xl/worksheets/sheet1.xml');
    expect([...xml.matchAll(/<c r="A\d" s="3"><v>(\d+)<\/v>/g)].map(([, number]) => number)).toEqual([
      '45351',
      '25569',
      '61',
    ]);
    const [read] = await readSheets(written);
    const [, ...rows] = read?.data ?? [];
    expect(rows.map(([day]) => (day instanceof Date ? day.toISOString() : day))).toEqual([
      '2024-02-29T00:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
      '1900-03-01T00:00:00.000Z',
      '1900-02-28',
      '1868-10-23',
    ]);
    expect(rows.map(([, text]) => text)).toEqual(texts.slice(0, -1));
    expect(readPart(written, 'xl/styles.xml')).toContain('formatCode="yyyy\\-mm\\-dd"');
  });

  test('freezes headings only if asked', () => {
    const sheet = { name: '表', headings: ['名称'], rows: [], widths };
    expect(readPart(writeWorkbook([sheet]), 'xl/worksheets/sheet1.xml')).not.toContain('<pane');
    expect(readPart(writeWorkbook([{ ...sheet, frozen: true }]), 'xl/worksheets/sheet1.xml')).toContain(
      'state="frozen"',
    );
  });

  test('names its filter for LibreOffice, and prints the headings on every page', () => {
    const rows = [['甲'], ['乙']];
    const sheets = [
      { name: "A & 'B'", headings: ['名称'], filtered: true, rows, widths },
      { name: '選べる言葉', headings: ['名称'], rows, widths },
      { name: '説明', rows, widths },
    ];
    const names = readPart(writeWorkbook(sheets), 'xl/workbook.xml').match(/<definedName .*?(?=<\/definedName>)/g);
    expect(names).toEqual([
      `<definedName localSheetId="0" hidden="1" name="_xlnm._FilterDatabase">'A &amp; ''B'''!$A$1:$B$3`,
      `<definedName localSheetId="0" name="_xlnm.Print_Titles">'A &amp; ''B'''!$A:$A,'A &amp; ''B'''!$1:$1`,
      `<definedName localSheetId="1" name="_xlnm.Print_Titles">'選べる言葉'!$A:$A,'選べる言葉'!$1:$1`,
    ]);
    expect(readPart(writeWorkbook(sheets.slice(2)), 'xl/workbook.xml')).not.toContain('definedName');
  });

  test.each([
    [[20, 260], 1],
    [[20, 261], 2],
    [Array.from({ length: 16 }, () => 60), 4],
  ])('prints columns of the widths %j on %i landscape pages side by side', (wide, pages) => {
    const xml = readPart(writeWorkbook([{ name: '表', rows: [], widths: wide }]), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(xml).toContain(`orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/></worksheet>`);
  });

  test('makes a row high enough for texts wider than their columns', () => {
    const rows = [['市'.repeat(10)], ['市'.repeat(11)], ['a'.repeat(41), 1], ['市'.repeat(9_999)], [1]];
    const written = writeWorkbook([{ name: '表', rows, widths }]);
    const heights = readPart(written, 'xl/worksheets/sheet1.xml').match(/(?<=<row r="\d")[^>]*/g);
    expect(heights).toEqual(['', ' ht="36"', ' ht="54"', ' ht="409"', '']);
    const alignments = readPart(written, 'xl/styles.xml').match(/<alignment vertical="top" wrapText="1"\/>/g);
    expect(alignments).toHaveLength(5);
  });

  test('has the same bytes in every year', () => {
    const sheet = { name: '表', rows: [['甲', 1]], widths };
    const writeIn = (year: number) => {
      vi.setSystemTime(new Date(year, 0, 1));
      return writeWorkbook([sheet]);
    };
    onTestFinished(() => {
      vi.useRealTimers();
    });
    expect(writeIn(2027)).toEqual(writeIn(2026));
  });
});
