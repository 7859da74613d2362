import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { addCsvRows, createCsv, type RowCells, toCp932 } from '../../../src/authoring/csv-text.ts';
import { overlayFolder } from '../../../src/input/overlay-folder.ts';
import { sourcesTable } from '../../../src/tables/sources.ts';
import { targetsTable } from '../../../src/tables/targets.ts';
import { themesTable } from '../../../src/tables/themes.ts';
import { anyCharacter } from '../../support/any-character.ts';

describe('a text in CP932', () => {
  test.each(['出典ID,名称\r\n', '①㈱髙﨑～－', 'ｶﾅ', '▲3.2'])('is unchanged after writing and reading: %j', (text) => {
    expect(new TextDecoder('shift_jis').decode(toCp932(text) ?? undefined)).toBe(text);
  });

  test('has the bytes that Windows writes', () => {
    const known = Array.from({ length: 0xd800 }, (_, at) => String.fromCharCode(at < 0xd000 ? at : at + 0x2800)).filter(
      (one) => new TextDecoder('shift_jis').decode(iconv.encode(one, 'cp932')) === one,
    );
    expect(known.length).toBeGreaterThan(7000);
    expect(known.filter((one) => toCp932(one)?.toString() !== [...iconv.encode(one, 'cp932')].join())).toEqual([]);
  });

  test('is never written with another character instead', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        const encoded = toCp932(text);
        expect(encoded === null || new TextDecoder('shift_jis').decode(encoded) === text).toBe(true);
      }),
    );
  });
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const ROW: RowCells = { テーマID: 'water', 名称: '水道' };

function addRows(present: Uint8Array, rows: readonly RowCells[]) {
  const file = 'data/themes.csv';
  const result = addCsvRows(overlayFolder(new Map([[file, present]])), file, themesTable.columns, rows);
  if (!result.ok) throw new Error(result.why);
  return result;
}

/** Returns the text that is added at the end of a file of themes, and its first line. */
function added(given: string | Uint8Array, rows: readonly RowCells[] = [ROW]) {
  const bytes = typeof given === 'string' ? bytesOf(given) : given;
  const result = addRows(bytes, rows);
  // A byte order mark would be a character of the text.
  return {
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(result.after.slice(bytes.length)),
    line: result.firstLine,
  };
}

describe('rows added at the end of a file', () => {
  test('have the order of its columns', () => {
    expect(added('名称,順序,テーマID\nあ,1,a\n')).toEqual({ text: '水道,,water\n', line: 3 });
  });

  test.each(['\n', '\r\n', '\r'])('have its line breaks: %j', (newline) => {
    expect(added(`テーマID,名称${newline}a,あ${newline}`)).toEqual({ text: `water,水道${newline}`, line: 3 });
  });

  test('begin on a new line if the last line has no line break', () => {
    expect(added('テーマID,名称\na,あ')).toEqual({ text: '\nwater,水道\n', line: 3 });
  });

  test('keep their line if a cell above contains a line break', () => {
    expect(added('テーマID,名称\na,"あ\nい"\n')).toEqual({ text: 'water,水道\n', line: 4 });
  });

  test('have quotes around commas and quotes, and a space for each line break', () => {
    const row = { テーマID: 'water', 名称: '\n水道,「"水"」 \r\n\u3000と\n下水道 ' };
    expect(added('テーマID,名称\n', [row])).toEqual({ text: 'water,"水道,「""水""」 と 下水道"\n', line: 2 });
  });

  test('leave unknown columns empty', () => {
    expect(added('テーマID,メモ,名称\n')).toEqual({ text: 'water,,水道\n', line: 2 });
  });

  test('are refused if a value has no column', () => {
    expect(() => added('テーマID,名称\n', [{ ...ROW, 説明: '水' }])).toThrow('列「説明」がありません');
    expect(added('テーマID,名称\n', [{ ...ROW, 説明: '' }])).toEqual({ text: 'water,水道\n', line: 2 });
  });

  test.each([
    ['\t', 'タブ'],
    [';', 'セミコロン（;）'],
  ])('are refused with the name of another separator: %j', (sign, name) => {
    expect(() => added(['テーマID,名称', 'a,あ', ''].join('\n').replaceAll(',', sign))).toThrow(
      `は、セルの区切りがコンマ（,）ではなく、${name}になっています。`,
    );
  });

  test('are in CP932 if the file is in CP932', () => {
    const given = iconv.encode('テーマID,名称\r\na,あ\r\n', 'cp932');
    const { after } = addRows(given, [ROW]);
    expect(new TextDecoder('shift_jis').decode(after.slice(given.length))).toBe('water,水道\r\n');
  });

  test('are refused if the file is not a text', () => {
    expect(() => added(Uint8Array.of(0xff, 0x80, 0xfe))).toThrow('文字コードを読み取れません');
  });

  test('are refused with the character that the file’s encoding lacks', () => {
    const given = iconv.encode('テーマID,名称\r\na,あ\r\n', 'cp932');
    expect(() => added(given, [{ ...ROW, 名称: '𠮷野家は𠮷です〜😀' }])).toThrow(
      /Shift_JIS.*、「𠮷」「〜」「😀」を書けません/,
    );
  });
});

describe('a changed row', () => {
  const change = (text: string, line: number, cells: RowCells, encode = bytesOf, rows: readonly RowCells[] = []) => {
    const file = 'data/themes.csv';
    const folder = overlayFolder(new Map([[file, encode(text)]]));
    const result = addCsvRows(folder, file, themesTable.columns, rows, [{ line, cells }]);
    if (!result.ok) throw new Error(result.why);
    return { ...result, whole: Buffer.from(result.after) };
  };

  test.each(['\n', '\r\n', '\r'])(
    'keeps its place, its other cells, the other rows and the line breaks: %j',
    (newline) => {
      const text = ['\ufeffテーマID,メモ,名称', 'a,"x,y",あ', 'b,,い', ''].join(newline);
      const { whole, before, firstLine } = change(text, 2, { 名称: '1,2', テーマID: '' }, bytesOf, [ROW]);
      expect(String(whole)).toBe(
        ['\ufeffテーマID,メモ,名称', 'a,"x,y","1,2"', 'b,,い', 'water,,水道', ''].join(newline),
      );
      expect([before, firstLine]).toEqual([bytesOf(text), 4]);
    },
  );

  test('is found by each of its lines, and its other cells stay as they are', () => {
    const { whole, firstLine } = change(
      'テーマID,名称,説明\na,"あ\nい","う\nえ"\nb,い,お',
      3,
      { 説明: 'か' },
      bytesOf,
      [ROW],
    );
    expect(String(whole)).toBe('テーマID,名称,説明\na,"あ\nい",か\nb,い,お\nwater,水道,\n');
    expect(firstLine).toBe(5);
  });

  test('is in CP932 if the file is in CP932', () => {
    const { whole } = change('テーマID,名称\r\na,あ\r\n', 2, { 名称: '髙い' }, (text) =>
      Uint8Array.from(iconv.encode(text, 'cp932')),
    );
    expect(iconv.decode(whole, 'cp932')).toBe('テーマID,名称\r\na,髙い\r\n');
  });

  test('is refused if a value has no column', () => {
    expect(() => change('テーマID,名称\na,あ\n', 2, { 説明: '水' })).toThrow('列「説明」がありません');
  });
});

test('a new file lacks the columns of memos', () => {
  const [head] = new TextDecoder().decode(createCsv(targetsTable.columns, [])).split('\r\n');
  expect(head?.split(',')).toEqual(expect.not.arrayContaining(['名称', '単位']));
});

test('a new file has a byte order mark, all columns and the line breaks of a spreadsheet', () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    createCsv(sourcesTable.columns, [{ 資料名: '資料', 出典ID: 'a' }]),
  );
  expect(text.split('\r\n')).toEqual([
    `\ufeff${Object.keys(sourcesTable.columns).join(',')}`,
    'a,,資料,,,,,,,,,,,',
    '',
  ]);
});
