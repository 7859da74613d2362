import type { z } from 'zod';
import { MAX_TEXT_BYTES } from '../model/input-limits.ts';
import { SiteConfig } from '../model/site.ts';
import { createLimitIssue } from '../diagnostics/limit-issues.ts';
import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import { createIssue, locateFile } from '../diagnostics/diagnostic.ts';
import { decodeText } from '../input/text-decoding.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { readJson } from '../input/json-reader.ts';
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';

const FILE = 'site.config.json';

/** The expected values of settings, in words. */
const EXPECTED: Readonly<Record<string, string>> = {
  site: 'https://keikaku.example のように、https:// で始まるアドレスを書いてください。道（/…）はつけず、base に書きます。',
  base: '/ か、/plans/ のように / で始まって / で終わる半角の道を書いてください。',
  contact: '連絡先を書いてください。決まっていなければ "" とします。',
  coverage: 'のせた範囲を文で書いてください。計画の全体をのせたときは "" とします。',
  licence: 'id、name、url（https:// で始まるアドレス）の3つを文字で書いてください。',
  colours: '{ "theme": "#115a36" } のように、# と半角の小文字と数字6けたで書いてください。',
  fictional: '架空のデータなら true、そうでなければ false と書いてください。',
};

/** Returns the location of a key, or of the file's beginning. */
function placeOf(text: string, key: string) {
  const before = text.slice(0, Math.max(text.indexOf(`"${key}"`), 0)).split('\n');
  return { file: FILE, line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

function reportIssue(issue: z.core.$ZodIssue, raw: unknown, text: string, report: DiagnosticReport): void {
  const known = Object.keys(SiteConfig.shape);
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys)
      report.add(
        { ...placeOf(text, key), field: key },
        createIssue('unknown-key', { key, near: suggestChoice(key, known), keys: known.join('、') }),
      );
    return;
  }
  const [top = '', ...inner] = issue.path.map(String);
  const key = [top, ...inner].join('.');
  const value = issue.path.reduce<unknown>(
    (of, name) => (typeof of === 'object' && of !== null ? (of as Record<PropertyKey, unknown>)[name] : undefined),
    raw,
  );
  report.add(
    { ...placeOf(text, inner.at(-1) ?? top), field: key },
    createIssue('bad-key', {
      key: key || FILE,
      value: typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value),
      expected: EXPECTED[top] ?? '文字で書いてください。',
    }),
  );
}

/** Reads the site's settings and reports every issue. Returns null if they can't be used. */
export function readSiteConfig(folder: SiteFolder, report: DiagnosticReport): SiteConfig | null {
  const top = locateFile(FILE);
  if (!folder.has(FILE)) {
    report.add(top, createIssue('missing-file', { file: FILE }));
    return null;
  }
  const bytes = folder.readBytes(FILE);
  if (bytes.length > MAX_TEXT_BYTES) {
    report.add(top, createLimitIssue('text'));
    return null;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    report.add(top, decoded.issue);
    return null;
  }
  const read = readJson(decoded.text);
  if (!read.ok) {
    const { detail, line, column } = read;
    report.add({ ...top, line, column }, createIssue('bad-json', { detail }));
    return null;
  }
  const parsed = SiteConfig.safeParse(read.value);
  if (parsed.success) {
    const { contact, fictional } = parsed.data;
    if (contact === '' && !fictional)
      report.add({ ...placeOf(decoded.text, 'contact'), field: 'contact' }, createIssue('no-contact'));
    return parsed.data;
  }
  for (const issue of parsed.error.issues) reportIssue(issue, read.value, decoded.text, report);
  return null;
}
