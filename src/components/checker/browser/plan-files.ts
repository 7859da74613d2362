import { overlayFolder } from '../../../input/overlay-folder.ts';
import { listKeys } from '../../../model/value-lists.ts';
import { municipalityTables, planTables, sourceTables, type SourceTableName } from '../../../tables/source-tables.ts';
import { getTableFile } from '../../../tables/table-schema.ts';
import { planFileChecks } from '../../../validation/checks/plan-file-checks.ts';
import type { PlanFiles } from '../../../validation/validate-file.ts';
import { getElement, loadOnce } from '../../browser/dom-elements.ts';

/** The plans of the site, from which a person chooses. */
export const planChoice = getElement('check-plan', HTMLSelectElement);

async function loadFile(path: string): Promise<readonly [string, Uint8Array]> {
  const response = await fetch(path.replace('data/', planChoice.dataset.url ?? ''));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return [path, new Uint8Array(await response.arrayBuffer())];
}

/** Loads the files of the plan of an option as the site has them. */
const fetchPlanFiles = loadOnce(async (option: HTMLOptionElement): Promise<PlanFiles> => {
  const { files = '', municipality = '' } = option.dataset;
  const names = `${files} ${planChoice.dataset.files ?? ''}`.split(' ');
  const paths = listKeys(sourceTables)
    .filter((name) => names.includes(name))
    .map((name) => getTableFile(sourceTables[name], name in planTables ? option.value : municipality));
  const contents = await Promise.all(paths.map(loadFile));
  return { plan: option.value, municipality, folder: overlayFolder(new Map(contents)), checks: planFileChecks };
});

async function loadFirst(matches: (option: HTMLOptionElement) => boolean): Promise<PlanFiles | null> {
  const option = [...planChoice.options].find(matches);
  return option ? fetchPlanFiles(option) : null;
}

/** Loads the files of a plan; null if the site does not have the plan. */
export const loadPlanFiles = (plan: string) => loadFirst(({ value }) => value !== '' && value === plan);

/** Loads the files of what a table is of: a plan, or a municipality or the site with the first of their plans. */
export function loadFilesOf(table: SourceTableName, owner: string): Promise<PlanFiles | null> {
  if (table in planTables) return loadPlanFiles(owner);
  if (table in municipalityTables) return loadFirst(({ dataset }) => dataset.municipality === owner);
  return loadFirst(({ value }) => value !== '');
}
