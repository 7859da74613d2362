import { describe, expect, test } from 'vitest';
import { composeSentences } from '../../../../src/diagnostics/diagnostic.ts';
import {
  bandScales,
  indicatorStates,
  preferredDirections,
  itemKinds,
  targetKinds,
} from '../../../../src/model/value-lists.ts';
import * as cell from '../../../../src/tables/cells/cell-types.ts';
import { readAs, readSuggestion } from '../../../support/read-cell.ts';

describe('values, targets and times', () => {
  test('are read with what was typed beside them', () => {
    expect([
      readAs(cell.quantityNotation(), '5,587人'),
      readAs(cell.targetNotation(), '80%以上'),
      readAs(cell.periodNotation(), '令和4年度'),
    ]).toMatchObject([
      { text: '5,587人', value: 5587 },
      { text: '80%以上', value: 80, comparator: '>=' },
      { text: '令和4年度', start: '2022-04-01', end: '2023-03-31' },
    ]);
  });

  test.each(['110（見込）', '見込み 110人', '110人（予定）', '110（令和6年度予測）'])(
    'are no results as estimates: %s',
    (text) => {
      expect([readAs(cell.quantityNotation('result'), text), readAs(cell.quantityNotation(), text)]).toMatchObject([
        { text, value: null },
        { text, value: 110 },
      ]);
    },
  );

  test.each(['令和7年度（見込）', '令和7年度見込み', '令和7年度（予定）', '目標 令和7年度'])(
    'are not of the time of an estimate or a target if they are results: %s',
    (text) => {
      expect(readAs(cell.periodNotation(), text)).toMatchObject({ text, start: '2025-04-01' });
      expect(readAs(cell.periodNotation('result'), text)).toBe('<not-a-period>');
      expect(readAs(cell.periodNotation('result'), '令和7年度（速報）')).toMatchObject({ start: '2025-04-01' });
    },
  );

  test.each(['110', '推計 110人', '110人（速報）'])('are results: %s', (text) => {
    expect(readAs(cell.quantityNotation('result'), text)).toMatchObject({ value: 110 });
  });

  test.each(['=10人', '=令和4年度', '＋10（＝SUM(A1)）'])('may not be formulas: %s', (text) => {
    for (const type of [cell.quantityNotation(), cell.targetNotation(), cell.periodNotation()])
      expect(readAs(type, text)).toMatch(/^<(?:formula-for-value|not-a-period)>$/);
  });

  test('without days are no period of a plan, but it may be empty', () => {
    expect(['随時', 'そのうち', '', '令和4年度'].map((text) => readAs(cell.datedPeriod(), text))).toMatchObject([
      '<not-a-period>',
      '<not-a-period>',
      { start: null },
      { end: '2023-03-31' },
    ]);
  });

  test('that Excel has rounded to fit its column are refused, and are no ranges', () => {
    expect([
      readAs(cell.quantityNotation(), '5.0E-02'),
      readAs(cell.targetNotation(), '1.2E+05'),
      readAs(cell.quantityNotation(), '5-10'),
    ]).toMatchObject(['<narrow-column>', '<narrow-column>', { value: null }]);
  });

  test('that fit no known form are refused', () => {
    expect([
      readAs(cell.quantityNotation(), 'たくさんあります'),
      readAs(cell.targetNotation(), 'ひみつ？？'),
      readAs(cell.periodNotation(), 'そのうち'),
    ]).toEqual(['<not-a-quantity>', '<not-a-target>', '<not-a-period>']);
  });
});

describe('a cell of any kind', () => {
  const kinds = {
    text: cell.optionalText(),
    texts: cell.textList(),
    slug: cell.requiredSlug(),
    code: cell.requiredCode(),
    quantity: cell.quantityNotation(),
    target: cell.targetNotation(),
    period: cell.periodNotation(),
    webAddress: cell.optionalUrl(),
  };

  test.each(Object.entries(kinds))('with an invisible character is reported: %s', (_kind, type) => {
    expect([readAs(type, '1\u200b'), readAs(type, '1\u0007')]).toEqual(['<unseen-character>', '<unseen-character>']);
  });

  test.each(Object.entries(kinds))('with a damaged character is reported: %s', (_kind, type) => {
    expect(readAs(type, '1\ufffd人')).toBe('<damaged-character>');
  });

  test.each(Object.entries(kinds))('with HTML is reported: %s', (_kind, type) => {
    expect(readAs(type, '80%<br>以上')).toBe('<html-in-cell>');
  });
});

describe('text', () => {
  test('has no full-width or half-width spaces around it', () => {
    expect(readAs(cell.optionalText(), ' 　広報 　')).toBe('広報');
  });

  test('that a spreadsheet takes for a formula is refused, also behind a space', () => {
    expect(['-5', ' =SUM(A1)', '－5'].map((text) => readAs(cell.optionalText(), text))).toEqual([
      '<formula-like>',
      '<formula-like>',
      '－5',
    ]);
  });

  test('of a value before or after a change may have the sign of a number, but be no formula', () => {
    const read = (text: string) => readAs(cell.optionalValueText(), text);
    expect(['-3ポイント以上', '-5%', '110人', ''].map(read)).toEqual(['-3ポイント以上', '-5%', '110人', '']);
    for (const text of ['-1+cmd|calc', '=1+1', '+1+1', '-1+1', '-mihon', '@a', '#REF!', '〃'])
      expect(read(text)).toMatch(/^</);
  });

  test.each(['〃', '"', '同上', '#REF!'])('that says nothing without another cell is refused: %s', (text) => {
    for (const type of [cell.optionalText(), cell.textList()])
      expect(readAs(type, text)).toMatch(/^<(?:ditto|error-cell)>$/);
  });

  test('may be empty, but words may not', () => {
    expect([readAs(cell.optionalText(), ' '), readAs(cell.requiredText(), ' ')]).toEqual(['', '<empty-cell>']);
    expect([readAs(cell.requiredTextList(), '; ;'), readAs(cell.slugList(), 'a; ;b')]).toEqual([
      '<empty-cell>',
      ['a', 'b'],
    ]);
  });
});

describe('a word of a list', () => {
  const kind = cell.requiredChoice(itemKinds.words);

  test.each(['施策', 'measure', ' 施策 '])('may be typed in Japanese or English: %s', (text) => {
    expect(readAs(kind, text)).toBe('measure');
  });

  test.each([
    ['取り組み', 'action', kind],
    ['取組み', 'action', kind],
    ['減らす', 'decrease', cell.optionalChoice(preferredDirections.words)],
    ['進み具合', 'pace', cell.requiredChoice(bandScales.words)],
  ])('may be typed in another spelling: %s for %s', (text, value, type) => {
    expect(readAs(type, text)).toBe(value);
  });

  test.each([
    ['事務事業', '事業', kind],
    ['上昇', '増加', cell.optionalChoice(preferredDirections.words)],
    ['中間目標', '中間', cell.choiceWithDefault(targetKinds.words, 'final')],
    ['廃止', '終了', cell.choiceWithDefault(indicatorStates.words, 'continuing')],
    ['上昇', '', kind],
  ])('that is an everyday word is refused with the word that it probably means: %s, %j', (text, near, type) => {
    expect([readAs(type, text), readSuggestion(type, text)]).toEqual(['<bad-choice>', near]);
  });

  test.each([
    ['－', cell.optionalChoice(preferredDirections.words), true],
    ['減少・増加', cell.optionalChoice(preferredDirections.words), true],
    ['－', kind, false],
    ['－', cell.choiceWithDefault(targetKinds.words, 'final'), false],
  ])(
    'is refused with the advice to leave the cell empty if that says that none is known: %s',
    (text, type, isAdvised) => {
      const read = type(text);
      const { hint } = 'issue' in read ? composeSentences(read.issue) : { hint: '' };
      expect(hint.endsWith('空にします。')).toBe(isAdvised);
    },
  );

  test('of another list is refused', () => {
    expect(readAs(kind, '増加')).toBe('<bad-choice>');
  });

  test('may not be empty unless the cell allows it', () => {
    expect([
      readAs(kind, ''),
      readAs(cell.optionalChoice(preferredDirections.words), ''),
      readAs(cell.choiceWithDefault(preferredDirections.words, 'maintain'), ''),
    ]).toEqual(['<empty-cell>', null, 'maintain']);
  });
});

test.each([
  ['https://mihon.example/a?b=1#c', 'https://mihon.example/a?b=1#c'],
  ['', ''],
  ['www.mihon.example', '<bad-web-address>'],
  ['javascript:alert(1)', '<bad-web-address>'],
  ['https://mihon.example/ 町', '<bad-web-address>'],
  ['https://', '<bad-web-address>'],
  ['https://city.example@evil.example/', '<bad-web-address>'],
  ['javascript:alert(1)//https://mihon.example/', '<bad-web-address>'],
  ['https://mihon.example/"a', '<bad-web-address>'],
  ['https://[mihon/', '<bad-web-address>'],
  ['https://mihon.example/@a', 'https://mihon.example/@a'],
])('a URL: %s → %s', (text, value) => {
  expect(readAs(cell.optionalUrl(), text)).toBe(value);
});

test.each([cell.textList(), cell.requiredTextList()])('each of several texts may not be a formula', (type) => {
  expect(readAs(type, '窓口;=1+1')).toBe('<formula-like>');
});

describe('goals', () => {
  test('are numbers from 1 to 17', () => {
    expect(readAs(cell.sdgList(), '1;17')).toEqual([1, 17]);
    expect(readAs(cell.sdgList(), '11.0')).toEqual([11]);
  });

  test('may be typed in full width', () => {
    expect(readAs(cell.sdgList(), '１；１７')).toEqual([1, 17]);
    expect(readAs(cell.optionalFlag(), '１')).toBe(true);
    expect(readAs(cell.optionalInteger(), '７４，３２６')).toBe(74326);
    expect(readAs(cell.requiredDate(), '２０２６－１１－２０')).toBe('2026-11-20');
  });

  test.each(['0', '18', '目標1', '１８', '1.5'])('are not %s', (text) => {
    expect(readAs(cell.sdgList(), text)).toBe('<bad-sdg>');
  });
});

describe('a day', () => {
  test.each(['2026-11-20', '2026/11/20', ' 2026/11/20 '])('is read as typed or as Excel saves it: %s', (text) => {
    expect(readAs(cell.requiredDate(), text)).toBe('2026-11-20');
  });

  test('may lack leading zeros', () => {
    expect(readAs(cell.requiredDate(), '2026/4/1')).toBe('2026-04-01');
  });

  test.each([
    ['2026-02-29', '<impossible-date>'],
    ['0000-01-01', '<impossible-date>'],
    ['2200-01-01', '<impossible-date>'],
    ['2026/13/1', '<impossible-date>'],
    ['令和8年2月30日', '<impossible-date>'],
    ['令和8年11月20日', '<bad-date>'],
    ['2026-11/20', '<bad-date>'],
    ['20261120', '<bad-date>'],
    ['※2026-11-20', '<bad-date>'],
    ['2026-11-201', '<bad-date>'],
    ['', '<empty-cell>'],
  ])('is not %s (%s)', (text, flaw) => {
    expect(readAs(cell.requiredDate(), text)).toBe(flaw);
  });

  test.each([
    [cell.optionalDate(), true],
    [cell.requiredDate(), false],
  ])('of a month has advice to leave it empty if it may be', (type, isAdvised) => {
    const read = type('令和8年11月');
    const { hint } = 'issue' in read ? composeSentences(read.issue) : { hint: '' };
    expect([hint.startsWith('2026-11-20'), hint.endsWith('空にします。')]).toEqual([true, isAdvised]);
  });

  test.each([
    ['令和8年11月20日', '2026-11-20'],
    ['R8.4.1', '2026-04-01'],
    ['令和8年11月', ''],
    ['そのうち', ''],
  ])('is suggested for %s if it is one day (%s)', (text, near) => {
    expect(readSuggestion(cell.requiredDate(), text)).toBe(near);
  });
});

describe('numbers', () => {
  test.each([
    ['74326', 74326],
    ['74,326', 74326],
    ['0', 0],
    ['812.0', 812],
    ['', null],
    ['7,4326', '<bad-whole>'],
    ['約7万', '<bad-whole>'],
    ['7.43E+04', '<narrow-column>'],
    ['#REF!', '<error-cell>'],
    ['-1', '<bad-whole>'],
    ['2,147,483,647', 2_147_483_647],
    ['2,147,483,648', '<out-of-range>'],
    ['999999999999999', '<out-of-range>'],
    ['1000000000000000', '<bad-whole>'],
    ['1,000,000,000,000,000', '<bad-whole>'],
    ['1.5', '<bad-whole>'],
  ])('that are whole: %s → %s', (text, value) => {
    expect(readAs(cell.optionalInteger(), text)).toBe(value);
  });

  test.each([
    ['35.82', 35.82],
    ['35.05', 35.05],
    ['20', 20],
    ['46', 46],
    ['', null],
    ['19.99', '<out-of-range>'],
    ['46.1', '<out-of-range>'],
    ['北緯35度', '<bad-decimal>'],
    ['35,82', '<bad-decimal>'],
  ])('between two limits: %s → %s', (text, value) => {
    expect(readAs(cell.optionalDecimal(20, 46, '35.82'), text)).toBe(value);
  });

  test.each([
    ['80', 80],
    ['▲10', -10],
    ['80％', 80],
    ['', null],
    ['80人', '<bad-decimal>'],
    ['約80', '<bad-decimal>'],
    ['80（R4年度）', '<bad-decimal>'],
    ['80（うち市民20）', '<bad-decimal>'],
    ['－', '<bad-decimal>'],
  ])('that limit a band: %s → %s', (text, value) => {
    expect(readAs(cell.optionalLimit(), text)).toBe(value);
  });

  test.each([
    ['1', 1],
    ['1,000', 1000],
    ['', null],
    ['0', '<bad-whole>'],
    ['01', '<bad-whole>'],
  ])('of a number in an order: %s → %s', (text, value) => {
    expect(readAs(cell.optionalPosition(), text)).toBe(value);
  });
});

test.each([
  ['1', true],
  ['', false],
  ['○', '<bad-flag>'],
  ['①', '<bad-flag>'],
  ['true', '<bad-flag>'],
  ['0', '<bad-flag>'],
])('a mark is 1 or nothing: %s → %s', (text, value) => {
  expect(readAs(cell.optionalFlag(), text)).toBe(value);
});

test.each([
  ['a period', cell.periodNotation(), '2,025', '2025'],
  ['the time of a result', cell.periodNotation('result'), '2,025', '2025'],
])('%s is a year without the comma that a spreadsheet displays', (_what, type, text, period) => {
  expect(type(text)).toMatchObject({ value: { text: period }, warnings: [{ code: 'year-or-fiscal-year' }] });
});

test('the number of a day is found behind the comma that a spreadsheet displays', () => {
  expect(readAs(cell.periodNotation(), '45,383')).toBe('<date-serial>');
  expect(readAs(cell.requiredDate(), '45,383')).toBe('<date-serial>');
});

test.each(['人', 'm2', '10a当たりkg', '人/100人'])('%s is a unit', (text) => {
  expect(readAs(cell.optionalUnit(), text)).toBe(text);
});

test.each(['5', '1,234', '８０'])('%s is no unit, but a number', (text) => {
  expect(readAs(cell.optionalUnit(), text)).toBe('<number-as-unit>');
});

test('a full-width number is quoted as typed', () => {
  expect(cell.optionalDate()('２０２６年ごろ')).toMatchObject({ issue: { values: { value: '２０２６年ごろ' } } });
});
