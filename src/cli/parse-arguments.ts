import { parseArgs, type ParseArgsConfig } from 'node:util';
import { replaceControls } from '../diagnostics/line-excerpt.ts';
import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import { HelpRequest, UsageError } from './command-runner.ts';

/** Characters that people type instead of `-` in Japanese text, or that a word processor makes of two hyphens. */
const DASHES = /^[-－ー—–―−‐‑]+/u;

/** Returns the name of a typed option, without its dashes and its value. */
const getOptionName = (typed: string) => typed.replace(DASHES, '').split('=')[0] ?? '';

const listOptions = (names: readonly string[]) =>
  `使えるオプションは ${names.map((name) => `--${name}`).join('、')} です。`;

function describeUnknownOption(typed: string, names: readonly string[]): string {
  const suggestion = suggestChoice(getOptionName(typed), names);
  const hint = suggestion === '' ? listOptions(names) : `「--${suggestion}」ではありませんか。`;
  return `「${typed.split('=')[0] ?? typed}」というオプションはありません。${hint}`;
}

/** Options whose value is the path of a folder. */
const FOLDER_OPTIONS = ['root', 'out'];

/** Returns a message about an option that npm took as its own, because it was typed before `--`; null if there is none. */
function describeLostOption(args: readonly string[], names: readonly string[]): string | null {
  const { env } = process;
  const lost = names.find((name) => env[`npm_config_${name.replaceAll('-', '_')}`] === 'true');
  if (lost === undefined || args.some((arg) => getOptionName(arg) === lost)) return null;
  return `--${lost} の前に、半角の -- と空白がありません。例: npm run ${env.npm_lifecycle_event ?? 'check'} -- --${lost}`;
}

/**
 * Returns a message about the first wrong argument; null if all are right.
 * @throws HelpRequest for `--help`
 */
function describeMistake(
  args: readonly string[],
  { options = {}, allowPositionals = false }: ParseArgsConfig,
): string | null {
  const withNul = args.find((arg) => arg.includes('\0'));
  if (withNul !== undefined)
    return `「${replaceControls(withNul)}」には、名前に使えない文字（NUL）があります。打ち直してください。`;
  const names = Object.keys(options);
  const lost = describeLostOption(args, names);
  if (lost !== null) return lost;
  const { tokens } = parseArgs({
    args,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    const typed = args[token.index] ?? '';
    if (token.kind === 'positional') {
      if (typed === '') return '空の名前は使えません。名前を書いてください。';
      if (DASHES.test(typed) && names.includes(getOptionName(typed)))
        return `「${typed}」は、半角の - を2つつけて「--${getOptionName(typed)}」と書いてください。`;
      if (!allowPositionals)
        return `「${typed}」は、ここには書けません。書けるのは ${names.map((name) => `--${name}`).join('、')} だけです。`;
    }
    if (token.kind !== 'option') continue;
    const { name, value, inlineValue } = token;
    if (seen.has(name)) return `--${name} が2回あります。1回だけ書いてください。`;
    seen.add(name);
    const type = options[name]?.type;
    if (name === 'help') throw new HelpRequest(listOptions(names));
    if (type === undefined) return describeUnknownOption(typed, names);
    if (type === 'boolean' && value !== undefined)
      return `--${name} に値はつけません。--${name} とだけ書いてください。`;
    if (type === 'boolean') continue;
    if (value === undefined) return `--${name} の値がありません。--${name} のあとに、空白をあけて書いてください。`;
    if (value === '' && FOLDER_OPTIONS.includes(name))
      return `--${name} の値が空です。フォルダの名前を書いてください。`;
    if (!inlineValue && /^-./.test(value))
      return `--${name} の値がありません。「${value}」が値なら、--${name}=${value} と、= でつないで書いてください。`;
  }
  return null;
}

/**
 * Parses the arguments of a command like `parseArgs` of `node:util`, with messages in Japanese.
 * @param config the same as for `parseArgs`; the default `args` are the arguments of this process
 * @throws UsageError for an unknown option, a missing or unexpected value, and an unexpected argument
 * @throws HelpRequest for `--help`
 */
export function parseArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  const mistake = describeMistake(config.args ?? process.argv.slice(2), config);
  if (mistake !== null) throw new UsageError(mistake);
  return parseArgs(config);
}
