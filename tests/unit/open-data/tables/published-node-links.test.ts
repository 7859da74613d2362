import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sdgGoals } from '../../../../src/model/sdg-goals.ts';
import { listRowObjects } from '../../../../src/open-data/published-table.ts';
import { listFigureTables } from '../../../../src/open-data/tables/figure-tables.ts';
import { appendFixtureLines, FIXTURE_SITES } from '../../../support/fixture-site.ts';
import { findTable } from '../../../support/metadata/published-files.ts';
import { openFixtureSite } from '../../../support/shared-sites.ts';
import { readFileText } from '../../../support/source-modules.ts';

const siteData = openFixtureSite();
const rows = listRowObjects(siteData, findTable('node-links'));

describe('the links of nodes', () => {
  test('have one row each, themes first, in the order of the plan item', () => {
    const own = rows.filter(({ node }) => node === 'mihon-keikaku/1_1');
    expect(own.map(({ relation, target }) => `${String(relation)} ${String(target)}`)).toEqual([
      'theme publicity',
      'theme digital',
      'department mihon-kikaku',
      'department mihon-joho',
      'sdg 16',
      'sdg 17',
      'indicator mihon-keikaku/sns',
    ]);
  });

  test('have the names of both ends', () => {
    const own = rows.filter(({ node }) => node === 'mihon-keikaku/1_1');
    expect([...new Set(own.map(({ node_title }) => node_title))]).toEqual([
      siteData.planItem('mihon-keikaku/1_1').title,
    ]);
    expect(own.map(({ target_title }) => target_title)).toEqual([
      siteData.theme('publicity').title,
      siteData.theme('digital').title,
      siteData.department('mihon-kikaku').title,
      siteData.department('mihon-joho').title,
      sdgGoals[15]?.title,
      sdgGoals[16]?.title,
      siteData.indicator('mihon-keikaku/sns').title,
    ]);
    const names = (relation: string) => rows.find((one) => one.relation === relation)?.target_title;
    expect([names('term'), names('related')]).toEqual([
      siteData.term(String(rows.find(({ relation }) => relation === 'term')?.target)).title,
      siteData.planItem(String(rows.find(({ relation }) => relation === 'related')?.target)).title,
    ]);
  });

  test('are numbered within their relation, so that the first theme is the main one', () => {
    const mains = rows.filter(({ relation, order }) => relation === 'theme' && order === 1);
    expect(new Map(mains.map(({ node, target }) => [node, target]))).toEqual(
      new Map(siteData.planItems.flatMap(({ id, themes }) => (themes[0] === undefined ? [] : [[id, themes[0]]]))),
    );
    const sdgs = rows.filter(({ node, relation }) => node === 'mihon-keikaku/1_1' && relation === 'sdg');
    expect(sdgs.map(({ order }) => order)).toEqual([1, 2]);
  });

  test('of themes are, of every order, the numbers of /compare/, as the guide says', () => {
    const compared = listFigureTables(siteData).filter(({ path }) => path.startsWith('compare/'));
    const counts = compared.flatMap((table) => listRowObjects(siteData, table).map(({ count }) => Number(count)));
    const kinds = new Set(['action', 'measure', 'outcome', 'issue']);
    const counted = rows.filter(
      ({ node, relation }) => relation === 'theme' && kinds.has(siteData.planItem(String(node)).kind),
    );
    expect(counted.some(({ order }) => order === 2)).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(counted.length);
    const guide = readFileText('content/guides/developers.mdx');
    expect(guide).toContain('テーマのページと[くらべる](/compare/)の数は、2つ目からのテーマも含む');
  });

  test('lead to terms, related nodes and indicators too', () => {
    const own = rows.filter(({ node }) => node === 'mihon-keikaku/1_1_2');
    expect(own.map(({ relation, target }) => `${String(relation)} ${String(target)}`)).toEqual([
      'theme digital',
      'department mihon-joho',
      'term dx',
      'related mihon-keikaku/1_o1',
      'indicator mihon-keikaku/online',
    ]);
  });

  test('are as many as the nodes and indicators name', () => {
    const linked = siteData.planItems.flatMap(({ themes, departments, sdgs, terms, related }) => [
      ...themes,
      ...departments,
      ...sdgs,
      ...terms,
      ...related,
    ]);
    const measured = siteData.indicators.flatMap(({ nodes }) => nodes);
    expect(rows).toHaveLength(linked.length + measured.length);
  });

  test('say whether the plan or the site makes them', () => {
    const path = 'data/plans/mihon-keikaku/tree.csv';
    const [heading = '', ...lines] = readFileSync(join(FIXTURE_SITES, 'sound', path), 'utf8')
      .trimEnd()
      .split('\n');
    const read: Readonly<Record<string, string>> = { '1_1': '担当', '1_1_2': '関連' };
    const changed = lines.map((line) => `${line},${read[line.split(',')[0] ?? ''] ?? ''}\n`);
    const site = openFixtureSite({ [path]: `${heading},サイトの読み取り\n${changed.join('')}` });
    const origins = (code: string) =>
      new Set(
        listRowObjects(site, findTable('node-links'))
          .filter(({ node }) => node === `mihon-keikaku/${code}`)
          .map(({ relation, origin }) => `${String(relation)} ${String(origin)}`),
      );
    expect(origins('1_1')).toEqual(new Set(['theme site', 'department site', 'sdg plan', 'indicator plan']));
    expect(origins('1_1_2')).toEqual(
      new Set(['theme site', 'department plan', 'term site', 'related site', 'indicator plan']),
    );
    expect(origins('1_o1')).toEqual(new Set(['related plan']));
  });

  test('lead from every node of an indicator to the indicator', () => {
    const own = rows.filter(({ relation }) => relation === 'indicator');
    const pairs = siteData.indicators.flatMap(({ id, nodes }) => nodes.map((node) => `${node} ${id}`));
    expect(pairs.length).toBeGreaterThan(0);
    expect(own.map(({ node, target }) => `${String(node)} ${String(target)}`).sort()).toEqual(pairs.sort());
  });
});

test('the name of a node says whether the plan or this site makes it', () => {
  const path = 'data/plans/mihon-keikaku/tree.csv';
  const [heading = '', ...lines] = readFileSync(join(FIXTURE_SITES, 'sound', path), 'utf8')
    .trimEnd()
    .split('\n');
  const changed = lines.map((line) => `${line},${line.startsWith('1_1_2,') ? '名称;担当' : ''}\n`);
  const site = openFixtureSite({ [path]: `${heading},サイトの読み取り\n${changed.join('')}` });
  const origins = listRowObjects(site, findTable('nodes')).map(({ code, title_origin }) => [code, title_origin]);
  expect(origins.filter(([, origin]) => origin === 'site')).toEqual([['1_1_2', 'site']]);
  expect(origins.filter(([, origin]) => origin === 'plan')).toHaveLength(origins.length - 1);
});

test('a related plan of no node has a row without one', () => {
  const rows = appendFixtureLines(
    'data/plans/mihon-keikaku/related-plans.csv',
    '見本町防災計画,町をまもる計画です。,,mihon-keikaku,関連計画 > 2',
  );
  const site = openFixtureSite(rows);
  expect(listRowObjects(site, findTable('related-plans')).map(({ title, node }) => [title, node])).toEqual([
    ['見本町公共施設計画', 'mihon-keikaku/2_1'],
    ['見本町公共施設計画', 'mihon-keikaku/2'],
    ['見本町防災計画', null],
  ]);
});

test('a related plan says whether the plan or this site relates it to a node', () => {
  const rows = appendFixtureLines(
    'data/plans/mihon-keikaku/related-plans.csv',
    '見本町防災計画,町をまもる計画です。,1,mihon-keikaku,関連計画 > 2',
  );
  const path = 'data/plans/mihon-keikaku/related-plans.csv';
  const text = String(rows[path])
    .replace('コード,出典ID', 'コード,サイトの読み取り,出典ID')
    .replace(',2_1;2,', ',2_1;2,,');
  const site = openFixtureSite({ [path]: text.replace(',1,mihon', ',1,コード,mihon') });
  const origins = listRowObjects(site, findTable('related-plans')).map(({ node, origin }) => [node, origin]);
  expect(origins).toEqual([
    ['mihon-keikaku/2_1', 'plan'],
    ['mihon-keikaku/2', 'plan'],
    ['mihon-keikaku/1', 'site'],
  ]);
});
