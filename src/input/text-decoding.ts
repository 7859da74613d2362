import { createIssue } from '../diagnostics/diagnostic.ts';
import type { InputPosition, UnreadableFile } from './input-rows.ts';

const beginsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

/** True for the bytes of a ZIP archive, as .xlsx is one. Two letters alone may well begin a text. */
export function isZipArchive(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

/** True for the container of Excel 97 to 2003, and of Excel files with a password. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

/** True for the byte order mark of UTF-8, with which text in no other encoding begins. */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0xef, 0xbb, 0xbf]);
}

/** The text of a file, or the issue that prevents reading it. */
export type DecodedText =
  { readonly ok: true; readonly text: string; readonly encoding: 'utf-8' | 'cp932' } | UnreadableFile;

const TOP: InputPosition = { line: 1, column: 1 };

function decodes(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How many bytes of a file are looked at to tell UTF-16 without a mark. */
const SAMPLE = 65_536;

/**
 * True for UTF-16, with its mark or without. Without, it shows by its commas and line breaks: every zero byte stands on
 * the same side of its pair, and the pairs read as text.
 */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE) & ~1);
  if (!sample.includes(0)) return false;
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even > 0 && odd > 0) return false;
  // A stray NUL in a file of another encoding is one byte among many that read well without it.
  if (even + odd < sample.length / 10 && decodes(bytes, 'utf-8') !== null) return false;
  const text = decodes(sample, odd > 0 ? 'utf-16le' : 'utf-16be');
  return text !== null && /[,\n\t]/.test(text) && !/[^\P{Cc}\t\r\n]/u.test(text);
}

/** Line and column, in characters, of a place in a text. */
function spotIn(text: string, index: number): InputPosition {
  const lines = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}

/** A text read in an encoding although some bytes are none of it, and how many those are. */
interface Lossy {
  readonly text: string;
  readonly lost: number;
}

function readLossy(bytes: Uint8Array, encoding: string): Lossy {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, lost: text.split('\ufffd').length - 1 };
}

/** The places that are lost where bytes are read in an encoding all the same. */
function broken({ text }: Lossy, encoding: string): DecodedText {
  const places = (text.match(/\ufffd+/g) ?? []).length;
  return {
    ok: false,
    issue: createIssue('broken-bytes', { encoding, count: places }),
    ...spotIn(text, text.indexOf('\ufffd')),
  };
}

/** Kana, kanji and full-width letters: three bytes each in UTF-8. */
const JAPANESE = /[\u3000-\u9fff\uff00-\uffef]/g;
/** Fewer of them may come of another encoding by chance. */
const FEWEST = 8;

/**
 * True for UTF-8 with broken bytes. Without a mark, it shows by its Japanese: CP932 hardly ever looks like that, while
 * two bytes of it often do look like a character of two.
 */
function isUtf8(bytes: Uint8Array, { text, lost }: Lossy): boolean {
  if (hasByteOrderMark(bytes)) return true;
  const japanese = (text.match(JAPANESE) ?? []).length;
  return japanese >= FEWEST && japanese > lost;
}

function textOf(bytes: Uint8Array): DecodedText {
  const utf8 = decodes(bytes, 'utf-8');
  if (utf8 !== null) return { ok: true, text: utf8, encoding: 'utf-8' };
  // Almost any bytes are something in CP932, so that UTF-8 with a few broken bytes is told first.
  const lossy = readLossy(bytes, 'utf-8');
  if (isUtf8(bytes, lossy)) return broken(lossy, 'UTF-8');
  // The label `shift_jis` names windows-31j, which is CP932, in the Encoding Standard.
  const cp932 = decodes(bytes, 'shift_jis');
  if (cp932 !== null) return { ok: true, text: cp932, encoding: 'cp932' };
  const other = readLossy(bytes, 'shift_jis');
  const kept = (other.text.match(/[^\0-\x7f\ufffd]/g) ?? []).length;
  // Where so much is lost, the bytes are most likely no such text at all.
  return kept > 4 * other.lost
    ? broken(other, 'Shift_JIS')
    : { ok: false, issue: createIssue('unknown-encoding'), ...TOP };
}

/**
 * Reads bytes as text: UTF-8 (with or without a byte order mark, which is left out), else CP932 as Excel saves it.
 * UTF-16 and Excel's own files are recognised and refused by name; anything else that is no text is a flaw too.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (isZipArchive(bytes) || isCompoundFile(bytes))
    return { ok: false, issue: createIssue('excel-file'), ...TOP };
  if (isUtf16(bytes)) return { ok: false, issue: createIssue('utf-16'), ...TOP };
  const decoded = textOf(bytes);
  const zero = decoded.ok ? decoded.text.indexOf('\0') : -1;
  return decoded.ok && zero >= 0
    ? { ok: false, issue: createIssue('nul-byte'), ...spotIn(decoded.text, zero) }
    : decoded;
}
