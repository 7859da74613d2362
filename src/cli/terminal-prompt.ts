import { createInterface } from 'node:readline/promises';
import type { AskQuestion } from '../authoring/collect-answers.ts';
import { UsageError, type CommandStreams } from './command-runner.ts';

/**
 * Calls a function with another function that asks the person at the terminal; null if the streams are no terminal.
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
