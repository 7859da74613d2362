import { copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEmptyFolder, FIXTURE_SITES } from '../support/fixture-site.ts';
import { runCommand } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

const project = createTestProject();

test('a site with nothing but its settings is built without a warning of Astro', async () => {
  const root = createEmptyFolder();
  copyFileSync(join(FIXTURE_SITES, 'bare', 'site.config.json'), join(root, 'site.config.json'));
  const out = join(project, 'link');
  mkdirSync(join(project, 'www'));
  symlinkSync('www', out);
  const { code, stdout, stderr } = await runCommand('build', ['--out', out, '--root', root], project);
  expect(stdout + stderr).not.toMatch(/\[WARN\]|nowhere/);
  expect([code, existsSync(join(project, 'www', 'compare', 'index.html'))]).toEqual([0, true]);
  const home = readFileSync(join(out, 'index.html'), 'utf8');
  expect(home).toContain('計画は、まだありません。');
  expect(home).not.toMatch(/0の(?:市|取組|指標)|計画を選ぶ/);
  // The link stays, and its target is replaced.
  expect(lstatSync(out).isSymbolicLink()).toBe(true);
});
