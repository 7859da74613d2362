import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/browser';
import type { CellValue } from './table-rows.ts';

/** Returns a cell with its type, so that no program reads a code as a number or a text as a formula. */
function createCell(value: CellValue): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  return typeof value === 'boolean' ? { value, type: Boolean } : { value, type: String };
}

/**
 * Returns a workbook with one sheet of rows under frozen headings.
 * @param widths the widths of the columns in letters
 */
export function createRowsWorkbook(
  sheet: string,
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
  widths: readonly number[],
): Promise<Blob> {
  const data: SheetData = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' })),
    ...rows.map((row) => row.map(createCell)),
  ];
  return writeXlsxFile(data, { sheet, stickyRowsCount: 1, columns: widths.map((width) => ({ width })) }).toBlob();
}
