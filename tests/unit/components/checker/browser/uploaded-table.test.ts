import { describe, expect, test } from 'vitest';
import { parsePastedTable, explainSizeLimit } from '../../../../../src/components/checker/browser/uploaded-table.ts';

const paste = (text: string) => new TextDecoder().decode(parsePastedTable(text).bytes);

describe('pasted text', () => {
  test('from a spreadsheet becomes CSV', () => {
    expect(paste('指標ID\t値\na\t5,587人\n')).toBe('指標ID,値\r\na,"5,587人"\r\n');
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
    expect(explainSizeLimit('表.csv', 21 * 1024 * 1024)).toContain('21.0 MiB');
  });
});
