import { expect, test } from 'vitest';
import { groupFilesByFolder, findPlanEntryFiles } from '../../../src/validation/group-files.ts';
import { createMemoryFolder } from '../../support/fixture-site.ts';

const folder = createMemoryFolder(
  {
    'site.config.json': '',
    'content/plans/a/1.mdx': '',
    'content/plans/a/index.mdx': '',
    'content/plans/a/text/b.mdx': '',
    'data/plans/a/tree.csv': '',
    'data/plans/b/tree.csv': '',
    'data/plans/memo.txt': '',
  },
  new Map(),
);

test('files are grouped by the folder that contains them', () => {
  expect(Object.fromEntries(groupFilesByFolder(folder))).toEqual({
    '': ['site.config.json'],
    'content/plans/a': ['content/plans/a/1.mdx', 'content/plans/a/index.mdx'],
    'content/plans/a/text': ['content/plans/a/text/b.mdx'],
    'data/plans/a': ['data/plans/a/tree.csv'],
    'data/plans/b': ['data/plans/b/tree.csv'],
    'data/plans': ['data/plans/memo.txt'],
  });
});

test('a plan has the location of its introduction, or of its first file', () => {
  expect(Object.fromEntries(findPlanEntryFiles(folder))).toEqual({
    a: 'content/plans/a/index.mdx',
    b: 'data/plans/b/tree.csv',
  });
});
