import { basename } from 'node:path';
import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import { DiagnosticsError } from '../diagnostics/diagnostic.ts';
import { replaceControls } from '../diagnostics/line-excerpt.ts';
import { WriteError } from '../authoring/write-draft.ts';
import { describeProgramFault, describeSystemFailure, readErrorCode } from './failure-report.ts';

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

/** Thrown if a person asks how to use a command. The message is the answer. */
export class HelpRequest extends UsageError {}

/** Returns what an error says to the person who runs the command. Only an error of the program has a stack. */
function describeError(error: unknown, args: readonly string[]): string {
  if (error instanceof DiagnosticsError)
    return `${formatDiagnostics(error.diagnostics)}まちがいがあるので、何も書いていません。直してから、もう一度打ってください。\n`;
  if (error instanceof UsageError || error instanceof WriteError) return `${error.message}\n`;
  const command = [basename(process.argv[1] ?? ''), ...args].join(' ');
  return describeSystemFailure(error) ?? describeProgramFault(error, replaceControls(command));
}

/** Runs a command and returns its exit code: 1 after an error, which it prints. */
export async function runCommand(command: Command, args: readonly string[], streams: CommandStreams): Promise<number> {
  try {
    return (await command(args, streams)) ?? 0;
  } catch (error) {
    const isHelp = error instanceof HelpRequest;
    (isHelp ? streams.stdout : streams.stderr).write(describeError(error, args));
    return isHelp ? 0 : 1;
  }
}

const OUTPUT_FAILURE =
  '結果を出力できません。ファイルを書くコマンドなら、もう書き終えていることがあります。ファイルを確かめてください。\n';

/** Runs a command with the arguments and streams of this process. */
export async function runCli(command: Command): Promise<void> {
  const args = process.argv.slice(2);
  process.once('uncaughtException', (error) => {
    // Nobody reads the output any more: `npm run check | head`. Shells have this exit code for SIGPIPE.
    if (readErrorCode(error) === 'EPIPE') process.exit(141);
    const isOfOutput = 'syscall' in error && error.syscall === 'write';
    process.stderr.write(isOfOutput ? OUTPUT_FAILURE : describeError(error, args));
    process.exit(1);
  });
  const code = await runCommand(command, args, process);
  if (code !== 0) process.exitCode = code;
}
