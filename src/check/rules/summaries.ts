import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';

/** Every node but a programme, of which plans give only a name, is told in plain words. */
export const summaries: Rule = (known, report) => {
  for (const { tree } of known.plans)
    for (const { value, at } of tree.rows)
      if (value.summary === '' && value.kind !== 'programme')
        report.add(at('要約'), flaw('missing-summary', { value: value.code }));
};
