import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_QUERY_LENGTH } from '../../../src/components/search/browser/search-params.ts';
import { writeIndex } from '../../../src/search/build-index.ts';
import { main } from '../../../tools/search-command.ts';
import { callCommand } from '../../support/call-command.ts';
import { createSharedFolder } from '../../support/fixture-site.ts';
import { createDocument, EMPTY_SOURCE } from '../search/index-in-memory.ts';

/** Writes what the command reads of a built site into a folder. */
function writeSite(folder: string): void {
  const write = (name: string, content: string | Uint8Array) => {
    const file = join(folder, 'api', 'v1', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  write('municipalities.json', '{ "data": [] }');
  const documents = [
    createDocument(0, '避難所の備え', '発電機を置きます。'),
    createDocument(1, '防災の訓練', '避難所を開く練習をします。'),
    createDocument(2, 'データの形', '表のファイルは CSV です。', { kind: 'guide' }),
    createDocument(3, 'オープンデータ', '公開しているデータです。'),
  ];
  const rows = [{ forms: ['csv'], planWords: ['オープンデータ'], role: 'subject' as const }];
  for (const { name, bytes } of writeIndex(documents, { ...EMPTY_SOURCE, wordTable: { rows, cities: [] } }))
    write(`search/${name}`, bytes);
}

const [site, damaged] = [createSharedFolder(), createSharedFolder()];
writeSite(site);
const search = (...args: readonly string[]) => callCommand(main, [...args, '--out', site]);

describe('npm run search', () => {
  test('prints the results for words, best first', async () => {
    const { status, stdout } = await search('避難所');
    expect(status).toBe(0);
    expect(stdout).toBe(
      '「避難所」を含むもの 2件\n  避難所の備え\n    /0/\n    発電機を置きます。\n' +
        '  防災の訓練\n    /1/\n    避難所を開く練習をします。\n',
    );
  });

  test('joins words, and counts the results beyond the limit', async () => {
    expect((await search('避難所', '--limit', '1')).stdout).toMatch(/\/0\/[^/]*\n {2}ほかに 1件\n$/);
    expect((await search('避難所', '訓練')).stdout).toMatch(/^「避難所 訓練」を含むもの 1件\n {2}防災の訓練\n/);
  });

  test('prints related results before guides that only mention the words, as the page does', async () => {
    const { stdout } = await search('CSV');
    expect(stdout.match(/^ {2}\S+/gm)).toEqual(['  オープンデータ', '  データの形']);
  });

  test('takes a query of the same length as the page', async () => {
    expect((await search('あ'.repeat(MAX_QUERY_LENGTH))).status).toBe(0);
    const tooLong = await search('あ'.repeat(MAX_QUERY_LENGTH - 1), '防災');
    expect(tooLong).toEqual({ status: 1, stdout: '', stderr: 'さがす言葉は、200字までにしてください。\n' });
  });

  test.each([
    [[], /^さがす言葉を書いてください。/],
    [['　'], /^さがす言葉を書いてください。/],
    [['避難所', '--limit', '0'], /^--limit の「0」は使えません。/],
    [['避難所', '--limit', '多め'], /^--limit の「多め」は使えません。/],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await search(...args);
    expect([status, stderr]).toEqual([1, expect.stringMatching(message)]);
  });

  test('says what to do without a built site, and with a damaged one', async () => {
    const { stderr } = await callCommand(main, ['避難所', '--out', join(site, 'nowhere')]);
    expect(stderr).toMatch(/先に npm run build をしてください。\n$/);
    writeSite(damaged);
    writeFileSync(join(damaged, 'api', 'v1', 'search', 'manifest.json'), '{}');
    expect((await callCommand(main, ['避難所', '--out', damaged])).stderr).toMatch(/^さがせません。.*つくり直して/);
  });
});
