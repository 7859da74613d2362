import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEmptyFolder, FIXTURE_SITES } from '../support/fixture-site.ts';
import { runCommand } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

const project = createTestProject();

/** Creates a site with nothing but its settings. Returns its folder, which is outside of the program. */
function createBareSite(): string {
  const root = createEmptyFolder();
  copyFileSync(join(FIXTURE_SITES, 'bare', 'site.config.json'), join(root, 'site.config.json'));
  return root;
}

test('a site is built from its own folder', async () => {
  const root = createBareSite();
  const { code, stderr } = await runCommand('build', ['--root', '.', '--out', 'public'], project, {}, root);
  expect([code, stderr]).toEqual([0, '']);
  expect(readdirSync(root).sort()).toEqual(['public', 'site.config.json']);
  expect(existsSync(join(root, 'public', 'index.html'))).toBe(true);
});

test('a site with nothing but its settings is built without a warning of Astro', async () => {
  const root = createBareSite();
  const out = join(project, 'link');
  mkdirSync(join(project, 'www'));
  symlinkSync('www', out);
  const { code, stdout, stderr } = await runCommand('build', ['--out', out, '--root', root], project);
  expect(stdout + stderr).not.toMatch(/\[WARN\]|nowhere/);
  expect([code, existsSync(join(project, 'www', 'compare', 'index.html'))]).toEqual([0, true]);
  const home = readFileSync(join(out, 'index.html'), 'utf8');
  expect(home).toContain('計画は、まだありません。');
  expect(home).not.toMatch(/0の(?:市|取組|指標)|計画を選ぶ/);
  for (const path of ['plans', 'cities', 'compare', 'explore', 'themes', 'search']) {
    const html = readFileSync(join(out, path, 'index.html'), 'utf8');
    expect(html, path).not.toMatch(/[^0-9]0の(?:市|計画|取組|テーマ)/);
    if (path !== 'search') expect(html, path).toContain('まだありません。');
  }
  // The link stays, and its target is replaced.
  expect(lstatSync(out).isSymbolicLink()).toBe(true);
});
