import { describe, expect, test } from 'vitest';
import { appendFixtureLines, validateFixture, type FixtureFiles } from '../../../support/town.ts';

const shared = (files: FixtureFiles) =>
  validateFixture(files)
    .filter(({ code }) => code === 'shared-id')
    .map(({ file, line, column, message }) => `${file} ${line}:${column} ${message}`);

/** A plan of the town that has an id. */
const plan = (id: string): FixtureFiles => ({
  [`content/plans/${id}/index.mdx`]:
    '---\ntitle: a\nshortTitle: a\nmunicipality: mihon\nkind: a\nlevels: [政策]\nsource: mihon-keikaku\n---\n',
  [`data/plans/${id}/tree.csv`]: 'コード,種別,名称,要約,出典ID\n1,政策,題,要約です。,mihon-keikaku\n',
});

describe('an id of two kinds of things', () => {
  test.each([
    [
      'a plan and its city',
      plan('mihon'),
      'content/plans/mihon/index.mdx 1:1 計画ID「mihon」が、市区町村ID（data/municipalities.csv の2行め）と同じです。',
    ],
    [
      'a theme and a city',
      appendFixtureLines('data/themes.csv', 'mihon,題,説明,'),
      'data/themes.csv 5:1 テーマID「mihon」が、市区町村ID（data/municipalities.csv の2行め）と同じです。',
    ],
  ])('is told: %s', (_what, files, expected) => {
    expect(shared(files)).toEqual([expected]);
  });

  test('is told of a code and an indicator in one plan', () => {
    const files = appendFixtureLines(
      'data/plans/mihon-keikaku/tree.csv',
      'sns,,課題,課題,題,要約です。,,,,,,,,mihon-keikaku,',
    );
    expect(shared(files)).toEqual([
      expect.stringContaining('指標ID「sns」が、コード（data/plans/mihon-keikaku/tree.csv の') as string,
    ]);
  });

  test('may be that of a plan and its source, of a theme and its term, and of nodes in two plans', () => {
    expect(
      shared({ ...plan('b'), ...appendFixtureLines('data/glossary.csv', 'digital,語,ご,説明') }),
    ).toEqual([]);
  });
});
