import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import {
  appendFixtureLines,
  editFixtureFile,
  createEmptyFolder,
  writeFixture,
  type FixtureFiles,
} from '../../support/fixture-site.ts';
import { openSharedSite, openFixtureSite } from '../../support/shared-sites.ts';

const PLAN = 'mihon-keikaku';
const DATA = `data/plans/${PLAN}`;
const HEAD = '順,記号,名称,尺度,下限,下限を含む,上限,上限を含む,年度,誤差,説明';
const bands = (...rows: readonly string[]): FixtureFiles => ({
  [`${DATA}/rating.csv`]: `${[HEAD, ...rows].join('\n')}\n`,
});
const BY_SHARE = bands('2,B,半分より下,達成率,,,50,,,,', '1,A,半分以上,達成率,50,1,,,,,');
const ratings = (slug: string, files: FixtureFiles = {}) => openFixtureSite(files).ratingsOf(`${PLAN}/${slug}`);

describe('the ratings of an indicator', () => {
  test('contain only the common rating if its plan has no method', () => {
    expect(ratings('online').map(({ method, status }) => [method, status])).toEqual([['linear', 'on-track']]);
  });

  test('contain the common rating, then that of its plan', () => {
    const [common, own] = ratings('online', BY_SHARE);
    expect(common).toMatchObject({ method: 'linear', status: 'on-track', band: null, measured: null });
    expect(own).toMatchObject({
      method: 'own',
      status: null,
      reason: null,
      band: { symbol: 'A', low: 0.5 },
      measured: 0.5,
    });
  });

  test('are by the first band that contains the value, in any order of rows', () => {
    const site = openFixtureSite(bands('2,B,そのほか,達成率,0,1,,,,,', '1,A,半分以上,達成率,50,1,,,,,'));
    expect(site.bandsOf(PLAN).map(({ symbol }) => symbol)).toEqual(['A', 'B']);
    expect(site.ratingsOf(`${PLAN}/online`)[1]?.band?.symbol).toBe('A');
  });

  test('contain every number that they use', () => {
    const used = {
      judgedBy: '>=',
      sample: null,
      figures: { achieved: 0.5, elapsed: 1096 / 2192, pace: 1, expected: 50, difference: 30 },
    };
    expect(ratings('online', BY_SHARE)).toMatchObject([used, used]);
  });

  test('contain no numbers if the indicator is not rated', () => {
    const found = ratings('stay', BY_SHARE);
    expect(found.map(({ reason }) => reason)).toEqual(['small-sample', 'small-sample']);
    expect(new Set(found.flatMap(({ figures }) => Object.values(figures)))).toEqual(new Set([null]));
  });

  test('are also in the progress of the indicator', () => {
    const own = openFixtureSite(BY_SHARE).indicators.map(({ progress }) => progress.own?.symbol ?? null);
    expect(own).toEqual([null, 'A', 'B', null, null, null, null]);
    expect(openFixtureSite().indicators.every(({ progress }) => progress.own === null)).toBe(true);
  });

  test('use the symbol that a municipality typed', () => {
    const typed = bands('1,A,順調,記入,,,,,,,', '2,B,遅れ,記入,,,,,,,');
    const files = {
      ...typed,
      ...appendFixtureLines(`${DATA}/observations.csv`, 'sns,令和7年度,集計中,,,,A,,,'),
    };
    const [, own] = ratings('sns', files);
    expect([own?.band?.title, openFixtureSite(files).indicators[0]?.progress.reason]).toEqual(['順調', 'not-measured']);
  });
});

test('the order of rows does not change a rating', () => {
  const reversed = (path: string): FixtureFiles => {
    const [head = '', ...rows] = readFileSync(join(EXAMPLE_SITE, path), 'utf8').trim().split('\n');
    return { [path]: `${[head, ...rows.reverse()].join('\n')}\n` };
  };
  const siteData = openSharedSite(EXAMPLE_SITE);
  const root = createEmptyFolder();
  cpSync(EXAMPLE_SITE, root, { recursive: true });
  for (const { id } of siteData.plans)
    for (const file of ['observations.csv', 'rating.csv']) writeFixture(root, reversed(`data/plans/${id}/${file}`));
  expect(openSiteData({ root }).ratings).toEqual(siteData.ratings);
});

describe('a later target', () => {
  const later = (row: string) => appendFixtureLines(`${DATA}/targets.csv`, row);
  const online = (files: FixtureFiles) => openFixtureSite(files).indicators.find(({ id }) => id === `${PLAN}/online`);

  test('replaces the target in the row of the indicator, which stays in the list of targets', () => {
    const files = later('online,90%,令和10年度,最終,2025-04-01,,');
    expect(online(files)).toMatchObject({
      target: { value: 90, text: '90%' },
      progress: { status: 'slightly-behind', achieved: expect.closeTo(30 / 70, 12) as number },
    });
    const texts = openFixtureSite(files)
      .targetsOf(`${PLAN}/online`)
      .map(({ text }) => text);
    expect(texts).toEqual(['80%', '50%', '90%']);
  });

  test('does not replace it if it was set before the source of the row was issued', () => {
    expect(online(later('online,90%,令和10年度,最終,2020-04-01,,'))?.target.value).toBe(80);
  });

  test('does not replace it if it is an interim target', () => {
    expect(online(later('online,90%,令和9年度,中間,2025-04-01,,'))?.target.value).toBe(80);
  });

  test('may say that the indicator no longer has a target', () => {
    expect(online(later('online,―,,最終,2025-04-01,,'))?.progress.reason).toBe('no-target');
  });
});

describe('a result at the time of the baseline or before it', () => {
  test('stays in the series, but is not rated', () => {
    const files = appendFixtureLines(
      `${DATA}/observations.csv`,
      'sns,令和3年度,"9,000人",,,,,,,',
      'sns,令和5年10月時点,"5,600人",,,,,,,',
    );
    const siteData = openFixtureSite(files);
    expect(siteData.observationsOf(`${PLAN}/sns`)).toHaveLength(3);
    expect(siteData.indicators[0]).toMatchObject({
      latest: null,
      progress: { status: 'not-rated', reason: 'not-measured' },
    });
  });
});

describe('an indicator of several plan items', () => {
  const files = editFixtureFile(`${DATA}/indicators.csv`, 'online,1_1_2,', 'online,1_1_2;2_1;1_1,');

  test('belongs to each of them, and first to the first', () => {
    const siteData = openFixtureSite(files);
    expect(siteData.indicators[1]).toMatchObject({
      node: `${PLAN}/1_1_2`,
      nodes: [`${PLAN}/1_1_2`, `${PLAN}/2_1`, `${PLAN}/1_1`],
    });
    expect(siteData.indicatorsOfPlanItem(`${PLAN}/2_1`).map(({ id }) => id)).toContain(`${PLAN}/online`);
  });
});
