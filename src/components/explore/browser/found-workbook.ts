import writeXlsxFile, { type SheetData } from 'write-excel-file/browser';

/** Widths of the columns in letters, for at least this many columns; the rest has the width of Excel. */
const WIDTHS = [12, 24, 14, 36, 60, 24, 24, 24, 14, 40, 28];

/** Returns a workbook with one sheet of texts under frozen headings. */
export function createWorkbook(headings: readonly string[], rows: readonly (readonly string[])[]): Promise<Blob> {
  const data: SheetData = [
    headings.map((value) => ({ value, type: String, fontWeight: 'bold' })),
    ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
  ];
  return writeXlsxFile(data, {
    sheet: '見つかった項目',
    stickyRowsCount: 1,
    columns: WIDTHS.map((width) => ({ width })),
  }).toBlob();
}
