import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressFiles } from '../../../src/cli/compress-files.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';

const TEXT = '<p>計画の項目</p>\n'.repeat(200);

async function compressFixture(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = createEmptyFolder();
  writeFixture(folder, files);
  await compressFiles(folder, Object.keys(files));
  return folder;
}

test('texts have a compressed form with the same content beside them', async () => {
  const folder = await compressFixture({ 'index.html': TEXT, 'data/SHA256SUMS': TEXT });
  for (const path of ['index.html', 'data/SHA256SUMS']) {
    expect(brotliDecompressSync(readFileSync(join(folder, `${path}.br`))).toString()).toBe(TEXT);
    expect(gunzipSync(readFileSync(join(folder, `${path}.gz`))).toString()).toBe(TEXT);
    expect(readFileSync(join(folder, path), 'utf8')).toBe(TEXT);
  }
});

test('a form that is not smaller is left out', async () => {
  expect(readdirSync(await compressFixture({ 'a.json': '[]' }))).toEqual(['a.json']);
});

test('files that are compressed already are not compressed again', async () => {
  expect(readdirSync(await compressFixture({ 'a.xlsx': TEXT, 'b.parquet': TEXT, 'c.zip': TEXT }))).toHaveLength(3);
});

test('the bytes depend on nothing but the text', async () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.html`, TEXT.slice(at)]));
  const read = (folder: string) => readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const [one, other] = [await compressFixture(files), await compressFixture(files)];
  expect(read(one)).toEqual(read(other));
  // The header of gzip names neither a time nor a system.
  expect([...readFileSync(join(one, '0.html.gz')).subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
});
