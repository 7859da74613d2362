import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { table, type Table, type Value } from '../../../src/downloads/table.ts';
import { tables } from '../../../src/downloads/tables/index.ts';
import { openPortal } from '../../../src/portal/open.ts';
import { TOWNS } from '../../support/town.ts';

const portal = openPortal({ root: join(TOWNS, 'sound') });
const named = (id: string): Table => {
  const found = tables.find((one) => one.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};
const records = (id: string): Record<string, Value>[] => {
  const { columns, rows } = named(id);
  return rows(portal).map((row) =>
    Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])),
  );
};
const all = tables.map((one) => [one.id, one] as const);

describe.each(all)('the table %s', (_id, { columns, title, description }) => {
  test('has English names of columns in small letters, each once', () => {
    const names = columns.map(({ name }) => name);
    expect([names.filter((name) => !/^[a-z]+(?:_[a-z]+)*$/.test(name)), new Set(names).size]).toEqual([
      [],
      names.length,
    ]);
  });

  test('says in Japanese what it and its columns are', () => {
    const words = [title, description, ...columns.flatMap((one) => [one.title, one.description])];
    expect(words.filter((one) => !/[ぁ-んァ-ヶ一-龠]/.test(one) && !/^(?:ID|SDGs|URL)$/.test(one))).toEqual(
      [],
    );
  });
});

describe('a row that belongs to a municipality', () => {
  test.each(['municipalities', 'plans', 'nodes', 'node-links', 'indicators', 'zones'])(
    'of %s carries its 全国地方公共団体コード',
    (id) => {
      expect(new Set(records(id).map((row) => row.municipality_code))).toEqual(new Set(['990019']));
    },
  );

  test('of sources carries it where the source is a municipality’s', () => {
    expect(records('sources').map((row) => row.municipality_code)).toEqual(['990019', null]);
  });
});

describe('the links of nodes', () => {
  test('stand one a row, themes first, in the order of the node', () => {
    const own = records('node-links').filter(({ node }) => node === 'mihon-keikaku/1_1');
    expect(own.map(({ relation, target }) => `${String(relation)} ${String(target)}`)).toEqual([
      'theme publicity',
      'theme digital',
      'department mihon-kikaku',
      'department mihon-joho',
      'sdg 16',
      'sdg 17',
    ]);
  });

  test('lead to terms and related nodes too', () => {
    const own = records('node-links').filter(({ node }) => node === 'mihon-keikaku/1_1_2');
    expect(own.map(({ relation, target }) => `${String(relation)} ${String(target)}`)).toEqual([
      'theme digital',
      'department mihon-joho',
      'term dx',
      'related mihon-keikaku/1_o1',
    ]);
  });

  test('are as many as the nodes name', () => {
    const count = portal.nodes
      .flatMap(({ themes, departments, sdgs, terms, related }) => [themes, departments, sdgs, terms, related])
      .reduce((sum, list) => sum + list.length, 0);
    expect(records('node-links')).toHaveLength(count);
  });
});

test('an indicator’s nested values stand in columns of their own', () => {
  expect(records('indicators')[1]).toMatchObject({
    baseline_value: 20,
    baseline_text: '20%',
    baseline_end: '2023-03-31',
    target_value: 80,
    target_comparator: null,
    latest_value: 50,
    latest_period: '令和7年度',
    status: 'on-track',
    reason: null,
    achieved: 0.5,
  });
});

test('several spellings of a term stand in one cell, parted by semicolons', () => {
  expect(records('glossary').map(({ aliases }) => aliases)).toEqual([
    'デジタル化;デジタルトランスフォーメーション',
    '',
  ]);
});

test('a column without a heading or a meaning is a mistake of the program', () => {
  const row = z.object({ id: z.string().meta({ title: 'ID' }) });
  expect(() => table({ id: 'a', title: '表', description: '表', row, rows: () => [] })).toThrow('column id');
});
