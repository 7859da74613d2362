import { expect, test } from 'vitest';
import { hasPage } from '../../../src/tables/tree.ts';

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
