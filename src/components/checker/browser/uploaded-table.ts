import Papa from 'papaparse';
import { MAX_UPLOAD_BYTES } from '../../../model/input-limits.ts';
import { type FileValidation, importableCodes } from '../../../validation/validate-file.ts';

/** A table to validate: a file, of which `sheet` may name a sheet, or pasted text. */
export type UploadedTable = Readonly<{ name: string; bytes: Uint8Array; sheet?: string | undefined }>;

/** Returns a message for a file that is empty or too large; otherwise null. */
export function explainSizeLimit(name: string, size: number): string | null {
  if (size === 0) return `「${name}」は空です。書いて保存してから、もう一度選んでください。`;
  if (size <= MAX_UPLOAD_BYTES) return null;
  const toMebibytes = (bytes: number) => bytes / 1024 / 1024;
  return `「${name}」は ${toMebibytes(size).toFixed(1)} MiB あり、このページで調べられる ${toMebibytes(MAX_UPLOAD_BYTES)} MiB をこえています。行を分けるか、npm run check を使ってください。`;
}

/** Returns pasted text as a table. Cells of a spreadsheet, with tabs between, become CSV; other text stays as it is. */
export function parsePastedTable(text: string): UploadedTable {
  // The last line break does not begin a row. A tab before it separates an empty cell.
  const table = text.replace(/(?<![\r\n])[\r\n]+$/, '');
  const rows = text.includes('\t') ? Papa.parse<string[]>(table, { delimiter: '\t' }).data : null;
  const csv = rows ? `${Papa.unparse(rows)}\r\n` : text;
  return { name: '貼りつけた表.csv', bytes: new TextEncoder().encode(csv) };
}

/** Headings that only tables of the open data have. */
const PUBLISHED_HEADING = /^(?:ページ|年度（はじめ）)$/;

/** Returns what can be made of a table that is not a source table: source rows of a published one, or of a sheet. */
export function chooseOffer({ diagnostics }: FileValidation): 'restore' | 'import' | null {
  const isPublished = diagnostics.some(
    ({ code, field }) => code === 'published-table' || (code === 'unknown-column' && PUBLISHED_HEADING.test(field)),
  );
  if (isPublished) return 'restore';
  return diagnostics.some(({ code }) => importableCodes.includes(code)) ? 'import' : null;
}
