import writeXlsxFile, { type SheetData } from 'write-excel-file/browser';
import { createCell, finishWorkbook } from '../../../input/xlsx/written-workbook.ts';
import type { CellValue } from './table-rows.ts';

/**
 * Returns a workbook with one sheet of rows under frozen headings.
 * @param widths the widths of the columns in letters
 */
export async function createRowsWorkbook(
  sheet: string,
  headings: readonly string[],
  rows: readonly (readonly CellValue[])[],
  widths: readonly number[],
): Promise<Blob> {
  const data: SheetData = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' })),
    ...rows.map((row) => row.map(createCell)),
  ];
  const columns = widths.map((width) => ({ width }));
  const written = await writeXlsxFile(data, { sheet, stickyRowsCount: 1, columns }).toBlob();
  const bytes = finishWorkbook(new Uint8Array(await written.arrayBuffer()));
  return new Blob([bytes], { type: written.type });
}
