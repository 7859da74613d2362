import { describe, expect, test } from 'vitest';
import { validateFile } from '../../../../../src/validation/validate-file.ts';
import {
  getAnchorId,
  findCellAnchor,
} from '../../../../../src/components/checker/browser/diagnostic-list.ts';

/** The marks of all problems of a table, by the ids of their cells. */
async function marks(...lines: string[]): Promise<(string | null)[]> {
  const loose = await validateFile('themes.csv', new TextEncoder().encode(lines.join('\n')));
  return loose.diagnostics.map((problem) => {
    const mark = findCellAnchor(problem, loose);
    return mark && getAnchorId(mark);
  });
}

describe('a problem is marked', () => {
  test('at its cell, though lines are empty and cells hold line breaks', async () => {
    expect(await marks('', 'テーマID,名称,順序', '', 'ict,"一\n二",x')).toEqual(['cell-2-3']);
  });

  test('at its heading', async () => {
    expect(await marks('テーマID,色,名称', 'ict,赤,甲')).toEqual(['cell-1-2']);
  });

  test('at the row, where a column is missing', async () => {
    expect(await marks('テーマID,順序', 'ict,1')).toEqual(['row-1']);
  });

  test('at the row, where the whole row is at fault', async () => {
    expect(await marks('テーマID,名称', 'ict,甲,乙,丙')).toEqual(['row-2']);
  });

  test('nowhere, where there are no rows', async () => {
    expect(await marks('')).toEqual([null]);
  });
});
