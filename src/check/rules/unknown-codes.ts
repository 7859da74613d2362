import { suggestChoice } from '../../problems/near.ts';
import { createIssue, type Location } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

/** Codes that a cell mentions stand in the same plan's tree. */
export const checkUnknownCodes: SiteCheck = (known, report) => {
  for (const { tree, indicators, relatedPlans } of known.plans) {
    const mention = (place: Location, value: string) => {
      if (!tree.keys.has(value) && !tree.unread)
        report.add(place, createIssue('unknown-code', { value, near: suggestChoice(value, tree.keys) }));
    };
    for (const { fields, locate } of tree.rows)
      for (const code of fields.related) mention(locate('関連'), code);
    for (const { fields, locate } of indicators.rows)
      for (const code of fields.nodes) mention(locate('コード'), code);
    for (const { fields, locate } of relatedPlans.rows)
      for (const code of fields.nodes) mention(locate('コード'), code);
  }
};
