import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFetchLoader } from '../../../../src/search/query-index.ts';

/** By address, what was asked of caches. */
const asked = new Map<string, string | undefined>();
const server = createServer((request, response) => {
  asked.set(request.url ?? '', request.headers['cache-control']);
  if (request.url === '/index/a.bin' || request.url === '/index/manifest.json') response.end(Buffer.from([1, 2, 3]));
  else if (request.url !== '/index/slow.bin') response.writeHead(404).end();
});
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = server.address();
  if (typeof own === 'object' && own) address = `http://127.0.0.1:${own.port}/index/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('a file is fetched as its bytes', async () => {
  expect(await createFetchLoader(address)('a.bin')).toEqual(new Uint8Array([1, 2, 3]));
});

test('the manifest is asked for anew, since it changes under its name, and other files are not', async () => {
  await createFetchLoader(address)('manifest.json');
  await createFetchLoader(address)('a.bin');
  expect([asked.get('/index/manifest.json'), asked.get('/index/a.bin')]).toEqual(['max-age=0', undefined]);
});

test.each([
  ['a file that is not there', () => createFetchLoader(address)('b.bin')],
  ['a host that is not there', () => createFetchLoader('http://127.0.0.1:1/')('a.bin')],
])('%s can’t be reached', async (_what, load) => {
  await expect(load()).rejects.toMatchObject({ name: 'SearchError', code: 'unreachable' });
});

test('who gives up is told so, and not of an error', async () => {
  const stop = new AbortController();
  const loading = createFetchLoader(address)('slow.bin', stop.signal);
  stop.abort();
  await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
});
