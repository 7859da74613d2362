import type { WrittenSheet } from '../../input/xlsx/written-workbook.ts';
import { formatCsv } from '../../open-data/csv-dialect.ts';
import { saveFile } from './dom-elements.ts';

/** Saves rows as a CSV file like the published ones, or as an Excel workbook with frozen headings. */
export async function saveRows(
  name: string,
  format: string,
  sheet: WrittenSheet & { readonly headings: readonly string[] },
): Promise<void> {
  if (format === 'csv') {
    saveFile(`${name}.csv`, formatCsv([sheet.headings, ...sheet.rows]), 'text/csv');
    return;
  }
  const { WORKBOOK_TYPE, writeWorkbook } = await import('../../input/xlsx/written-workbook.ts');
  saveFile(`${name}.xlsx`, writeWorkbook([{ ...sheet, frozen: true }]), WORKBOOK_TYPE);
}
