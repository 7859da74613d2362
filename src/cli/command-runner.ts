import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import { DiagnosticsError } from '../diagnostics/diagnostic.ts';
import { WriteError } from '../authoring/write-draft.ts';

/** A command was called in a way that it does not understand: the caller's mistake, told without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Runs a command. What a person did wrong is told in words with exit code 1; our own mistakes keep their stack. */
export async function runCli(main: () => Promise<void> | void): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof DiagnosticsError) process.stderr.write(formatDiagnostics(error.diagnostics));
    else if (error instanceof UsageError || error instanceof WriteError) process.stderr.write(`${error.message}\n`);
    else console.error(error);
  }
}
