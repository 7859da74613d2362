import { describe, expect, test } from 'vitest';
import { groupByDepartment, groupByGoal, getKindWord } from '../../../src/site-data/plan-composition.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

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
    const twice = division?.shares.filter((share) => share.items.some(({ code }) => code === '2_2_2'));
    expect(twice?.map(({ department }) => department)).toEqual(['広報課（架空）', '財政課（架空）']);
  });

  test('leaves no measure or action out', () => {
    const counted = items.filter(({ kind }) => kind === 'measure' || kind === 'action');
    const divided = new Set(division?.shares.flatMap((share) => share.items.map(({ id }) => id)));
    expect(divided).toEqual(new Set(counted.map(({ id }) => id)));
  });

  test('lists items without a department last', () => {
    const [first] = items.filter(({ kind }) => kind === 'action');
    const planItemsOf = () => items.map((item) => (item === first ? { ...item, departments: [] } : item));
    const last = groupByDepartment({ ...example, planItemsOf }, PLAN)?.shares.at(-1);
    expect([last?.department, last?.items.map(({ id }) => id)]).toEqual([null, [first?.id]]);
  });

  test('is empty for a plan that names no department', () => {
    expect(groupByDepartment(openSharedSite(REPOSITORY_FOLDER), 'warabi-jiritsu')).toBeNull();
  });
});
