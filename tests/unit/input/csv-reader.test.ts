import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { findCsvLimit, readCsvRows } from '../../../src/input/csv-reader.ts';
import { MAX_CELL_LENGTH, MAX_COLUMNS, MAX_ROWS } from '../../../src/model/input-limits.ts';

const cellsOf = (text: string) => readCsvRows(text).map(({ cells }) => cells);
const linesOf = (text: string) => readCsvRows(text).map(({ line }) => line);
const positionsOf = (text: string, row: number) => {
  const found = readCsvRows(text)[row];
  return found?.cells.map((_cell, index) => found.locate(index));
};

describe('cells', () => {
  test('are separated by commas', () => {
    expect(cellsOf('コード,名称\n1,広報\n')).toEqual([
      ['コード', '名称'],
      ['1', '広報'],
    ]);
  });

  test('in quotes may contain commas, quotes and line breaks', () => {
    expect(cellsOf('"5,587人","彼は""はい""と言った","一行め\n二行め"')).toEqual([
      ['5,587人', '彼は"はい"と言った', '一行め\n二行め'],
    ]);
  });

  test('keep the spaces around them', () => {
    expect(cellsOf(' a , b　\n')).toEqual([[' a ', ' b　']]);
  });

  test('are not separated by tabs or semicolons', () => {
    expect(cellsOf('a;b\tc\nd;e\tf\n')).toEqual([['a;b\tc'], ['d;e\tf']]);
  });

  test('may be empty', () => {
    expect(cellsOf('a,,c,\n')).toEqual([['a', '', 'c', '']]);
  });
});

describe('line breaks', () => {
  test.each([
    ['of Unix', '\n'],
    ['of Windows', '\r\n'],
    ['of old Macs', '\r'],
  ])('%s separate rows', (_whose, newline) => {
    expect(linesOf(['a,b', '1,2', '3,4', ''].join(newline))).toEqual([1, 2, 3]);
  });

  test('of several kinds may be mixed in a file', () => {
    expect(cellsOf('a,b\r\n1,2\n3,4\r5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  test('at the end of the last row may be missing', () => {
    expect(linesOf('a,b\n1,2')).toEqual([1, 2]);
  });

  test('inside a quoted cell are counted as lines of the file', () => {
    expect(linesOf('a,b\n"一\n二\r\n三",2\n3,4\n')).toEqual([1, 2, 5]);
  });
});

describe('empty rows', () => {
  test('are left out but count as lines', () => {
    expect(linesOf('\n\na,b\n\n1,2\n')).toEqual([3, 5]);
  });

  test('may contain commas and spaces, as in files of Excel', () => {
    expect(linesOf('a,b\n,\n 　,\n1,2\n')).toEqual([1, 4]);
  });

  test('are the only rows of an empty file', () => {
    expect([cellsOf(''), cellsOf('\n\n')]).toEqual([[], []]);
  });
});

describe('the position of a cell', () => {
  test('is its line and its column, from 1', () => {
    expect(positionsOf('コード,名称\n12,広報\n', 1)).toEqual([
      { line: 2, column: 1 },
      { line: 2, column: 4 },
    ]);
  });

  test('counts characters, not bytes or code units', () => {
    expect(positionsOf('𠮷野,広報,a', 0)?.[2]).toEqual({ line: 1, column: 7 });
  });

  test('is that of its opening quote', () => {
    expect(positionsOf('"5,587人",b', 0)?.[1]).toEqual({ line: 1, column: 10 });
  });

  test('after a quoted line break is on the next line', () => {
    expect(positionsOf('a,b\n"一\n二",x\n', 1)).toEqual([
      { line: 2, column: 1 },
      { line: 3, column: 4 },
    ]);
  });

  test('is right after doubled quotes', () => {
    expect(positionsOf('"a"",""b",c', 0)?.[1]).toEqual({ line: 1, column: 11 });
  });

  test('is right after a quote inside an unquoted cell', () => {
    expect(positionsOf('19"モニター,b\n1,2\n', 0)?.[1]).toEqual({ line: 1, column: 9 });
  });
});

describe('unbalanced quotes', () => {
  test.each([
    ['opened and never closed', 'a,b\n"1,2\n3,4\n', 0],
    ['opened in a later cell', 'a,b\n1,"2\n3,4\n', 1],
    ['opened behind a cell that is whole', 'a,b\n"1, ""one""","2\n3,4\n', 1],
    ['closed before the end of the cell', 'a,b\n"1"x,2\n3,4\n', 0],
    ['closed by the next quote', 'a,b\n1,"2\n3,"4"\n', 1],
    ['closed twice before other cells', 'a,b\n"1"x",2\n3,4\n', 0],
    ['closed twice behind cells that are whole', 'a,b\n"1",2,"3, ""three""" ,"4"x",5\n', 3],
  ])('%s are reported at their row and cell', (_what, text, cell) => {
    expect(
      readCsvRows(text)
        .map(({ brokenFrom, line }) => [brokenFrom, line])
        .slice(0, 2),
    ).toEqual([
      [null, 1],
      [cell, 2],
    ]);
  });
});

test('a missing cell has the position of the end of its row', () => {
  expect(readCsvRows('a,b\n1\n3,4\n')[1]?.locate(5)).toEqual({ line: 2, column: 2 });
});

test('reads every CSV that was written', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '計', '𠮷', ',', '"', '\n', ' ', '1') });
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });
  const filled = row.filter((cells) => cells.some((one) => one.trim() !== ''));
  fc.assert(
    fc.property(fc.array(filled, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (rows, newline) => {
      expect(cellsOf(Papa.unparse(rows, { newline }))).toEqual(rows);
    }),
  );
});

test('every cell begins at its position', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '計', '𠮷', ',', '"', '\n') }).map((one) => `x${one}`);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const text = Papa.unparse(rows, { newline: '\n', quotes: true });
      const lines = text.split('\n').map((line) => [...line]);
      const read = [...readCsvRows(text)];
      expect(read).toHaveLength(rows.length);
      for (const row of read)
        for (const index of row.cells.keys()) {
          const { line, column } = row.locate(index);
          expect(lines[line - 1]?.slice(column - 1, column + 1)).toEqual(['"', 'x']);
        }
    }),
  );
});

describe('the limits of a table', () => {
  test('do not count the rows after a quote inside a cell as one cell', () => {
    const text = `19"モニター,1台\n${'広報紙,毎月\n'.repeat(MAX_CELL_LENGTH / 4)}`;
    expect(findCsvLimit(text)).toBeNull();
    expect(readCsvRows(text)[0]?.cells).toEqual(['19"モニター', '1台']);
  });

  test.each([
    ['rows', 'a\r\n'.repeat(MAX_ROWS)],
    ['columns', `${','.repeat(MAX_COLUMNS - 1)}\n`.repeat(2)],
    ['characters of a cell', `a,"${'"'.repeat(2 * MAX_CELL_LENGTH)}"\r\nb`],
    ['characters of a cell with quotes', `"a${'""b'.repeat((MAX_CELL_LENGTH - 1) / 2)}"`],
  ])('include the last of the %s', (_what, text) => {
    expect(findCsvLimit(text)).toBeNull();
  });

  test.each([
    ['rows', 'a\n'.repeat(MAX_ROWS + 1), MAX_ROWS + 1, 1],
    ['columns', `a,b\n${','.repeat(MAX_COLUMNS)}`, 2, MAX_COLUMNS + 1],
    ['columns after a quote and a space', `"a" \n${','.repeat(MAX_COLUMNS)}`, 2, MAX_COLUMNS + 1],
    ['columns after a quote and a line break of old Macs', `a,"b"\r${','.repeat(MAX_COLUMNS)}`, 2, MAX_COLUMNS + 1],
    ['columns after a quote and another line break', `a,"b"\n${','.repeat(MAX_COLUMNS)}`, 2, MAX_COLUMNS + 1],
    ['columns after a broken quote', `"a"b",${','.repeat(MAX_COLUMNS)}`, 1, MAX_COLUMNS + 6],
    ['characters of a cell', `a\nb,${'a'.repeat(MAX_CELL_LENGTH + 1)}`, 2, 3],
    ['characters of a cell with quotes', `"${'""b'.repeat((MAX_CELL_LENGTH + 1) / 2)}"`, 1, 1],
    ['characters of a quoted cell', `"${'a'.repeat(MAX_CELL_LENGTH + 1)}"\r\nb`, 1, 1],
    ['characters of a later quoted cell', `"a","${'a'.repeat(MAX_CELL_LENGTH + 1)}"`, 1, 5],
    ['characters of a cell without an end', `a\nb,"${'a\n'.repeat(MAX_CELL_LENGTH)}`, 2, 3],
    ['cells', `${','.repeat(9999)}\n`.repeat(2001), 2001, 1],
  ])('are reported at the first of the %s beyond them', (_what, text, line, column) => {
    expect(findCsvLimit(text)).toMatchObject({ issue: { code: 'over-limit' }, line, column });
  });
});
