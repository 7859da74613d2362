import { describe, expect, test } from 'vitest';
import {
  chooseOffer,
  explainSizeLimit,
  parsePastedTable,
} from '../../../../../src/components/checker/browser/uploaded-table.ts';
import { validateFile } from '../../../../../src/validation/validate-file.ts';

const paste = (text: string) => new TextDecoder().decode(parsePastedTable(text).bytes);

describe('pasted text', () => {
  test('from a spreadsheet becomes CSV', () => {
    expect(paste('指標ID\t値\na\t5,587人\n')).toBe('指標ID,値\r\na,"5,587人"\r\n');
  });

  test('of few rows is separated at tabs, not at commas', () => {
    expect(paste('a,b\tc,d\n')).toBe('"a,b","c,d"\r\n');
    expect(parsePastedTable('a').name).toBe('貼りつけた表.csv');
  });

  test('keeps an empty cell at the end of a row', () => {
    expect(paste('指標ID\t値\na\t\n')).toBe('指標ID,値\r\na,\r\n');
  });

  test('keeps a line break inside a cell', () => {
    expect(paste('指標ID\t名称\na\t"一行\n二行"\n')).toBe('指標ID,名称\r\na,"一行\n二行"\r\n');
  });

  test('stays unchanged if it is CSV', () => {
    expect(paste('指標ID,値\na,"1,2"')).toBe('指標ID,値\na,"1,2"');
  });
});

describe('a file is refused', () => {
  test('if it is empty', () => {
    expect(explainSizeLimit('表.csv', 0)).toContain('「表.csv」は空です。');
  });

  test('above 20 MiB, with its size', () => {
    expect(explainSizeLimit('表.csv', 20 * 1024 * 1024)).toBeNull();
    expect(explainSizeLimit('表.csv', 200 * 1024 * 1024)).toContain('は 200.0 MiB あり');
  });
});

test.each([
  ['テーマID,名称,色,ページ\nict,情報,赤,/themes/ict/\n', 'restore'],
  ['テーマID,名称,年度（はじめ）\nict,情報,2024-04-01\n', 'restore'],
  ['指標ID,全国地方公共団体コード,役割,値,単位\na,990001,result,24,分\n', 'restore'],
  ['指標名,単位,令和5年度実績,令和6年度実績\n本,冊,5,6\n', 'import'],
  ['指標名,現状値（年度）,現状値\n本,令和4年度,5\n', 'import'],
  ['テーマID,名称,ページ数\nict,情報,1\n', null],
  ['ページ,年度\n1,2\n', null],
])('offers for the table %j: %j', (text, offer) => {
  expect(chooseOffer(validateFile('表.csv', new TextEncoder().encode(text)))).toBe(offer);
});
