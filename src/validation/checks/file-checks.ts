import { locateFile } from '../../diagnostics/diagnostic.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { LATEST_RELEASE, releaseFiles, RELEASES_FOLDER } from '../../model/data-release.ts';
import { isUsableId, SLUG_PATTERN } from '../../model/identifiers.ts';
import { GENERATED_GUIDES } from '../../model/routes.ts';
import { LIST_PARTS } from '../../tables/cells/id-cells.ts';
import { planTables, sourceTables } from '../../tables/source-tables.ts';
import { getTableFile } from '../../tables/table-schema.ts';
import { findPlanEntryFiles } from '../group-files.ts';
import type { SiteCheck, ValidationContext } from '../parsed-site.ts';

/** Reports links that lead out of the project's folder, because their contents are not meant to be published. */
export const checkOutsidePaths: SiteCheck = ({ folder }, report) => {
  for (const file of folder.outsideLinks ?? []) report.add(locateFile(file), 'path-leaves-folder', { file });
};

/** Reports names of folders and texts that can't be part of a URL, or that a generated page has already. */
export const checkPathNames: SiteCheck = (context, report) => {
  const checkName = (file: string, value: string, isTaken = false) => {
    if (isTaken || !isUsableId(value, SLUG_PATTERN)) report.add(locateFile(file), 'bad-slug', { value });
  };
  // A plan without a readable introduction is reported at its first file.
  const files = findPlanEntryFiles(context.folder);
  for (const id of context.planIds) checkName(files.get(id) ?? '', id, LIST_PARTS.test(id));
  for (const plan of context.plans) for (const { file, slug } of plan.texts) checkName(file, slug);
  for (const { file, slug } of context.guides) {
    checkName(file, slug);
    if (GENERATED_GUIDES.includes(slug))
      report.add(locateFile(file), 'reserved-name', { value: slug, names: GENERATED_GUIDES.join('、') });
  }
};

const getIndexFile = (plan: string) => `content/plans/${plan}/index.mdx`;
const getTreeFile = (plan: string) => getTableFile(planTables.tree, plan);

/** Reports plans without an introduction or a tree, with the file that was probably moved or renamed. */
export const checkPlanFolders: SiteCheck = ({ folder, planIds }, report) => {
  // A folder with an unusable name, such as a copy of another, has a diagnostic of its own.
  const ids = [...planIds].filter((id) => isUsableId(id, SLUG_PATTERN));
  const byEnd = new Map(folder.files.map((file) => [file.split('/').slice(-2).join('/'), file]));
  const unknown = folder.files.filter((file) => !READ_PATH.test(file));
  const misnamed = new Map(unknown.map((file) => [file.replace(/[^/]+$/, findSimilarName), file]));
  for (const getFile of [getIndexFile, getTreeFile]) {
    const getOther = getFile === getIndexFile ? getTreeFile : getIndexFile;
    // The folder of the file may have an unusable name.
    const lone = [...planIds].filter((id) => folder.has(getFile(id)) && !folder.has(getOther(id))).map(getFile);
    for (const id of ids) {
      const file = getFile(id);
      if (folder.has(file)) continue;
      const moved = byEnd.get(file.split('/').slice(-2).join('/'));
      const near = moved ?? misnamed.get(file) ?? (lone.length === 1 ? lone.join('') : '');
      const why = '計画には必ず要ります。写しなどで、要らない計画なら、そのフォルダを消します。';
      report.add(locateFile(file), 'missing-file', { file, why, near });
    }
  }
};

const PATHS = [
  ...Object.values(sourceTables).map(({ path }) => path),
  LATEST_RELEASE,
  'site.config.json',
  'data/README.md',
  'content/{logo}.png',
  'data/municipalities/{municipality}/zones.geojson',
  'data/municipalities/{municipality}/outline.geojson',
  'content/plans/{plan}/{text}.mdx',
  'content/plans/{plan}/text/{text}.mdx',
  'content/guides/{guide}.mdx',
  ...Object.values(releaseFiles).map((name) => `${RELEASES_FOLDER}/{release}/${name}`),
];

/** The paths of the files that the project reads. Nothing of another file is published. */
export const READ_PATH = new RegExp(
  `^(?:${PATHS.map((path) => path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')).join('|')})$`,
);

/** The possible correct names of a misnamed file. */
const NAMES = [...PATHS.filter((path) => /^data\/.*(?:csv|geojson)$/.test(path)), 'index.mdx'].map((path) =>
  path.slice(path.lastIndexOf('/') + 1),
);

/** The endings of tables that are workbooks. */
const WORKBOOK = /\.(?:xls[xmb]?|ods)$/i;

/** Returns the name that is probably meant: misspelt, or with an addition, as people and OneDrive give it to copies. */
function findSimilarName(file: string): string {
  const name = file.replace(WORKBOOK, '.csv');
  const isCopy = (one: string) => new RegExp(`^${one.replace('.', '[^a-z].*\\.')}$`, 'i').test(name);
  return NAMES.find(isCopy) ?? suggestChoice(name, NAMES);
}

/** Returns the path at which a file of a plan or municipality is missing; empty if the file is in no other folder. */
function findRightPath(file: string, { folder, planIds, municipalities }: ValidationContext): string {
  const [id = '', name = ''] = file.split('/').slice(-2);
  const owner = planIds.has(id) ? '{plan}' : municipalities.keys.has(id) ? '{municipality}' : null;
  const right = owner && PATHS.map((path) => path.replace(owner, id)).find((path) => path.endsWith(`/${id}/${name}`));
  return !right || folder.has(right) ? '' : right;
}

/** Reports files that nothing reads. They are probably misnamed, and their contents are missing on the site. */
export const checkUnknownFiles: SiteCheck = (context, report) => {
  const { folder } = context;
  for (const file of folder.files) {
    if (READ_PATH.test(file)) continue;
    const name = file.slice(file.lastIndexOf('/') + 1);
    const near = findSimilarName(name);
    report.add(locateFile(file), 'unknown-file', {
      file,
      near,
      ...(name.startsWith('~$') && { lock: 1 }),
      right: findRightPath(file, context),
      ...(near === name && { misplaced: 1 }),
      // A renamed file must never replace an existing one.
      ...(near !== '' && folder.has(file.slice(0, -name.length) + near) && { beside: near }),
      ...(near !== '' && WORKBOOK.test(name) && { workbook: near }),
    });
  }
};
