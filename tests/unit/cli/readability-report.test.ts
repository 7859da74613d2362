import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { serializeCsv } from '../../../src/open-data/formats/table-formats.ts';
import { publishedPlanItems } from '../../../src/open-data/tables/published-record-tables.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { createEmptyFolder, writeFixture, createFixtureSite } from '../../support/fixture-site.ts';
import { createWorkbook } from '../../support/create-workbook.ts';

const COMMAND = join(PROJECT_FOLDER, 'src/cli/check-command.ts');
const SOUND = '団体コード,施設名,利用者数（人）\r\n990019,中央図書館（架空）,5587\r\n';
const BROKEN = SOUND.replace('5587', '"5,587人"');

const Judged = z.array(
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

/** A folder with these files; gives their paths. */
function files(given: Readonly<Record<string, string | Uint8Array>>): string[] {
  const folder = createEmptyFolder();
  writeFixture(folder, given);
  return Object.keys(given).map((name) => join(folder, name));
}

/** Runs `npm run check -- --rules` with more arguments. */
function run(...args: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, '--rules', ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

describe('the rules on the command line', { timeout: 60_000 }, () => {
  test('give each of the thirty its verdict, and exit with 0 where none is broken', () => {
    const { status, stdout } = run(...files({ 'table.csv': SOUND }));
    const lines = stdout.match(/^ {2}L\d-\d\d (?:合格|人が確かめる) .+$/gm);
    expect([status, lines?.length]).toEqual([0, 30]);
    expect(stdout).toMatch(/合格 26、不合格 0、人が確かめる 4\n$/);
  });

  test('tell where a rule is broken, what is wrong and what to write, and exit with 1', () => {
    const [file = ''] = files({ 'table.csv': BROKEN });
    const { status, stdout } = run(file);
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

  test('take UTF-8, CP932 and Excel files together, and print JSON and nothing else', () => {
    const names = files({
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
    const { status, stdout, stderr } = run(...names, '--format', 'json');
    const judged = Judged.parse(JSON.parse(stdout));
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

  test('know a table of this site by its headings, and judge it with its description', () => {
    const text = serializeCsv(publishedPlanItems, openSiteData({ root: createFixtureSite() }));
    const [judged] = Judged.parse(JSON.parse(run(...files({ 'nodes.csv': text }), '--format', 'json').stdout));
    expect([judged?.failed, judged?.person]).toEqual([0, 2]);
  });

  test.each([
    ['no file', [], '--rules のあとに、調べるファイル（CSV か Excel ブック）を書いてください。\n'],
    ['a file that is not there', ['none.csv'], '「none.csv」というファイルはありません。\n'],
    ['a folder', ['data'], '「data」はフォルダです。--rules では、CSV か Excel のファイルを1つずつ書いてください。\n'],
    [
      'a format that it has not',
      ['data/themes.csv', '--format', 'github'],
      '--rules では、--format の「github」は使えません。text か json にしてください。\n',
    ],
    ['--watch', ['data/themes.csv', '--watch'], '--watch は --rules といっしょには使えません。\n'],
  ])('refuse %s', (_what, args, said) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout, stderr]).toEqual([1, '', said]);
  });
});
