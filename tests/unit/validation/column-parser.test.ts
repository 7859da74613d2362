import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createIssue } from '../../../src/diagnostics/diagnostic.ts';
import { sourceTables } from '../../../src/tables/source-tables.ts';
import { optionalColumn, type SourceColumn, type TableSchema } from '../../../src/tables/table-schema.ts';
import { planFileChecks } from '../../../src/validation/checks/plan-file-checks.ts';
import { getColumnParsers, parseCell, acceptPlanIds, findPlanOfFile } from '../../../src/validation/column-parser.ts';
import { validateFile } from '../../../src/validation/validate-file.ts';
import { createMemoryFolder } from '../../support/fixture-site.ts';

const schemas: [string, TableSchema][] = Object.entries(sourceTables).map(([name, { columns }]) => [name, columns]);
const columns = schemas.flatMap(([file, schema]) =>
  Object.entries(schema).map(([heading, column]): [string, string, SourceColumn] => [file, heading, column]),
);

/** Texts as cells have them, and some that none should have. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '33_1',
    'warabi',
    '1;2',
    '97.4%',
    '5,587人',
    '令和4年度',
    'R5',
    '平成33年度',
    '増加',
    '速報',
  ),
  fc.constantFrom(
    '1月1日',
    '=1+1',
    '－',
    'なし',
    '80%以上',
    '2026-11-20',
    '2026/2/30',
    '112232',
    '<br>',
    '\u200b',
    '20%UP',
  ),
  fc.integer({ min: -5, max: 1_000_000 }).map(String),
);

describe.each(columns)('a column of %s, %s,', (_file, heading, column) => {
  test('is read as its type reads it, whatever was read before', () => {
    const read = getColumnParsers(column)(heading);
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 30 }), (texts) => {
        for (const text of [...texts, ...texts]) expect(read(text)).toEqual(parseCell(column, heading, text));
      }),
      { numRuns: 30 },
    );
  });
});

describe('reading a column', () => {
  /** A column that counts how often its cells are really read. */
  function counting() {
    let count = 0;
    const type = (value: string) => {
      count++;
      return { value };
    };
    return { read: getColumnParsers(optionalColumn('a', type))('列'), count: () => count };
  }

  test('reads the same text once', () => {
    const { read, count } = counting();
    const before = count();
    for (let at = 0; at < 1000; at++) read(`text ${at % 3}`);
    expect(count() - before).toBe(3);
  });

  test('never mixes up texts with the same key', () => {
    const { read } = counting();
    const texts = Array.from({ length: 20_000 }, (_, at) => `${'同じはじまりの長い文章'.repeat(3)}${at}`);
    expect([...texts, ...texts].filter((text) => read(text).value !== text)).toEqual([]);
  });

  test('names the column in its diagnostics', () => {
    const type = () => ({ issue: createIssue('empty-cell') });
    expect(getColumnParsers(optionalColumn('a', type))('名称')('x').issues).toEqual([
      createIssue('empty-cell', { field: '名称' }),
    ]);
  });
});

const encoder = new TextEncoder();
const planFiles = {
  plan: 'mihon-keikaku',
  municipality: 'mihon',
  folder: createMemoryFolder({}),
  checks: planFileChecks,
};
const check = (known: typeof planFiles | null, ...lines: string[]) => {
  const { diagnostics } = validateFile('observations.csv', encoder.encode(lines.join('\n')), null, known);
  return diagnostics.map(({ line, code, hint }) => `${line} ${code} ${hint}`);
};

test('the plan of a file is the folder of its path', () => {
  expect(findPlanOfFile('data/plans/a-plan/tree.csv')).toBe('a-plan');
  expect(findPlanOfFile('tree.csv')).toBeNull();
});

describe('the text of a cell', () => {
  /** Returns what the reader of a column gets, or the plan of an id of another plan. */
  const pass = (columns: TableSchema, column: SourceColumn | undefined, text: string) => {
    if (!column) throw new Error('no column');
    const read = acceptPlanIds(columns, 'a-plan')(column, (value) => ({ valid: true, value, issues: [] }));
    const { value, issues } = read(text);
    return issues[0]?.values.other ?? value;
  };
  const { observations, tree, municipalities } = sourceTables;

  test.each([
    ['an id', 'x', 'x'],
    ['an id of the plan', 'a-plan/x', 'x'],
    ['several ids of the plan', 'a-plan/x； a-plan/y ;z', 'x;y;z'],
    ['an id of another plan among others', 'a-plan/x;b-plan/y', 'b-plan'],
    ['several words', '甲；乙', '甲；乙'],
    ['a date', '1/1', '1/1'],
    ['a date after an id', 'a-plan/x;1/1', 'x;1/1'],
    ['a path', 'a-plan/x/y', 'a-plan/x/y'],
    ['capital letters', 'B-plan/x', 'B-plan/x'],
  ])('that is %s is read as such', (_what, text, wanted) => {
    expect(pass(observations.columns, observations.columns.指標ID, text)).toBe(wanted);
  });

  test.each([
    ['a code', tree.columns, tree.columns.コード, 'x'],
    ['the code of a parent', tree.columns, tree.columns.親コード, 'x'],
    ['a value', observations.columns, observations.columns.値, 'a-plan/x'],
    ['a source', observations.columns, observations.columns.出典ID, 'a-plan/x'],
    ['a municipality', municipalities.columns, municipalities.columns.市区町村ID, 'a-plan/x'],
  ])('is without its plan only in a column of ids of the plan: %s', (_what, columns, column, wanted) => {
    expect(pass(columns, column, 'a-plan/x')).toBe(wanted);
  });
});

describe('an id as pages print it', () => {
  test('is accepted in a table of its plan', () => {
    const rows = ['指標ID,時点,値', 'mihon-keikaku/online,令和5年度,25%', 'waste,令和5年度,910t'];
    expect(check(null, ...rows)).toEqual([]);
    expect(check(planFiles, ...rows)).toEqual([]);
  });

  test('of another plan is an error, if the plan is known or the file has ids of two plans', () => {
    const row = 'mihon-midori/online,令和5年度,25%';
    expect(check(planFiles, '指標ID,時点,値', row).join()).toContain('2 id-of-other-plan');
    const two = check(null, '指標ID,時点,値', 'mihon-keikaku/online,令和4年度,24%', row);
    expect(two.join()).toContain('3 id-of-other-plan');
  });
});

describe('beside the files of a plan, a table', () => {
  test('has its ids compared with those of the plan', () => {
    expect(check(null, '指標ID,時点,値', 'onlin,令和5年度,25%')).toEqual([]);
    expect(check(planFiles, '指標ID,時点,値', 'onlin,令和5年度,25%')).toEqual([
      '2 unknown-reference 「online」ではありませんか。新しいものなら、data/plans/mihon-keikaku/indicators.csv に行を足してください。',
    ]);
  });

  test('has its names and units compared with those of the indicators', () => {
    const found = check(planFiles, '指標ID,名称,単位,時点,値', 'online,家からできる手続きの割合,人,令和5年度,25%');
    expect(found.map((one) => one.split(' ', 2).join(' '))).toEqual(['2 name-of-other-indicator']);
  });
});
