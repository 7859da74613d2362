import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

/** Every node but a programme, of which plans give only a name, is told in plain words. */
export const checkSummaries: SiteCheck = (known, report) => {
  for (const { tree } of known.plans)
    for (const { fields, locate } of tree.rows)
      if (fields.summary === '' && fields.kind !== 'programme')
        report.add(locate('要約'), createIssue('missing-summary', { value: fields.code }));
};
