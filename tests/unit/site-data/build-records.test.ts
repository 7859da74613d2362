import { describe, expect, test } from 'vitest';
import { buildZoneOutlineSet } from '../../../src/site-data/build-records.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { appendFixtureLines, createFixtureSite, type FixtureFiles } from '../../support/fixture-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

/** A second municipality. Its code sorts before that of the first, and the id of its plan sorts after. */
const SECOND: FixtureFiles = {
  ...appendFixtureLines('data/municipalities.csv', '980013,zmihon,前の町,,,,,,,,,mihon-keikaku'),
  'content/plans/z-keikaku/index.mdx':
    '---\ntitle: z\nshortTitle: z\nmunicipality: zmihon\nkind: z\nlevels: [政策]\nsource: mihon-keikaku\n---\n',
  'data/plans/z-keikaku/tree.csv': 'コード,種別,名称,要約,出典ID\n1,政策,題,要約です。,mihon-keikaku\n',
};

describe('the prefecture of a municipality', () => {
  test.each([
    ['112232', '', '埼玉県'],
    ['112232', '埼玉県', '埼玉県'],
    ['980013', '', ''],
  ])('whose code is %s and whose prefecture is typed as 「%s」 is 「%s」', (code, typed, prefecture) => {
    const row = `${code},tonari,隣の町,,,${typed},,,,,,mihon-keikaku`;
    const records = openFixtureSite(appendFixtureLines('data/municipalities.csv', row)).municipalities;
    expect(records.find(({ id }) => id === 'tonari')?.prefecture).toBe(prefecture);
  });
});

describe('a theme that nothing of the site names', () => {
  const files = appendFixtureLines('data/themes.csv', 'health,健康・医療,健康づくりです。,4');

  test('is no record', () => {
    expect(openFixtureSite(files).themes.map(({ id }) => id)).toEqual(openFixtureSite().themes.map(({ id }) => id));
  });

  test('is a record if the ledger of changes names it', () => {
    const change = appendFixtureLines('data/changes.csv', '2026-11-20,health,テーマを足しました,,健康・医療,,');
    expect(openFixtureSite({ ...files, ...change }).themes.map(({ id }) => id)).toContain('health');
  });
});

describe('the order of records', () => {
  test('of municipalities is that of their codes', () => {
    const rows = ['980013,first,前の町,,,,,,,,,mihon-keikaku', '980021,second,後の町,,,,,,,,,mihon-keikaku'];
    const { municipalities } = openFixtureSite(appendFixtureLines('data/municipalities.csv', ...rows));
    expect(municipalities.map(({ id }) => id)).toEqual(['first', 'second', 'mihon']);
  });

  test('of terms is that of their readings', () => {
    const { terms } = openFixtureSite(appendFixtureLines('data/glossary.csv', 'ict,ICT,あいしーてぃー,,技術です。'));
    expect(terms.map(({ id }) => id)).toEqual(['ict', 'dx', 'pfi']);
  });

  test('of plans is that of their municipalities', () => {
    expect(openFixtureSite(SECOND).plans.map(({ id }) => id)).toEqual(['z-keikaku', 'mihon-keikaku']);
  });

  test('of the plans of a municipality has the ended ones last, but not in the data', () => {
    const create = (id: string, state: string): FixtureFiles => ({
      [`content/plans/${id}/index.mdx`]: `---\ntitle: z\nshortTitle: z\nmunicipality: mihon\nkind: z\n${state}levels: [政策]\nsource: mihon-keikaku\n---\n`,
      [`data/plans/${id}/tree.csv`]: 'コード,種別,名称,要約,出典ID\n1,政策,題,要約です。,mihon-keikaku\n',
    });
    const ended = create(
      'a-owari',
      'state: 終了\nstateReason: 期間が過ぎました。\nperiod: 平成20年度から平成25年度まで\n',
    );
    const { plans, plansOf } = openFixtureSite({ ...ended, ...create('z-ima', '') });
    expect(plans.map(({ id }) => id)).toEqual(['a-owari', 'mihon-keikaku', 'z-ima']);
    expect(plansOf('mihon').map(({ id }) => id)).toEqual(['mihon-keikaku', 'z-ima', 'a-owari']);
  });

  test('of themes is that of their numbers, themes without a number last', () => {
    expect(openFixtureSite().themes.map(({ id, order }) => [id, order])).toEqual([
      ['publicity', 1],
      ['digital', 2],
      ['participation', 3],
    ]);
  });

  test('of zones is that of their numbers', () => {
    expect(openFixtureSite().zones.map(({ id, order }) => [id, order])).toEqual([
      ['mihon/north', 1],
      ['mihon/south', 2],
    ]);
  });

  test('of changes has the latest first', () => {
    const { changes } = openFixtureSite(appendFixtureLines('data/changes.csv', '2026-09-01,,前のこと,,,,'));
    const days = ['2026-11-20-2', '2026-11-20-1', '2026-10-01-1', '2026-09-01-1'];
    expect(changes.map(({ id }) => id)).toEqual(days);
  });
});

describe('the id of a change', () => {
  test('stays the same when a later row is added', () => {
    const before = openFixtureSite().changes.map(({ id }) => id);
    const after = openFixtureSite(appendFixtureLines('data/changes.csv', '2026-11-20,,もう一つ,,,,')).changes.map(
      ({ id }) => id,
    );
    expect(after).toEqual(['2026-11-20-3', ...before]);
  });
});

describe('a plan that replaces another', () => {
  const replaced = appendFixtureLines('data/changes.csv', '2026-11-20,z-keikaku,計画の入れかえ,mihon-keikaku,z,,');

  test('has the earlier plan, which has the later one', () => {
    const plans = openFixtureSite({ ...SECOND, ...replaced }).plans.map(({ id, replaces, replacedBy }) => [
      id,
      replaces,
      replacedBy,
    ]);
    expect(plans).toEqual([
      ['z-keikaku', ['mihon-keikaku'], []],
      ['mihon-keikaku', [], ['z-keikaku']],
    ]);
  });

  test('is no other change of a plan', () => {
    const changed = appendFixtureLines('data/changes.csv', '2026-11-20,z-keikaku,名称,mihon-keikaku,z,,');
    expect(openFixtureSite({ ...SECOND, ...changed }).plans.flatMap(({ replaces }) => replaces)).toEqual([]);
  });
});

describe('the URL of a record', () => {
  test.each(['/', '/plans/', '/a/b/'])('begins with the base %s', (base) => {
    const siteData = openSiteData({ root: createFixtureSite(), base });
    const { municipalities, plans, planItems, indicators, themes, terms, zones, chapters, guides } = siteData;
    const urls = [municipalities, plans, planItems, indicators, themes, terms, zones, chapters, guides].flatMap(
      (records) => records.map(({ url }) => url),
    );
    expect(urls.filter((url) => !url.startsWith(base) || url.includes('//'))).toEqual([]);
  });

  test('is unique to the record', () => {
    const { municipalities, plans, planItems, indicators, themes, terms, zones, guides } = openFixtureSite();
    const urls = [municipalities, plans, planItems, indicators, themes, terms, zones, guides].flatMap((records) =>
      records.map(({ url }) => url),
    );
    expect(new Set(urls).size).toBe(urls.length);
  });
});

test('a municipality code that lost its leading 0 in Excel is restored', () => {
  const files = appendFixtureLines('data/municipalities.csv', '19992,kita,北の町,,,,,,,,,mihon-keikaku');
  expect(openFixtureSite(files).municipality('kita').code).toBe('019992');
});

test('a level has the printed number of its first item', () => {
  expect(openFixtureSite().plan('mihon-keikaku').levels.slice(0, 3)).toEqual([
    { title: '政策', number: '第1章' },
    { title: '施策', number: '1' },
    { title: '取組', number: '(1)' },
  ]);
});

test('a plan without a period has the period null', () => {
  expect(openFixtureSite(SECOND).plan('z-keikaku')).toMatchObject({ period: null, minimumSample: null });
});

/** A square that runs counterclockwise, y upwards, and a hole in it that runs clockwise. */
const outer = [
  [139, 35],
  [140, 35],
  [140, 36],
  [139, 36],
  [139, 35],
];
const hole = [
  [139.4, 35.4],
  [139.4, 35.6],
  [139.6, 35.6],
  [139.6, 35.4],
  [139.4, 35.4],
];
const made = (...rings: readonly (readonly number[])[][]) =>
  buildZoneOutlineSet('mihon', {
    schematic: false,
    shapes: [{ id: 'north', polygons: [rings], position: { line: 1, column: 1 } }],
  }).outlines;

describe('rings of outlines', () => {
  test.each([
    ['as RFC 7946 has them', outer, hole],
    ['both the other way round', outer.toReversed(), hole.toReversed()],
    ['both one way round', outer, hole.toReversed()],
  ])('run counterclockwise, holes clockwise, if they were written %s', (_how, ring, inner) => {
    expect(made(ring, inner)).toEqual([{ zone: 'mihon/north', polygons: [[outer, hole]] }]);
  });

  test('lose their heights', () => {
    expect(made(outer.map((point) => [...point, 12]))).toEqual(made(outer));
  });
});
