import { describe, expect, test } from 'vitest';
import { buildIndicators } from '../../../src/site-data/build-indicators.ts';
import { createSiteUrls } from '../../../src/site-data/urls.ts';
import { validateSite } from '../../../src/validation/validate-site.ts';
import {
  appendFixtureLines,
  editFixtureFile,
  createMemoryFolder,
  type FixtureFiles,
} from '../../support/fixture-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

const PLAN = 'mihon-keikaku';
const OBSERVATIONS = `data/plans/${PLAN}/observations.csv`;
const indicator = (slug: string, files: FixtureFiles = {}) =>
  openFixtureSite(files).indicators.find(({ id }) => id === `${PLAN}/${slug}`);

describe('the series of an indicator', () => {
  test('contains its baseline, then its results by period', () => {
    const series = openFixtureSite().observationsOf(`${PLAN}/online`);
    expect(series.map(({ role, text, zone }) => [role, text, zone])).toEqual([
      ['baseline', '20%', null],
      ['result', '32%', null],
      ['result', '50%', null],
      ['result', '61%', 'mihon/north'],
    ]);
  });

  test('contains only its baseline if there is no result', () => {
    expect(
      openFixtureSite()
        .observationsOf(`${PLAN}/sns`)
        .map(({ role }) => role),
    ).toEqual(['baseline']);
  });

  test('uses the source of the indicator if a result names no source', () => {
    const last = openFixtureSite().observationsOf(`${PLAN}/online`).at(-1);
    expect(last?.source).toEqual({ id: 'mihon-keikaku', place: '' });
  });
});

describe('numbers that count over different times', () => {
  const INDICATORS = `data/plans/${PLAN}/indicators.csv`;
  const rows = ['令和6年度,18回', '令和7年度,月2回'].map((row) => `meetings,${row},,,,,,,`);
  const build = (target: string, kind = '単年') =>
    indicator('meetings', {
      ...appendFixtureLines(INDICATORS, `meetings,,会,回,増加,${kind},12回,令和4年度,${target},令和10年度,,,${PLAN},`),
      ...appendFixtureLines(OBSERVATIONS, ...(target === '24回' ? rows : rows.slice(0, 1))),
    });

  test.each(['月2回', '5年間で60回', '累計60回', '60回（令和6～10年度）'])('leave the target %s a text', (target) => {
    expect(build(target)).toMatchObject({
      target: { value: null, text: target },
      latest: { value: 18 },
      progress: { status: 'not-rated', reason: 'counted-differently' },
    });
  });

  test('leave a target of several years a text, but not a result with the same text', () => {
    const files = {
      ...appendFixtureLines(INDICATORS, `meetings,,会,回,増加,単年,12回,令和4年度,18回,令和6～10年度,,,${PLAN},`),
      ...appendFixtureLines(OBSERVATIONS, ...rows.slice(0, 1)),
    };
    expect(indicator('meetings', files)).toMatchObject({ target: { value: null }, latest: { value: 18 } });
  });

  test('leave a result a text', () => {
    expect(build('24回')).toMatchObject({
      target: { value: 24 },
      latest: { value: 18 },
      progress: { reason: 'counted-differently' },
    });
  });

  test.each([
    ['20回（累計80回）', '累計', 'counted-differently'],
    ['20回 ※累計80回', '累計', 'counted-differently'],
    ['20回（累計20回）', '累計', null],
    ['80回（累計）', '累計', null],
    ['20回（累計80回）', '単年', null],
    ['14回（R5～R6 計26回）', '単年', null],
    ['20回（上半期）', '単年', 'counted-differently'],
    ['20回（4月～9月）', '', 'counted-differently'],
    ['20回（12月末現在）', '単年', 'counted-differently'],
    ['20回（12月末現在）', '累計', 'counted-differently'],
    ['20回（12月末現在）', '時点', null],
    ['20回（12月末現在）', '', null],
    ['20回（上半期）', '時点', null],
    ['20回（3月31日現在）', '単年', null],
    ['20回（4月～3月）', '単年', null],
  ])('are looked for in a result of %s in an indicator of 集計 %s', (result, kind, reason) => {
    const files = {
      ...appendFixtureLines(INDICATORS, `meetings,,会,回,増加,${kind},10回,令和4年度,100回,令和10年度,,,${PLAN},`),
      ...appendFixtureLines(OBSERVATIONS, `meetings,令和7年度,${result},,,,,,,`),
    };
    expect(indicator('meetings', files)).toMatchObject({ progress: { reason } });
  });

  test.each(['最終,2026-10-01', '中間,'])('prevent no rating by another target (%s)', (kind) => {
    const [own, other] = kind.startsWith('最終') ? ['5年間で60回', '24回'] : ['24回', '5年間で60回'];
    const files = {
      ...appendFixtureLines(INDICATORS, `meetings,,会,回,増加,単年,12回,令和4年度,${own},令和10年度,,,${PLAN},`),
      ...appendFixtureLines(OBSERVATIONS, ...rows.slice(0, 1)),
      ...appendFixtureLines(`data/plans/${PLAN}/targets.csv`, `meetings,${other},令和9年度,${kind},,`),
    };
    expect(indicator('meetings', files)).toMatchObject({ target: { value: 24 }, progress: { reason: null } });
  });

  test('are the same in a cumulative indicator', () => {
    expect(build('5年間で60回', '累計')).toMatchObject({ target: { value: 60 }, progress: { reason: null } });
  });
});

describe('the latest result', () => {
  const INDICATORS = `data/plans/${PLAN}/indicators.csv`;
  const build = (target: string, ...results: string[]) =>
    indicator('manual', {
      ...appendFixtureLines(INDICATORS, `manual,,手引き,,,,未策定,令和4年度,${target},令和10年度,,,${PLAN},`),
      ...appendFixtureLines(OBSERVATIONS, ...results.map((row) => `manual,${row},,,,,,,`)),
    });

  test.each([
    ['策定', ['令和4年度,検討中', '令和5年度,策定中', '令和6年度,策定済み', '令和7年度,集計中'], '策定済み'],
    ['策定', ['令和5年度,策定中', '令和6年度,―'], '策定中'],
    ['策定', ['令和4年度,検討中'], undefined],
    ['増加', ['令和5年度,3', '令和6年度,策定済み'], '3'],
    ['5', ['令和6年度,策定済み'], undefined],
  ])('with the target %s and the results %j is %s', (target, results, text) => {
    expect(build(target, ...results)?.latest?.text).toBe(text);
  });

  test('in words has no rating', () => {
    expect(build('策定', '令和6年度,策定済み')).toMatchObject({
      latest: { value: null, period: { text: '令和6年度' }, certainty: 'final' },
      latestSource: { id: PLAN },
      progress: { status: 'not-rated', reason: 'target-in-words' },
    });
  });

  test('has the latest period, in any order of rows', () => {
    expect(indicator('online')?.latest).toMatchObject({ value: 50, certainty: 'provisional' });
  });

  test('is not the result of a zone', () => {
    const files = appendFixtureLines(OBSERVATIONS, 'online,令和8年度,99%,north,,,,,,');
    expect(indicator('online', files)?.latest?.value).toBe(50);
  });

  test('is not a result without a number', () => {
    const files = appendFixtureLines(OBSERVATIONS, 'online,令和8年度,集計中,,,,,,,');
    expect(indicator('online', files)?.latest?.value).toBe(50);
  });

  test.each([
    ['before', ['online,令和8年度,54%,,確報,,,,,', 'online,令和8年度,52%,,速報,,,,,']],
    ['behind', ['online,令和8年度,52%,,速報,,,,,', 'online,令和8年度,54%,,確報,,,,,']],
    ['before, by its value,', ['online,令和8年度,54%,,,,,,,', 'online,令和8年度,52%（速報値）,,,,,,,']],
  ])('is the 確報 of a period, also if its row is %s the 速報', (_where, rows) => {
    expect(indicator('online', appendFixtureLines(OBSERVATIONS, ...rows))?.latest).toMatchObject({
      value: 54,
      certainty: 'final',
    });
  });

  test('is null if there are no results', () => {
    expect(indicator('sns')?.latest).toBeNull();
  });
});

describe('the progress', () => {
  test.each([
    ['sns', 'not-rated', 'not-measured'],
    ['online', 'on-track', null],
    ['waste', 'slightly-behind', null],
    ['water', 'achieved', null],
    ['stay', 'not-rated', 'small-sample'],
    ['walk', 'not-rated', 'target-in-words'],
    ['bus', 'not-rated', 'ended'],
  ])('of %s is %s (%s)', (slug, status, reason) => {
    expect(indicator(slug)?.progress).toMatchObject({ status, reason });
  });

  test('says if there is no target', () => {
    const files = editFixtureFile(`data/plans/${PLAN}/indicators.csv`, '"7,000人以上"', '―');
    expect(indicator('sns', files)?.progress.reason).toBe('no-target');
  });

  test('is rated with a small sample if the plan sets no minimum', () => {
    const files = editFixtureFile(`content/plans/${PLAN}/index.mdx`, 'minimumSample: 100\n', '');
    expect(indicator('stay', files)?.progress.status).toBe('achieved');
  });
});

describe('figures', () => {
  const withRow = (row: string) => indicator('new', appendFixtureLines(`data/plans/${PLAN}/indicators.csv`, row));

  test('keep their original text beside the number', () => {
    expect(indicator('sns')).toMatchObject({
      baseline: { value: 5587, text: '5,587人' },
      target: { value: 7000, comparator: '>=', text: '7,000人以上' },
    });
  });

  test.each([
    ['154', 154],
    ['154千人', 154_000],
    ['18.8万人', 188_000],
    ['1.1万人', 11_000],
    ['4万7,660人', 47_660],
  ])('are counted in the indicator’s unit: %s is %s', (typed, value) => {
    const row = `new,,題,人,増加,,"${typed}",令和4年度,20万人,令和10年度,,,mihon-keikaku,`;
    expect(withRow(row)?.baseline).toMatchObject({ value, text: typed });
  });

  test('of a range are in low and high', () => {
    const row = 'new,,題,%,範囲,,30%,令和4年度,40%以上60%以下,令和10年度,,,mihon-keikaku,';
    expect(withRow(row)?.target).toMatchObject({ comparator: 'within', value: null, low: 40, high: 60 });
  });

  test('use the period in their cell if the column is empty', () => {
    const row = 'new,,題,%,増加,,83.1%(令和4年度),,90%,令和10年度,,,mihon-keikaku,';
    expect(withRow(row)?.baseline.period).toMatchObject({ start: '2022-04-01', end: '2023-03-31' });
  });

  test('use the period of their cell if the column has another', () => {
    const row = 'new,,題,%,増加,,83.1%(令和3年度),令和4年度,90%,令和10年度,,,mihon-keikaku,';
    expect(withRow(row)?.baseline.period.text).toBe('令和3年度');
  });

  test('are null if unknown, and keep their mark', () => {
    const row = 'new,,題,%,増加,,－,令和4年度,90%,令和10年度,,,mihon-keikaku,';
    expect(withRow(row)?.baseline).toMatchObject({ value: null, text: '－' });
  });
});

describe('the targets of an indicator', () => {
  test('are the target in its row, then those in targets.csv', () => {
    const targets = openFixtureSite().targetsOf(`${PLAN}/online`);
    expect(targets.map(({ kind, value, set }) => [kind, value, set])).toEqual([
      ['final', 80, null],
      ['interim', 50, '2023-04-01'],
    ]);
  });

  test.each([
    ['90%', 'slightly-behind', null],
    ['―', 'not-rated', 'no-target'],
  ])('rate the indicator by the one set last: %s', (target, status, reason) => {
    const row = `online,${target},令和10年度,,2026-01-01,mihon-tokei,表9`;
    const online = indicator('online', appendFixtureLines(`data/plans/${PLAN}/targets.csv`, row));
    expect(online).toMatchObject({ target: { text: target }, progress: { status, reason } });
  });

  test('have the target of the indicator once if targets.csv repeats it without a day', () => {
    const list = (...rows: readonly string[]) =>
      openFixtureSite(appendFixtureLines(`data/plans/${PLAN}/targets.csv`, ...rows))
        .targetsOf(`${PLAN}/online`)
        .map(({ text, set }) => [text, set]);
    expect(list('online,80%,令和10年度,最終,,,')).toEqual(list());
    expect(list('online,80%,令和10年度,最終,2025-04-01,,')).toHaveLength(3);
    expect(list('online,85%,令和10年度,最終,,,')).toHaveLength(3);
  });

  test('use the source of the indicator if a row names no source', () => {
    expect(openFixtureSite().targetsOf(`${PLAN}/waste`)[1]).toMatchObject({
      kind: 'final',
      source: { id: 'mihon-keikaku', place: '' },
    });
  });
});

test('an indicator of the whole plan has no plan item', () => {
  expect([indicator('stay')?.node, indicator('sns')?.node]).toEqual([null, 'mihon-keikaku/1_1']);
});

test('building indicators reads the results only once', () => {
  const plan = validateSite(createMemoryFolder({})).parsedSite?.plans.find(({ id }) => id === PLAN);
  if (!plan) throw new Error('no plan');
  const urls = createSiteUrls('/', 'https://mihon.example');
  const asked = (copies: number): number => {
    let count = 0;
    const rows = plan.observations.rows.map((row) => ({
      ...row,
      get fields() {
        count++;
        return row.fields;
      },
    }));
    const others = plan.indicators.rows.flatMap((row) =>
      Array.from({ length: copies }, (_, at) => ({ ...row, fields: { ...row.fields, id: `copy-${at}` } })),
    );
    const indicators = { ...plan.indicators, rows: [...plan.indicators.rows, ...others] };
    const observations = { ...plan.observations, rows };
    buildIndicators({ ...plan, indicators, observations }, urls, new Map());
    return count;
  };
  expect(asked(0)).toBeGreaterThan(0);
  expect(asked(50)).toBe(asked(0));
});
