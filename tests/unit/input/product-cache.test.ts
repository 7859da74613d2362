import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findProduct, trimCache } from '../../../src/input/product-cache.ts';
import { makeFileInThread } from '../../../src/open-data/file-worker-client.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const createCache = (fingerprint = 'one') => ({ folder: join(createEmptyFolder(), 'cache'), fingerprint });

const PRODUCT = Buffer.from('a product');

const read = (...input: Parameters<typeof findProduct>) => findProduct(...input).product?.toString();

describe('a product', () => {
  test('is found again by its kind and its input', () => {
    const cache = createCache();
    expect(read(cache, 'png', '計画')).toBeUndefined();
    findProduct(cache, 'png', '計画').keep(PRODUCT);
    expect(read(cache, 'png', '計画')).toBe('a product');
    expect(read(cache, 'png', '計画 ')).toBeUndefined();
    expect(read(cache, 'site', '計画')).toBeUndefined();
  });

  test('is not found by another program', () => {
    const cache = createCache();
    findProduct(cache, 'png', '計画').keep(PRODUCT);
    expect(read({ ...cache, fingerprint: 'two' }, 'png', '計画')).toBeUndefined();
  });

  test('is neither found nor kept without a cache', () => {
    findProduct(undefined, 'png', '計画').keep(PRODUCT);
    expect(read(undefined, 'png', '計画')).toBeUndefined();
  });

  test('stays missing, and a build goes on, if the cache cannot be written', () => {
    const cache = createCache();
    writeFileSync(cache.folder, 'a file instead of the folder');
    findProduct(cache, 'png', '計画').keep(PRODUCT);
    expect(read(cache, 'png', '計画')).toBeUndefined();
    expect(() => {
      trimCache(cache.folder);
    }).not.toThrow();
  });
});

describe('a file of the cache', () => {
  /** Keeps a product, and returns the path of its file. */
  const keepProduct = (cache: ReturnType<typeof createCache>, input: string) => {
    const before = existsSync(cache.folder) ? readdirSync(cache.folder) : [];
    findProduct(cache, 'png', input).keep(Buffer.from(`product of ${input}`));
    const name = readdirSync(cache.folder).find((one) => !before.includes(one)) ?? '';
    return join(cache.folder, name);
  };

  test('that is damaged anywhere counts as missing, and is replaced', () => {
    const cache = createCache();
    const path = keepProduct(cache, 'a');
    const whole = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, isCut) => {
        const damaged = Buffer.from(isCut ? whole.subarray(0, at) : whole);
        if (!isCut) damaged[at] = (damaged[at] ?? 0) ^ change;
        writeFileSync(path, damaged);
        expect(read(cache, 'png', 'a')).toBeUndefined();
        findProduct(cache, 'png', 'a').keep(Buffer.from('product of a'));
        expect(readFileSync(path)).toEqual(whole);
      }),
    );
  });

  test('under the name of another one counts as missing', () => {
    const cache = createCache();
    renameSync(keepProduct(cache, 'a'), keepProduct(cache, 'b'));
    expect(read(cache, 'png', 'b')).toBeUndefined();
  });

  test('goes if it was not used for the longest time and the cache is full', () => {
    const cache = createCache();
    const paths = ['a', 'b', 'c'].map((input) => keepProduct(cache, input));
    for (const [day, path] of paths.entries()) utimesSync(path, new Date(2026, 0, day + 1), new Date(2026, 0, day + 1));
    // A use makes the oldest file the newest.
    expect(read(cache, 'png', 'a')).toBe('product of a');
    // A file that another build has just deleted does not matter.
    symlinkSync('nowhere', join(cache.folder, 'gone'));
    trimCache(cache.folder, 2 * readFileSync(paths[0] ?? '').length);
    expect(paths.map((path) => existsSync(path))).toEqual([true, false, true]);
  });

  test('that a killed build left half-written goes after a day', () => {
    const cache = createCache();
    const left = `${keepProduct(cache, 'a')}.half`;
    writeFileSync(left, 'half');
    const trimAfter = (hours: number) => {
      const time = new Date(Date.now() - hours * 3_600_000);
      utimesSync(left, time, time);
      trimCache(cache.folder);
      return existsSync(left);
    };
    expect([trimAfter(23), trimAfter(25)]).toEqual([true, false]);
    expect(readdirSync(cache.folder)).toHaveLength(1);
  });

  test('that cannot have its name leaves nothing half-written', () => {
    const cache = createCache();
    const path = keepProduct(cache, 'a');
    rmSync(path);
    writeFixture(path, { file: 'a folder instead of the file' });
    findProduct(cache, 'png', 'a').keep(PRODUCT);
    expect(readdirSync(cache.folder)).toEqual([basename(path)]);
  });
});

test('a picture that an earlier build kept is not drawn again', async () => {
  const cache = createCache();
  findProduct(cache, 'png', '<svg/>').keep(PRODUCT);
  expect(await makeFileInThread({ svg: '<svg/>', cache }, REPOSITORY_FOLDER)).toEqual(Uint8Array.from(PRODUCT));
});

test('a picture from the cache has the bytes of a new one, whatever is drawn and whatever happens to the cache', async () => {
  const cache = createCache();
  const shape = fc.record({
    x: fc.nat(3),
    colour: fc.constantFrom('#123456', '#fff'),
    text: fc.constantFrom('計画', '12%'),
  });
  const draw = ({ x, colour, text }: { x: number; colour: string; text: string }) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30" fill="${colour}"/><text class="plain" x="${x}" y="20" font-size="12">${text}</text></svg>`;
  await fc.assert(
    fc.asyncProperty(shape, fc.constantFrom('nothing', 'damage', 'delete'), async (picture, fate) => {
      const svg = draw(picture);
      const fresh = await makeFileInThread({ svg, cache: undefined }, REPOSITORY_FOLDER);
      expect(await makeFileInThread({ svg, cache }, REPOSITORY_FOLDER)).toEqual(fresh);
      for (const name of readdirSync(cache.folder)) {
        const path = join(cache.folder, name);
        if (fate === 'damage') writeFileSync(path, readFileSync(path).fill(0, 40, 50));
        if (fate === 'delete') renameSync(path, join(createEmptyFolder(), name));
      }
      expect(await makeFileInThread({ svg, cache }, REPOSITORY_FOLDER)).toEqual(fresh);
    }),
    { numRuns: 60 },
  );
});
