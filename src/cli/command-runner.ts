import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WriteError } from '../authoring/write-draft.ts';
import { DiagnosticsError, replaceControls } from '../diagnostics/diagnostic.ts';
import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import { listMarkdownRows } from '../model/text-patterns.ts';
import { describeProgramFault, describeSystemFailure, readErrorCode } from './failure-report.ts';

/** The streams that a command reads and writes. Tests pass their own streams. */
export interface CommandStreams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream;
}

/** The main function of a command. Returns the exit code, or nothing for 0, now or later. */
export type Command = (
  args: readonly string[],
  streams: CommandStreams,
) => Promise<number> | Promise<void> | number | undefined;

/** Thrown if a person uses a command wrongly. Only the message is printed, without a stack. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Thrown if a person asks how to use a command. The message is the answer. */
export class HelpRequest extends UsageError {}

/** Returns what an error says to the person who runs the command. Only an error of the program has a stack. */
function formatError(error: unknown, args: readonly string[], outcome = '何も書いていません'): string {
  const command = [basename(process.argv[1] ?? ''), ...args].join(' ');
  const text =
    error instanceof DiagnosticsError
      ? `${formatDiagnostics(error.diagnostics)}まちがいがあるので、${outcome}。直してから、もう一度実行してください。\n`
      : error instanceof UsageError || error instanceof WriteError
        ? `${error.message}\n`
        : (describeSystemFailure(error) ?? describeProgramFault(error, command));
  // A quoted argument or the name of a file must not control the terminal.
  return text.split('\n').map(replaceControls).join('\n');
}

/** Runs a command and returns its exit code: 1 after an error, which it prints with its `outcome` in words. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  streams: CommandStreams,
  outcome?: string,
): Promise<number> {
  try {
    return (await command(args, streams)) ?? 0;
  } catch (error) {
    const isHelp = error instanceof HelpRequest;
    (isHelp ? streams.stdout : streams.stderr).write(formatError(error, args, outcome));
    return isHelp ? 0 : 1;
  }
}

const OUTPUT_FAILURE =
  '結果を出力できません。ファイルを書くコマンドなら、もう書き終えていることがあります。ファイルを確かめてください。\n';

/** Runs a command with the arguments and streams of this process. */
export async function runCli(command: Command, outcome?: string): Promise<void> {
  const args = process.argv.slice(2);
  process.once('uncaughtException', (error) => {
    // Nobody reads the output any more: `npm run check | head`. Shells have this exit code for SIGPIPE.
    if (readErrorCode(error) === 'EPIPE') process.exit(141);
    const isOfOutput = 'syscall' in error && error.syscall === 'write';
    process.stderr.write(isOfOutput ? OUTPUT_FAILURE : formatError(error, args, outcome));
    process.exit(1);
  });
  const code = await runCommand(command, args, process, outcome);
  if (code !== 0) process.exitCode = code;
}

/** Characters that people type instead of `-` in Japanese text, or that a word processor makes of two hyphens. */
const DASHES = /^[-－ー—–―−‐‑]+/u;

const getOptionName = (typed: string) => typed.replace(DASHES, '').split('=')[0] ?? '';

const joinOptions = (names: readonly string[]) => names.map((name) => `--${name}`).join('、');
const listOptions = (names: readonly string[]) =>
  names.length === 0 ? 'このコマンドに、オプションはありません。' : `使えるオプションは ${joinOptions(names)} です。`;

type Options = NonNullable<ParseArgsConfig['options']>;

/** Answers `--help` with what docs/commands.ja.md says about the command and its options. Others describe themselves. */
export function describeCommand(options: Options): string {
  const rows = listMarkdownRows(readFileSync(new URL('../../docs/commands.ja.md', import.meta.url), 'utf8'));
  // A tool has the name of its script, not of its file: `npm run bench` starts benchmark.ts.
  const names = [basename(process.argv[1] ?? '').replace('-command.ts', ''), process.env.npm_lifecycle_event ?? ''];
  const [usage, purpose] = rows.find(([first = '']) => first.split(' ').some((word) => names.includes(word))) ?? [];
  const lines = Object.entries(options).map(([option, described]) => {
    // Two commands have --items: one is followed by a value, the other is not.
    const end = described.type === 'string' ? '' : ' ';
    const [typed, meaning] = rows.find(([first]) => `${first}${end}`.startsWith(`--${option} `)) ?? [`--${option}`, ''];
    return `  ${'title' in described ? `--${option}: ${String(described.title)}` : `${typed}: ${meaning}`}`;
  });
  const head = purpose === undefined ? [] : `${usage}: ${purpose}`;
  return [head, listOptions(Object.keys(options)), ...lines].flat().join('\n');
}

function describeUnknownOption(typed: string, names: readonly string[]): string {
  const suggestion = suggestChoice(getOptionName(typed), names);
  const hint = suggestion === '' ? listOptions(names) : `「--${suggestion}」ではありませんか。`;
  return `「${typed.split('=')[0] ?? typed}」というオプションはありません。${hint}`;
}

/** Returns a message about an option that npm took as its own, because it came before `--`; null if there is none. */
function describeLostOption(args: readonly string[], names: readonly string[]): string | null {
  const isTaken = (name: string) => Boolean(process.env[`npm_config_${name.replaceAll('-', '_')}`]);
  // npm reads --plan as its -p, -l, -a and -n.
  const isPlan = names.includes('plan') && isTaken('parseable') && isTaken('long');
  const lost = isPlan ? 'plan' : names.find(isTaken);
  if (lost === undefined || args.some((arg) => getOptionName(arg) === lost)) return null;
  return `--${lost} の前に、半角の -- と空白がありません。例: npm run ${process.env.npm_lifecycle_event ?? 'check'} -- --${lost}`;
}

/** Returns a message about an argument that is no option, or null. */
function describeWrongName(typed: string, names: readonly string[], allowPositionals: boolean): string | null {
  if (typed === '') return '空の名前は使えません。名前を書いてください。';
  if (DASHES.test(typed) && names.includes(getOptionName(typed)))
    return typed.startsWith('--')
      ? `「${typed}」の前の「--」は要りません。消してください。`
      : `「${typed}」は、半角の - を2つつけて「--${getOptionName(typed)}」と書いてください。`;
  return allowPositionals ? null : `「${typed}」は、ここには書けません。書けるのは ${joinOptions(names)} だけです。`;
}

type TypedOption = Readonly<{ name: string; value: string | undefined; inlineValue: boolean | undefined }>;

/** Returns a message about a value that an option must not have, or does not have; null if it is right. */
function describeWrongValue({ name, value, inlineValue }: TypedOption, type: 'string' | 'boolean'): string | null {
  if (type === 'boolean')
    return value === undefined ? null : `--${name} に値はつけません。--${name} とだけ書いてください。`;
  if (value === undefined) return `--${name} の値がありません。--${name} のあとに、空白をあけて書いてください。`;
  if (value === '' && ['root', 'out'].includes(name)) return `--${name} の値が空です。フォルダの名前を書いてください。`;
  if (!inlineValue && /^-./.test(value))
    return `--${name} の値がありません。「${value}」が値なら、--${name}=${value} と、= でつないで書いてください。`;
  return null;
}

/** Returns a message about the first wrong argument, or null. Throws a HelpRequest for `--help`. */
function describeUsageError(
  args: readonly string[],
  { options = {}, allowPositionals = false }: ParseArgsConfig,
): string | null {
  const unusable = args.find((arg) => /[\0\ufffd]/.test(arg));
  if (unusable !== undefined)
    return `「${replaceControls(unusable)}」に、使えない文字（NUL か、UTF-8 ではない文字）があります。入力し直すか、ファイルかフォルダの名前をつけ直してください。`;
  const names = Object.keys(options);
  const lost = describeLostOption(args, names);
  if (lost !== null) return lost;
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const seen = new Set<string>();
  const describeWrongOption = (option: TypedOption, typed: string) => {
    const { name } = option;
    if (seen.has(name)) return `--${name} が2回あります。1回だけ書いてください。`;
    seen.add(name);
    if (name === 'help') throw new HelpRequest(describeCommand(options));
    const type = options[name]?.type;
    return type === undefined ? describeUnknownOption(typed, names) : describeWrongValue(option, type);
  };
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    const typed = args[token.index] ?? '';
    const isName = token.kind === 'positional';
    const mistake = isName ? describeWrongName(typed, names, allowPositionals) : describeWrongOption(token, typed);
    if (mistake !== null) return mistake;
  }
  return null;
}

/** Returns the first argument that is neither an option nor its value; empty if there is none. */
export function findName(args: readonly string[], options: Options): string {
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  return args[tokens.find(({ kind }) => kind === 'positional')?.index ?? -1] ?? '';
}

/**
 * Parses the arguments of a command like `parseArgs` of `node:util`, with messages in Japanese.
 * @param config the same as for `parseArgs`; the default `args` are the arguments of this process
 * @throws UsageError for an unknown option, a missing or unexpected value, and an unexpected argument
 * @throws HelpRequest for `--help`
 */
export function parseArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  const mistake = describeUsageError(config.args ?? process.argv.slice(2), config);
  if (mistake !== null) throw new UsageError(mistake);
  return parseArgs(config);
}
