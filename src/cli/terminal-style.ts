import { styleText } from 'node:util';
import type { PrintOptions } from '../diagnostics/format-diagnostics.ts';
import { decodeText } from '../input/text-decoding.ts';

/** The width of what is no terminal, and the least that a line of a file is shown in. */
const [WIDTH, LEAST] = [100, 40];

/**
 * How problems look on the standard output: coloured on a terminal, plain in a pipe and with `NO_COLOR`, with the lines
 * of the files quoted.
 * @param bytesOf the bytes of a file by the name that problems give it; undefined for one that is not there
 */
export function createTerminalStyle(bytesOf: (file: string) => Uint8Array | undefined): PrintOptions {
  const lines = new Map<string, readonly string[]>();
  const read = (file: string): readonly string[] => {
    const bytes = /\.xlsx$/i.test(file) ? undefined : bytesOf(file);
    const decoded = bytes ? decodeText(bytes) : null;
    return decoded?.ok ? decoded.text.split(/\r\n?|\n/) : [];
  };
  return {
    getLine: (file, line) => {
      const known = lines.get(file) ?? read(file);
      lines.set(file, known);
      return known[line - 1];
    },
    // Whether the stream takes colour, and what NO_COLOR and FORCE_COLOR say, is looked up by Node itself.
    paint: (style, text) => styleText(style, text, { stream: process.stdout }),
    width: Math.max(process.stdout.columns || WIDTH, LEAST),
  };
}
