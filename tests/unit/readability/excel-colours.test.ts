import { describe, expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { judgeReadability } from '../../../src/readability/judge-readability.ts';
import type { VerdictCode } from '../../../src/readability/readability-rule.ts';
import { changeWorkbook } from '../../support/create-workbook.ts';

const judge = (bytes: Uint8Array) => judgeReadability(bytes, () => null);

/** Returns the ids of the rules with a verdict for a workbook without a description. */
const rulesOf = (verdict: VerdictCode, bytes: Uint8Array) =>
  judge(bytes)
    .filter((one) => one.verdict === verdict)
    .map(({ rule }) => rule.id);

describe('colours in an Excel file', () => {
  const YELLOW = '#ffff00';
  /** Creates a sheet of six records with coloured cells. */
  const sheet = async (isColoured: (line: number, column: number) => boolean) => {
    const rows = Array.from({ length: 6 }, (_, line) =>
      [`施設${line}`, line].map((value, column) =>
        isColoured(line, column) ? { value, backgroundColor: YELLOW } : { value },
      ),
    );
    const head = ['名称', '件数（件）'].map((value) => ({ value, backgroundColor: YELLOW }));
    return new Uint8Array(await writeExcel([head, ...rows]).toBuffer());
  };

  test.each([
    ['only over the headings', () => false, []],
    ['in every second row', (line: number) => line % 2 === 0, []],
    ['in a whole column', (_line: number, column: number) => column === 1, []],
    ['in one cell', (line: number, column: number) => line === 3 && column === 1, ['L1-11']],
    ['in one row', (line: number) => line === 5, ['L1-11']],
  ])('%s break L1-11 only if they mark single cells or rows', async (_where, isColoured, broken) => {
    expect(rulesOf('failed', await sheet(isColoured))).toEqual(broken);
  });

  test('in every second row need no person', async () => {
    expect(rulesOf('person', await sheet((line) => line % 2 === 0))).not.toContain('L1-11');
  });

  /** Creates a sheet of six links, the first of them with the XML of a font and a fill. */
  const styled = async (properties: string, fill = '', text = 'https://example.org/') => {
    const rows = Array.from({ length: 6 }, (_, line) => [
      line === 0 ? { value: text, textColor: '#123456', backgroundColor: YELLOW } : { value: `${text}${line}` },
    ]);
    const bytes = new Uint8Array(await writeExcel([[{ value: '見出し' }], ...rows]).toBuffer());
    return changeWorkbook(bytes, 'xl/styles.xml', (xml) =>
      xml
        .replace(/<color rgb="[^"]*123456"\s*\/>/i, properties)
        .replace(/<fgColor rgb="[^"]*ffff00"\s*\/>/i, fill || '<fgColor rgb="FFFFFFFF"/>'),
    );
  };

  test.each([
    ['<color theme="1"/>', ''],
    ['<color rgb="FF000000"/>', ''],
    ['<color indexed="8"/>', '<fgColor theme="0"/>'],
    ['<color auto="1"/>', '<fgColor indexed="9"/>'],
    ['<u/><color theme="10"/>', ''],
    ['<b val="0"/><i val="false"/><u val="none"/>', ''],
  ])('are none if they are black, white or those of a link: %s %s', async (properties, fill) => {
    expect(rulesOf('failed', await styled(properties, fill))).toEqual([]);
  });

  test.each([
    ['<color rgb="FFFF0000"/>', '', '文字の色 #FF0000'],
    ['<color theme="1"/>', '<fgColor theme="8" tint="0.79998168889431442"/>', '背景の色 アクセント5 白+80%'],
    ['<color theme="3" tint="-0.249977111117893"/>', '', '文字の色 テキスト2 黒+25%'],
  ])('have the names of the palette: %s %s', async (properties, fill, name) => {
    const judged = judge(await styled(properties, fill, '図書館'));
    const [violation] = judged.find(({ rule }) => rule.id === 'L1-11')?.violations ?? [];
    expect(violation?.wrong).toBe(`同じ列のほかのセルと、書式（${name}）がちがいます。`);
  });
});
