import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIXTURE_SITES } from '../support/fixture-site.ts';
import { computeChecksums, copySiteSources } from './support/project-copy.ts';
import { runCommand, spawnBuild, startCommand } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

/** `KILLS=100` kills more than `npm run test:full` has time for. */
const KILLED_BUILDS = Number(process.env.KILLS ?? 20);
const KILLED_WRITES = KILLED_BUILDS / 4;

const project = createTestProject();
const SMALLEST_SITE = join(FIXTURE_SITES, 'bare');

/** Draws the moments of kills as shares of a whole run: every run of the tests draws the same. */
const drawMoments = (count: number): readonly number[] =>
  fc.sample(fc.noBias(fc.integer({ min: 0, max: 999 })), { seed: 1, numRuns: count }).map((moment) => moment / 1000);

/** Starts a command and kills it at a moment, or at the end if that comes first. */
async function killCommand(
  name: string,
  args: readonly string[],
  chooseMoment: (ended: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const child = startCommand(name, args, project);
  const ended = new AbortController();
  const exit = once(child, 'exit').then(() => {
    ended.abort();
  });
  await chooseMoment(ended.signal).catch(() => undefined);
  child.kill('SIGKILL');
  await exit;
}

/** Waits until something in a folder changes. */
async function waitForChange(folder: string, signal: AbortSignal): Promise<void> {
  await once(watch(folder, { signal }), 'change', { signal });
}

/** Returns the milliseconds that a run takes. */
async function measureRun(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

describe('a build that is killed', () => {
  const root = join(project, 'root');
  const out = join(project, 'sites', 'site');
  const args = ['--out', out, '--root', root];

  /** Changes a source file. */
  const nameTheme = (name: string) => {
    writeFileSync(join(root, 'data', 'themes.csv'), `テーマID,名称\naisatsu,${name}\n`);
  };
  const NAMES = ['あいさつ', '朝のあいさつ'];

  const listNames = () =>
    [project, dirname(out), join(project, '.work')].flatMap((folder) => readdirSync(folder)).sort();

  /** Returns the site that readers see: between two moves it has for a moment another name. */
  const readSite = () => {
    const beside = readdirSync(dirname(out)).find((name) => name.startsWith(`${basename(out)}.build-`));
    return computeChecksums(existsSync(out) || beside === undefined ? out : join(dirname(out), beside, 'last'));
  };

  test(
    'leaves a whole site, and the next build takes away the rest',
    async () => {
      copySiteSources(SMALLEST_SITE, root);
      mkdirSync(dirname(out));
      const sites: string[] = [];
      let duration = 0;
      for (const name of NAMES) {
        nameTheme(name);
        duration = await measureRun(() => spawnBuild(out, ['--root', root], project));
        sites.push(JSON.stringify(computeChecksums(out)));
      }
      const names = listNames();
      let leftovers = 0;
      for (const [index, moment] of drawMoments(KILLED_BUILDS).entries()) {
        nameTheme(NAMES[index % NAMES.length] ?? '');
        await killCommand('build', args, (signal) =>
          // Some kills hit the moves at the end.
          index % 10 === 9 ? waitForChange(dirname(out), signal) : wait(moment * duration, undefined, { signal }),
        );
        expect(sites).toContain(JSON.stringify(readSite()));
        leftovers += listNames().length > names.length ? 1 : 0;
      }
      expect(leftovers).toBeGreaterThan(0);
      await spawnBuild(out, ['--root', root], project);
      expect(listNames()).toEqual(names);
      expect(sites).toContain(JSON.stringify(readSite()));
    },
    100 * 60_000,
  );
});

describe.each([
  ['new', ['plan', 'mihon-annai', '--municipality', 'mihon', '--title', '見本の計画', '--kind', '総合計画']],
  ['import', [join(project, 'sheet.csv'), '--plan', 'mihon-keikaku', '--write']],
])('npm run %s that is killed', (name, ownArgs) => {
  const root = join(project, `${name}-root`);
  const args = [...ownArgs, '--root', root];
  const readFiles = () =>
    new Map(
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((file) => statSync(join(root, file)).isFile())
        .map((file) => [file, readFileSync(join(root, file), 'base64')]),
    );
  const isStaged = (file: string) => file.includes('.write-');

  test(
    'leaves each file as it was or as it becomes, and the next run takes away the rest',
    async () => {
      writeFileSync(join(project, 'sheet.csv'), '指標名,単位,現状値,目標値\n本の貸出,冊,100,200\n道の点検,回,1,2\n');
      copySiteSources(join(FIXTURE_SITES, 'sound'), root);
      const before = readFiles();
      const duration = await measureRun(async () => {
        expect(await runCommand(name, args, project)).toMatchObject({ code: 0, stderr: '' });
      });
      const after = readFiles();
      expect(after).not.toEqual(before);
      const restore = () => {
        for (const file of readFiles().keys()) if (!isStaged(file) && !before.has(file)) rmSync(join(root, file));
        for (const [file, bytes] of before) writeFileSync(join(root, file), bytes, 'base64');
      };
      for (const [index, moment] of drawMoments(KILLED_WRITES).entries()) {
        restore();
        await killCommand(name, args, (signal) =>
          // Files are written at the end of a run.
          index % 2 === 1
            ? waitForChange(join(root, 'data'), signal).then(() => wait(10 * moment))
            : wait((0.6 + moment / 2) * duration, undefined, { signal }),
        );
        const files = readFiles();
        for (const file of before.keys()) expect(files.has(file)).toBe(true);
        for (const [file, bytes] of files)
          if (!isStaged(file)) expect([before.get(file), after.get(file)]).toContain(bytes);
      }
      restore();
      await runCommand(name, args, project);
      expect(readFiles()).toEqual(after);
    },
    30 * 60_000,
  );
});
