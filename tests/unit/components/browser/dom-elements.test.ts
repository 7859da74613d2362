import { afterEach, expect, test, vi } from 'vitest';
import { loadJson, loadOnce } from '../../../../src/components/browser/dom-elements.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a file of JSON is its content', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([1, 2])));
  expect(await loadJson('/items.json')).toEqual([1, 2]);
});

test('the page for a missing file is an error, even if it is JSON', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([], { status: 404 })));
  await expect(loadJson('/items.json')).rejects.toThrow('404 /items.json');
});

test('what is loaded once for a key is not loaded again for it', async () => {
  const load = vi.fn<(key: string) => Promise<string>>((key) => Promise.resolve(`${key}!`));
  const get = loadOnce(load);
  expect(await Promise.all([get('a'), get('a'), get('b')])).toEqual(['a!', 'a!', 'b!']);
  expect(load.mock.calls).toEqual([['a'], ['b']]);
});

test('what could not be loaded is loaded at the next call', async () => {
  const load = vi.fn<(key: string) => Promise<string>>().mockRejectedValueOnce(new Error('no network'));
  load.mockResolvedValueOnce('found');
  const get = loadOnce(load);
  await expect(get('a')).rejects.toThrow('no network');
  expect(await get('a')).toBe('found');
});
