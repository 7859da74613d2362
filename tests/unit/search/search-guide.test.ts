import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../src/api/api-index.ts';
import { buildSiteFiles } from './index-in-memory.ts';
import { printListResponse } from '../../../src/open-data/api/api-responses.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { readFileText, REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSiteData({ root: REPOSITORY_FOLDER });
const files = buildSiteFiles(siteData);
const blocks = [...(readFileText('docs/search.md') ?? '').matchAll(/```js\n([\s\S]*?)```/g)].map(
  (found) => found[1] ?? '',
);

/** A host that has the index and the documents where a site has them. */
const server = createServer((request, response) => {
  const path = request.url ?? '';
  const bytes = files.get(path.replace('/api/v1/search/', ''));
  if (path === '/api/v1/documents.json') response.end(printListResponse(siteData, listSiteDocuments(siteData)));
  else if (bytes) response.end(bytes);
  else response.writeHead(404).end();
});
let site = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) site = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.close();
});

/** What lines of the guide print, with this host for the site. */
async function printed(code: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module'], { cwd: REPOSITORY_FOLDER });
  child.stdin.end(code.replaceAll('https://keikaku.example', site));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return out + errors;
}

describe('the lines in docs/search.md', () => {
  test('are at most ten each', () => {
    expect(blocks.map((code) => code.trim().split('\n').length <= 10)).toEqual([true, true]);
  });

  test('find by the index in Node', async () => {
    const out = await printed(blocks[0] ?? '');
    expect(out).toMatch(/^7 Map/);
    expect(out).toContain('指定避難所の停電対策 /plans/kashiwara-unei-r2/1_3_5/#1_3_5_2');
  }, 60_000);

  test('find in the documents with nothing of ours', async () => {
    expect(await printed(blocks[1] ?? '')).toContain('指定避難所の停電対策 /plans/');
  }, 60_000);
});
