import { Readable, Writable } from 'node:stream';
import { runCommand, type Command } from '../../src/cli/command-runner.ts';

/** A stream that keeps the text written to it. */
class TextOutput extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Calls a command in this process, without a terminal. Returns its exit code and its output. */
export async function callCommand(command: Command, args: readonly string[], outcome?: string) {
  const [stdout, stderr] = [new TextOutput(), new TextOutput()];
  const status = await runCommand(command, args, { stdin: Readable.from([]), stdout, stderr }, outcome);
  return { status, stdout: stdout.text, stderr: stderr.text };
}
