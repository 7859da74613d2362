import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createColumnParser, parseCell } from '../../../src/validation/column-parser.ts';
import { sourceTables } from '../../../src/tables/source-tables.ts';
import { optionalColumn, type SourceColumn, type TableSchema } from '../../../src/tables/table-schema.ts';
import { createIssue } from '../../../src/diagnostics/diagnostic.ts';

const shapes: [string, TableSchema][] = Object.entries(sourceTables).map(([name, { columns }]) => [name, columns]);
const columns = shapes.flatMap(([file, shape]) =>
  Object.entries(shape).map(([heading, column]): [string, string, SourceColumn] => [file, heading, column]),
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
    const read = createColumnParser(column, heading);
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
    const type = z.string().transform((text) => {
      count++;
      return text;
    });
    return { read: createColumnParser(optionalColumn('a', type), '列'), count: () => count };
  }

  test('reads the same text once', () => {
    const { read, count } = counting();
    const before = count();
    for (let at = 0; at < 1000; at++) read(`text ${at % 3}`);
    expect(count() - before).toBe(3);
  });

  test('never mixes up texts that take the same place', () => {
    const { read } = counting();
    const texts = Array.from({ length: 20_000 }, (_, at) => `${'同じはじまりの長い文章'.repeat(3)}${at}`);
    expect([...texts, ...texts].filter((text) => read(text).value !== text)).toEqual([]);
  });

  test('names the column in its diagnostics', () => {
    const type = z.string().transform((_text, context) => {
      context.addIssue({ code: 'custom', message: '', params: { issue: createIssue('empty-cell') } });
      return z.NEVER;
    });
    expect(createColumnParser(optionalColumn('a', type), '名称')('x').issues).toEqual([
      createIssue('empty-cell', { field: '名称' }),
    ]);
  });
});
