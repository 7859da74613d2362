import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import type { SiteData } from '../portal/portal.ts';
import { listTableNotes } from './notes.ts';
import type { PublishedTable, PublishedValue } from './table.ts';
import { removeZipTimes } from './zip.ts';

const WIDEST = 60;
const NARROWEST = 8;

/** A cell with its type said, so that no reader takes a code for a number or a text for a formula. */
function cell(value: PublishedValue): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value, type: String };
}

/** How wide a column is, in characters: as its longest value, within limits; kana and kanji count double. */
function widthOf(values: readonly PublishedValue[]): number {
  const longest = values.reduce<number>((most, value) => {
    const length = [...String(value ?? '')].reduce((sum, one) => sum + (one > '\u00ff' ? 2 : 1), 0);
    return Math.max(most, length);
  }, NARROWEST);
  return Math.min(WIDEST, longest + 2);
}

/**
 * A table as an Excel workbook: the data as the first sheet with its headings frozen, what it means as the second. No
 * formulas, no merged cells, no meaning by colour.
 */
export async function serializeXlsx(table: PublishedTable, portal: SiteData): Promise<Uint8Array> {
  const rows = table.rows(portal);
  const titles = table.columns.map(({ title }) => title);
  const data: SheetData = [
    titles.map((value) => ({ value, type: String, fontWeight: 'bold' })),
    ...rows.map((row) => row.map(cell)),
  ];
  const explained = listTableNotes(table, portal);
  const buffer = await writeXlsxFile([
    {
      data,
      sheet: 'データ',
      stickyRowsCount: 1,
      columns: titles.map((title, at) => ({
        width: widthOf([title, ...rows.map((row) => row[at] ?? null)]),
      })),
    },
    {
      data: [['項目', '内容'], ...explained].map((row) => row.map(cell)),
      sheet: '説明',
      columns: [{ width: 24 }, { width: WIDEST }],
    },
  ]).toBuffer();
  return removeZipTimes(new Uint8Array(buffer));
}
