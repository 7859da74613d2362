import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../../src/input/xlsx/open-workbook.ts';
import { changeWorkbook, createSheet } from '../../../support/create-workbook.ts';

describe.each([false, true])('a text with styled parts (in the sheet itself: %s)', (inline) => {
  const RAISED = '<vertAlign val="superscript"/>';
  const list = (runs: readonly (string | readonly [string, string])[]) => {
    const opened = openWorkbook(createSheet(['隣', { runs, inline }]));
    if (!opened.ok) throw new Error(opened.issue.code);
    return opened.rows.issues.map(({ issue, column }) => `${issue.code} ${column} ${issue.values.part}`);
  };

  test.each([
    ['a raised number after a value', ['45.2', [RAISED, '1']], '1'],
    ['a raised number with a bracket', ['12', [RAISED, '1)']], '1)'],
    ['a raised number after a name', ['登録者数', [RAISED, '１']], '１'],
    ['a raised number after a sign', ['45%', [RAISED, '2']], '2'],
    ['a number that is struck out', [['<strike/>', '1'], '8'], '1'],
    ['words that are struck out', ['広報', ['<strike val="1"/>', '紙']], '紙'],
  ] as const)('is reported for %s', (_what, runs, part) => {
    expect(list(runs)).toEqual([`styled-text 2 ${part}`]);
  });

  test.each([
    ['the power of a unit', ['100m', [RAISED, '3']]],
    ['a number after 注', ['10人 注', [RAISED, '1']]],
    ['a mark', ['10人', [RAISED, '※1']]],
    ['a lowered number', ['CO', ['<vertAlign val="subscript"/>', '2']]],
    ['colours', [['<color rgb="FFFF0000"/>', '1'], '8']],
    ['a line that is switched off', [['<strike val="0"/>', '1'], '8']],
    ['a space that is struck out', ['12', ['<strike/>', ' ']]],
  ] as const)('is not reported for %s', (_what, runs) => {
    expect(list(runs)).toEqual([]);
  });
});

test.each([false, true])('a text after one that is struck out is not (in the sheet itself: %s)', (inline) => {
  const opened = openWorkbook(
    createSheet([{ runs: [['<strike/>', '広報紙']], inline }, '広報番組', { runs: ['8'], inline }]),
  );
  expect(opened.ok && opened.rows.issues.map(({ column }) => column)).toEqual([1]);
});

/** Returns the issues of a cell whose style has these XML elements for its font and its fill. */
function listStyled(font: string, fill = '') {
  const bytes = createSheet(['隣', { number: 40, format: '0' }]);
  const styled = changeWorkbook(bytes, 'xl/styles.xml', (xml) =>
    xml
      .replace(
        '<cellStyleXfs',
        `<fonts><font/><font>${font}</font></fonts><fills><fill/><fill>${fill}</fill></fills><cellStyleXfs`,
      )
      .replace('<xf numFmtId="176"', '<xf numFmtId="176" fontId="1" fillId="1"'),
  );
  const opened = openWorkbook(styled);
  return opened.ok ? opened.rows.issues : [];
}

test('a cell that is struck out as a whole is reported', () => {
  expect(listStyled('<strike/>')).toMatchObject([
    { column: 2, issue: { code: 'styled-text', values: { part: '40', text: '40', struck: 1 } } },
  ]);
});

describe('a cell with letters in the colour of its background', () => {
  const fill = (colour: string) => `<patternFill patternType="solid"><fgColor ${colour}/></patternFill>`;
  const WHITE = '<color rgb="FFFFFFFF"/>';

  test.each([
    ['white', WHITE, ''],
    ['bold and white', `<b/>${WHITE}`, ''],
    ['white of the theme', '<color theme="0"/>', ''],
    ['white on a white fill', WHITE, fill('rgb="FFFFFFFF"')],
    ['grey on grey', '<color rgb="FF808080"/>', fill('rgb="FF808080"')],
    ['black on black', '', fill('rgb="FF000000"')],
  ])('is reported: %s', (_what, font, background) => {
    expect(listStyled(font, background)).toMatchObject([
      { column: 2, issue: { code: 'styled-text', values: { part: '40', unseen: 1 } } },
    ]);
  });

  test.each([
    ['white on blue', WHITE, fill('rgb="FF0000FF"')],
    ['white on black', WHITE, fill('theme="1"')],
    ['red', '<color rgb="FFFF0000"/>', ''],
    ['black on yellow', '', fill('rgb="FFFFFF00"')],
    ['a lighter shade of the same colour', '<color theme="4" tint="0.8"/>', fill('theme="4"')],
    ['nearly white', '<color theme="0" tint="-0.5"/>', ''],
    ['white on a gradient', WHITE, '<gradientFill/>'],
    ['black on black dots', '', '<patternFill patternType="lightGray"><fgColor rgb="FF000000"/></patternFill>'],
  ])('is not reported: %s', (_what, font, background) => {
    expect(listStyled(font, background)).toEqual([]);
  });
});
