import { createInterface } from 'node:readline/promises';
import type { AskQuestion } from '../authoring/collect-answers.ts';
import { UsageError } from './command-runner.ts';

/** True where a person sits at a terminal and can answer. */
export function isInteractive(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/**
 * Lets a function ask at the terminal.
 * @throws UsageError where the person leaves by Ctrl+C or Ctrl+D
 */
export async function withPrompt<T>(work: (ask: AskQuestion) => Promise<T>): Promise<T> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const left = new AbortController();
  terminal.once('close', () => {
    left.abort();
  });
  try {
    return await work((question) => terminal.question(question, { signal: left.signal }));
  } catch (error) {
    throw left.signal.aborted ? new UsageError('\nやめました。何も書いていません。') : error;
  } finally {
    terminal.close();
  }
}
