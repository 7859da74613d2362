import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import type { AskQuestion } from '../authoring/recipe.ts';
import type { PrintOptions } from '../diagnostics/format-diagnostics.ts';
import { overlayFolder } from '../input/overlay-folder.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { decodeText } from '../input/text-decoding.ts';
import { memoizeByValue } from '../model/collections.ts';
import { UsageError, type CommandStreams } from './command-runner.ts';

/** The width if the output is not a terminal, and the smallest width. */
const [WIDTH, MIN_WIDTH] = [100, 40];

/**
 * Returns how diagnostics look on an output: with quoted lines, in colour on a terminal.
 * @param otherFiles the bytes of files outside the folder, by their names in the diagnostics
 */
export function createTerminalStyle(
  stdout: CommandStreams['stdout'],
  folder: SiteFolder,
  otherFiles: ReadonlyMap<string, Uint8Array> = new Map(),
): PrintOptions {
  const { has, readBytes } = overlayFolder(otherFiles, folder);
  const readLines = memoizeByValue((file: string): readonly string[] => {
    const decoded = has(file) && !/\.xlsx$/i.test(file) ? decodeText(readBytes(file)) : null;
    return decoded?.ok ? decoded.text.split(/\r\n?|\n/) : [];
  });
  return {
    getLine: (file, line) => readLines(file)[line - 1],
    // Node checks NO_COLOR and FORCE_COLOR, and whether the stream is a terminal.
    paint: (style, text) => styleText(style, text, { stream: stdout }),
    width: stdout.columns ? Math.max(stdout.columns, MIN_WIDTH) : WIDTH,
  };
}

/**
 * Calls `work` with a function that asks the person at the terminal, or with null if the streams are not a terminal.
 * @throws UsageError if the person leaves with Ctrl+C or Ctrl+D
 */
export async function withPrompt<T>(
  { stdin, stdout }: CommandStreams,
  work: (ask: AskQuestion | null) => Promise<T>,
): Promise<T> {
  if (!stdin.isTTY || !stdout.isTTY) return work(null);
  const terminal = createInterface({ input: stdin, output: stdout });
  const closed = new AbortController();
  terminal.once('close', () => {
    closed.abort();
  });
  try {
    return await work((question) => terminal.question(question, { signal: closed.signal }));
  } catch (error) {
    throw closed.signal.aborted ? new UsageError('\nやめました。何も書いていません。') : error;
  } finally {
    terminal.close();
  }
}
