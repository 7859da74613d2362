import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFictionalTowns } from '../../tools/benchmark/fictional-towns.ts';
import { computeChecksums, listFolderFiles } from './support/project-copy.ts';
import { runCommand, spawnBuild } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

const PARTS = 4;

/** The limit of six builds while other work slows the machine down. */
const SIX_BUILDS = 900_000;

const project = createTestProject();

/** Builds the parts of a site. Returns their folders, the last one first. */
async function buildParts(to: string, options: readonly string[]): Promise<string[]> {
  const folders = Array.from({ length: PARTS }, (_, at) => join(to, `part-${at + 1}`));
  for (const [at, folder] of folders.entries())
    await spawnBuild(folder, ['--part', `${at + 1}/${PARTS}`, ...options], project);
  return folders.reverse();
}

/** Builds a site in one run and in parts. Returns the folders of both sites and of the parts. */
async function buildTwice(options: readonly string[]): Promise<{ whole: string; joined: string; parts: string[] }> {
  const to = mkdtempSync(join(project, 'built-'));
  const [whole, joined] = [join(to, 'whole'), join(to, 'joined')];
  const parts = await buildParts(to, options);
  await spawnBuild(joined, ['--join', ...parts, ...options], project);
  await spawnBuild(whole, options, project);
  return { whole, joined, parts };
}

describe('a site with a few fictional municipalities', () => {
  const root = join(project, 'towns');
  const options = ['--root', root, '--base', '/plans/'];
  let built: Awaited<ReturnType<typeof buildTwice>>;
  beforeAll(async () => {
    createFictionalTowns(join(project, 'examples', 'mihon'), root, 4);
    built = await buildTwice(options);
  }, SIX_BUILDS);

  test('has the same bytes if it is joined from parts', () => {
    const { whole, joined } = built;
    expect(listFolderFiles(joined).length).toBeGreaterThan(500);
    expect(computeChecksums(joined)).toEqual(computeChecksums(whole));
  });

  test('has each page in one part at most', () => {
    const { whole, parts } = built;
    const files = parts.flatMap((part) => listFolderFiles(part)).filter((file) => file !== 'part.json');
    expect(new Set(files).size).toBe(files.length);
    expect(listFolderFiles(whole)).toEqual(expect.arrayContaining(files));
    expect(files.length).toBeGreaterThan(listFolderFiles(whole).length / 3);
  });

  test('is not joined without one of its parts, or with parts of another site', async () => {
    const { joined, parts } = built;
    const before = computeChecksums(joined);
    const folders = readdirSync(project).sort();
    const join = (args: readonly string[]) => runCommand('build', ['--out', joined, '--join', ...args], project);
    const missing = await join([...parts.slice(1), ...options]);
    expect([missing.code, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toContain(`部分 ${PARTS}/${PARTS} がありません。`);
    const other = await join([...parts, '--example', 'mihon']);
    expect([other.code, other.stdout]).toEqual([1, '']);
    expect(other.stderr).toContain(`${parts[0] ?? ''}/part.json:4 データの版`);
    expect(computeChecksums(joined)).toEqual(before);
    expect(readdirSync(project).sort()).toEqual(folders);
  });
});

describe.runIf(process.env.FULL)('the site of the five plans', () => {
  test(
    'has the same bytes if it is joined from parts, and the same compressed texts',
    { timeout: SIX_BUILDS },
    async () => {
      const { whole, joined } = await buildTwice(['--compress']);
      expect(computeChecksums(joined)).toEqual(computeChecksums(whole));
    },
  );
});
