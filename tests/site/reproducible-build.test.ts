import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { getBuiltSite } from './support/built-site.ts';
import { addCsvRows, mergeSites } from './support/merge-sites.ts';
import { computeChecksums, copySiteSources } from './support/project-copy.ts';
import { runCommand, spawnBuild } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

const project = createTestProject();
const root = join(project, 'root');
const out = join(project, 'dist');
const readPage = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');

describe('a site that a municipality joins, with an added row and a changed id', () => {
  const title = '試しに加えた取組';

  beforeAll(async () => {
    copySiteSources(project, root);
    mergeSites(join(project, 'examples', 'mihon'), root);
    addCsvRows(join(root, 'data', 'changes.csv'), [
      {
        日付: '2026-11-20',
        対象: 'warabi-jiritsu/sns-followers',
        項目: 'IDの変更',
        前: 'warabi-jiritsu/sns',
        後: 'warabi-jiritsu/sns-followers',
      },
    ]);
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
    await spawnBuild(out, ['--root', root], project);
  });

  test('contains the plan that folders and rows alone bring', () => {
    const nodes = readFileSync(join(out, 'api', 'v1', 'nodes.json'), 'utf8');
    const { data } = JSON.parse(nodes) as { readonly data: readonly { readonly plan: string }[] };
    expect(data.filter(({ plan }) => plan === 'mihon-sogo')).toHaveLength(26);
  });

  test('has a page of the municipality beside the others', () => {
    expect(readPage('cities/mihon')).toContain('見本市');
    expect(existsSync(join(out, 'plans', 'kashiwa-suishin', 'index.html'))).toBe(true);
  });

  test('shows the added row', () => {
    const page = readPage('plans/kashiwa-suishin/1_1');
    expect(page).toContain(title);
    expect(page).toContain('id="1_1_99"');
  });

  test('redirects from the URL with the old id, which the sitemap leaves out', () => {
    expect(readPage('indicators/warabi-jiritsu/sns')).toContain(
      'content="0; url=/indicators/warabi-jiritsu/sns-followers/"',
    );
    expect(readFileSync(join(out, 'sitemap-0.xml'), 'utf8')).not.toContain('/warabi-jiritsu/sns/');
  });
});

describe('the same site without the municipality and the row', () => {
  beforeAll(async () => {
    copySiteSources(project, root);
    await spawnBuild(out, ['--root', root], project, { TZ: 'America/New_York' });
  });

  test('has the same bytes as the site of another folder and time zone', () => {
    expect(computeChecksums(out)).toEqual(computeChecksums(getBuiltSite('root').dist));
  });

  test('stays as it is if a build finds a parent that does not exist, and names its place', async () => {
    const before = computeChecksums(out);
    const file = join(root, 'data', 'plans', 'kashiwa-suishin', 'tree.csv');
    const lines = readFileSync(file, 'utf8').split('\n');
    const index = lines.findIndex((line) => line.startsWith('1_1_1,1_1,'));
    lines[index] = (lines[index] ?? '').replace('1_1_1,1_1,', '1_1_1,9_9,');
    writeFileSync(file, lines.join('\n'));
    const { code, stderr } = await runCommand('build', ['--out', out, '--root', root], project);
    expect(code).toBe(1);
    expect(stderr).toContain(`data/plans/kashiwa-suishin/tree.csv:${index + 1}:7`);
    expect(computeChecksums(out)).toEqual(before);
  });
});
