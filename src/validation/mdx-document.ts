import type { z } from 'zod';
import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { type Location, locateFile } from '../diagnostics/diagnostic.ts';
import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import { blankFrontMatter, type MdxElement, readFrontMatter, readMdx } from '../input/mdx-reader.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { decodeSourceText } from '../input/text-decoding.ts';
import { MAX_INTEGER } from '../model/quantity-schema.ts';
import { planCategories, planStates } from '../model/value-lists.ts';

/** The components that an MDX text may use. Pages provide them by these names. */
export const MDX_COMPONENTS: readonly string[] = ['ContactNote', 'Indicator', 'WorkedExamples'];

/** A parsed MDX file with valid front matter. */
export interface MdxDocument<T> {
  readonly file: string;
  readonly front: T;
  /** The whole file, with its front matter. */
  readonly markup: string;
  readonly parts: readonly MdxElement[];
  /** The plain text, one line for each block. */
  readonly text: string;
  readonly locate: (key: string) => Location;
}

const WHOLE_NUMBER = `1 から ${MAX_INTEGER} までの整数を半角で、" で囲まずに書いてください。`;

/** The expected values of front matter keys, if they are not just text. */
const EXPECTED: Readonly<Record<string, string>> = {
  municipality: '市区町村IDを半角の英小文字、数字、- で書いてください（例: warabi）。',
  source: '出典IDを半角の英小文字、数字、- で書いてください（例: warabi-jiritsu）。',
  levels: '階層の名前を上から [章, 分野, 施策] のように、半角の , で区切って、1回ずつ書いてください。',
  numbers: '番号の例を ["(1)", "", "①"] のように書いてください。',
  order: WHOLE_NUMBER,
  minimumSample: WHOLE_NUMBER,
  category: `${Object.values(planCategories.words).join('、')} のどれかを書いてください。`,
  state: `${Object.values(planStates.words).join('、')} のどれかを書いてください。`,
  stateWebsite: 'https:// から始まるアドレスを書いてください。',
  stateChecked: '実際にある日を、2026-11-21 のように、西暦の年-月-日で書いてください。',
};

/** Reads an MDX file, validates its front matter and reports every issue. Returns null if the file can't be used. */
export function readMdxDocument<T extends z.ZodObject>(
  folder: SiteFolder,
  file: string,
  schema: T,
  report = new DiagnosticReport(),
): MdxDocument<z.output<T>> | null {
  const markup = decodeSourceText(folder.readBytes(file), file, report);
  if (markup === null) return null;
  const read = readFrontMatter(markup);
  if (!read.ok) {
    const { line, column, detail } = read;
    report.add(locateFile(file, line, column), read.missing ? 'no-front-matter' : 'bad-front-matter', { detail });
    return null;
  }
  const at = (key: string): Location => ({ file, field: key, ...read.locate(key) });
  for (const { issue, line, column } of read.issues) report.addIssue(locateFile(file, line, column), issue);
  const front = schema.safeParse(read.values);
  if (!front.success) reportFront(front.error, read.values, Object.keys(schema.shape), at, report);
  const mdx = readMdx(blankFrontMatter(markup));
  if (!mdx.ok) report.add(locateFile(file, mdx.line, mdx.column), 'bad-mdx', { detail: mdx.detail });
  return front.success && mdx.ok
    ? { file, front: front.data, markup, parts: mdx.elements, text: mdx.text, locate: at }
    : null;
}

function reportFront(
  error: z.ZodError,
  values: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  at: (key: string) => Location,
  report: DiagnosticReport,
): void {
  for (const issue of new Map(error.issues.map((issue) => [issue.path[0], issue])).values()) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        report.add(at(key), 'unknown-key', { key, near: suggestChoice(key, keys), keys: keys.join('、') });
      continue;
    }
    const key = String(issue.path[0] ?? '');
    const value = values[key];
    const typed = typeof value === 'string' ? value : JSON.stringify(value);
    const expected = EXPECTED[key] ?? '文字で書いてください。数だけのときや、: や # を含むときは " で囲みます。';
    if ((value ?? null) === null) report.add(at(key), 'missing-key', { key, empty: Number(value === null) });
    else report.add(at(key), 'bad-key', { key, value: typed, expected });
  }
}
