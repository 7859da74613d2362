import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writePagefindIndex } from '../../../src/cli/pagefind-index.ts';
import { computeChecksums } from '../../e2e/support/copy-folders.ts';

const page = (title: string, text: string) =>
  `<html lang="ja"><body><header>見出しの外</header><main><h1>${title}</h1><p>${text}</p></main></body></html>`;

let folder: string;
/** Lays a small built site, and indexes it. */
async function indexed(name: string): Promise<Record<string, string>> {
  const dist = join(folder, name);
  const pages = {
    'about/index.html': page('この見本について', '市民の声を聴きます。'),
    'themes/digital/index.html': page('デジタル化', '手続をオンラインにします。'),
    'about/design/index.html': page('部品', '架空市の窓口です。'),
    'about/messages/index.html': page('メッセージ', '架空市の値です。'),
    'about/rules/index.html': page('規則', '架空市の表です。'),
    'indicators/index.html': page('指標', '本文ではありません。'),
  };
  for (const [path, html] of Object.entries(pages)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), html);
  }
  await writePagefindIndex(dist, '/base/');
  return computeChecksums(join(dist, 'search', 'pagefind'));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'prose-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('pages of prose, and no others, are indexed into the same bytes each time', async () => {
  const files = await indexed('one');
  expect(await indexed('two')).toEqual(files);
  const names = Object.keys(files);
  expect(names.filter((name) => name.endsWith('.pf_fragment'))).toHaveLength(2);
  expect(names).toContain('pagefind.js');
  // What the page of the search has no use for is not published.
  expect(names.filter((name) => /(?:ui|highlight)/.test(name))).toEqual([]);
  const entry = readFileSync(join(folder, 'one', 'search', 'pagefind', 'pagefind-entry.json'), 'utf8');
  expect(JSON.parse(entry)).toMatchObject({ languages: { ja: { page_count: 2 } } });
}, 60_000);
