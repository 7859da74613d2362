import { overlayFolder } from '../../../input/overlay-folder.ts';
import { planFileChecks } from '../../../validation/checks/plan-file-checks.ts';
import type { PlanFiles } from '../../../validation/validate-file.ts';
import { getElement } from '../../browser/dom-elements.ts';

/** The plans of the site, from which a person chooses. */
const planChoice = getElement('check-plan', HTMLSelectElement);

const loaded = new Map<string, Promise<PlanFiles>>();

async function loadFile(name: string): Promise<readonly [string, Uint8Array]> {
  const response = await fetch(`${planChoice.dataset.url ?? ''}${name}`);
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return [`data/${name}`, new Uint8Array(await response.arrayBuffer())];
}

async function fetchPlanFiles(option: HTMLOptionElement): Promise<PlanFiles> {
  const { files = '', municipality = '' } = option.dataset;
  const names = `${files} ${planChoice.dataset.files ?? ''}`.split(' ').filter((name) => name !== '');
  const contents = await Promise.all(names.map(loadFile));
  return { plan: option.value, municipality, folder: overlayFolder(new Map(contents)), checks: planFileChecks };
}

/** Loads the files of a plan as the site has them, once; null if the site does not have the plan. */
export async function loadPlanFiles(plan: string): Promise<PlanFiles | null> {
  const option = [...planChoice.options].find(({ value }) => value !== '' && value === plan);
  if (!option) return null;
  const files = loaded.get(plan) ?? fetchPlanFiles(option);
  loaded.set(plan, files);
  // After a failure, the next call tries again.
  files.catch(() => loaded.delete(plan));
  return files;
}

/** Loads the files of a municipality, with those of one of its plans. */
export async function loadMunicipalityFiles(municipality: string): Promise<PlanFiles | null> {
  const option = [...planChoice.options].find(({ dataset }) => dataset.municipality === municipality);
  return option ? loadPlanFiles(option.value) : null;
}

/** Loads the files of the site, with those of its first plan. */
export async function loadSiteFiles(): Promise<PlanFiles | null> {
  return loadPlanFiles([...planChoice.options].find(({ value }) => value !== '')?.value ?? '');
}
