import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../src/open-data/api/api-index.ts';
import { formatListResponse } from '../../../src/open-data/api/api-responses.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { readFileText, REPOSITORY_FOLDER } from '../../support/source-modules.ts';
import { buildSiteFiles } from './index-in-memory.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const files = buildSiteFiles(siteData);
const blocks = [...(readFileText('docs/search.md') ?? '').matchAll(/```js\n([\s\S]*?)```/g)].map(
  (found) => found[1] ?? '',
);

/** A server with the index and the documents of a site. */
const server = createServer((request, response) => {
  const path = request.url ?? '';
  const bytes = files.get(path.replace('/api/v1/search/', ''));
  if (path === '/api/v1/documents.json')
    response.end(formatListResponse(siteData, listSiteDocuments(siteData), 'documents'));
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

/** Runs code of the guide with this server as the site, and returns its output. */
async function runCode(code: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module'], { cwd: REPOSITORY_FOLDER });
  child.stdin.end(code.replaceAll('https://keikaku.example', site));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return out + errors;
}

describe('the examples in docs/search.md', () => {
  test('have at most ten lines each', () => {
    expect(blocks.map((code) => code.trim().split('\n').length <= 10)).toEqual([true, true]);
  });

  test('query the index in Node', async () => {
    const out = await runCode(blocks[0] ?? '');
    expect(out).toMatch(/^[1-9]\d* Map\(/);
    expect(out).toContain('指定避難所の停電対策 /plans/kashiwara-unei-r2/1_3_5/#1_3_5_2');
  });

  test('search the documents without our code', async () => {
    expect(await runCode(blocks[1] ?? '')).toContain('指定避難所の停電対策 /plans/');
  });
});
