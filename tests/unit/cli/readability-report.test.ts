import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { main } from '../../../src/cli/check-command.ts';
import { serializeCsv } from '../../../src/open-data/table-formats.ts';
import { publishedPlanItems } from '../../../src/open-data/tables/published-plan-tables.ts';
import { callCommand } from '../../support/call-command.ts';
import { createWorkbook } from '../../support/create-workbook.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

const VALID = '団体コード,施設名,利用者数（人）\r\n990019,中央図書館（架空）,5587\r\n';
const BROKEN = VALID.replace('5587', '"5,587人"');

const JudgedFiles = z.array(
  z.strictObject({
    file: z.string(),
    passed: z.int(),
    failed: z.int(),
    person: z.int(),
    verdicts: z.array(
      z.strictObject({
        rule: z.string(),
        title: z.string(),
        verdict: z.string(),
        reason: z.string(),
        cells: z.array(
          z.strictObject({
            sheet: z.string(),
            line: z.int(),
            column: z.int(),
            heading: z.string(),
            value: z.string(),
            wrong: z.string(),
            instead: z.string(),
          }),
        ),
      }),
    ),
  }),
);

/** Writes files to a new folder and returns their paths. */
function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const folder = createEmptyFolder();
  writeFixture(folder, files);
  return Object.keys(files).map((name) => join(folder, name));
}

/** Runs `npm run check -- --rules` with more arguments. */
function judge(...args: readonly string[]) {
  vi.stubEnv('NO_COLOR', '1');
  vi.stubEnv('FORCE_COLOR', undefined);
  return callCommand(main, ['--rules', ...args]);
}
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('npm run check -- --rules', () => {
  test('prints a verdict for each of the thirty rules, and exits with 0 if no rule is broken', async () => {
    const { status, stdout } = await judge(...writeFiles({ 'table.csv': VALID }));
    const lines = stdout.match(/^ {2}L\d-\d\d (?:合格|人が確かめる) .+$/gm);
    expect([status, lines?.length]).toEqual([0, 30]);
    expect(stdout).toMatch(/合格 26、不合格 0、人が確かめる 4\n$/);
  });

  test('prints which cell breaks a rule, why, and the correction, and exits with 1', async () => {
    const [file = ''] = writeFiles({ 'table.csv': BROKEN });
    const { status, stdout } = await judge(file);
    expect(status).toBe(1);
    expect(stdout).toContain(
      [
        '  L2-01 不合格 数は数だけで書く',
        '      1か所が合いません。',
        `      ${file}:2:18 見出し「利用者数（人）」 値「5,587人」`,
        '        数の列に「5,587人」と書かれていて、数として読めません。',
        '        → 「5587」と書いてください。「人」は、見出しか、単位や注の列に書きます。',
      ].join('\n'),
    );
  });

  test.each([
    [20, 20, ''],
    [21, 20, '      ほかに1か所あります。'],
  ])('prints of %i broken cells of a rule the first %i, and the number of others: %s', async (count, shown, more) => {
    const rows = Array.from({ length: count }, (_, at) => `990019,施設${at + 1},"5,587人"\r\n`);
    const { stdout } = await judge(
      ...writeFiles({ 'table.csv': `団体コード,施設名,利用者数（人）\r\n${rows.join('')}` }),
    );
    const [, report = ''] = /^ {2}L2-01 不合格 .*\n([^]*?)^ {2}L2-02/m.exec(stdout) ?? [];
    expect(report.match(/値「5,587人」/g)).toHaveLength(shown);
    expect(report.split('\n').filter((line) => line.includes('ほかに'))).toEqual(more === '' ? [] : [more]);
  });

  test('reads UTF-8, CP932 and Excel files together, and prints only JSON', async () => {
    const names = writeFiles({
      'utf8.csv': BROKEN,
      'cp932.csv': iconv.encode(BROKEN, 'cp932'),
      'sheet.xlsx': createWorkbook([
        {
          name: '表',
          rows: [
            ['施設名', '数（人）'],
            ['a', 1],
            ['b', 2],
            ['c', '3人'],
          ],
        },
      ]),
    });
    const { status, stdout, stderr } = await judge(...names, '--format', 'json');
    const judged = JudgedFiles.parse(JSON.parse(stdout));
    expect([status, stderr, judged.map(({ file }) => file)]).toEqual([1, '', names]);
    const broken = judged.map(({ verdicts }) =>
      verdicts.flatMap(({ rule, verdict, cells }) =>
        verdict === 'failed' ? [[rule, ...cells.map(({ line, column, value }) => [line, column, value])]] : [],
      ),
    );
    expect(broken).toEqual([
      [['L2-01', [2, 18, '5,587人']]],
      [['L2-01', [2, 18, '5,587人']]],
      [['L2-01', [4, 2, '3人']]],
    ]);
  });

  test('recognizes a published table by its headings, and judges it with its schema', async () => {
    const text = serializeCsv(openFixtureSite(), publishedPlanItems);
    const { stdout } = await judge(...writeFiles({ 'nodes.csv': text }), '--format', 'json');
    const [judged] = JudgedFiles.parse(JSON.parse(stdout));
    expect([judged?.failed, judged?.person]).toEqual([0, 2]);
  });

  test.each([
    ['no file', [], '--rules のあとに、調べるファイル（CSV か Excel ブック）を書いてください。\n'],
    ['a file that does not exist', ['none.csv'], '「none.csv」というファイルはありません。\n'],
    ['a folder', ['data'], '「data」はフォルダです。CSV か Excel のファイルを1つずつ書いてください。\n'],
    [
      'an unknown format',
      ['data/themes.csv', '--format', 'github'],
      '--rules では、--format の「github」は使えません。text か json にしてください。\n',
    ],
    ['--watch', ['data/themes.csv', '--watch'], '--watch は --rules といっしょには使えません。\n'],
  ])('refuses %s', async (_what, args, message) => {
    const { status, stdout, stderr } = await judge(...args);
    expect([status, stdout, stderr]).toEqual([1, '', message]);
  });
});
