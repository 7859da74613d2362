import iconv from 'iconv-lite';
import type { DecodedText } from '../read/decode.ts';

/** The encodings in which the site's files may be written. */
export type TextEncoding = Extract<DecodedText, { readonly ok: true }>['encoding'];

/** Bytes, or the characters that an encoding lacks. */
export type EncodedText =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly lacking: readonly string[] };

/** The text as CP932, or null where it does not come back as it was. */
function toCp932(text: string): Uint8Array | null {
  const bytes = iconv.encode(text, 'cp932');
  // What a file holds is what the reader of files says of it, not what the writer meant.
  return new TextDecoder('shift_jis').decode(bytes) === text ? bytes : null;
}

/**
 * Writes a text in an encoding, without a byte order mark. CP932 has some 9,000 characters: what it lacks is told, and
 * never replaced by a question mark.
 */
export function encodeText(text: string, encoding: TextEncoding): EncodedText {
  if (encoding === 'utf-8') return { ok: true, bytes: new TextEncoder().encode(text) };
  const bytes = toCp932(text);
  if (bytes) return { ok: true, bytes };
  return { ok: false, lacking: [...new Set(text)].filter((character) => !toCp932(character)) };
}
