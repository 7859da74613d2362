import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { PublishedTable, PublishedValue } from '../../../src/open-data/published-table.ts';
import { serializeCsv } from '../../../src/open-data/table-formats.ts';
import { judgeReadability } from '../../../src/readability/judge-readability.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a CSV file of the project', () => {
  const title = fc.constantFrom('名称', '説明', '値', '単位', '時点');
  const value: fc.Arbitrary<PublishedValue> = fc.oneof(
    fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n\0\ufffd]/g, '')),
    fc.constantFrom('5,587人', 'いう"声"', ',', '"', '""', "'", '一,二,"三"'),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );
  const tables = fc
    .uniqueArray(title, { minLength: 1 })
    .chain((titles) =>
      fc.tuple(
        fc.constant(['ID', ...titles]),
        fc.array(fc.array(value, { minLength: titles.length, maxLength: titles.length })),
      ),
    );

  const siteData = openFixtureSite();
  const tableOf = (titles: readonly string[], rows: readonly (readonly PublishedValue[])[]): PublishedTable => ({
    id: 'test',
    path: 'test',
    title: '表',
    description: '表',
    rowSchema: z.object({}),
    primaryKey: [],
    mainColumns: [],
    planColumn: null,
    isCopied: false,
    unnamedSources: () => [],
    columns: titles.map((one) => ({
      name: 'a',
      title: one,
      description: '列',
      type: 'text',
      nullable: true,
      required: false,
      choices: null,
      unit: null,
      unitColumn: null,
      example: 'あ',
      codeList: null,
      printed: false,
      references: null,
    })),
    rows: () => rows.map((row, at) => [`row-${at}`, ...row]),
  });

  /** The rules of form; the texts of cells may break other rules. */
  const FORM = ['L1-01', 'L1-02', 'L1-03', 'L1-04', 'L1-05', 'L1-14', 'L1-15', 'L2-03', 'L3-01', 'L3-09'];

  test('keeps the rules of form with all texts', () => {
    fc.assert(
      fc.property(tables, ([titles, rows]) => {
        const judged = judgeReadability(bytesOf(serializeCsv(siteData, tableOf(titles, rows))), () => null);
        const broken = judged.filter(({ rule, verdict }) => FORM.includes(rule.id) && verdict !== 'passed');
        expect(broken.map(({ rule, violations }) => [rule.id, violations])).toEqual([]);
      }),
    );
  });
});
