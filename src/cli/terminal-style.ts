import { styleText } from 'node:util';
import type { PrintOptions } from '../diagnostics/format-diagnostics.ts';
import { decodeText } from '../input/text-decoding.ts';
import type { CommandStreams } from './command-runner.ts';
import { memoizeByValue } from '../model/collections.ts';

/** The width if the output is no terminal, and the smallest width. */
const [WIDTH, MIN_WIDTH] = [100, 40];

/**
 * Returns how diagnostics look on an output: with quoted lines, in colour on a terminal.
 * @param readBytes returns the bytes of a file; undefined if there is no such file
 */
export function createTerminalStyle(
  readBytes: (file: string) => Uint8Array | undefined,
  stdout: CommandStreams['stdout'],
): PrintOptions {
  const readLines = memoizeByValue((file: string): readonly string[] => {
    const bytes = /\.xlsx$/i.test(file) ? undefined : readBytes(file);
    const decoded = bytes ? decodeText(bytes) : null;
    return decoded?.ok ? decoded.text.split(/\r\n?|\n/) : [];
  });
  return {
    getLine: (file, line) => readLines(file)[line - 1],
    // Node checks NO_COLOR and FORCE_COLOR, and whether the stream is a terminal.
    paint: (style, text) => styleText(style, text, { stream: stdout }),
    width: stdout.columns ? Math.max(stdout.columns, MIN_WIDTH) : WIDTH,
  };
}
