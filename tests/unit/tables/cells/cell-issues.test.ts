import { describe, expect, test } from 'vitest';
import {
  findBrokenCharacter,
  findForbiddenText,
  findFormulaStart,
  isFormulaForValue,
  findPlatformCharacters,
  findSpreadsheetArtifact,
} from '../../../../src/tables/cells/cell-issues.ts';
import { appendFixtureLines, editFixtureFile, validateFixture } from '../../../support/fixture-site.ts';

const character = (code: number) => String.fromCodePoint(code);
const VARIATION = character(0xe0100);
const JOINER = character(0x200d);

describe('an invisible character', () => {
  test.each([0x00, 0x07, 0x1b, 0x7f, 0x85, 0xad, 0x200b, 0x200d, 0x200e, 0x2028, 0x202e, 0x2060, 0xfeff])(
    'is found: %#x',
    (code) => {
      const hex = code.toString(16).toUpperCase().padStart(4, '0');
      expect(findBrokenCharacter(`広報${character(code)}紙`)).toEqual({
        index: 2,
        issue: { code: 'unseen-character', values: { before: '広報', character: `U+${hex}` } },
      });
    },
  );

  test.each([
    ['line breaks and tabs', 'a\n\tb\r\n'],
    ['a variation selector of a letter', `葛${VARIATION}城市`],
    ['a variation selector of a sign', `❤${character(0xfe0f)}`],
    ['the joiner inside an emoji', `👩${JOINER}👧`],
    ['tags of a flag', `🏴${character(0xe0067)}${character(0xe007f)}`],
  ])('may be %s', (_what, text) => {
    expect(findBrokenCharacter(text)).toBeNull();
  });

  test('is reported with the few characters before it', () => {
    const found = findForbiddenText(`${'あ'.repeat(30)}い${character(0x200b)}`);
    expect(found?.values.before).toBe(`${'あ'.repeat(9)}い`);
  });
});

describe('a damaged character', () => {
  test.each([
    ['the sign for a lost one', '\ufffd', 'U+FFFD'],
    ['half of a pair', '\ud842', 'U+D842'],
    ['a code that is no character', '\uffff', 'U+FFFF'],
    ['a byte of another encoding', '\u0091', 'U+0091'],
    ['the sign for a lost one, even behind an invisible one', '\u200b\ufffd', 'U+FFFD'],
  ])('is %s', (_what, damaged, code) => {
    const issue = findForbiddenText(`民${damaged}の力`);
    const { value, character: shown } = issue?.values ?? {};
    expect([issue?.code, String(value).isWellFormed(), shown]).toEqual(['damaged-character', true, code]);
  });

  test.each([
    ['at the beginning of a text', '', 'あ'.repeat(9)],
    ['inside a text', 'あ'.repeat(10), 'い'.repeat(9)],
  ])('is quoted with the few characters around it: %s', (_what, before, after) => {
    const text = `${before && 'う'.repeat(20)}${before}\ufffd${after}${'え'.repeat(20)}`;
    expect(findForbiddenText(text)?.values.value).toBe(`${before}\ufffd${after}`);
  });

  test('is not reported for a whole pair', () => {
    expect(findBrokenCharacter('𠮷野家')).toBeNull();
  });
});

describe('HTML', () => {
  test.each(['<br>', '<b>', '</b>', '<a href="x">', '<!-- 注 -->', '&nbsp;', '&amp;', '&#12354;', '&#x3042;'])(
    'is found: %s',
    (html) => {
      expect(findForbiddenText(`市の${html}広場`)).toEqual({ code: 'html-in-cell', values: { value: html } });
    },
  );

  test('is quoted with its first 20 characters', () => {
    expect(findForbiddenText('<a href="https://mihon.example/">')?.values.value).toBe('<a href="https://mih');
  });

  test.each(['10 < 20', '<仮称>広場', 'A&B', 'x<y', 'R&D;', '＜b＞'])('is not %s', (text) => {
    expect(findForbiddenText(text)).toBeNull();
  });
});

test.each([
  '=1',
  '=cmd|calc',
  '+81-3',
  '-1',
  '@a',
  "＝cmd|' /C calc'!A0",
  '＋ＳＵＭ（1）',
  '＝HYPERLINK("//a)b","市")',
  "－'a)b'!A1",
])('%s begins as a formula does', (text) => {
  expect(findFormulaStart(text)?.code).toBe('formula-like');
});

test.each([
  '-',
  '－',
  '',
  'a=1',
  '－1',
  '＝1',
  '＝A1+B1',
  '▲1',
  '(1)',
  '・項目',
  '"広報"',
  '＋α',
  '＝LOVE',
  '＠Home（家）の推進',
  '－SDGs（目標）－',
])('「%s」 begins as no formula does', (text) => {
  expect(findFormulaStart(text)).toBeNull();
});

describe('a platform-dependent character', () => {
  const replaced = (text: string) =>
    findPlatformCharacters(text).map(({ issue }) => `${issue.values.value}→${issue.values.replacement}`);

  test.each([
    ['①', '(1)'],
    ['⑳', '(20)'],
    ['㉑', '(21)'],
    ['㊿', '(50)'],
    ['㊱', '(36)'],
    ['❶', '(1)'],
    ['➀', '(1)'],
    ['➊', '(1)'],
    ['⓵', '(1)'],
    ['⓫', '(11)'],
    ['⑴', '(1)'],
    ['㈱', '(株)'],
    ['㎡', '平方メートル'],
    ['㎞', 'km'],
    ['㌫', 'パーセント'],
    ['㍻', '平成'],
    ['㋿', '令和'],
    ['Ⅲ', 'III'],
    ['ⅳ', 'iv'],
    ['㊤', '上'],
    ['№', 'No'],
    ['℡', 'TEL'],
    ['⅓', '1/3'],
    ['〝', '“'],
    ['⼈', '人'],
    ['ﬁ', 'fi'],
    ['ﾊﾝｶｸ', 'ハンカク'],
    ['ﾊﾟ', 'パ'],
  ])('is reported with its replacement: %s → %s', (given, replacement) => {
    expect(replaced(given)).toEqual([`${given}→${replacement}`]);
  });

  test.each(['2ｰ7', '中町932ｰ7番'])('between digits is a hyphen, not a long vowel: %s', (text) => {
    expect(replaced(text)).toEqual(['ｰ→-']);
  });

  test('of a single system has no replacement', () => {
    expect(replaced(character(0xe000))).toEqual([`${character(0xe000)}→`]);
  });

  test('is reported once for each text, at its first position', () => {
    expect(findPlatformCharacters('甲①乙①丙㈱').map(({ index }) => index)).toEqual([1, 5]);
  });

  test.each(['髙﨑', `葛${VARIATION}城`, '１２３ＡＢＣ', '℃', 'Å', '〜～－ー', '☆○◎', 'm²'])(
    'is none in %s',
    (text) => {
      expect(replaced(text)).toEqual([]);
    },
  );
});

const OBSERVATIONS = 'data/plans/mihon-keikaku/observations.csv';

describe('a sign of a spreadsheet or a person instead of a value', () => {
  test.each([
    ['同上', 'ditto'],
    ['〃', 'ditto'],
    ['#DIV/0!', 'error-cell'],
    ['#REF!', 'error-cell'],
    ['#N/A', 'error-cell'],
    ['#######', 'narrow-column'],
    ['1.23457E+11', 'narrow-column'],
    ['=B2*100', 'formula-for-value'],
    ['＝B2*100', 'formula-for-value'],
    ['＝SUM(B2:B4)', 'formula-for-value'],
    ['＝2*100', 'formula-for-value'],
  ])('%s has the issue %s', (value, code) => {
    expect(findSpreadsheetArtifact(value)?.code).toBe(code);
    expect(validateFixture(appendFixtureLines(OBSERVATIONS, `sns,令和7年度,${value},,,,,,,`))).toMatchObject([
      { code, line: 8, field: '値' },
    ]);
  });

  test.each([
    '-HYPERLINK("https://a.example/","5")',
    '+1+cmd|x',
    '-WEBSERVICE("https://a.example/")',
    '@令和5年度cmd|x令和5年度',
  ])('%s is a formula, although it can be read as a value', (value) => {
    const cell = `"${value.replaceAll('"', '""')}"`;
    expect(validateFixture(appendFixtureLines(OBSERVATIONS, `sns,令和7年度,${cell},,,,,,,`))).toMatchObject([
      { code: 'formula-for-value', line: 8, field: '値' },
    ]);
  });

  test.each(['-5kg（見込み）', '+3.2pt（前年比）', '-1,234t-CO2（R4）', '＋5％SNS（a）', '-12.3', '＋5人', '-', '▲5'])(
    '%s is no formula',
    (value) => {
      expect(isFormulaForValue(value)).toBe(false);
    },
  );

  test.each(['#', '#N/A以外', '1E+5本', 'C##', '=', '＝1', '＝LOVE', 'たくさん', '同上の値', '"緑"の道'])(
    '%s has no such issue',
    (value) => {
      expect(findSpreadsheetArtifact(value)).toBeNull();
    },
  );
});

test.each(['〃', '同上', ''])('the id of an indicator must be repeated, not replaced by 「%s」', (value) => {
  const [problem, ...others] = validateFixture(appendFixtureLines(OBSERVATIONS, `${value},令和8年度,1人,,,,,,,`));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ line: 8, field: '指標ID' });
  expect(problem?.hint).toMatch(/上の行と同じ.*「指標ID」/);
});

describe('a date as a serial number', () => {
  test('is reported in a column of periods', () => {
    const [problem] = validateFixture(appendFixtureLines(OBSERVATIONS, 'sns,45017,1人,,,,,,,'));
    expect(problem).toMatchObject({
      code: 'date-serial',
      message: '「45017」は、Excel の日付の連番（2023年4月1日）のようです。',
    });
    expect(problem?.hint).toContain('「2023年4月1日」');
  });

  test('is reported in a column of dates, with the correct form', () => {
    const [problem] = validateFixture(editFixtureFile('data/sources.csv', ',2023-04-01,', ',45017,'));
    expect(problem).toMatchObject({ code: 'date-serial', field: '発行日' });
    expect(problem?.hint).toContain('「2023-04-01」');
  });

  test.each(['12345', '4501', '450170'])('is not %s', (value) => {
    const [problem] = validateFixture(appendFixtureLines(OBSERVATIONS, `sns,${value},1人,,,,,,,`));
    expect(problem?.code).not.toBe('date-serial');
  });
});
