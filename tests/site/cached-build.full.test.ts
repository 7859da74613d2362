import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSiteFolder } from '../../src/input/site-folder.ts';
import { validateSite } from '../../src/validation/validate-site.ts';
import { computeChecksums, copySiteSources } from './support/project-copy.ts';
import { spawnBuild, startCommand } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

/** `EDITS=50` makes more than `npm run test:full` has time for. */
const EDITS = Number(process.env.EDITS ?? 4);

/** The limit of two builds while other work slows the machine down. */
const TWO_BUILDS = 300_000;

const project = createTestProject();
const root = join(project, 'root');
const cache = join(project, '.work', 'cache');

/** An edit: a file and a position in it, as shares of all, and what happens to the character there. */
const edit = fc.record({ file: fc.nat(9999), position: fc.nat(9999), isAdded: fc.boolean() });
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

/** Adds or deletes a Japanese character, or changes a digit, in a source file; undoes what makes the site wrong. */
function editFile({ file, position, isAdded }: Edit): string | null {
  const files = openSiteFolder(root).files.filter((path) => /\.(?:csv|mdx|json)$/.test(path));
  const path = files[file % files.length] ?? '';
  const text = readFileSync(join(root, path), 'utf8');
  const positions = [...text.matchAll(/\p{Script=Han}|\d/gu)];
  const found = positions[position % Math.max(1, positions.length)];
  if (!found) return null;
  const [character] = found;
  const changed = /\d/.test(character) ? String((Number(character) + 1) % 10) : isAdded ? character.repeat(2) : '';
  writeFileSync(join(root, path), text.slice(0, found.index) + changed + text.slice(found.index + character.length));
  if (validateSite(openSiteFolder(root)).parsedSite) return path;
  writeFileSync(join(root, path), text);
  return null;
}

/** Damages some files of the cache and deletes some others. */
function harmCache(): void {
  for (const [at, name] of readdirSync(cache).entries()) {
    const path = join(cache, name);
    if (at % 5 === 0) writeFileSync(path, readFileSync(path).subarray(0, 50));
    if (at % 5 === 1) rmSync(path);
  }
}

describe('a site in the fictional town', () => {
  beforeAll(() => {
    copySiteSources(join(project, 'examples', 'mihon'), root);
    mkdirSync(join(project, 'sites'));
  });

  const served = join(project, '.work', 'served');
  const [cached, fresh] = [join(project, 'sites', 'cached'), join(project, 'sites', 'fresh')];

  /** Runs `npm start` until it serves, and returns what it printed. */
  const start = async (...args: readonly string[]) => {
    // Commands find the site from the working folder of a person, which need not be that of the program.
    const child = startCommand('start', ['--root', 'root', '--port', '0', ...args], project, {}, project);
    const exit = once(child, 'exit');
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (printed += text));
    while (!printed.includes('で見られます') && child.exitCode === null) await wait(50);
    child.kill();
    await exit;
    return printed;
  };

  test('is built by npm start, and served at once the next time', { timeout: TWO_BUILDS }, async () => {
    const SAME = '前につくったときから何も変わっていないので';
    expect(await start()).not.toContain(SAME);
    const built = computeChecksums(served);
    expect(await start()).toContain(SAME);
    expect(computeChecksums(served)).toEqual(built);
    // The server of another site does not change it.
    expect(await start('--base', '/other/')).toContain('/other/ で見られます');
    expect(readdirSync(served)).toHaveLength(2);
    expect(computeChecksums(served)).toMatchObject(built);
  });

  test(
    'has the same bytes with products of earlier builds, some of them damaged or gone, after each random edit',
    { timeout: EDITS * TWO_BUILDS },
    async () => {
      expect(readdirSync(cache).length).toBeGreaterThan(10);
      let count = 0;
      for (const one of fc.sample(edit, { seed: 7, numRuns: EDITS * 50 })) {
        const path = editFile(one);
        if (path === null) continue;
        harmCache();
        await spawnBuild(cached, ['--root', root], project);
        await spawnBuild(fresh, ['--root', root, '--fresh'], project);
        expect({ path, ...computeChecksums(cached) }).toEqual({ path, ...computeChecksums(fresh) });
        if (++count === EDITS) break;
      }
      expect(count).toBe(EDITS);
    },
  );
});
