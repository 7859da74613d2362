import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../../src/notation/', import.meta.url);

/** The parts of an example such as `readQuantity('5,587人') // → value 5587, unit 人`. */
interface Example {
  readonly file: string;
  readonly name: string;
  readonly args: readonly unknown[];
  /** A property of the result, or nothing. */
  readonly property: string;
  readonly shown: string;
}

/** Parses the arguments of an example: texts, numbers, null and plain objects, in the notation of JavaScript. */
function parseArguments(written: string): unknown[] {
  const json = written
    .replaceAll('"', '\\"')
    .replaceAll("'", '"')
    .replace(/(?<=[{,] )(\w+):/g, '"$1":');
  return JSON.parse(`[${json}]`) as unknown[];
}

function examplesIn(file: string): Example[] {
  const source = readFileSync(new URL(file, folder), 'utf8');
  return [...source.matchAll(/^ \* @example (\w+)\((.*)\)(?:\.(\w+))? \/\/ → ?(.*)$/gm)].map((match) => {
    const [, name = '', args = '', property = '', shown = ''] = match;
    return { file, name, args: parseArguments(args), property, shown };
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Returns what an example names: a property of the value, or the codes of the warnings or the issue. */
function getNamed(result: unknown, path: string): unknown {
  if (!isObject(result)) return undefined;
  if (path === 'issue') return isObject(result.issue) ? result.issue.code : undefined;
  if (path === 'warning')
    return Array.isArray(result.warnings)
      ? result.warnings.map((one: unknown) => (isObject(one) ? one.code : one)).join(' ')
      : undefined;
  const start: unknown = 'ok' in result ? result.value : result;
  return path.split('.').reduce((at: unknown, key) => (isObject(at) ? at[key] : undefined), start);
}

const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const examples = files.flatMap(examplesIn);

describe('examples in the docstrings of notation/', () => {
  test('are all recognised', () => {
    const written = files.flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/@example/g) ?? []);
    expect(examples).toHaveLength(written.length);
    expect(examples.length).toBeGreaterThan(50);
  });

  test.each(examples.map((one) => [one.name, JSON.stringify(one.args), one] as const))(
    '%s %s',
    async (name, _, one) => {
      const module: unknown = await import(new URL(one.file, folder).href);
      const call = isObject(module) ? module[name] : undefined;
      if (typeof call !== 'function') expect.fail(`${one.file} exports no ${name}`);
      const result = (call as (...args: readonly unknown[]) => unknown)(...one.args);
      const shown = one.property ? getNamed(result, one.property) : result;
      if (!isObject(shown)) {
        expect(String(shown)).toBe(one.shown);
        return;
      }
      for (const pair of one.shown.split(', ')) {
        const [path = '', ...rest] = pair.split(' ');
        expect(String(getNamed(shown, path)), path).toBe(rest.join(' '));
      }
      // An example must name all warnings.
      if (!one.shown.includes('warning')) expect(getNamed(shown, 'warning') ?? '').toBe('');
    },
  );
});
