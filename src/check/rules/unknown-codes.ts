import { near } from '../../problems/near.ts';
import { flaw, type Place } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

/** Codes that a cell mentions stand in the same plan's tree. */
export const unknownCodes: Rule = (known, report) => {
  for (const { tree, indicators, relatedPlans } of known.plans) {
    const mention = (place: Place, value: string) => {
      if (!tree.keys.has(value) && !tree.unread)
        report.add(place, flaw('unknown-code', { value, near: near(value, tree.keys) }));
    };
    for (const { value, at } of tree.rows) for (const code of value.related) mention(at('関連'), code);
    for (const { value, at } of indicators.rows) for (const code of value.nodes) mention(at('コード'), code);
    for (const { value, at } of relatedPlans.rows)
      for (const code of value.nodes) mention(at('コード'), code);
  }
};
