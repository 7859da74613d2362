import { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import { listSourceFiles, type SiteCheck } from '../parsed-site.ts';
import { readTableFile } from '../parse-table.ts';
import type { PlanFileCheck } from '../validate-file.ts';
import { checkNegativeCounts, checkOutliers } from './number-checks.ts';
import { checkCumulativeResults, checkEarlyResults, checkResultsBesideBaseline } from './observation-checks.ts';
import { checkTypedRatings } from './rating-checks.ts';
import { checkIndicatorMemos, checkRenamedIds, checkUnknownCodes, checkUnknownReferences } from './reference-checks.ts';

/** Reports ids of a table that are similar to ids of the same file on the site, and replace them. */
const checkAgainstPublished: PlanFileCheck = (name, context, { folder, plan }, report) => {
  const own = listSourceFiles(context).find((file) => file.name === name);
  // Codes of a tree often differ in one character only, so a similar code is not a misspelt code.
  if (own?.table.ids !== 'unique' || name === 'tree') return;
  checkRenamedIds(own, readTableFile(folder, own.table, new DiagnosticReport(), plan).keys, report);
};

/** Makes a check of one table from a check of a site, unless the check also runs without other files. */
const besideOthers =
  (check: SiteCheck, ...alone: readonly string[]): PlanFileCheck =>
  (name, context, _planFiles, report) => {
    if (!alone.includes(name)) check(context, report);
  };

/** The checks that compare a table of a plan with the other files of the plan. */
export const planFileChecks: readonly PlanFileCheck[] = [
  besideOthers(checkCumulativeResults),
  besideOthers(checkEarlyResults),
  besideOthers(checkIndicatorMemos),
  besideOthers(checkNegativeCounts, 'indicators'),
  besideOthers(checkOutliers),
  besideOthers(checkResultsBesideBaseline),
  besideOthers(checkTypedRatings),
  besideOthers(checkUnknownCodes, 'tree'),
  besideOthers(checkUnknownReferences),
  checkAgainstPublished,
];
