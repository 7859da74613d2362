import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FIXTURE_SITES } from '../support/fixture-site.ts';
import { spawnBuild, WORK_FOLDER } from './support/run-command.ts';

const MINUTES = 60_000;

describe('a site that has just begun, whose plan has no row yet and which has no guides', () => {
  let out: string;
  const page = (path: string) => readFileSync(join(out, path, 'index.html'), 'utf8');

  beforeAll(async () => {
    const root = join(WORK_FOLDER, 'begun-root');
    rmSync(root, { recursive: true, force: true });
    cpSync(join(FIXTURE_SITES, 'bare'), root, { recursive: true });
    const tree = join(root, 'data', 'plans', 'mihon-annai', 'tree.csv');
    const [headings = ''] = readFileSync(tree, 'utf8').split('\n');
    writeFileSync(tree, `${headings}\n`);
    out = join(WORK_FOLDER, 'begun');
    // A link that leads nowhere would end the build.
    await spawnBuild(out, ['--root', root]);
  }, MINUTES);

  test('shows its plan, with neither files of rows nor a picture of them', () => {
    const plan = page('plans/mihon-annai');
    expect(plan).toContain('<h1>見本村の案内</h1>');
    expect(plan).toContain('読めます。"');
    expect(plan).not.toContain('nodes.csv');
    expect(plan).not.toContain('<svg class="icicle"');
  });

  test('shows its municipality, without files of rows', () => {
    const city = page('cities/mihonmura');
    expect(city).toContain('見本村の案内');
    expect(city).not.toContain('nodes.csv');
  });
});
