import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSharedFolder } from '../support/fixture-site.ts';
import { requestPath } from '../support/request-path.ts';
import { isFull } from '../support/test-scope.ts';
import { copySiteSources } from './support/project-copy.ts';
import { runCommand, startCommand } from './support/run-command.ts';
import { createTestProject } from './support/test-project.ts';

const project = createTestProject();

const POLL = { timeout: 60_000, interval: 200 };

/** Waits until a dev server prints its URL. */
async function waitForUrl(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const listen = (text: string) => {
      output += text;
      const match = /http:\/\/localhost:\d+(?=\/ で)/.exec(output);
      if (match) resolve(match[0]);
    };
    child.stdout?.setEncoding('utf8').on('data', listen);
    child.stderr?.setEncoding('utf8').on('data', listen);
    child.once('exit', () => {
      reject(new Error(`the dev server ended:\n${output}`));
    });
  });
}

test('a dev server that cannot start ends, and says why', async () => {
  // Astro writes its types into a folder of this name.
  const types = join(project, '.astro');
  writeFileSync(types, '');
  const { code, stderr } = await runCommand('dev', ['--port', '0'], project);
  rmSync(types);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/「.*\.astro.*」.*もう一度実行してください。\n$/)]);
});

describe('the dev server', () => {
  // Vite watches all that is in the folder of the program.
  const root = join(createSharedFolder(), 'root');
  let server: ChildProcess;
  let url: string;

  const fetchText = async (path: string) => (await fetch(url + path)).text();
  const edit = (file: string, from: string, to: string) => {
    const before = readFileSync(join(root, file), 'utf8');
    expect(before).toContain(from);
    writeFileSync(join(root, file), before.replace(from, to));
  };

  beforeAll(async () => {
    copySiteSources(project, root);
    server = startCommand('dev', ['--port', '0', '--root', root], project);
    url = await waitForUrl(server);
  });

  afterAll(async () => {
    if (server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  });

  test('serves published tables, not the source files with the same names', async () => {
    expect(readFileSync(join(project, 'data', 'themes.csv'), 'utf8')).toMatch(
      /^\ufeff?テーマID,名称,よみ,英語名,説明,順序\r?\n/,
    );
    expect(await fetchText('/data/themes.csv')).toMatch(/^\ufeff?テーマID,名称,よみ,英語名,説明,順序,ページ\r?\n/);
  });

  test('answers no other name than those of this machine', async () => {
    const { status } = await requestPath('/', { port: new URL(url).port, headers: { host: 'example.org' } });
    expect(status).toBe(403);
  });

  test.each([
    ['/about/staff/check.png', 'image/png'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/feeds/cities/kashiwa.xml', 'application/atom+xml; charset=utf-8'],
    ['/data/nodes.csv', 'text/csv; charset=utf-8'],
  ])('serves the file %s at the URL of the built site', async (path, type) => {
    const { headers } = await fetch(url + path);
    expect(headers.get('content-type')).toBe(type);
  });

  test('shows an edit of a CSV file at once', async () => {
    const page = '/plans/kashiwa-suishin/1_1/';
    expect(await fetchText(page)).not.toContain('書きかえた要約');
    edit('data/plans/kashiwa-suishin/tree.csv', '1_1,1,分野,施策,', '1_1,1,分野,施策,書きかえた要約：');
    await expect.poll(() => fetchText(page), POLL).toContain('書きかえた要約');
  });

  // Astro ignores a reload of the collections while it reads their configuration, which an edit of a text starts.
  test('shows every edit of an MDX file that follows an edit of a CSV file', async () => {
    const page = '/plans/kashiwa-suishin/';
    for (const heading of ['一つ目', '二つ目', ...(isFull ? ['三つ目'] : [])]) {
      edit('data/plans/kashiwa-suishin/tree.csv', '書きかえた要約', `書きかえた要約（${heading}）`);
      await expect.poll(() => fetchText(`${page}1_1/`), POLL).toContain(`書きかえた要約（${heading}）`);
      edit('content/plans/kashiwa-suishin/index.mdx', '\n## ', `\n## ${heading}の見出し\n\n## `);
      await expect.poll(() => fetchText(page), POLL).toContain(`${heading}の見出し`);
    }
  });

  test('shows the edits of folders that replaced others', async () => {
    const folders = ['data', 'content'];
    for (const name of folders) rmSync(join(root, name), { recursive: true });
    await expect.poll(() => fetchText('/themes/'), POLL).not.toContain('防災');
    for (const name of folders) cpSync(join(project, name), join(root, name), { recursive: true });
    await expect.poll(() => fetchText('/themes/'), POLL).toContain('防災');
    edit('data/themes.csv', '防災', '書きかえた防災');
    await expect.poll(() => fetchText('/themes/'), POLL).toContain('書きかえた防災');
    edit('content/plans/kashiwa-suishin/index.mdx', '\n## ', '\n## 戻したあとの見出し\n\n## ');
    await expect.poll(() => fetchText('/plans/kashiwa-suishin/'), POLL).toContain('戻したあとの見出し');
  });
});
