import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { spawnBuild, runCommand } from './support/run-command.ts';
import { computeChecksums, copySiteSources } from './support/copy-folders.ts';
import { addCsvRows, mergeSites } from './support/merge-sites.ts';
import { getBuiltSite } from './support/built-site.ts';

const MINUTES = 60_000;

/** A copy of the project outside of any git repository; everything here is built in it. */
let project: string;
/** What the copy's own files build. */
let first: Record<string, string>;

beforeAll(async () => {
  project = inject('copy');
  await spawnBuild(join(project, 'dist'), [], project);
  first = computeChecksums(join(project, 'dist'));
}, 3 * MINUTES);

/** A copy of the site's files that may be edited. */
const newRoot = (name: string) => copySiteSources(project, join(project, '.work', name));

describe('a build', () => {
  test(
    'of the same files gives the same bytes again',
    async () => {
      await spawnBuild(join(project, 'again'), [], project);
      expect(computeChecksums(join(project, 'again'))).toEqual(first);
    },
    MINUTES,
  );

  test('in another folder without git gives the same bytes', () => {
    expect(existsSync(join(project, '.git'))).toBe(false);
    expect(first).toEqual(computeChecksums(getBuiltSite('root').dist));
  });

  test(
    'shows a row that was added to a plan, with no code touched, and sends on from where a page was',
    async () => {
      const root = newRoot('row');
      addCsvRows(join(root, 'data', 'changes.csv'), [
        {
          日付: '2026-11-20',
          対象: 'warabi-jiritsu/sns-followers',
          項目: 'IDの変更',
          前: 'warabi-jiritsu/sns',
          後: 'warabi-jiritsu/sns-followers',
        },
      ]);
      const title = '試しに加えた取組';
      addCsvRows(join(root, 'data', 'plans', 'kashiwa-suishin', 'tree.csv'), [
        {
          コード: '1_1_99',
          親コード: '1_1',
          階層: '取組',
          種別: '取組',
          名称: title,
          要約: '試すために加えました。',
          テーマ: 'publicity',
          出典ID: 'kashiwa-suishin',
        },
      ]);
      const out = join(project, 'row');
      await spawnBuild(out, ['--root', root], project);
      const page = readFileSync(join(out, 'plans', 'kashiwa-suishin', '1_1', 'index.html'), 'utf8');
      expect(page).toContain(title);
      expect(page).toContain('id="1_1_99"');
      const moved = readFileSync(join(out, 'indicators', 'warabi-jiritsu', 'sns', 'index.html'), 'utf8');
      expect(moved).toContain('content="0; url=/indicators/warabi-jiritsu/sns-followers/"');
      expect(readFileSync(join(out, 'sitemap-0.xml'), 'utf8')).not.toContain('/warabi-jiritsu/sns/');
    },
    MINUTES,
  );

  test(
    'stops at a parent that is not there, says where, and leaves the last site as it was',
    async () => {
      const root = newRoot('broken');
      const file = join(root, 'data', 'plans', 'kashiwa-suishin', 'tree.csv');
      const lines = readFileSync(file, 'utf8').split('\n');
      const at = lines.findIndex((line) => line.startsWith('1_1_1,1_1,'));
      lines[at] = (lines[at] ?? '').replace('1_1_1,1_1,', '1_1_1,9_9,');
      writeFileSync(file, lines.join('\n'));
      const { code, stderr } = await runCommand('build', ['--out', join(project, 'dist'), '--root', root], project);
      expect(code).toBe(1);
      expect(stderr).toContain(`data/plans/kashiwa-suishin/tree.csv:${at + 1}:7`);
      expect(computeChecksums(join(project, 'dist'))).toEqual(first);
    },
    MINUTES,
  );
});

describe('a city that joins', () => {
  let root: string;
  const out = () => join(project, 'joined');

  beforeAll(async () => {
    root = newRoot('joined');
    mergeSites(join(project, 'examples', 'mihon'), root);
    await spawnBuild(out(), ['--root', root], project);
  }, MINUTES);

  test('brings its plan by folders and rows alone', () => {
    const nodes = readFileSync(join(out(), 'api', 'v1', 'nodes.json'), 'utf8');
    const { data } = JSON.parse(nodes) as { readonly data: readonly { readonly plan: string }[] };
    expect(data.filter(({ plan }) => plan === 'mihon-sogo')).toHaveLength(26);
  });

  test('has a page of its own beside the others', () => {
    expect(existsSync(join(out(), 'cities', 'mihon', 'index.html'))).toBe(true);
    expect(existsSync(join(out(), 'plans', 'kashiwa-suishin', 'index.html'))).toBe(true);
  });

  test(
    'leaves no trace when its folders and rows are taken away again',
    async () => {
      copySiteSources(project, root);
      await spawnBuild(out(), ['--root', root], project);
      expect(computeChecksums(out())).toEqual(first);
    },
    MINUTES,
  );
});
