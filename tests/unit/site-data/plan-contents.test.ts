import { describe, expect, test } from 'vitest';
import { listPlanContents, MAX_ITEMS, type PlanPart } from '../../../src/site-data/plan-contents.ts';
import { openSharedSite, openFixtureSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const sound = openFixtureSite();
const real = openSharedSite(REPOSITORY_FOLDER);
const read = (siteData: typeof real, id: string) => listPlanContents(siteData, siteData.plan(id));
const toCodes = (parts: readonly PlanPart[]): unknown[] =>
  parts.map(({ item, parts: below }) => [item.code, ...toCodes(below)]);

describe('the contents of a plan’s page', () => {
  test('begin below the only item at the top if it repeats the title of the plan', () => {
    const { opening, parts } = read(real, 'warabi-jiritsu');
    expect(opening?.code).toBe('7');
    expect(toCodes(parts)).toEqual([
      ['33', ['33_1'], ['33_2'], ['33_3']],
      ['34', ['34_1'], ['34_2'], ['34_3']],
      ['35', ['35_1'], ['35_2'], ['35_3']],
    ]);
  });

  test('begin with the items at the top if there are several, or if the only one has a title of its own', () => {
    expect(read(real, 'kashiwa-suishin').opening).toBeNull();
    expect(toCodes(read(sound, 'mihon-keikaku').parts).length).toBeGreaterThan(1);
    const plan = { ...real.plan('warabi-jiritsu'), title: '第7章' };
    const renamed = listPlanContents(real, plan);
    expect(renamed.opening).toBeNull();
    expect(renamed.parts.map(({ item }) => item.code)).toEqual(['7']);
  });

  test('count every action once', () => {
    for (const { id } of real.plans) {
      const actions = read(real, id).parts.flatMap((part) => part.actions);
      const all = real.planItemsOf(id).filter(({ kind }) => kind === 'action');
      expect(new Set(actions)).toEqual(new Set(all));
      expect(actions).toHaveLength(all.length);
    }
  });

  test('have headings of two levels, and the items at the ends of the branches without them', () => {
    const { parts, others, leaves } = read(sound, 'mihon-keikaku');
    expect(toCodes(parts)).toEqual([
      ['1', ['1_1']],
      ['2', ['2_1']],
    ]);
    expect(others.map(({ code }) => code)).toEqual(['s1', 'i1']);
    expect(leaves.map(({ code }) => code)).toEqual(['s1', '1_1_2', '1_1_1_1', '1_o1', 'i1']);
  });

  test('list items at the top without others below apart', () => {
    const { others } = read(real, 'kanazawa-keiei');
    expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['stance', 'issue']));
  });

  test('are whole up to the limit', () => {
    const [item] = real.planItemsOf('warabi-jiritsu');
    const withItems = (count: number) =>
      listPlanContents(
        { ...real, planItemsOf: () => Array.from({ length: count }, () => item ?? expect.fail()) },
        real.plan('warabi-jiritsu'),
      ).isWhole;
    expect([withItems(MAX_ITEMS), withItems(MAX_ITEMS + 1)]).toEqual([true, false]);
  });
});
