import type { SiteCheck } from '../parsed-site.ts';
import { checkOutsidePaths, checkPathNames, checkPlanFolders, checkUnknownFiles } from './file-checks.ts';
import { checkMovedIds, checkReplacedPlans, checkSharedIds } from './id-checks.ts';
import { checkMdxCharacters, checkMdxContent, checkTextBodies, checkTextLinks } from './mdx-checks.ts';
import { checkAbolitions, checkMunicipalityShapes, checkZonePlans, checkZoneShapes } from './municipality-checks.ts';
import { planChecks } from './plan-file-checks.ts';
import { checkPlanStates } from './plan-state-checks.ts';
import { checkUnusedIds } from './reference-checks.ts';
import { tableChecks } from './table-checks.ts';
import { checkPlanActions, checkPlanLevels } from './tree-checks.ts';

/** Every check of a site, in any order but for the last one, which runs only if nothing else is wrong. */
export const siteChecks: readonly SiteCheck[] = [
  ...tableChecks,
  checkTextBodies,
  checkOutsidePaths,
  checkPlanLevels,
  checkTextLinks,
  checkMovedIds,
  checkReplacedPlans,
  checkPathNames,
  checkPlanFolders,
  checkPlanActions,
  checkPlanStates,
  checkAbolitions,
  checkMunicipalityShapes,
  checkZoneShapes,
  checkSharedIds,
  checkMdxCharacters,
  checkMdxContent,
  checkUnknownFiles,
  ...planChecks,
  checkZonePlans,
  checkUnusedIds,
];
