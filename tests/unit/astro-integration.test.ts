import { EventEmitter } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createAstroIntegration } from '../../src/astro-integration.ts';
import { setSiteOptions } from '../../src/site-data/current-site-data.ts';
import { writeFixture, createFixtureSite } from '../support/fixture-site.ts';

/** Starts the hook of a site's development server. Returns what it logs and sends, and functions that trigger it. */
function startDevelopment(root: string) {
  const logged: string[] = [];
  const sent: unknown[] = [];
  const log = (text: string) => logged.push(text);
  let handle: (...request: unknown[]) => void = () => undefined;
  const watcher = Object.assign(new EventEmitter(), { add: () => watcher });
  setSiteOptions({ root });
  void createAstroIntegration().hooks['astro:server:setup']?.({
    server: {
      watcher,
      middlewares: { use: (handler: typeof handle) => (handle = handler) },
      ws: { send: (message: unknown) => sent.push(message) },
    },
    logger: { warn: log, error: log },
    refreshContent: ({ context }: { context: { loaded: Set<string> } }) =>
      Promise.resolve(context.loaded.add('site-data')),
  } as never);
  const abandonRequest = () => {
    handle({}, Object.assign(new EventEmitter(), { closed: true }), () => undefined);
  };
  return { logged, sent, abandonRequest, change: (file: string) => watcher.emit('all', 'change', join(root, file)) };
}

const BROKEN_THEMES = { 'data/themes.csv': 'テーマID,名称\nICT,情報\n' };

test('a change of a source file is read at once, and pages are loaded again', async () => {
  const root = createFixtureSite();
  const { logged, sent, change } = startDevelopment(root);
  writeFixture(root, BROKEN_THEMES);
  change('data/themes.csv');
  await expect.poll(() => sent).toEqual([{ type: 'full-reload' }]);
  expect(logged.join('\n')).toContain('[bad-slug]');
});

test.each(['site.config.json', 'content/plans/mihon-keikaku/index.mdx'])(
  'a change of %s is read at once too',
  async (file) => {
    const { sent, change } = startDevelopment(createFixtureSite());
    change(file);
    await expect.poll(() => sent).toHaveLength(1);
  },
);

test('a request that its reader abandons during a reload does not stop the next reload', async () => {
  const { sent, change, abandonRequest } = startDevelopment(createFixtureSite());
  change('data/themes.csv');
  abandonRequest();
  await expect.poll(() => sent).toHaveLength(1);
  change('data/themes.csv');
  await expect.poll(() => sent).toHaveLength(2);
});

test('a change of any other file is ignored', async () => {
  const root = createFixtureSite();
  const { logged, sent, change } = startDevelopment(root);
  change('README.md');
  change('tests/data/a.csv');
  // A reload would start now.
  await setImmediate();
  writeFixture(root, BROKEN_THEMES);
  change('data/themes.csv');
  await expect.poll(() => logged.join('\n')).toContain('[bad-slug]');
  expect(sent).toHaveLength(1);
});

test('files that are missing for a moment are reported, and the server goes on', async () => {
  const root = createFixtureSite();
  const { logged, sent, change } = startDevelopment(root);
  rmSync(root, { recursive: true });
  change('data/themes.csv');
  await expect.poll(() => sent).toEqual([{ type: 'full-reload' }]);
  expect(logged.join('\n')).toContain('ENOENT');
});

test.each([
  { command: 'build', typed: 'development', used: 'production' },
  { command: 'dev', typed: 'production', used: 'development' },
])('the command $command is for $used, also if the machine says $typed', ({ command, typed, used }) => {
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  vi.stubEnv('NODE_ENV', typed);
  vi.stubEnv('PROD', false);
  setSiteOptions({ root: createFixtureSite() });
  const config = { root: new URL('../../', import.meta.url) };
  void createAstroIntegration().hooks['astro:config:setup']?.({
    command,
    config,
    updateConfig: () => undefined,
  } as never);
  expect([process.env.NODE_ENV, process.env.PROD]).toEqual([used, undefined]);
});
