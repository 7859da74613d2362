import { expect, test, vi } from 'vitest';
import { loadOnce } from '../../../../src/components/browser/dom-elements.ts';

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
