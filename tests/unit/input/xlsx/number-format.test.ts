import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { listRows } from '../../../../src/input/input-rows.ts';
import { readCellStyles } from '../../../../src/input/xlsx/cell-styles.ts';
import { formatCellNumber, parseIsoTime, TIME_FORMAT } from '../../../../src/input/xlsx/number-format.ts';
import { openWorkbook } from '../../../../src/input/xlsx/open-workbook.ts';
import { formatPlainDecimal } from '../../../../src/notation/decimal.ts';
import { createWorkbook, createSheet, type WorkbookCell } from '../../../support/create-workbook.ts';

function open(bytes: Uint8Array) {
  const opened = openWorkbook(bytes);
  if (!opened.ok) throw new Error(`not read: ${opened.issue.code}`);
  return opened.rows;
}

/** Returns the text of one cell, and the codes of its issues. */
function one(cell: WorkbookCell) {
  const rows = open(createSheet([cell, '隣']));
  return [listRows(rows)[0]?.cells[0] ?? '', ...rows.issues.map(({ issue }) => issue.code)];
}

describe('a number is read as its format displays it:', () => {
  test.each([
    ['#,##0', 5587, ['5,587']],
    ['#,##0', 587, ['587']],
    ['#,##0.0', 21540, ['21,540.0']],
    ['#,##0_ ', 30000, ['30,000']],
    ['#,##0;[Red]-#,##0', -21540, ['-21,540']],
    ['#,##0;▲#,##0', -1234567, ['-1,234,567']],
    ['#,##0.0##', 1234.56789, ['1,234.56789', 'rounded-cell']],
    ['0', 21540, ['21540']],
    ['0,000', 12, ['0,012']],
    ['0.0%', 0.974, ['97.4%']],
    ['0%', 0.07, ['7%']],
    ['0.0"%"', 97.4, ['97.4%']],
    ['#,##0"人"', 5587, ['5,587人']],
    ['"約"0', 12, ['約12']],
    ['0人', 12, ['12人']],
    ['General"人"', 45000.5, ['45000.5人']],
    ['G/標準"人"', 45000, ['45000人']],
    ['[$¥-411]#,##0', 1200, ['1,200円']],
    ['"¥"0"千"', 12, ['¥12千']],
    ['[Red]0', 12, ['12']],
    ['0 "人"', 12, ['12人']],
    ['000000', 12345, ['012345']],
    ['#,##0.00', 1234567.5, ['1,234,567.50']],
    ['0.0', 8, ['8.0']],
    ['0.0##', 7.25, ['7.25']],
    ['\\¥#,##0;[Red]\\¥-#,##0', 1200, ['1,200円']],
    ['#,##0;"▲ "#,##0', -32, ['-32']],
    ['+0;-0;0', -38, ['-38']],
    ['+0.0;-0.0;0.0', 0, ['0.0']],
    ['"No."0', 5, ['No.5']],
    ['#,##0;[Red]#,##0', -38, ['-38']],
    ['0;(0)', -38, ['-38']],
    ['"+"#,##0"人";[Red]"▲"#,##0"人"', -38, ['-38人']],
    ['#,##0_);(#,##0)', -38, ['-38']],
    ['0.0%;"△"0.0%', -0.5, ['-50.0%']],
    ['_ * #,##0_ ;_ * -#,##0_ ', 32, ['32']],
    ['@', 32, ['32']],
    ['General', 32.5, ['32.5']],
    ['General"人"', 45000, ['45000人']],
    ['"約"General"件"', 12.5, ['約12.5件']],
    ['General', 0.1 + 0.2, ['0.3']],
  ])('%s of %d: %j', (format, number, expected) => {
    expect(one({ number, format })).toEqual(expected);
  });

  test.each([
    ['0%', 0.974, '97.4%'],
    ['0.0', 3.14159, '3.14159'],
    ['#,##0', 1234.5, '1,234.5'],
    ['General', 100 / 3, '33.3333333333333'],
    ['General"人"', 100 / 3, '33.3333333333333人'],
  ])('%s, with a warning if decimals are not displayed', (format, number, text) => {
    expect(one({ number, format })).toEqual([text, 'rounded-cell']);
  });

  test.each([
    ['thousands are left out', '#,##0,"千円"'],
    ['a fraction is shown', '# ?/?'],
    ['an exponent is shown', '0.00E+00'],
    ['words stand between the digits', '000"-"0000'],
    ['hours are counted beyond a day', '[h]:mm'],
    ['minutes are counted beyond an hour', '[mm]:ss'],
    ['hours are left out', 'mm:ss'],
    ['per cent comes before the number', '%0'],
    ['per cent comes twice', '0%%'],
    ['it depends on the value', '[>=100]0;0.0'],
    ['it depends on the value in a later section', '0;[<0]-0;0.0'],
    ['nothing is shown', ';;;'],
    ['words alone are shown', '"済"'],
    ['a bracket does not end', '0[$人'],
    ['a day of the month alone is shown', 'd"日"'],
    ['a day of the week alone is shown', 'dddd'],
    ['a day without a month is shown with a time', 'd"日" h:mm'],
    ['a year alone is shown with a time', 'yyyy"年" h:mm'],
    ['a day without a year is shown with a time', 'm/d h:mm'],
  ])('or reported if %s', (_what, format) => {
    expect(one({ number: 1234567, format }).slice(1)).toEqual(['unsure-format']);
  });
});

test.each([
  ['@"以上"', ['unsure-format']],
  ['0;-0;0;"済"', ['unsure-format']],
  [';;;', ['unsure-format']],
  ['0;-0;0', []],
  ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', []],
])('a text is reported if the format %s displays something else', (format, codes) => {
  expect(one({ number: '50', format })).toEqual(['50', ...codes]);
});

test.each(['0"人増";0"人減"', '0;"減少"', '0;;0', '0;@', '0;0', '0"人";0"人"'])(
  'a negative number is reported if the format %s shows something else',
  (format) => {
    expect(one({ number: -38, format }).slice(1)).toEqual(['unsure-format']);
    expect(one({ number: 38, format }).slice(1)).toEqual([]);
  },
);

describe('a zero', () => {
  test.each([
    '0',
    '#,##0',
    '0%',
    'General',
    '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-',
    '0;-0;0',
    '@',
    '"約"0',
  ])('is a value if the format %s shows it', (format) => {
    expect(one({ number: 0, format }).slice(1)).toEqual([]);
  });

  test.each(['#,##0;-#,##0;', '0;-0;"集計中"', '0;-0;"－"', '#', '#,###', 'General;-General;', '0;;;@'])(
    'is reported if the format %s does not show it',
    (format) => {
      expect(one({ number: 0, format }).slice(1)).toEqual(['unsure-format']);
    },
  );

  test.each(['#,##0;-#,##0;', '#,###', '0;-0;"集計中"'])('of the format %s matters to no other number', (format) => {
    expect(one({ number: 12, format }).slice(1)).toEqual([]);
  });

  test('is reported if its sheet shows no zeros', () => {
    const { issues } = open(createWorkbook([{ rows: [[0, 12]], hidesZeros: true }]));
    expect(issues.map(({ issue, line, column }) => `${issue.code} ${line}:${column}`)).toEqual(['unsure-format 1:1']);
  });
});

describe('a date is read as far as its format displays it:', () => {
  // 2026-11-20
  const DAY = 46346;
  test.each([
    ['yyyy/m/d', DAY, '2026-11-20'],
    ['yyyy/mm/dd;@', DAY, '2026-11-20'],
    ['[$-411]ggge"年"m"月"d"日";@', DAY, '2026-11-20'],
    ['[$-411]ge.m.d', DAY, '2026-11-20'],
    ['yyyy"年"m"月"', DAY, '2026年11月'],
    ['mmm-yy', DAY, '2026年11月'],
    ['yyyy"年度"', DAY, '2026年度'],
    ['[$-411]ggge"年度末"', DAY, '令和8年度末'],
    ['[$-411]ge"年度実績"', DAY, '令和8年度実績'],
    ['[$-411]ggge"年度"', 43555, '平成31年度'],
    ['m"月"d"日"', DAY, '11月20日'],
    ['d-mmm', DAY, '11月20日'],
    ['yyyy/m/d h:mm', DAY + 0.4375, '2026-11-20 10:30'],
    ['yyyy/m/d h:mm', DAY, '2026-11-20'],
    ['h:mm yyyy/m/d', DAY + 0.4375, '2026-11-20 10:30'],
    ['h:mm', 0.4375, '10:30'],
    ['h:mm:ss', 0.0059, '0:08:30'],
    ['yyyy', DAY, '2026'],
    ['[$-411]ge', DAY, '令和8'],
    ['yyyy/m/d', DAY + 0.4375, '2026-11-20'],
    ['YYYY/M/D', DAY, '2026-11-20'],
    ['yyyy"年度 "', DAY, '2026年度'],
    ['h:mm AM/PM', 0.9375, '22:30'],
    ['"目標値（"ggge"年度）"', DAY, '目標値（令和8年度）'],
    ['"目標"yyyy', DAY, '目標2026'],
    ['"令和"e"年度"', DAY, '令和8年度'],
    ['"R"e"年"m"月"', DAY, '2026年11月'],
  ])('%s of %d: %s', (format, number, text) => {
    expect(one({ number, format })).toEqual([text]);
  });

  test('or reported in a usual format for minutes or for many hours', () => {
    const formats = [45, 46, 47].map((id) => `<xf numFmtId="${id}"/>`).join('');
    const styles = readCellStyles(strToU8(`<styleSheet><cellXfs>${formats}</cellXfs></styleSheet>`));
    expect(styles.map(({ format }) => formatCellNumber(1.25, format, false))).toEqual([null, null, null]);
  });

  test.each([-1, 2_958_465.9999999, 2_958_466, 1e300])('%d is not a day, which is reported', (number) => {
    expect(one({ number, format: 'yyyy/m/d' }).slice(1)).toEqual(['unsure-format']);
  });

  test.each([
    ['yyyy/m/d', 0],
    ['m"月"d"日"', 60],
  ])('in the format %s, %d is before March 1900, where programs count differently', (format, number) => {
    expect(one({ number, format }).slice(1)).toEqual(['unsure-format']);
  });

  test('and 61 is the first of March 1900', () => {
    expect(one({ number: 61, format: 'yyyy/m/d' })).toEqual(['1900-03-01']);
  });

  test('also if days are counted from 1904', () => {
    const bytes = createWorkbook([{ rows: [[{ number: DAY - 1462, format: 'yyyy/m/d' }]] }], true);
    expect(listRows(open(bytes))[0]?.cells).toEqual(['2026-11-20']);
  });
});

describe('a number in plain digits', () => {
  test.each([
    [0, 0, '0'],
    [-0, 2, '0'],
    [0.974, 2, '97.4'],
    [0.07, 2, '7'],
    [0.0001, 2, '0.01'],
    [-0.5, 2, '-50'],
    [12.5, 2, '1250'],
    [1.1 * 3, 0, '3.3'],
    [1e-9, 0, '0.000000001'],
    [1.5e20, 2, '15000000000000000000000'],
  ])('%d with its decimal point moved by %i is %s', (value, shift, text) => {
    expect(formatPlainDecimal(value, shift)).toBe(text);
  });

  test('means the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -9.99e307, max: 9.99e307 }), (value) => {
        expect(formatPlainDecimal(value)).toMatch(/^-?\d+(?:\.\d*[1-9])?$/);
        expect(Number(formatPlainDecimal(value))).toBe(Number(value.toPrecision(15)) || 0);
      }),
    );
  });
});

describe('a time in ISO 8601', () => {
  const usualZone = process.env.TZ;
  afterEach(() => {
    if (usualZone === undefined) delete process.env.TZ;
    else process.env.TZ = usualZone;
  });

  test.each([
    ['2024-04-01', '2024-04-01'],
    ['2024-04-01T00:00:00', '2024-04-01'],
    ['2024-04-01T23:30:00.000', '2024-04-01 23:30'],
    ['2024-04', undefined],
    ['2023-02-30', undefined],
  ])('is the same in every time zone: %s', (time, expected) => {
    for (const zone of ['Asia/Tokyo', 'America/New_York'])
      for (const from1904 of [false, true]) {
        process.env.TZ = zone;
        expect(formatCellNumber(parseIsoTime(time, from1904), TIME_FORMAT, from1904)?.text).toBe(expected);
      }
  });
});
