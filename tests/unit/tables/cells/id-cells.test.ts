import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { composeSentences } from '../../../../src/diagnostics/diagnostic.ts';
import { CODE_PATTERN, PAGE_IDS } from '../../../../src/model/identifiers.ts';
import * as cell from '../../../../src/tables/cells/cell-types.ts';
import { siteTables } from '../../../../src/tables/source-tables.ts';
import { zonesTable } from '../../../../src/tables/zones.ts';
import {
  appendFixtureLines,
  editFixtureFile,
  validateFixture,
  formatFixtureDiagnostics,
} from '../../../support/fixture-site.ts';
import { readAs, readSuggestion } from '../../../support/read-cell.ts';

test.each([
  ['Bosai_1', 'bosai-1'],
  ['ｒｅａｄｅｒｓ', 'readers'],
  ['mihon keikaku', 'mihon-keikaku'],
  ['-a-', 'a'],
  ['a,b', ''],
  ['広報', ''],
  ['A'.repeat(65), ''],
])('the id %s is corrected to 「%s」', (text, id) => {
  expect(readSuggestion(cell.requiredSlug(), text)).toBe(id);
});

test.each([
  ['mihon/Bosai_1', '<bad-slug>', 'bosai-1'],
  ['Mar-1', '<bad-slug>', 'mar-1'],
  ['3月1日', '<code-became-date>', '3-1'],
])('the id %s is %s, with the advice %s', (text, flaw, near) => {
  expect([readAs(cell.requiredSlug(), text), readSuggestion(cell.requiredSlug(), text)]).toEqual([flaw, near]);
});

test('a code is no anchor that the page of a plan has itself', () => {
  expect(PAGE_IDS.map((id) => readAs(cell.requiredCode(), id))).toEqual(PAGE_IDS.map(() => '<bad-code>'));
  expect(PAGE_IDS).toContain('contents');
  expect(readAs(cell.requiredCode(), 'files_1')).toBe('files_1');
  const names = PAGE_IDS.filter((id) => CODE_PATTERN.test(id)).map((id) => `\`${id}\``);
  expect(readFileSync('data/README.md', 'utf8')).toContain(`項目のコード（${names.join('、')}）`);
});

test('the id of a zone, term, theme or municipality is no anchor that pages have themselves', () => {
  const ids = ['main', 'row-2', 'hatch-values', 'main-street', 'files'];
  expect(ids.map((id) => readAs(cell.anchorSlug(), id))).toEqual([
    ...Array<string>(3).fill('<bad-slug>'),
    'main-street',
    'files',
  ]);
  const columns = [
    zonesTable.columns.地域ID,
    siteTables.terms.columns.用語ID,
    siteTables.themes.columns.テーマID,
    siteTables.municipalities.columns.市区町村ID,
  ];
  expect(columns.map((column) => readAs(column.cell, 'main'))).toEqual(Array<string>(4).fill('<bad-slug>'));
});

test.each([
  ['1-1', '1_1'],
  ['1.10', '1_10'],
  ['33‐1', '33_1'],
  ['１－１', '1_1'],
  ['1 1', '1_1'],
  ['A1', 'a1'],
  ['3/1/2', '3_1_2'],
  ['3月1日', '3_1'],
  ['33月01日', '33_1'],
  ['1-Mar', '3_1'],
  ['Jan-33', '1_33'],
  ['1-2-Mar', '1_2_mar'],
  ['x-May', 'x_may'],
  ['Mar-', 'mar'],
  ['2026/3/1', ''],
  ['2026-03-01', ''],
  ['第3章', ''],
  ['(1)', ''],
])('the code %s is corrected to 「%s」', (text, code) => {
  expect(readSuggestion(cell.requiredCode(), text)).toBe(code);
});

const PLAN = 'data/plans/mihon-keikaku';

test.each(['1-1', '1.1', '1月1日'])('the code %s is reported once, with a correction', (code) => {
  const files = editFixtureFile(`${PLAN}/tree.csv`, '\n1_1,1,', `\n${code},1,`);
  const problems = validateFixture(files);
  expect(problems).toMatchObject([{ file: `${PLAN}/tree.csv`, field: 'コード' }]);
  expect(problems[0]?.hint).toContain('「1_1」ではありませんか。');
});

test.each([
  ['1.1', true],
  ['1.10', false],
  ['1-1', false],
])('the code %s may have lost a 0 at its end: %s', (code, isDoubtful) => {
  const [problem] = validateFixture(editFixtureFile(`${PLAN}/tree.csv`, '\n1_1,1,', `\n${code},1,`));
  expect(problem?.hint.includes('Excel は 1.10 を 1.1 に変える')).toBe(isDoubtful);
});

test('an impossible id is reported once, not at each mention of what it may be', () => {
  const files = editFixtureFile('data/themes.csv', '\npublicity,広報', '\npublicité,広報');
  expect(formatFixtureDiagnostics(files)).toHaveLength(1);
});

test('an id in full width is reported once, at its location', () => {
  expect(formatFixtureDiagnostics(editFixtureFile('data/themes.csv', '\ndigital,', '\nｄｉｇｉｔａｌ,'))).toEqual([
    'bad-slug 2:1 テーマID',
  ]);
});

describe('a slug', () => {
  test.each([
    'Mihon',
    'mihon_keikaku',
    '見本',
    'mihon keikaku',
    'ｍｉｈｏｎ',
    '-a',
    'a'.repeat(65),
    'con',
    'lpt9',
    'CON',
  ])('is not %s', (text) => {
    expect(readAs(cell.requiredSlug(), text)).toBe('<bad-slug>');
  });

  test.each([
    ['1月2日', '1-2'],
    ['1/2', '1-2'],
    ['2026/1/2', ''],
  ])('that became a date is reported as a date: %s', (text, near) => {
    const type = cell.requiredSlug();
    expect([readAs(type, text), readSuggestion(type, text)]).toEqual(['<code-became-date>', near]);
  });

  test('may be missing only if the cell allows it', () => {
    expect([readAs(cell.requiredSlug(), ''), readAs(cell.optionalSlug(), ' ')]).toEqual(['<empty-cell>', null]);
  });
});

describe('a code', () => {
  test.each(['1', '33_1_1', '1_o1', 's1', 'com1_1', 'com0'])('is %s', (text) => {
    expect(readAs(cell.requiredCode(), text)).toBe(text);
  });

  test.each(['1月1日', '33月1日', 'Jan-33', '1-Jan', '2026/1/1', '1/1', '2026-01-01'])(
    'that became a date is reported as a date: %s',
    (text) => {
      expect(readAs(cell.requiredCode(), text)).toBe('<code-became-date>');
    },
  );

  test('that is a mistake of a formula is reported as such', () => {
    expect(readAs(cell.requiredCode(), '#REF!')).toBe('<error-cell>');
  });

  test.each(['1.10', '33‐1', '33-1', '1-1-2', '第1章', '1 1', 'A1', 'abc-1', '(1)', 'nul', 'com1'])(
    'of another form is refused: %s',
    (text) => {
      expect(readAs(cell.requiredCode(), text)).toBe('<bad-code>');
    },
  );
});

describe('several values in one cell', () => {
  test('are separated by semicolons of either width, with or without spaces', () => {
    expect(readAs(cell.slugList(), 'a; b；c ;')).toEqual(['a', 'b', 'c']);
  });

  test('may be empty', () => {
    expect(readAs(cell.slugList(), ' ')).toEqual([]);
  });

  test.each([
    ['two alike', 'a;b;a', '<repeated-value>'],
    ['one at fault', 'a;B', '<bad-slug>'],
    ['separated by commas', 'a,b', '<bad-slug>'],
  ])('are refused with %s', (_what, text, flaw) => {
    expect(readAs(cell.slugList(), text)).toBe(flaw);
  });
});

describe('an id of anything', () => {
  test.each(['mihon', 'mihon-keikaku/1_1', 'mihon/north'])('is %s', (text) => {
    expect(readAs(cell.idList(), text)).toEqual([text]);
  });

  test.each(['a/b/c', '/a', 'a/', '見本'])('is not %s', (text) => {
    expect(readAs(cell.idList(), text)).toBe('<bad-slug>');
  });

  test('that is only the code of an item is reported with the way to write it', () => {
    const line = '2026-11-20,1_1,直しました,,,,';
    expect(validateFixture(appendFixtureLines('data/changes.csv', line))).toMatchObject([
      { code: 'bad-slug', hint: expect.stringMatching(/^計画の項目は「計画ID\/コード」/) as string },
    ]);
  });
});

test('the number 0 in an order is reported with the first number', () => {
  const files = editFixtureFile('data/themes.csv', 'デジタル技術の活用,2', 'デジタル技術の活用,0');
  expect(validateFixture(files)).toMatchObject([
    {
      code: 'bad-whole',
      message: '「0」は、ここに書ける整数ではありません。',
      hint: expect.stringContaining('1 から') as string,
    },
  ]);
});

describe('a list with other separators than ;', () => {
  test.each([
    [cell.slugList(), 'publicity、digital', '「publicity;digital」'],
    [cell.slugList(), 'publicity・digital', '「publicity;digital」'],
    [cell.slugList(), '広報・情報発信,デジタル', '「広報・情報発信;デジタル」'],
    [cell.codeList(), '1_1\n1_2', '「1_1;1_2」'],
    [cell.codeList(), '1_1/1_2', '「1_1;1_2」'],
    [cell.idList(), 'mihon/1_1、mihon/1_2', '「mihon/1_1;mihon/1_2」'],
    [cell.idList(), 'mihon/north mihon', '「mihon/north;mihon」'],
  ])('is reported with the list that is meant: %s %s', (read, text, list) => {
    const result = read(text);
    expect('issue' in result && composeSentences(result.issue).hint).toContain(`${list}のように、; で区切って`);
  });

  test.each([
    [cell.requiredSlug(), 'publicity、digital'],
    [cell.slugList(), '広報・情報発信'],
  ])('is not seen in a cell of one id, or in a name: %s %s', (read, text) => {
    const result = read(text);
    expect('issue' in result && composeSentences(result.issue).hint).not.toContain(';');
  });
});

describe('a municipality code', () => {
  test('is six digits with the right check digit', () => {
    expect(cell.requiredMunicipalityCode()('990019')).toEqual({ value: '990019' });
  });

  test('of five digits is read with its leading 0, and a warning', () => {
    for (const text of ['19992', '19992.0', '19,992'])
      expect(cell.requiredMunicipalityCode()(text)).toMatchObject({
        value: '019992',
        warnings: [{ code: 'municipality-code-lost-zero', values: { value: text } }],
      });
  });

  test.each(['990019.0', '990,019'])('may look like a number, as some programs write it: %s', (text) => {
    expect(cell.requiredMunicipalityCode()(text)).toEqual({ value: '990019' });
  });

  test.each([
    ['11224', '「112241」ではありませんか。'],
    ['１１２２３２', '「112232」ではありませんか。'],
    ['110001', '都道府県か、一部事務組合などのコードです。'],
    ['118095', '都道府県か、一部事務組合などのコードです。'],
  ])('is not %s: %s', (text, advice) => {
    const result = cell.requiredMunicipalityCode()(text);
    expect('issue' in result && composeSentences(result.issue).hint).toContain(advice);
  });

  test('is never advised to be that of a prefecture', () => {
    expect(readSuggestion(cell.requiredMunicipalityCode(), '11000')).toBe('');
  });

  test('of five digits may also lack its check digit', () => {
    const result = cell.requiredMunicipalityCode()('11223');
    expect('value' in result && result.warnings?.map((issue) => composeSentences(issue).hint).join('')).toMatch(
      /^011223 と書いてください。.*5けたのコードなら、112232 です。$/,
    );
  });

  test.each([
    ['990018', '<bad-municipality-code>'],
    ['19993', '<bad-municipality-code>'],
    ['９９００１９', '<bad-municipality-code>'],
    ['1.12E+05', '<narrow-column>'],
    ['', '<empty-cell>'],
  ])('is not %s (%s)', (text, flaw) => {
    expect(readAs(cell.requiredMunicipalityCode(), text)).toBe(flaw);
  });
});

test.each([
  ['合計', true],
  ['※令和8年度は集計中', true],
  ['広報', false],
])('a row of totals or notes is to be deleted: %s', (id, isDeleted) => {
  const [found] = validateFixture(appendFixtureLines(`${PLAN}/observations.csv`, `${id},令和8年度,5人,,,,,,,`));
  expect(found?.hint.endsWith('合計や注の行なら、行ごと消します。')).toBe(isDeleted);
});
