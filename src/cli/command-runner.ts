import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import { DiagnosticsError } from '../diagnostics/diagnostic.ts';
import { WriteError } from '../authoring/write-draft.ts';

/** The streams that a command reads and writes. Tests pass their own streams. */
export interface CommandStreams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream;
}

/** The main function of a command. Returns the exit code, or nothing for 0. */
export type Command = (args: readonly string[], streams: CommandStreams) => Promise<number> | Promise<void>;

/** Thrown if a person uses a command wrongly. Only the message is printed, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Runs a command and returns its exit code: 1 after an error. Prints a stack only for errors of the program. */
export async function runCommand(command: Command, args: readonly string[], streams: CommandStreams): Promise<number> {
  try {
    return (await command(args, streams)) ?? 0;
  } catch (error) {
    if (error instanceof DiagnosticsError) streams.stderr.write(formatDiagnostics(error.diagnostics));
    else if (error instanceof UsageError || error instanceof WriteError) streams.stderr.write(`${error.message}\n`);
    else console.error(error);
    return 1;
  }
}

/** Runs a command with the arguments and streams of this process. */
export async function runCli(command: Command): Promise<void> {
  const code = await runCommand(command, process.argv.slice(2), process);
  if (code !== 0) process.exitCode = code;
}
