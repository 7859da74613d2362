import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  listFilterThemes,
  groupCounted,
  listPlanContents,
  MAX_ITEMS,
  type PlanPart,
  groupByDepartment,
  groupByGoal,
  getKindWord,
} from '../../../src/site-data/plan-contents.ts';
import type { PlanItem } from '../../../src/tables/tree.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { FIXTURE_SITES } from '../../support/fixture-site.ts';
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
      const actions = read(real, id).parts.flatMap((part) => part.counted);
      const all = real.planItemsOf(id).filter(({ kind }) => kind === 'action');
      expect(new Set(actions)).toEqual(new Set(all));
      expect(actions).toHaveLength(all.length);
    }
  });

  test('have a square for each action, also for those with others below them and those beside the parts', () => {
    const file = 'data/plans/mihon-keikaku/tree.csv';
    const row = (code: string, parent: string) =>
      `${code},${parent},取組,取組,取組${code},まちをつくります。,digital,,,,,,,mihon-keikaku,`;
    const tree = [
      readFileSync(join(FIXTURE_SITES, 'sound', file), 'utf8').trim(),
      row('x1', ''),
      row('x1_1', 'x1'),
      row('x2', ''),
    ];
    const town = openFixtureSite({ [file]: `${tree.join('\n')}\n` });
    const groups = groupCounted(read(town, 'mihon-keikaku')).map((part) => [
      part.name,
      ...part.groups.map(({ title, items: own }) => [title, ...own.map(({ code }) => code)]),
    ]);
    expect(groups).toEqual([
      ['第1章 みんなでつくるまち', ['情報を伝える', '1_1_2', '1_1_1']],
      ['第2章 むだのないまち'],
      ['(1) 取組x1', ['', 'x1', 'x1_1']],
      ['ほかの取組', ['', 'x2']],
    ]);
  });

  test('have a square for each measure of a plan without actions, and none if no part has any below', () => {
    const isKept = ({ kind }: PlanItem) => kind !== 'action';
    const withoutActions = {
      ...sound,
      planItemsOf: (id: string) => sound.planItemsOf(id).filter(isKept),
      childrenOf: (id: string) => sound.childrenOf(id).filter(isKept),
    };
    const contents = read(withoutActions, 'mihon-keikaku');
    expect(contents.kind).toBe('measure');
    expect(groupCounted(contents).map(({ groups }) => groups.map(({ title, items: own }) => [title, own]))).toEqual([
      [['', [sound.planItem('mihon-keikaku/1_1')]]],
      [['', [sound.planItem('mihon-keikaku/2_1')]]],
    ]);
    const rootItemsOf = (id: string) => withoutActions.planItemsOf(id).filter(({ kind }) => kind === 'measure');
    expect(groupCounted(read({ ...withoutActions, rootItemsOf }, 'mihon-keikaku'))).toEqual([]);
  });

  test('have squares only in parts if no action is beside them, and none without parts', () => {
    const contents = read(sound, 'mihon-keikaku');
    expect(groupCounted(contents).map(({ name }) => name)).toEqual([
      '第1章 みんなでつくるまち',
      '第2章 むだのないまち',
    ]);
    expect(groupCounted({ ...contents, parts: [], others: sound.planItemsOf('mihon-keikaku') })).toEqual([]);
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

  test('are filtered by the themes of the actions above an item, too', () => {
    const leaf = sound.planItem('mihon-keikaku/1_1_1_1');
    const above = { ...leaf, themes: ['finance'] };
    const list = (kind: typeof leaf.kind) =>
      listFilterThemes(
        { ...sound, ancestorsOf: () => [{ ...above, kind }] },
        { ...leaf, themes: ['digital'] },
        'action',
      );
    expect(list('action')).toEqual(['finance', 'digital']);
    expect(list('measure')).toEqual(['digital']);
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
      ).listsAllItems;
    expect([withItems(MAX_ITEMS), withItems(MAX_ITEMS + 1)]).toEqual([true, false]);
  });
});

const example = openSharedSite(EXAMPLE_SITE);
const PLAN = 'mihon-sogo';
const items = example.planItemsOf(PLAN);

describe('the goals of items', () => {
  test('are in their order, and an item with two goals counts for both', () => {
    const reported = groupByGoal(items).map(({ goal, items: linked }) => [goal, linked.map(({ code }) => code)]);
    expect(reported).toEqual([
      [9, ['2_1']],
      [12, ['2_2']],
      [16, ['1_1', '1_2']],
      [17, ['1_2', '2_3']],
    ]);
  });

  test('leave out an item below another with the same goal', () => {
    const reported = groupByGoal(real.planItemsOf('warabi-jiritsu'));
    expect(reported.map(({ goal, items: linked }) => [goal, linked.length])).toEqual([
      [16, 1],
      [17, 8],
    ]);
    expect(new Set(reported.flatMap(({ items: linked }) => linked.map(({ level }) => level)))).toEqual(
      new Set(['施策']),
    );
  });

  test('are empty if the plan names no goal', () => {
    expect(groupByGoal(items.filter(({ kind }) => kind === 'action'))).toEqual([]);
  });
});

describe('the word for items', () => {
  test('is that of their kind', () => {
    expect(getKindWord(items.filter(({ kind }) => kind === 'action'))).toBe('取組');
  });

  test('is a common one for several kinds', () => {
    expect(getKindWord(items)).toBe('項目');
  });
});

describe('the division of a plan among departments', () => {
  const division = groupByDepartment(example, PLAN);

  test('counts measures and actions, and items of two departments twice', () => {
    expect(division?.kinds).toEqual(['measure', 'action']);
    for (const { department, items: own } of division?.shares ?? [])
      for (const { departments } of own)
        expect(departments.map((id) => example.department(id).title)).toContain(department);
    const twice = division?.shares.filter((share) => share.items.some(({ code }) => code === '2_2_2'));
    expect(twice?.map(({ department }) => department)).toEqual(['広報課（架空）', '財政課（架空）']);
  });

  test('leaves no measure or action out', () => {
    const counted = items.filter(({ kind }) => kind === 'measure' || kind === 'action');
    const divided = new Set(division?.shares.flatMap((share) => share.items.map(({ id }) => id)));
    expect(divided).toEqual(new Set(counted.map(({ id }) => id)));
    expect(division?.shares.every((share) => share.items.length > 0)).toBe(true);
  });

  test('lists items without a department last', () => {
    const [first] = items.filter(({ kind }) => kind === 'action');
    const planItemsOf = () => items.map((item) => (item === first ? { ...item, departments: [] } : item));
    const last = groupByDepartment({ ...example, planItemsOf }, PLAN)?.shares.at(-1);
    expect([last?.department, last?.items.map(({ id }) => id)]).toEqual([null, [first?.id]]);
  });

  test('leaves out the kinds for which the plan names no department', () => {
    const planItemsOf = () => items.map((item) => (item.kind === 'measure' ? { ...item, departments: [] } : item));
    expect(groupByDepartment({ ...example, planItemsOf }, PLAN)?.kinds).toEqual(['action']);
  });

  test('is empty for a plan that names no department', () => {
    expect(groupByDepartment(openSharedSite(REPOSITORY_FOLDER), 'warabi-jiritsu')).toBeNull();
  });
});
