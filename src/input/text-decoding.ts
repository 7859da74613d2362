import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { createIssue, createLimitIssue, extendIssue, type Issue, locateFile } from '../diagnostics/diagnostic.ts';
import { MAX_FILE_BYTES, MAX_TEXT_BYTES } from '../model/input-limits.ts';
import { type InputPosition, refuseInput, type UnreadableFile } from './input-rows.ts';
import { openArchive } from './xlsx/zip-archive.ts';

const beginsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

/** True for the bytes of a ZIP archive, such as .xlsx. The letters PK alone could begin a text. */
export const isZipArchive = (bytes: Uint8Array): boolean => beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);

/** True for the container of Excel 97 to 2003, and of Excel files with a password. */
export const isCompoundFile = (bytes: Uint8Array): boolean => beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/** True for the byte order mark of UTF-8, with which text in no other encoding begins. */
export const hasByteOrderMark = (bytes: Uint8Array): boolean => beginsWith(bytes, [0xef, 0xbb, 0xbf]);

/** How files of formats without tables begin. Some systems, and Excel too, save web pages as .xls. */
const OTHER_FORMATS: readonly { readonly format: string; readonly start: RegExp }[] = [
  { format: 'PDF', start: /^%PDF-/ },
  { format: '画像（PNG）', start: /^\x89PNG/ },
  { format: '画像（JPEG）', start: /^\xff\xd8\xff/ },
  { format: 'OpenDocument（.ods など）', start: /^PK[^]*application\/vnd\.oasis/ },
  { format: 'HTML や XML（Web ページ）', start: /^(?:\xef\xbb\xbf)?\s*<(?:[!?]|html|head|meta|table)|^MIME-Version:/i },
];

/** Names of what only documents of other programs contain, in an archive or, as UTF-16, in a compound file. */
const DOCUMENT_PARTS: readonly { readonly format: string; readonly part: RegExp }[] = [
  { format: 'Outlook のメール（.msg）', part: /__properties_version1/ },
  { format: 'Excel バイナリ ブック（.xlsb）', part: /xl\/workbook\.bin/ },
  { format: 'Word', part: /word\/document\.xml|WordDocument/ },
  { format: 'PowerPoint', part: /ppt\/presentation\.xml|PowerPoint Document/ },
  { format: 'Numbers などの iWork ', part: /Index(?:\/Document\.iwa|\.zip)/ },
  { format: '一太郎', part: /DocumentText/ },
];

/** Returns the names in an archive; all bytes of a compound file, or of a damaged archive. */
function listNames(bytes: Uint8Array): string {
  try {
    return [...openArchive(bytes).keys()].join('\n');
  } catch {
    return new TextDecoder(isZipArchive(bytes) ? 'latin1' : 'utf-16le').decode(bytes);
  }
}

/** Returns the issue of a file of a format that is not read, such as PDF or Word; null for any other. */
export function findOtherFormat(bytes: Uint8Array): Issue | null {
  const isZip = isZipArchive(bytes);
  const names = isZip || isCompoundFile(bytes) ? listNames(bytes) : '';
  // A workbook may contain a document, and a mail a workbook.
  const parts = DOCUMENT_PARTS.slice(0, names.includes(isZip ? 'xl/workbook.xml' : 'Workbook') ? 1 : undefined);
  const begin = String.fromCharCode(...bytes.subarray(0, 64));
  const found = OTHER_FORMATS.find(({ start }) => start.test(begin)) ?? parts.find(({ part }) => part.test(names));
  if (found) return createIssue('not-a-table', { format: found.format });
  // Every file of Office has a list of its contents.
  const isPacked = isZip && !names.includes('[Content_Types]') && /\.(?:csv|tsv|xls)/i.test(names);
  return isPacked ? createIssue('not-a-table', { format: 'ZIP（圧縮フォルダ）', packed: 1 }) : null;
}

/** The text of a file, or the issue that prevents reading it. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: 'utf-8' | 'cp932' }
  | UnreadableFile;

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How many bytes of a file are examined to recognise UTF-16 without a byte order mark. */
const SAMPLE_SIZE = 65_536;

/** True for UTF-16. Without a byte order mark, it has zero bytes in commas and line breaks, and decodes to text. */
function isUtf16(bytes: Uint8Array): boolean {
  if (beginsWith(bytes, [0xff, 0xfe]) || beginsWith(bytes, [0xfe, 0xff])) return true;
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE_SIZE) & ~1);
  if (!sample.includes(0)) return false;
  const zeros = sample.filter((byte) => byte === 0).length;
  // A file in UTF-8 may contain a stray NUL among many bytes that are valid.
  if (zeros < sample.length / 10 && decodeStrictly(bytes, 'utf-8') !== null) return false;
  return ['utf-16le', 'utf-16be'].some((encoding) => {
    const text = decodeStrictly(sample, encoding);
    return text !== null && /[,\n\t]/.test(text) && !/[^\P{Cc}\t\r\n]/u.test(text);
  });
}

/**
 * Returns a function that locates indexes of a text, in lines and characters. It reads each character once if it is
 * asked for indexes in their order.
 * @param start the index at which the first line begins
 */
export function createLocator(text: string, firstLine = 1, start = 0): (index: number) => InputPosition {
  let [at, line, column] = [start, firstLine, 1];
  return (index) => {
    if (index < at) [at, line, column] = [start, firstLine, 1];
    const lines = text.slice(at, index).split(/\r\n|\r|\n/);
    if (lines.length > 1) [line, column] = [line + lines.length - 1, 1];
    column += [...(lines.at(-1) ?? '')].length;
    at = index;
    return { line, column };
  };
}

/** Returns the position, in characters, of an index of a text. */
export const locateIndex = (text: string, index: number): InputPosition => createLocator(text)(index);

const countMatches = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;

/** A letter of UTF-8 that a program read as Western: æŒ‡ for 指. Its first byte becomes ã to é or ï. */
const READ_AS_WESTERN = '[ã-éï][\\x80-¿Œ-žƒˆ˜–-€™]{2}';

/**
 * What invalid bytes become, and kana in UTF-8 if a program reads them as CP932, or in CP932 as Western: ‚Ì, ƒf. Western
 * encodings have controls or nothing for some bytes.
 */
const BROKEN = new RegExp(`[\\ufffd縺繧繝‚ƒ\\x80-\\x84\\x86-\\x9f]+|${READ_AS_WESTERN}`, 'g');

/** Reports what is no text in an encoding. */
function reportBrokenBytes(text: string, encoding: string): UnreadableFile {
  const issue = createIssue('broken-bytes', { encoding, count: countMatches(text, BROKEN) });
  return refuseInput(issue, locateIndex(text, text.search(BROKEN)));
}

/** Kana, kanji and full-width letters: three bytes each in UTF-8. */
const JAPANESE = /[\u3000-\u9fff\uff00-\uffef]/g;
/** Fewer Japanese characters may result from another encoding by chance. */
const MIN_JAPANESE = 8;

/**
 * True for UTF-8 with invalid bytes. Without a byte order mark, its Japanese identifies it: text in CP932 hardly ever
 * contains the three bytes of a Japanese character in UTF-8. It often contains the bytes of a two-byte character.
 */
function isUtf8(bytes: Uint8Array, text: string): boolean {
  const japanese = countMatches(text, JAPANESE);
  return hasByteOrderMark(bytes) || (japanese >= MIN_JAPANESE && japanese > countMatches(text, /\ufffd/g));
}

const refuseEncoding = (encoding: string) => refuseInput(createIssue('unknown-encoding', { encoding }));

function decodeByEncoding(bytes: Uint8Array): DecodedText {
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8?.includes('\u001b$')) return refuseEncoding('ISO-2022-JP（JIS コード）');
  // A program may have read the text in another encoding, and saved it.
  if (utf8 && countMatches(utf8, BROKEN) > MIN_JAPANESE + utf8.length / 50) return reportBrokenBytes(utf8, '日本語');
  if (utf8 !== null) return { ok: true, text: utf8.replace(/^\ufeff+/, ''), encoding: 'utf-8' };
  // Almost any bytes are valid CP932, so UTF-8 with a few invalid bytes must be recognised first.
  const lossy = new TextDecoder('utf-8').decode(bytes);
  if (isUtf8(bytes, lossy)) return reportBrokenBytes(lossy, 'UTF-8');
  // In the Encoding Standard, the label `shift_jis` is windows-31j, which is CP932.
  const text = new TextDecoder('shift_jis').decode(bytes);
  const lost = countMatches(text, /\ufffd/g);
  // Most bytes of EUC-JP are half-width kana in CP932. Broken CP932 is hardly ever valid EUC-JP.
  const euc = decodeStrictly(bytes, 'euc-jp');
  if (euc !== null && (lost > 0 || countMatches(euc, /[ぁ-ヶ]/g) >= MIN_JAPANESE)) return refuseEncoding('EUC-JP');
  if (lost === 0) return { ok: true, text, encoding: 'cp932' };
  // With more invalid bytes, the file is most likely no such text at all.
  const isText = countMatches(text, /[^\0-\x7f\ufffd]/g) > 4 * lost;
  return isText ? reportBrokenBytes(text, 'Shift_JIS') : refuseEncoding('');
}

/**
 * Decodes bytes as UTF-8 (with or without byte order marks, which are left out), or else as CP932, which Excel saves.
 * UTF-16 and Excel files have issues of their own; so does anything else that is not text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > MAX_FILE_BYTES) return refuseInput(createLimitIssue('file'));
  if (isZipArchive(bytes) || isCompoundFile(bytes)) return refuseInput(createIssue('excel-file'));
  if (isUtf16(bytes)) return refuseInput(createIssue('utf-16'));
  const decoded = decodeByEncoding(bytes);
  const zero = decoded.ok ? decoded.text.indexOf('\0') : -1;
  return decoded.ok && zero >= 0 ? refuseInput(createIssue('nul-byte'), locateIndex(decoded.text, zero)) : decoded;
}

/** Decodes a file without a table, for which the advice of issues differs. */
export function decodePlainText(bytes: Uint8Array): DecodedText {
  const decoded = decodeText(bytes);
  if (decoded.ok) return decoded;
  return { ...decoded, issue: extendIssue(decoded.issue, { text: 1 }) };
}

/** Decodes a file of text or settings. Returns null and reports why if it is too large or no text. */
export function decodeSourceText(bytes: Uint8Array, file: string, report: DiagnosticReport): string | null {
  const decoded = bytes.length > MAX_TEXT_BYTES ? null : decodePlainText(bytes);
  if (decoded?.ok) return decoded.text;
  if (decoded) report.addIssue(locateFile(file, decoded.line, decoded.column), decoded.issue);
  else
    report.add(locateFile(file), 'over-limit', {
      what: '文章や設定のファイルの大きさ',
      limit: `${MAX_TEXT_BYTES / 1_000_000} MB`,
      advice: '文章をいくつかのファイルに分けてください。別のファイルを置いていないかも、確かめてください。',
    });
  return null;
}
