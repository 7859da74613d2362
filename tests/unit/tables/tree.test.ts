import { expect, test } from 'vitest';
import { createPageFinder, hasPage, type PlanItemRow } from '../../../src/tables/tree.ts';

test.each([
  ['a policy at the top', 'policy', null, true],
  ['a policy below a policy', 'policy', 'policy', true],
  ['a measure below a policy', 'measure', 'policy', true],
  ['a measure at the top', 'measure', null, true],
  ['a measure below a measure', 'measure', 'measure', false],
  ['an action at the top', 'action', null, false],
  ['an outcome below a policy', 'outcome', 'policy', false],
  ['a stance', 'stance', null, false],
  ['an issue', 'issue', null, false],
] as const)('%s (%s below %s) has a page of its own: %s', (_what, kind, parent, page) => {
  expect(hasPage(kind, parent, false)).toBe(page);
});

test.each(['policy', 'measure'] as const)('the only item at the top of a plan has no page: %s', (kind) => {
  expect(hasPage(kind, null, true)).toBe(false);
});

test('an item without a page is on that of the nearest item above, or of the plan, also in a loop', () => {
  const rows = [
    { code: 'top', parent: null, kind: 'policy' },
    { code: 'measure', parent: 'top', kind: 'measure' },
    { code: 'inner', parent: 'measure', kind: 'measure' },
    { code: 'action', parent: 'inner', kind: 'action' },
    { code: 'one', parent: 'other', kind: 'action' },
    { code: 'other', parent: 'one', kind: 'action' },
  ] as PlanItemRow[];
  const list = (given: readonly PlanItemRow[]) => rows.map(({ code }) => code).map(createPageFinder(given));
  expect(list(rows)).toEqual([null, 'measure', 'measure', 'measure', null, null]);
  const second = { code: 'second', parent: null, kind: 'policy' } as PlanItemRow;
  expect(list([...rows, second])).toEqual(['top', 'measure', 'measure', 'measure', null, null]);
});
