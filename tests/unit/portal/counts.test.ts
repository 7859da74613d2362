import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actionsBelow, actionsWith, descendantsOf, fieldsOf, pagesOf } from '../../../src/portal/counts.ts';
import { openPortal } from '../../../src/portal/open.ts';
import { TOWNS } from '../../support/town.ts';

const portal = openPortal({ root: join(TOWNS, 'sound') });
const PLAN = 'mihon-keikaku';
const node = (code: string) => portal.node(`${PLAN}/${code}`);
const codes = (nodes: readonly { code: string }[]) => nodes.map(({ code }) => code);

describe('counts', () => {
  test('of what stands below a node go to the leaves', () => {
    expect(codes(descendantsOf(portal, node('1')))).toEqual(['1_1', '1_1_2', '1_1_1', '1_1_1_1', '1_o1']);
  });

  test('of actions leave out programmes and outcomes', () => {
    expect([actionsBelow(portal, node('1')), actionsBelow(portal, node('2'))]).toEqual([2, 0]);
  });

  test('of actions with a theme leave out measures', () => {
    expect(actionsWith(portal, 'digital', 'mihon')).toBe(1);
  });
});

test('the pages of a plan stand in its order', () => {
  expect(codes(pagesOf(portal, PLAN))).toEqual(['1', '1_1', '2', '2_1']);
});

test('the fields of a plan with several policies are the measures below them', () => {
  expect(codes(fieldsOf(portal, PLAN))).toEqual(['1_1', '2_1']);
});
