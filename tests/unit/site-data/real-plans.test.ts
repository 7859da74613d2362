import { describe, expect, test } from 'vitest';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

/** The counts in the printed plans, made by hand before they became data. */
const counted: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'kashiwa-suishin': { policy: 3, measure: 7, action: 17 },
  'kashiwara-unei-r2': { policy: 4, measure: 7, action: 10, outcome: 10, programme: 7 },
  'hiratsuka-jitsugen': { policy: 3, measure: 8, action: 20, outcome: 3 },
  'warabi-jiritsu': { policy: 4, measure: 35, action: 46 },
  'kanazawa-keiei': { policy: 3, measure: 27, action: 35, stance: 5, issue: 14 },
};
const siteData = openSharedSite(REPOSITORY_FOLDER);

describe('the data contains everything in the texts of the plans', () => {
  test.each(Object.entries(counted))('%s', (plan, counts) => {
    const kinds = Object.groupBy(siteData.planItemsOf(plan), ({ kind }) => kind);
    expect(Object.fromEntries(Object.entries(kinds).map(([kind, items]) => [kind, items.length]))).toEqual(counts);
  });

  test('the introduction says so if the text of a plan names no department', () => {
    const silent = siteData.plans.filter(({ id }) =>
      siteData.planItemsOf(id).every((item) => item.departments.length === 0),
    );
    expect(silent).toHaveLength(4);
    for (const { id } of silent) {
      const introduction = siteData.chaptersOf(id).find(({ role }) => role === 'introduction')?.text;
      expect(introduction, id).toMatch(/担当(?:する)?部署[^。]*(?:出てきません|書かれていません)。/);
    }
  });

  test('the zones of 柏市 and the plans that 蕨市 relates to its own', () => {
    expect(siteData.zonesOf('kashiwa')).toHaveLength(4);
    expect(siteData.relatedPlansOf('warabi-jiritsu')).toHaveLength(3);
  });

  test.each([
    ['kashiwa-suishin', 17],
    ['kashiwara-unei-r2', 20],
    ['hiratsuka-jitsugen', 3],
    ['warabi-jiritsu', 46],
    ['kanazawa-keiei', 18],
  ])('%s prints %i items in sentences, which have names by the site', (plan, count) => {
    const named = siteData.planItemsOf(plan).filter(({ inferred }) => inferred.includes('title'));
    expect(named).toHaveLength(count);
    expect(new Set(named.map(({ level }) => level)).size).toBe(plan === 'kashiwara-unei-r2' ? 2 : 1);
  });

  test('蕨市 prints the mark 強靱化 between two measures, so that it is the site that puts it on one', () => {
    const marked = siteData.planItems.filter(({ marks }) => marks.length > 0);
    expect(marked.map(({ id, marks, inferred }) => [id, marks, inferred])).toEqual([
      ['warabi-jiritsu/33_1', ['強靱化'], ['marks']],
    ]);
  });

  test('蕨市 links SDG 16 to 33-1 and 17 to its other eight measures, and to those that it names in brackets', () => {
    const linked = siteData.planItemsOf('warabi-jiritsu').filter(({ sdgs }) => sdgs.length > 0);
    const below = [
      ['33_1', 2],
      ['33_2', 3],
      ['33_3', 3],
      ['34_1', 3],
      ['34_2', 3],
      ['34_3', 1],
      ['35_1', 5],
      ['35_2', 3],
      ['35_3', 3],
    ] as const;
    const printed = below.flatMap(([code, count]) => [
      code,
      ...Array.from({ length: count }, (_, at) => `${code}_${at + 1}`),
    ]);
    expect(linked.map(({ code, sdgs }) => [code, ...sdgs])).toEqual(
      printed.map((code) => [code, code.startsWith('33_1') ? 16 : 17]),
    );
  });

  test('金沢市 ends every list of actions with など, so that all of them are examples', () => {
    const items = siteData.planItemsOf('kanazawa-keiei');
    expect(items.filter(({ examples }) => examples)).toEqual(items.filter(({ kind }) => kind === 'action'));
  });

  test('柏原市 pairs each activity goal with an achievement goal, both ways', () => {
    const actions = siteData.planItemsOf('kashiwara-unei-r2').filter(({ kind }) => kind === 'action');
    expect(actions).toHaveLength(10);
    for (const { id, related } of actions) {
      const [outcome] = related.map(siteData.planItem);
      expect(outcome?.kind).toBe('outcome');
      expect(outcome?.related).toEqual([id]);
    }
  });
});

test('no description of a theme names a theme without plan items, which has no page', () => {
  const titles = siteData.themes.map(({ title }) => title);
  const named = siteData.themes.flatMap(({ description }) => description.match(/(?<=「).*?(?=」)/g) ?? []);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((title) => !titles.includes(title))).toEqual([]);
});

describe('the indicators of 蕨市 are as printed, with their numbers', () => {
  test.each([
    ['sdgs-proposals', '59件', 59, '90件', 90, '件'],
    ['agreements', '44件', 44, '55件', 55, '件'],
    ['tax-collection', '97.4%', 97.4, '98%', 98, '%'],
    ['sns-followers', '5,587人', 5587, '7,000人', 7000, '人'],
  ])('%s', (slug, baselineText, baselineValue, targetText, targetValue, unit) => {
    const indicator = siteData.indicators.find(({ id }) => id === `warabi-jiritsu/${slug}`);
    expect(indicator?.unit).toBe(unit);
    expect(indicator?.baseline).toMatchObject({ text: baselineText, value: baselineValue });
    expect(indicator?.target).toMatchObject({ text: targetText, value: targetValue });
  });

  test('are not measured without results, never 0 %', () => {
    const unmeasured = siteData.indicators.filter(({ latest }) => latest === null);
    expect(unmeasured.length).toBeGreaterThan(0);
    expect(siteData.indicators.filter(({ progress }) => progress.reason === 'not-measured')).toEqual(unmeasured);
    expect(unmeasured.filter(({ progress }) => progress.achieved !== null)).toEqual([]);
  });
});
