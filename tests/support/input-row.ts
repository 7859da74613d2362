import type { InputRow } from '../../src/input/input-rows.ts';

/** Returns a row of a sheet: the cell with an index is in the column of that number. */
export const createInputRow = (line: number, cells: readonly string[]): InputRow => ({
  cells,
  line,
  brokenFrom: null,
  locate: (index) => ({ line, column: index + 1 }),
});
