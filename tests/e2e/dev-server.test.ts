import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPOSITORY_FOLDER, startCommand, WORK_FOLDER } from './support/run-command.ts';
import { copySiteSources } from './support/copy-folders.ts';

const SECONDS = 1000;

/** Waits until a dev server tells its address. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (text: string) => {
      said += text;
      const found = /http:\/\/localhost:\d+(?=\/ で)/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout?.setEncoding('utf8').on('data', listen);
    child.stderr?.setEncoding('utf8').on('data', listen);
    child.once('exit', () => {
      reject(new Error(`the dev server ended:\n${said}`));
    });
  });
}

describe('the dev server', () => {
  let root: string;
  let server: ChildProcess;
  let address: string;

  const textAt = async (path: string) => (await fetch(address + path)).text();
  const edit = (file: string, from: string, to: string) => {
    const before = readFileSync(join(root, file), 'utf8');
    expect(before).toContain(from);
    writeFileSync(join(root, file), before.replace(from, to));
  };

  beforeAll(async () => {
    root = copySiteSources(REPOSITORY_FOLDER, join(WORK_FOLDER, 'e2e-dev'));
    server = startCommand('dev', ['--port', '0', '--root', root]);
    address = await addressOf(server);
  }, 60 * SECONDS);

  afterAll(async () => {
    if (server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  });

  test(
    'shows an edit of a CSV file at once',
    async () => {
      const page = '/plans/kashiwa-suishin/1_1/';
      expect(await textAt(page)).not.toContain('書きかえた要約');
      edit('data/plans/kashiwa-suishin/tree.csv', '1_1,1,分野,施策,', '1_1,1,分野,施策,書きかえた要約：');
      await expect.poll(() => textAt(page), { timeout: 10 * SECONDS, interval: 200 }).toContain('書きかえた要約');
    },
    60 * SECONDS,
  );

  test(
    'shows an edit of an MDX file at once',
    async () => {
      const page = '/plans/kashiwa-suishin/';
      expect(await textAt(page)).not.toContain('書きかえた見出し');
      edit('content/plans/kashiwa-suishin/index.mdx', '\n## ', '\n## 書きかえた見出し\n\n## ');
      await expect.poll(() => textAt(page), { timeout: 10 * SECONDS, interval: 200 }).toContain('書きかえた見出し');
    },
    60 * SECONDS,
  );
});
