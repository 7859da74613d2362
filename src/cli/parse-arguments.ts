import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import { UsageError } from './command-runner.ts';

/** What is typed for `-` where somebody writes in Japanese, or where a word processor makes one dash of two. */
const DASHES = /^[-－ー—–―−‐‑]+/u;

/** The name of an option in what was typed: without its dashes and without its value. */
const nameIn = (typed: string) => typed.replace(DASHES, '').split('=')[0] ?? '';

function unknownOption(typed: string, names: readonly string[]): string {
  const like = suggestChoice(nameIn(typed), names);
  const list = names.map((name) => `--${name}`).join('、');
  const hint = like === '' ? `使えるオプションは ${list} です。` : `「--${like}」ではありませんか。`;
  return `「${typed.split('=')[0] ?? typed}」というオプションはありません。${hint}`;
}

/** What is wrong with what was typed, in words; null where it can be read. */
function wrongIn(args: readonly string[], { options = {}, allowPositionals = false }: ParseArgsConfig) {
  const names = Object.keys(options);
  const { tokens } = parseArgs({
    args,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    const typed = args[token.index] ?? '';
    if (token.kind === 'positional') {
      if (DASHES.test(typed) && names.includes(nameIn(typed)))
        return `「${typed}」は、半角の - を2つつけて「--${nameIn(typed)}」と書いてください。`;
      if (!allowPositionals)
        return `「${typed}」は、ここには書けません。書けるのは ${names.map((name) => `--${name}`).join('、')} だけです。`;
    }
    if (token.kind !== 'option') continue;
    const { name, value, inlineValue } = token;
    const type = options[name]?.type;
    if (type === undefined) return unknownOption(typed, names);
    if (type === 'boolean' && value !== undefined)
      return `--${name} に値はつけません。--${name} とだけ書いてください。`;
    if (type === 'boolean') continue;
    if (value === undefined) return `--${name} の値がありません。--${name} のあとに、空白をあけて書いてください。`;
    if (!inlineValue && /^-./.test(value))
      return `--${name} の値がありません。「${value}」が値なら、--${name}=${value} と、= でつないで書いてください。`;
  }
  return null;
}

/**
 * Reads what a command was given, as `parseArgs` of `node:util` does, which speaks English alone.
 * @param config what `parseArgs` takes; without `args`, what this process was given
 * @throws UsageError where an option is unknown, lacks its value or has one too many, or where a word has no place
 */
export function parseArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  const wrong = wrongIn(config.args ?? process.argv.slice(2), config);
  if (wrong !== null) throw new UsageError(wrong);
  return parseArgs(config);
}
