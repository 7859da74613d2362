import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { getBuiltSite } from './support/built-site.ts';
import { computeChecksums, copySiteSources } from './support/project-copy.ts';
import { runCommand, spawnBuild } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

const project = createTestProject();
const root = join(project, 'root');
const out = join(project, 'dist');

describe('a site that is built in another folder and time zone', () => {
  beforeAll(async () => {
    copySiteSources(project, root);
    await spawnBuild(out, ['--root', root], project, { TZ: 'America/New_York' });
  });

  test('has the same bytes', () => {
    expect(computeChecksums(out)).toEqual(computeChecksums(getBuiltSite('root').dist));
  });

  test('stays unchanged if a build finds an unknown parent; the build reports its location', async () => {
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

  test('has the same data below another base, except for its URLs', async () => {
    const below = join(project, 'below');
    await spawnBuild(below, ['--base', '/plans/'], project);
    const readRows = (dist: string) => readFileSync(join(dist, 'data', 'nodes.csv'), 'utf8').split('\r\n');
    const rows = readRows(getBuiltSite('root').dist);
    expect(readRows(below).map((row) => row.replaceAll('/plans/plans/', '/plans/'))).toEqual(rows);
    expect(rows.length).toBeGreaterThan(100);
  });
});
