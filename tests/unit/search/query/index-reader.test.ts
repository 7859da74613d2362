import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFetchLoader } from '../../../../src/search/query-index.ts';

/** The `cache-control` header of requests, by path. */
const cacheControl = new Map<string, string | undefined>();
const server = createServer((request, response) => {
  cacheControl.set(request.url ?? '', request.headers['cache-control']);
  if (request.url === '/index/a.bin' || request.url === '/index/manifest.json') response.end(Buffer.from([1, 2, 3]));
  else if (request.url !== '/index/slow.bin') response.writeHead(404).end();
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = server.address();
  if (typeof own === 'object' && own) url = `http://127.0.0.1:${own.port}/index/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('returns the bytes of a file', async () => {
  expect(await createFetchLoader(url)('a.bin')).toEqual(new Uint8Array([1, 2, 3]));
});

test('requests the manifest past caches, and other files through caches', async () => {
  await createFetchLoader(url)('manifest.json');
  await createFetchLoader(url)('a.bin');
  expect([cacheControl.get('/index/manifest.json'), cacheControl.get('/index/a.bin')]).toEqual([
    'max-age=0',
    undefined,
  ]);
});

test.each([
  ['a missing file', () => createFetchLoader(url)('b.bin')],
  ['a missing server', () => createFetchLoader('http://127.0.0.1:1/')('a.bin')],
])('%s is reported as unreachable', async (_what, load) => {
  await expect(load()).rejects.toMatchObject({ name: 'SearchError', code: 'unreachable' });
});

test('an aborted request is reported as aborted, not as an error', async () => {
  const stop = new AbortController();
  const loading = createFetchLoader(url)('slow.bin', stop.signal);
  stop.abort();
  await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
});
