import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

/** Zones are parts that a plan speaks of, so that a municipality with zones has a plan. */
export const checkZonePlans: SiteCheck = (known, report) => {
  const planned = new Set(known.plans.map(({ index }) => index.front.municipality));
  const allRead = known.plans.length === known.planIds.size;
  for (const { municipality, zones } of known.zones)
    if (
      allRead &&
      zones.rows.length > 0 &&
      known.municipalities.keys.has(municipality) &&
      !planned.has(municipality)
    )
      report.add(
        { file: zones.file, line: 1, column: 1, field: '' },
        createIssue('zones-without-plan', { value: municipality }),
      );
};
