import { flaw, type Flaw } from '../problems/problem.ts';

/** The text of a file, or what forbids reading it. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: 'utf-8' | 'cp932' }
  | { readonly ok: false; readonly flaw: Flaw };

function decodes(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Reads bytes as text: UTF-8 (with or without a byte order mark, which is left out), else CP932 as Excel saves it.
 * UTF-16 is recognised by its mark and refused by name; anything else is a flaw too.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { ok: false, flaw: flaw('utf-16') };
  const utf8 = decodes(bytes, 'utf-8');
  if (utf8 !== null) return { ok: true, text: utf8, encoding: 'utf-8' };
  // The label `shift_jis` names windows-31j, which is CP932, in the Encoding Standard.
  const cp932 = decodes(bytes, 'shift_jis');
  if (cp932 !== null) return { ok: true, text: cp932, encoding: 'cp932' };
  return { ok: false, flaw: flaw('unknown-encoding') };
}
