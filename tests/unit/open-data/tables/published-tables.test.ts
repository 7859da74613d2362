import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { planStates } from '../../../../src/model/value-lists.ts';
import {
  listRowObjects,
  definePublishedTable,
  type PublishedTable,
  type PublishedValue,
} from '../../../../src/open-data/published-table.ts';
import { listFigureTables } from '../../../../src/open-data/tables/figure-tables.ts';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { readDateRange } from '../../../../src/open-data/tables/published-columns.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { buildLookups, type SiteData } from '../../../../src/site-data/site-data.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import {
  appendFixtureLines,
  createEmptyFolder,
  createFixtureSite,
  editFixtureFile,
  FIXTURE_SITES,
} from '../../../support/fixture-site.ts';
import { findTable } from '../../../support/metadata/published-files.ts';
import { openSharedSite, openFixtureSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const siteData = openFixtureSite();
const records = (id: string) => listRowObjects(siteData, findTable(id));
const all = [...publishedTables, ...codeLists].map((one) => [one.id, one] as const);

describe('the page of a record', () => {
  const pages = (site: string) =>
    findTable('plans')
      .rows(openSiteData({ root: join(FIXTURE_SITES, 'sound'), base: '/town/', site }))
      .map((row) => row[findTable('plans').columns.findIndex(({ name }) => name === 'url')]);

  test('has an absolute URL, so that a saved file leads to it', () => {
    expect(pages('https://plans.mihon.jp')).toEqual(['https://plans.mihon.jp/town/plans/mihon-keikaku/']);
  });

  test('has a URL from the root as long as the settings name no host', () => {
    expect(pages('https://keikaku.example')).toEqual(['/town/plans/mihon-keikaku/']);
  });
});

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
    expect(words.filter((one) => !/[ぁ-んァ-ヶ一-龠]/.test(one) && !/^(?:ID|SDGs|URL)$/.test(one))).toEqual([]);
  });
});

const towns = [siteData, openSharedSite(EXAMPLE_SITE), openSharedSite(REPOSITORY_FOLDER)];
const valuesOf = (of: PublishedTable, name: string, town: SiteData): (PublishedValue | undefined)[] =>
  listRowObjects(town, of).map((row) => row[name]);

describe.each(all)('the columns of %s', (_id, table) => {
  test('of its key identify each row', () => {
    for (const town of towns) {
      const keys = listRowObjects(town, table).map((row) => JSON.stringify(table.primaryKey.map((name) => row[name])));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('that are required have no empty cell', () => {
    for (const town of towns)
      for (const { name } of table.columns.filter(({ required }) => required))
        expect(valuesOf(table, name, town).filter((value) => value === null || value === '')).toEqual([]);
  });
});

test('the role of a result says that it may be of a time before the baseline, in the list and at the column', () => {
  const words = '実績（現状値より前のものもある）';
  expect(listRowObjects(siteData, codeLists.find(({ id }) => id === 'roles') ?? expect.fail())).toContainEqual(
    expect.objectContaining({ code: 'result', title: words }),
  );
  const { columns: own } = findTable('observations');
  expect(own.find(({ name }) => name === 'role')?.description).toContain(`result は${words}`);
});

const columns = all.flatMap(([id, table]) =>
  table.columns.map((column) => ({ ...column, table, path: `${id}.${column.name}` })),
);

/** Returns the values of a column that are in no row of another one. */
const listLost = (table: PublishedTable, name: string, other: PublishedTable, otherName: string) =>
  towns.flatMap((town) => {
    const there = valuesOf(other, otherName, town);
    return valuesOf(table, name, town).filter((value) => value !== null && !there.includes(value));
  });

test.each(columns.flatMap(({ references, ...column }) => (references ? { ...column, references } : [])))(
  '$path has only ids of existing records',
  ({ table, name, references }) => {
    expect(listLost(table, name, findTable(references.table), references.column)).toEqual([]);
  },
);

test.each(columns.flatMap(({ codeList, ...column }) => (codeList ? { ...column, codeList } : [])))(
  '$path has only values of its code list',
  ({ table, name, codeList }) => {
    const list = codeLists.find(({ id }) => id === codeList);
    if (!list) throw new Error(`no code list ${codeList}`);
    expect(listLost(table, name, list, codeList === 'levels' ? 'title' : 'code')).toEqual([]);
  },
);

test('columns of numbers have a unit, or a column with their units, except for an order', () => {
  const numbers = columns.filter(({ type, name }) => /^(?:number|integer)$/.test(type) && name !== 'order');
  const bare = numbers.filter(
    ({ unit, unitColumn, table }) => !unit && !table.columns.some(({ name }) => name === unitColumn),
  );
  expect(numbers).not.toEqual([]);
  expect(bare.map(({ path }) => path)).toEqual([]);
});

describe('a row that belongs to a municipality', () => {
  test.each(['municipalities', 'plans', 'nodes', 'node-links', 'indicators', 'statistic-values', 'zones'])(
    'of %s has its 全国地方公共団体コード',
    (id) => {
      expect(new Set(records(id).map((row) => row.municipality_code))).toEqual(new Set(['990019']));
    },
  );

  test('of sources has it if the source is of a municipality', () => {
    expect(records('sources').map((row) => row.municipality_code)).toEqual(['990019', null]);
  });
});

/** The columns with names, and the column and the record whose name they have. */
const nameColumns = {
  municipality_title: ['municipality_code', 'municipalities', 'municipality_code'],
  plan_title: ['plan', 'plans', 'id'],
  node_title: ['node', 'nodes', 'id'],
  indicator_title: ['indicator', 'indicators', 'id'],
  statistic_title: ['statistic', 'statistics', 'id'],
} as const;
const municipal = all.filter(
  ([id, table]) => id !== 'municipalities' && table.columns.some(({ name }) => name === 'municipality_code'),
);
const lastColumns: Readonly<Record<string, readonly (keyof typeof nameColumns)[]>> = {
  levels: ['plan_title', 'municipality_title'],
  'plan-replacements': ['plan_title', 'municipality_title'],
  nodes: ['plan_title', 'municipality_title'],
  'node-links': ['node_title', 'municipality_title'],
  indicators: ['plan_title', 'municipality_title', 'node_title'],
  observations: ['indicator_title', 'municipality_title'],
  targets: ['indicator_title', 'municipality_title'],
  ratings: ['indicator_title', 'municipality_title'],
  'statistic-values': ['statistic_title', 'municipality_title'],
  'related-plans': ['plan_title', 'municipality_title', 'node_title'],
};

test.each(municipal)('the last columns of %s name what its ids and codes mean', (id, table) => {
  const last = lastColumns[id] ?? ['municipality_title' as const];
  expect(table.columns.slice(-last.length).map(({ name }) => name)).toEqual(last);
  for (const town of towns)
    for (const name of last) {
      const [reference, other, key] = nameColumns[name];
      const titles = new Map(listRowObjects(town, findTable(other)).map((row) => [row[key] ?? null, row.title]));
      const rows = listRowObjects(town, table);
      expect(rows.map((row) => row[name])).toEqual(rows.map((row) => titles.get(row[reference] ?? null) ?? null));
    }
});

test('if no plan has actions, the comparison that starts has the figures of measures', () => {
  const root = createEmptyFolder();
  cpSync(join(FIXTURE_SITES, 'bare'), root, { recursive: true });
  const tree = join(root, 'data/plans/mihon-annai/tree.csv');
  writeFileSync(tree, readFileSync(tree, 'utf8').replace(',取組,', ',施策,'));
  const bare = openSiteData({ root });
  const compared = listFigureTables(bare).filter(({ path }) => path.startsWith('compare/'));
  expect(compared.map(({ path, rows }) => [path, rows(bare).length > 0])).toEqual([['compare/measure', true]]);
});

test('the figures of zones are those of its indicators that have a zone', () => {
  const site = openSharedSite(EXAMPLE_SITE);
  const table = listFigureTables(site).find(({ path }) => path === 'zones/mihon-figures');
  const rows = table ? listRowObjects(site, table) : [];
  const wanted = site.observations.filter(({ zone }) => zone !== null);
  expect(wanted.length).toBeGreaterThan(0);
  expect([rows.length, rows.filter(({ zone }) => zone === null)]).toEqual([wanted.length, []]);
});

test('the key of each table of figures identifies each row, also a target and the one that revised it', () => {
  const site = openSharedSite(EXAMPLE_SITE);
  const tables = listFigureTables(site);
  expect(tables.map(({ path }) => path)).toContain('indicators/mihon-sogo/wait-time');
  for (const table of tables) {
    const keys = listRowObjects(site, table).map((row) => JSON.stringify(table.primaryKey.map((name) => row[name])));
    expect(new Set(keys).size, table.path).toBe(keys.length);
  }
});

test('the figures of an indicator end with the state of its plan, in words, and the sample', () => {
  const site = openSharedSite(EXAMPLE_SITE);
  const states = site.indicators.map(({ id, planState }) => {
    const table = listFigureTables(site).find(({ path }) => path === `indicators/${id}`);
    expect(table?.columns.slice(-2).map(({ title }) => title)).toEqual(['計画の状態', '標本数']);
    for (const row of table?.rows(site) ?? []) expect(row.at(-2)).toBe(planStates.words[planState]);
    const samples = (table?.rows(site) ?? []).flatMap((row) => row.at(-1) ?? []);
    expect(samples).toEqual(site.observationsOf(id).flatMap(({ sample }) => sample ?? []));
    return planState;
  });
  expect(new Set(states).size).toBeGreaterThan(1);
});

test('the counts of a municipality with a namesake have its prefecture and its code', () => {
  const municipalities = siteData.municipalities.flatMap((city) => [
    { ...city, prefecture: '北海道' },
    { ...city, id: 'other', code: '072133', prefecture: '福島県' },
  ]);
  const changed = { ...siteData, municipalities };
  const namesakes = { ...changed, ...buildLookups(changed) };
  const table = listFigureTables(namesakes).find(({ path }) => path === 'compare/action');
  const cities = table ? listRowObjects(namesakes, table).map((row) => [row.municipality, row.municipality_code]) : [];
  expect(new Set(cities.map((city) => city.join(' ')))).toEqual(new Set(['見本町（北海道） 990019']));
});

test('an indicator’s nested values are in columns of their own', () => {
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

test('the limits of a range are in columns of their own', () => {
  const row = 'new,,題,%,範囲,,30%,令和4年度,40%以上60%以下,令和10年度,,,mihon-keikaku,';
  const site = openFixtureSite(appendFixtureLines('data/plans/mihon-keikaku/indicators.csv', row));
  const find = (id: string, column: string) =>
    listRowObjects(site, findTable(id)).find((one) => one[column] === 'mihon-keikaku/new');
  expect(find('indicators', 'id')).toMatchObject({ target_value: null, target_low: 40, target_high: 60 });
  expect(find('targets', 'indicator')).toMatchObject({ value: null, low: 40, high: 60 });
  expect(find('ratings', 'indicator')).toMatchObject({ target_value: null, target_low: 40, target_high: 60 });
});

test('a result from before the baseline is in the table of values, which says so, and is not the latest', () => {
  const row = 'sns,令和3年度,"4,000人",,,,,,mihon-tokei,表9';
  const site = openFixtureSite(appendFixtureLines('data/plans/mihon-keikaku/observations.csv', row));
  const table = findTable('observations');
  const results = listRowObjects(site, table).filter(
    (one) => one.role === 'result' && one.indicator === 'mihon-keikaku/sns',
  );
  expect(results.map(({ end }) => end)).toEqual(['2022-03-31']);
  expect(listRowObjects(site, findTable('indicators'))[0]).toMatchObject({
    baseline_end: '2023-10-31',
    latest_text: null,
  });
  expect(table.description).toContain('現状値より前の実績もありますが、進み具合の計算には使いません');
  expect(table.columns.find(({ name }) => name === 'role')?.description).toContain('現状値より前のものもある');
});

test.each([
  ['observations', 'certainty', '資料に速報と書かれていない値は、計画の現状値も、確報としている'],
  ['plans', 'category', '確かでないことは「正式名の注記」にある'],
  ['plans', 'url', 'まだならホストのあとの / から'],
  ['nodes', 'url', 'まだならホストのあとの / から'],
])('table %s says of column %s what its values do not show', (id, name, words) => {
  expect(findTable(id).columns.find((column) => column.name === name)?.description).toContain(words);
});

describe('each value of an indicator has its own source beside it', () => {
  test('a revised target and a provisional result from another document', () => {
    const targets =
      '指標ID,目標値,目標値の時点,設定日,出典ID,出典箇所\nonline,90%,令和10年度,2026-01-01,mihon-tokei,表9\n';
    const root = createFixtureSite({ 'data/plans/mihon-keikaku/targets.csv': targets });
    expect(listRowObjects(openSiteData({ root }), findTable('indicators'))[1]).toMatchObject({
      source_id: 'mihon-keikaku',
      source_place: '指標 > 2',
      target_text: '90%',
      target_source_id: 'mihon-tokei',
      target_source_place: '表9',
      latest_text: '50%',
      latest_certainty: 'provisional',
      latest_source_id: 'mihon-tokei',
      latest_source_place: '表2',
    });
  });

  test('an indicator without a result has no source of one', () => {
    expect(records('indicators')[0]).toMatchObject({
      target_source_id: 'mihon-keikaku',
      latest_text: null,
      latest_certainty: null,
      latest_source_id: null,
      latest_source_place: null,
    });
  });
});

describe('other spellings of a term', () => {
  test('are in a list of their own, one in each row', () => {
    const spellings = codeLists.find(({ id }) => id === 'spellings');
    expect(spellings?.rows(siteData)).toEqual([
      ['dx', 'デジタル化'],
      ['dx', 'デジタルトランスフォーメーション'],
    ]);
  });

  test('share no cell of the glossary', () => {
    expect(findTable('glossary').columns.map(({ name }) => name)).not.toContain('aliases');
  });
});

test('each plan that another replaced has a row with the plan after it', () => {
  const replacements = codeLists.find(({ id }) => id === 'plan-replacements');
  expect(replacements?.rows(openSharedSite(EXAMPLE_SITE))).toEqual([
    ['mihon-minato', 'mihon-midori', '992011', '見本市みなと計画（架空）', '見本市（架空）'],
  ]);
});

test('each id that changed has a row with the present id and the day', () => {
  const row = '2026-12-01,mihon-keikaku/online,IDの変更,mihon-keikaku/web,,,';
  const table = codeLists.find(({ id }) => id === 'id-changes') ?? expect.fail();
  expect(listRowObjects(openFixtureSite(appendFixtureLines('data/changes.csv', row)), table)).toEqual([
    { earlier_id: 'mihon-keikaku/web', id: 'mihon-keikaku/online', changed_on: '2026-12-01' },
  ]);
});

describe('the day on which a plan ended', () => {
  const PERIOD = '令和5年度から令和10年度まで\nstate: 実施中';
  test.each([
    ['is the last day of its last year', '令和5年度から令和10年度まで\nstate: 終了\nlastYear: 令和7年度', '2026-03-31'],
    [
      'is the last day of its period if it has no other last year',
      '令和5年度から令和7年度まで\nstate: 終了',
      '2026-03-31',
    ],
    ['is empty for a plan that ended before its period', '令和5年度から令和10年度まで\nstate: 終了', null],
    ['is empty for a plan that has not ended', PERIOD, null],
  ])('%s', (_name, lines, expected) => {
    const site = openFixtureSite(editFixtureFile('content/plans/mihon-keikaku/index.mdx', PERIOD, lines));
    expect(listRowObjects(site, findTable('plans')).map((plan) => plan.ended_on)).toEqual([expected]);
  });
});

describe('a time in words has its days beside it', () => {
  test('for a plan', () => {
    expect(records('plans')[0]).toMatchObject({
      period: '令和5年度から令和10年度まで',
      period_start: '2023-04-01',
      period_end: '2029-03-31',
    });
  });

  test.each([
    ['令和2年度', '2020-04-01', '2021-03-31'],
    ['令和2年国勢調査 人口速報集計（速報）', '2020-01-01', '2020-12-31'],
    ['2020年度の資料', '2020-04-01', '2021-03-31'],
    ['住民基本台帳', null, null],
    ['', null, null],
  ])('as 「%s」 says', (words, start, end) => {
    expect(readDateRange(words)).toMatchObject({ start, end });
  });
});

describe('a column with an incomplete description is a fault of the program', () => {
  const made = (field: z.ZodString) => () =>
    definePublishedTable({
      id: 'a',
      title: '表',
      description: '表',
      key: [],
      row: z.object({ id: field }),
      rows: () => [],
    });
  test.each([
    ['a meaning', { title: 'ID', examples: ['a'] }],
    ['an example', { title: 'ID', description: 'ID' }],
    ['a valid example', { title: 'ID', description: 'ID', examples: ['A'] }],
  ])('without %s', (_what, meta) => {
    expect(
      made(
        z
          .string()
          .regex(/^[a-z]$/)
          .meta(meta),
      ),
    ).toThrow('column id');
  });
});
