import type { z } from 'zod';
import { near } from '../problems/near.ts';
import { flaw, type Place } from '../problems/problem.ts';
import { decode } from '../read/decode.ts';
import type { Folder } from '../read/folder.ts';
import { readMdx, type MdxPart } from '../read/mdx.ts';
import { readFrontMatter } from '../read/yaml.ts';
import type { Report } from './report.ts';

/** An MDX file that was read: its front matter and what stands in it besides words. */
export interface Text<T> {
  readonly file: string;
  readonly front: T;
  readonly parts: readonly MdxPart[];
  /** The words that a reader sees, a line for each block. */
  readonly text: string;
  readonly at: (key: string) => Place;
}

/** What a key of a front matter has to be, in words, for the ones that need more than "text". */
const EXPECTED: Readonly<Record<string, string>> = {
  municipality: '市区町村IDを半角の小文字で書いてください（例: warabi）。',
  source: '出典IDを半角の小文字で書いてください（例: warabi-jiritsu）。',
  levels: '階層の名前を上から [章, 分野, 施策] のように書いてください。',
  numbers: '番号の例を ["(1)", "", "①"] のように書いてください。',
  order: '1 からの整数を書いてください。',
  minimumSample: '1 からの整数を書いてください。',
};

/**
 * Reads an MDX file and holds its front matter against a schema. Gives null, with every problem reported, where the
 * file can't be used.
 */
export function readText<T extends z.ZodObject>(
  folder: Folder,
  file: string,
  schema: T,
  report: Report,
): Text<z.output<T>> | null {
  const decoded = decode(folder.bytes(file));
  const top: Place = { file, line: 1, column: 1, field: '' };
  if (!decoded.ok) {
    report.add(top, decoded.flaw);
    return null;
  }
  const read = readFrontMatter(decoded.text);
  if (!read.ok) {
    const { line, column, detail } = read;
    report.add(
      { ...top, line, column },
      flaw(read.missing ? 'no-front-matter' : 'bad-front-matter', { detail }),
    );
    return null;
  }
  const at = (key: string): Place => ({ file, field: key, ...read.front.at(key) });
  const front = schema.safeParse(read.front.values);
  if (!front.success) reportFront(front.error, read.front.values, Object.keys(schema.shape), at, report);
  const mdx = readMdx(decoded.text);
  if (!mdx.ok) {
    const { line, column, detail } = mdx;
    report.add({ ...top, line, column }, flaw('bad-mdx', { detail }));
  }
  return front.success && mdx.ok ? { file, front: front.data, parts: mdx.parts, text: mdx.text, at } : null;
}

function reportFront(
  error: z.ZodError,
  values: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  at: (key: string) => Place,
  report: Report,
): void {
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        report.add(at(key), flaw('unknown-key', { key, near: near(key, keys), keys: keys.join('、') }));
      continue;
    }
    const key = String(issue.path[0] ?? '');
    const value = values[key];
    if (value === undefined || value === null) report.add(at(key), flaw('missing-key', { key }));
    else
      report.add(
        at(key),
        flaw('bad-key', {
          key,
          value: typeof value === 'string' ? value : JSON.stringify(value),
          expected: EXPECTED[key] ?? '文字で書いてください。: や # をふくむときは " で囲みます。',
        }),
      );
  }
}
