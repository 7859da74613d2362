import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { judgeReadability, readabilityRules } from '../../../src/readability/judge-readability.ts';
import type { VerdictCode } from '../../../src/readability/readability-rule.ts';
import { changeWorkbook, createWorkbook, createSheet } from '../../support/create-workbook.ts';

const alone = () => null;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Returns the ids of the rules with a verdict for a file without a description. */
function rulesOf(verdict: VerdictCode, bytes: Uint8Array): string[] {
  const judged = judgeReadability(bytes, alone);
  return judged.filter((one) => one.verdict === verdict).map(({ rule }) => rule.id);
}

/** Returns the judgement of a CSV by a rule. */
const judge = (id: string, text: string) => judgeReadability(bytesOf(text), alone).find(({ rule }) => rule.id === id);

const failedIn = (text: string) => rulesOf('failed', bytesOf(text));

describe('the thirty rules', () => {
  test('are all applied to any file, in their order', () => {
    const judged = judgeReadability(bytesOf('ID,件数\n1,2\n'), alone);
    expect([judged.length, judged.map(({ rule }) => rule)]).toEqual([30, readabilityRules]);
  });

  test('have titles and whole sentences', () => {
    for (const { title, asks, looks, people } of readabilityRules) {
      expect(title).not.toMatch(/。$/);
      for (const words of [asks, looks, people].filter((one) => one !== '')) expect(words).toMatch(/。$/);
    }
    expect(new Set(readabilityRules.map(({ title }) => title)).size).toBe(readabilityRules.length);
  });

  test('state what a person must judge if the program does not judge alone', () => {
    expect(
      readabilityRules.filter(({ judge: by, people }) => (by === 'machine') !== (people === '')).map(({ id }) => id),
    ).toEqual([]);
  });
});

describe('a file that is not a table', () => {
  test.each([
    ['a PDF', bytesOf('%PDF-1.7\n')],
    ['empty', bytesOf('')],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2])],
    ['a broken Excel file', bytesOf('PK\u0003\u0004 and no more')],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0x00])],
  ])('such as %s breaks the first rule, and a person must judge the others', (_what, bytes) => {
    expect([rulesOf('failed', bytes), rulesOf('person', bytes).length]).toEqual([['L1-01'], 29]);
  });

  test.each([
    ['XML', bytesOf('<?xml version="1.0"?><表/>')],
    ['JSON', bytesOf('[{"件数": 1}]')],
    ['separated by tabs', bytesOf('ID\t件数\n1\t2\n')],
    ['OpenDocument', bytesOf('PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
  ])('is for a person if the first rule may allow its form: %s', (_what, bytes) => {
    expect([rulesOf('failed', bytes), rulesOf('person', bytes).length]).toEqual([[], 30]);
  });
});

test('judges a workbook with a link to an address that is not a URL like one without', () => {
  const plain = createSheet(['ID', '件数'], ['1', 2]);
  const linked = changeWorkbook(
    plain,
    'xl/worksheets/_rels/sheet1.xml.rels',
    () => '<Relationships><Relationship Id="rId1" Type="http://x/hyperlink" Target="http://a b/"/></Relationships>',
  );
  expect(judgeReadability(linked, alone)).toEqual(judgeReadability(plain, alone));
});

test('judges CP932 and UTF-8 alike', () => {
  const text = 'ID,名称,件数（件）\r\n1,①広場,2\r\n2,公園,3人\r\n3,川,4\r\n';
  const judge = (bytes: Uint8Array) =>
    judgeReadability(bytes, alone).map(({ verdict, violations }) => ({ verdict, violations }));
  const [first, ...utf8] = judge(bytesOf(text));
  const [other, ...cp932] = judge(iconv.encode(text, 'cp932'));
  expect([first?.verdict, other?.verdict]).toEqual(['passed', 'passed']);
  expect(cp932.filter((_, at) => readabilityRules[at + 1]?.id !== 'L3-08')).toEqual(
    utf8.filter((_, at) => readabilityRules[at + 1]?.id !== 'L3-08'),
  );
});

describe('rules of the other format', () => {
  test('pass in a CSV, with a reason', () => {
    const judged = judgeReadability(bytesOf('ID,件数\n1,2\n'), alone);
    const other = judged.filter(({ applies }) => !applies);
    expect(other.map(({ rule, verdict }) => [rule.id, verdict])).toEqual(
      ['L1-10', 'L1-11', 'L1-12', 'L1-13', 'L2-06'].map((id) => [id, 'passed']),
    );
    expect(new Set(other.map(({ reason }) => reason))).toEqual(new Set(['CSV のファイルには、あてはまりません。']));
  });

  test('pass in an Excel file', () => {
    const judged = judgeReadability(createSheet(['ID', '件数'], [1, 2]), alone);
    expect(judged.filter(({ applies }) => !applies).map(({ rule }) => rule.id)).toEqual(['L1-14', 'L1-15']);
  });
});

describe('one value a cell', () => {
  test.each([
    ['企画課；人事課', ['L1-07']],
    ['企画課｜人事課', ['L1-07']],
    ['企画課、人事課', ['L1-07']],
    ['企画課、広報', []],
    ['会議を開きます。記録は公開; 詳しくは市まで。', []],
    ['Why? 企画課;人事課', []],
    ['企画課; ', ['L1-06']],
    ['2024/04/01', []],
    ['https://example.org/a;b', []],
  ])('judges 「%s」 among 企画課 and 人事課', (value, broken) => {
    expect(failedIn(`ID,担当\n1,企画課\n2,人事課\n3,${value}\n`)).toEqual(broken);
  });

  test.each([
    ['prices', '利用料', ['"1,000円（税込）"', '"2,000円（税込）"', '"1,500円（税込）"', '"2,500円（税込）"']],
    ['days', '休み', ['12/29～1/3', '12/28～1/3', '12/28～1/4', '12/29～1/4']],
    ['full-width days', '休み', ['１２／２９', '１２／２８', '１／２９', '１／２８']],
    ['times', '時刻', ['2021/1/29 00:33', '2021/1/30 00:33', '2021/2/29 00:33', '2021/2/30 00:33']],
  ])('does not divide %s at signs between digits', (_what, heading, values) => {
    const judged = judgeReadability(
      bytesOf(`施設,${heading}\n${values.map((value) => `あ,${value}\n`).join('')}`),
      alone,
    );
    expect(judged.find(({ rule }) => rule.id === 'L1-07')?.violations).toEqual([]);
  });

  test.each([
    // The standard datasets ask for the semicolons of this column.
    ['a standard list', '診療科目', '内科;外科;小児科\n内科;眼科\n'],
    ['lists of values that occur only in lists', '関係部署', '"総務課, 企画課, 財政課"\n"福祉課, 税務課"\n'],
    ['two figures', '売上（費用）', '391445（355943）\n69565（63683）\n'],
  ])('asks a person about %s', (_what, heading, rows) => {
    const table = bytesOf(`${heading}\n${rows}`);
    expect([rulesOf('failed', table), rulesOf('person', table).includes('L1-07')]).toEqual([[], true]);
  });

  test('asks a person about names of industries, which the official classification joins', () => {
    const table = bytesOf('番号,産業\nA,農業，林業\n01,農業\n02,林業\n');
    expect([rulesOf('failed', table), rulesOf('person', table).includes('L1-07')]).toEqual([[], true]);
  });
});

test('a column that the comma of a number makes lacks no heading', () => {
  expect(failedIn('年,人口（人）,備考\n2020,1,234,あ\n2021,980,い\n')).toEqual(['L1-15']);
  expect(failedIn('年,備考\n2020,あ,本町\n2021,い\n')).toEqual(['L1-05', 'L1-15']);
});

test('reports only what is certain about a row that is too long', () => {
  const adviceFor = (text: string) =>
    judgeReadability(bytesOf(text), alone).find(({ rule }) => rule.id === 'L1-15')?.violations[0]?.instead ?? '';
  expect(adviceFor('ID,名称,人口\n1,北,1,234\n')).toMatch(/^"1,234" のように/);
  expect(adviceFor('ID,名称\n1,北,本町\n2,南,西町\n')).toMatch(/^見出しがなければ書き足し/);
});

test('says how a file could be read', () => {
  expect(judge('L1-01', 'ID,件数\n1,2\n')?.reason).toBe('CSV として読めました。文字コードは UTF-8 です。');
});

test('reports an empty column inside a table at its heading', () => {
  expect(judge('L1-03', 'ID,,件数\n1,,2\n')?.violations).toMatchObject([{ line: 1, column: 4 }]);
});

test.each([
  ['has an empty cell', '1,5\n2,\n3,6\n', 'person'],
  ['has none', '1,5\n2,0\n3,6\n', 'passed'],
])('asks whether an empty cell is 0 if a column of numbers %s', (_what, rows, verdict) => {
  expect(judge('L1-09', `ID,件数\n${rows}`)?.verdict).toBe(verdict);
});

test('reports a row with an unpaired quote as such alone, although it has fewer cells', () => {
  expect(failedIn('ID,名称,件数\n1,"北,2')).toEqual(['L1-15']);
});

describe('numbers are numbers', () => {
  const column = (...values: readonly string[]) =>
    `ID,数（人）\n${values.map((value, at) => `a${at},${value}\n`).join('')}`;

  test.each([
    ['plain', ['1', '2.5', '-3'], []],
    ['with an empty cell', ['1', '', '3'], []],
    ['with a unit', ['1', '2', '3人'], ['L2-01']],
    ['all with units', ['1人', '2人', '3人'], ['L2-01']],
    ['with separators', ['1', '2', '"3,000"'], ['L2-01']],
    ['in full width', ['1', '2', '３'], ['L2-01']],
    ['below zero as ▲', ['1', '2', '▲3'], ['L2-01']],
    ['of money', ['¥1', '¥2', '3'], ['L2-01']],
    ['below zero with another minus', ['1', '−2', 'ー3'], ['L2-01']],
    ['divided by spaces', ['150 000', '50 000', '▲50 000'], ['L2-01']],
    ['with words', ['1', '2', '集計中'], ['L2-01']],
    ['with a mark, which is another rule’s', ['1', '2', '-'], []],
    ['that are times', ['10月', '11月', '12月'], []],
    ['that are sizes of flats', ['2LDK', '3DK', '1K'], []],
    ['that are limits of an age', ['3歳から', '5歳まで', '6歳から'], []],
  ])('%s', (_what, values, broken) => {
    expect(failedIn(column(...values))).toEqual(broken);
  });

  test.each([
    ['番号', []],
    ['番号札の数', ['L2-01']],
  ])('unless they number the rows: %s', (heading, broken) => {
    expect(failedIn(`ID,${heading}\na,1枚\nb,2枚\nc,3枚\n`)).toEqual(broken);
  });

  test('and may be repeated as they are printed', () => {
    expect(failedIn('値（人）,表記\n5587,"5,587人"\n12000,1.2万人\n-3,▲3人\n')).toEqual([]);
  });

  test('and are no copy of an empty cell', () => {
    expect(judge('L2-01', '数（人）,備考\n1,\n2,あ\n0人,\n')?.violations).toMatchObject([{ line: 4, value: '0人' }]);
  });

  test('in an Excel file, a number as a text is not a number', () => {
    const bytes = createSheet(['ID', '数（人）'], ['a', 1], ['b', 2], ['c', '3']);
    expect(rulesOf('failed', bytes)).toEqual(['L2-01']);
  });

  test('in an Excel file, a person must look at a unit from a number format', () => {
    const bytes = createSheet(
      ['ID', '数（人）'],
      ['a', { number: 1, format: '0"人"' }],
      ['b', { number: 2, format: '0"人"' }],
    );
    expect([rulesOf('failed', bytes), rulesOf('person', bytes).includes('L1-11')]).toEqual([[], true]);
  });
});

describe('long form', () => {
  test.each([
    ['2023年度,2024年度', ['L3-09']],
    ['令和5年度の件数,令和6年度の件数', ['L3-05', 'L3-09']],
    ['令和５年の件数,令和６年の件数', ['L3-05', 'L3-09']],
    ['R4実績,Ｒ５実績', ['L3-05', 'L3-09']],
    ['現状値（R4）,目標値（R9）', ['L3-05']],
    ['様式（S1）,様式（S2）', []],
    ['4月,5月,6月', ['L3-09']],
    ['2024年度の件数,2024年度の費用', []],
    ['開始年,終了年', []],
  ])('judges %s', (headings, broken) => {
    const cells = headings.split(',').map(() => 'あ');
    expect(failedIn(`名称,${headings}\nい,${cells.join(',')}\n`)).toEqual(broken);
  });
});

test('whether R6 in the only heading of its kind is a year is for a person', () => {
  const judge = (headings: string) => bytesOf(`名称,${headings}\nい,あ,あ\n`);
  expect(failedIn('名称,実績（R6）,備考\nい,あ,あ\n')).toEqual([]);
  expect(rulesOf('person', judge('実績（R6）,備考'))).toContain('L3-05');
  expect(failedIn('名称,実績（R6）,実績（R7）\nい,あ,あ\n')).toContain('L3-05');
});

test('columns that differ in a number are for a person', () => {
  expect(failedIn('名称,担当1,担当2,担当3\nい,あ,あ,あ\n')).toEqual([]);
  expect(rulesOf('person', bytesOf('名称,担当1,担当2,担当3\nい,あ,あ,あ\n'))).toContain('L3-09');
});

test.each([
  ['利用', true],
  ['施設コード', false],
  // LinkData numbers the rows below this heading.
  ['#property', false],
])('a number below the heading %s lacks a unit: %s', (heading, isMissing) => {
  const judged = judgeReadability(bytesOf(`${heading},名称\n1,あ\n2,い\n`), alone);
  const wrong = `数の列「${heading}」の単位がわかりません。`;
  expect(judged.some(({ violations }) => violations.some((one) => one.wrong === wrong))).toBe(isMissing);
});

describe('Western years', () => {
  test.each([
    ['令和6年度', '', ['L3-05']],
    ['R6.4.1', '', ['L3-05']],
    ['令和6年度', '2024-04-01', []],
    ['2024年度（令和6年度）', '', []],
    ['2024年度', '', []],
  ])('judges %s beside 「%s」', (time, beside, broken) => {
    expect(failedIn(`名称,時点,日\nあ,${time},${beside}\n`)).toEqual(broken);
  });

  test('are not asked for in names, which begin as they were given', () => {
    const rows = '令和2年度 部の運営方針,あ\n令和2年度 部の運営方針,い\n';
    expect(failedIn(`計画名,名称\n${rows}`)).toEqual([]);
    expect(failedIn(`年度名,名称\n${rows}`)).toEqual(['L3-05']);
  });
});

describe('labels in only the first row of their group', () => {
  test('are omitted values', () => {
    expect(failedIn('地区,施設\n北,あ\n,い\n,う\n南,え\n')).toEqual(['L2-02']);
    expect(failedIn('施策番号,取組\n1,あ\n,い\n,う\n2,え\n')).toEqual(['L2-02']);
  });

  test('are not numbers that count the rows', () => {
    expect(failedIn('番号,施設\n1,あ\n2,い\n,う\n4,え\n,お\n')).toEqual([]);
  });

  test.each(['北,あ\n,い\n,う\n北,え', ',あ\n,い\n北,う\n南,え'])(
    'are none if the column only has gaps: %j',
    (rows) => {
      expect(failedIn(`旧名,施設\n${rows}\n`)).toEqual([]);
    },
  );
});

test('a mark instead of the heading beside it is not a heading', () => {
  expect(failedIn('名称,〃\nあ,い\n')).toEqual(['L2-03']);
});

test('reports a heading in merged cells as merged, not as missing', () => {
  const rows = [
    ['名称', '来た人（人）', null, '住所'],
    ['図書館', 1, 2, '本町'],
  ];
  const merged = rulesOf('failed', createWorkbook([{ rows, merged: ['B1:C1'] }]));
  expect(merged).toEqual(['L1-12']);
  expect(rulesOf('failed', createSheet(...rows))).toEqual(['L1-05']);
});

test.each(['POIコード,名称\n1503a,あ\n1503b,い\n', '電話,名称\n0761733940,あ\n0761733941,い\n0761-73-3942,う\n'])(
  'takes no letter or hyphen of a code for a unit: %j',
  (text) => {
    const judged = judgeReadability(bytesOf(text), alone);
    expect(judged.find(({ rule }) => rule.id === 'L2-01')?.violations).toEqual([]);
  },
);

test('lets codes be texts in an Excel file', () => {
  const [code, count] = ['団体コード', '件数（件）'].map((heading) =>
    rulesOf('failed', createSheet(['名称', heading], ['北', '131016'], ['南', 131024])),
  );
  expect([code, count]).toEqual([[], ['L2-01']]);
});

test.each([
  ['No.,名称\n①,図書館\n②,公園\n', []],
  ['番号,名称\n１,図書館\n２,公園\n', []],
  [
    '件数（件）,名称\n12①,図書館\n1,公園\n2,川\n',
    ['「12」と書いてください。「①」は、見出しか、単位や注の列に書きます。'],
  ],
  [
    '予算（千円）,千葉の人（人）,名称\n5千円,2千人,北\n1.2億円,3,南\n6,4,西\n7,5,東\n',
    [
      '「5」と書いてください。「千円」は、見出しか、単位や注の列に書きます。',
      '見出しの単位でいくつかを確かめて、数だけを書いてください。',
      '見出しの単位でいくつかを確かめて、数だけを書いてください。',
    ],
  ],
  [
    '増減（人）,名称\n¥-30,図書館\n約▲3人,公園\n−4,川\n1.2万人,丘\n▲ 5 人,池\n6,山\n7,谷\n',
    [
      '「-30」と書いてください。「¥」は、見出しか、単位や注の列に書きます。',
      '「-3」と書いてください。「約」と「人」は、見出しか、単位や注の列に書きます。',
      '「-4」と書いてください。',
      '「12000」と書いてください。「人」は、見出しか、単位や注の列に書きます。',
      '「-5」と書いてください。「人」は、見出しか、単位や注の列に書きます。',
    ],
  ],
])('reads ① as no number and no number in a column that numbers the rows: %j', (text, expected) => {
  const judged = judgeReadability(bytesOf(text), alone);
  const { violations = [] } = judged.find(({ rule }) => rule.id === 'L2-01') ?? {};
  expect(violations.map(({ instead }) => instead)).toEqual(expected);
});

test('white space alone in a cell is to be removed', () => {
  const judged = judgeReadability(bytesOf('施設名,備考\n図書館,\u3000\n体育館,  \n公民館,なし\n'), alone);
  const violations = judged.find(({ rule }) => rule.id === 'L1-06')?.violations ?? [];
  expect(violations.map(({ instead }) => instead)).toEqual(['空にしてください。', '空にしてください。']);
});
