import iconv from 'iconv-lite';
import { decodeText } from '../input/text-decoding.ts';
import type { TableSchema } from '../tables/table-schema.ts';
import { formatAddedRows, type RowCells } from './csv-text.ts';

/** Returns the text as CP932, or null if decoding would not restore it. */
function toCp932(text: string): Uint8Array | null {
  const bytes = iconv.encode(text, 'cp932');
  // Decodes the bytes like the CSV reader, because iconv-lite and the decoder can differ.
  return new TextDecoder('shift_jis').decode(bytes) === text ? bytes : null;
}

/** Encodes a text without a byte order mark. Returns characters that CP932 lacks, and never writes `?` for them. */
export function encodeText(
  text: string,
  encoding: 'utf-8' | 'cp932',
): { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly lacking: readonly string[] } {
  if (encoding === 'utf-8') return { ok: true, bytes: new TextEncoder().encode(text) };
  const bytes = toCp932(text);
  if (bytes) return { ok: true, bytes };
  return { ok: false, lacking: [...new Set(text)].filter((character) => !toCp932(character)) };
}

/** Returns the bytes that add rows to a CSV file, with its encoding, line breaks and order of columns, or why it can't. */
export function appendCsvRows(
  file: string,
  present: Uint8Array,
  shape: TableSchema,
  rows: readonly RowCells[],
):
  | { readonly ok: true; readonly bytes: Uint8Array; readonly firstLine: number }
  | { readonly ok: false; readonly why: string } {
  const decoded = decodeText(present);
  if (!decoded.ok) return { ok: false, why: `${file} の文字コードを読みとれません。` };
  const added = formatAddedRows(file, decoded.text, shape, rows);
  if (!added.ok) return added;
  const encoded = encodeText(added.text, decoded.encoding);
  if (!encoded.ok) {
    const lacking = encoded.lacking.map((character) => `「${character}」`).join('');
    const why = `${file} は Shift_JIS（CP932）のファイルで、${lacking}を書けません。ファイルを UTF-8 で保存しなおすか、ほかの字にしてください。`;
    return { ok: false, why };
  }
  return { ok: true, bytes: encoded.bytes, firstLine: added.firstLine };
}
