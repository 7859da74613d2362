import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { SiteCheck } from '../validation-context.ts';
import { GENERATED_GUIDES } from '../../model/chapter.ts';
import { SLUG_PATTERN, MAX_ID_LENGTH } from '../../model/identifiers.ts';
import { findPlanEntryFiles } from '../group-files.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';

/** Everything that is published stands in the project's own folder; what a link elsewhere leads to was never meant to be. */
export const checkOutsidePaths: SiteCheck = ({ folder }, report) => {
  for (const file of folder.outsideLinks ?? [])
    report.add({ file, line: 1, column: 1, field: '' }, createIssue('path-leaves-folder', { file }));
};

const good = (name: string) => SLUG_PATTERN.test(name) && name.length <= MAX_ID_LENGTH;

/** Folders and texts become addresses by their names, so that the names must be fit for one, and nothing else's. */
export const checkPathNames: SiteCheck = (known, report) => {
  const name = (file: string, value: string) => {
    if (!good(value)) report.add({ file, line: 1, column: 1, field: '' }, createIssue('bad-slug', { value }));
  };
  // A plan whose introduction could not be read has a name all the same; it is told at the first of its files.
  const files = findPlanEntryFiles(known.folder);
  for (const id of known.planIds) name(files.get(id) ?? '', id);
  for (const plan of known.plans) for (const { file, slug } of plan.texts) name(file, slug);
  for (const { file, slug } of known.guides) {
    name(file, slug);
    if (GENERATED_GUIDES.includes(slug))
      report.add(
        { file, line: 1, column: 1, field: '' },
        createIssue('reserved-name', { value: slug, names: GENERATED_GUIDES.join('、') }),
      );
  }
};

const READ = [
  /^site\.config\.json$/,
  /^content\/plans\/[^/]+\/(?:text\/)?[^/]+\.mdx$/,
  /^content\/guides\/[^/]+\.mdx$/,
  /^data\/(?:municipalities|themes|glossary|departments|sources|changes|topics|words)\.csv$/,
  /^data\/README\.md$/,
  /^data\/municipalities\/[^/]+\/zones\.(?:csv|geojson)$/,
  /^data\/plans\/[^/]+\/(?:tree|indicators|observations|targets|rating|related-plans)\.csv$/,
];

const NAMES = [
  'municipalities.csv',
  'themes.csv',
  'glossary.csv',
  'departments.csv',
  'sources.csv',
  'changes.csv',
  'topics.csv',
  'words.csv',
  'zones.csv',
  'zones.geojson',
  'tree.csv',
  'indicators.csv',
  'observations.csv',
  'targets.csv',
  'rating.csv',
  'related-plans.csv',
  'index.mdx',
];

/** A file that nothing reads is most likely misnamed, and what it says would be missed. */
export const checkUnknownFiles: SiteCheck = ({ folder }, report) => {
  for (const file of folder.files) {
    if (READ.some((pattern) => pattern.test(file))) continue;
    const name = file.split('/').at(-1) ?? file;
    report.add(
      { file, line: 1, column: 1, field: '' },
      createIssue('unknown-file', { file, near: suggestChoice(name, NAMES) }),
    );
  }
};
