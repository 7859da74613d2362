import { describe, expect, test } from 'vitest';
import { getAnchorId, findCellAnchor } from '../../../../../src/components/checker/browser/diagnostic-display.ts';
import { validateFile } from '../../../../../src/validation/validate-file.ts';

/** Returns the HTML ids of the cells of all diagnostics. */
function listAnchors(...lines: string[]): (string | null)[] {
  const validation = validateFile('themes.csv', new TextEncoder().encode(lines.join('\n')));
  return validation.diagnostics.map((diagnostic) => {
    const anchor = findCellAnchor(diagnostic, validation);
    return anchor && getAnchorId(anchor);
  });
}

describe('a diagnostic is marked', () => {
  test('at its cell, despite empty lines and line breaks in cells', () => {
    expect(listAnchors('', 'テーマID,名称,順序', '', 'ict,"一\n二",x')).toEqual(['cell-2-2', 'cell-2-3']);
  });

  test('at its heading', () => {
    expect(listAnchors('テーマID,色,名称', 'ict,赤,甲')).toEqual(['cell-1-2']);
  });

  test('at the row if a column is missing', () => {
    expect(listAnchors('テーマID,順序', 'ict,1')).toEqual(['row-1']);
  });

  test('at the row if the whole row is wrong', () => {
    expect(listAnchors('テーマID,名称', 'ict,甲,乙,丙')).toEqual(['row-2']);
  });

  test('nowhere if there are no rows', () => {
    expect(listAnchors('')).toEqual([null]);
  });
});
