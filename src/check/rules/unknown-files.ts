import { suggestChoice } from '../../problems/near.ts';
import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';

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
