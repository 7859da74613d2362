import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';
import { UsageError } from '../../../src/cli/command-runner.ts';
import { readModules } from '../../support/source-modules.ts';

const OPTIONS = {
  title: { type: 'string' },
  'short-title': { type: 'string' },
  root: { type: 'string' },
  write: { type: 'boolean', default: false },
} as const;

const read = (...args: readonly string[]) =>
  parseArguments({ args: [...args], options: OPTIONS, allowPositionals: true });

describe('arguments', () => {
  test('are parsed', () => {
    const { values, positionals } = read('x', '--title', '本', '--short-title=-本', '--write', '--', '--titel');
    expect(values).toEqual({ title: '本', 'short-title': '-本', write: true });
    expect(positionals).toEqual(['x', '--titel']);
  });

  test.each([
    [[''], '空の名前は使えません。名前を書いてください。'],
    [['--root', ''], '--root の値が空です。フォルダの名前を書いてください。'],
    [['--root', 'a', '--root=b'], '--root が2回あります。1回だけ書いてください。'],
    [['--write', '--write'], '--write が2回あります。1回だけ書いてください。'],
    [['--root='], '--root の値が空です。フォルダの名前を書いてください。'],
    [['a\0b'], '「a␀b」には、名前に使えない文字（NUL）があります。打ち直してください。'],
    [['--root', 'a\0b'], '「a␀b」には、名前に使えない文字（NUL）があります。打ち直してください。'],
  ])('%j are refused: %s', (args, message) => {
    expect(() => read(...args)).toThrow(new UsageError(message));
  });

  test.each([
    ['--titel', '「--titel」というオプションはありません。「--title」ではありませんか。'],
    ['--titel=本', '「--titel」というオプションはありません。「--title」ではありませんか。'],
    ['--shorttitle', '「--shorttitle」というオプションはありません。「--short-title」ではありませんか。'],
    ['-title', '「-title」というオプションはありません。「--title」ではありませんか。'],
    ['--Title', '「--Title」というオプションはありません。「--title」ではありませんか。'],
    [
      '--colour',
      '「--colour」というオプションはありません。使えるオプションは --title、--short-title、--root、--write です。',
    ],
    ['—title', '「—title」は、半角の - を2つつけて「--title」と書いてください。'],
    ['－－title', '「－－title」は、半角の - を2つつけて「--title」と書いてください。'],
    ['--title', '--title の値がありません。--title のあとに、空白をあけて書いてください。'],
    ['--write=yes', '--write に値はつけません。--write とだけ書いてください。'],
  ])('with the mistake %s are rejected', (typed, words) => {
    expect(() => read('x', typed)).toThrow(new UsageError(words));
  });

  test('that npm took as its own are asked for behind --', () => {
    vi.stubEnv('npm_config_short_title', 'true');
    vi.stubEnv('npm_lifecycle_event', 'new');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(() => read('x')).toThrow(
      new UsageError('--short-title の前に、半角の -- と空白がありません。例: npm run new -- --short-title'),
    );
    expect(read('x', '--short-title=本').values['short-title']).toBe('本');
  });

  test('do not take an option as the value of another option', () => {
    expect(() => read('--title', '--write')).toThrow('「--write」が値なら、--title=--write と');
  });

  test('are rejected if a command accepts only options', () => {
    expect(() => parseArguments({ args: ['x'], options: OPTIONS })).toThrow(
      '「x」は、ここには書けません。書けるのは --title、--short-title、--root、--write だけです。',
    );
  });
});

test('every command uses this parser', () => {
  const others = readModules('src/**/*.ts').filter(({ text }) => /\bparseArgs\b/.test(text));
  expect(others.map(({ path }) => path)).toEqual(['src/cli/parse-arguments.ts']);
});
