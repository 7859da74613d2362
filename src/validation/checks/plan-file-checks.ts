import { readTableFile } from '../parse-table.ts';
import { listSourceFiles, type SiteCheck } from '../parsed-site.ts';
import type { PlanFileCheck } from '../validate-file.ts';
import { checkCopiedResults, checkCounts, checkOutliers } from './number-checks.ts';
import { checkCumulativeResults, checkEarlyResults, checkResultsBesideBaseline } from './observation-checks.ts';
import { checkTypedRatings } from './rating-checks.ts';
import { checkIndicatorMemos, checkRenamedIds, checkUnknownCodes, checkUnknownReferences } from './reference-checks.ts';

/** Reports ids of a table that are similar to ids of the same file on the site, and replace them. */
const checkAgainstPublished: PlanFileCheck = (context, report, name, { folder, plan }) => {
  const own = listSourceFiles(context).find((file) => file.name === name);
  // Codes of a tree often differ in one character only, so a similar code is not a misspelt code.
  if (own?.table.ids !== 'unique' || name === 'tree') return;
  checkRenamedIds(own, readTableFile(folder, own.table, plan).keys, report);
};

/** The checks that compare the files of a plan. */
export const planChecks: readonly SiteCheck[] = [
  checkCumulativeResults,
  checkEarlyResults,
  checkIndicatorMemos,
  checkCounts,
  checkOutliers,
  checkCopiedResults,
  checkResultsBesideBaseline,
  checkTypedRatings,
  checkUnknownCodes,
  checkUnknownReferences,
];

/** The checks that compare a table of a plan with the other files of the plan. */
export const planFileChecks: readonly PlanFileCheck[] = [...planChecks, checkAgainstPublished];
