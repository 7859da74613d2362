import type { CellType } from '../../src/tables/cells/cell-parser.ts';

/** Returns the value of a cell, or the code of its issue in angle brackets. */
export function readAs(type: CellType<unknown>, text: string): unknown {
  const read = type(text);
  return 'value' in read ? read.value : `<${read.issue.code}>`;
}

/** Returns the word that the issue of a cell suggests; null for a valid cell. */
export function readSuggestion(type: CellType<unknown>, text: string): unknown {
  const read = type(text);
  return 'value' in read ? null : (read.issue.values.near ?? null);
}
