import type { z } from 'zod';
import sample from '../../examples/new-site/site.config.json' with { type: 'json' };
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { createIssue, locateFile } from '../diagnostics/diagnostic.ts';
import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import { findRepeatedKeys, listJsonParts, readJson } from '../input/json-reader.ts';
import { readPngSize } from '../input/png-size.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { decodeSourceText, locateIndex } from '../input/text-decoding.ts';
import { MAX_SETTINGS_LENGTH } from '../model/input-limits.ts';
import { getPrefectureNumber, prefectureNames } from '../model/municipality.ts';
import { SiteConfig, SiteText } from '../model/site.ts';
import type { ValidationContext } from './parsed-site.ts';

const FILE = 'site.config.json';

/** The maximum number of bytes of the logo: every page loads it. */
const MAX_LOGO_BYTES = 100 * 1024;

const LOGO_RULE =
  'content/ に置いた100 KiB までの PNG の絵を、content/logo.png のように、半角の英小文字と数字の名前で書いてください。なければ logo は書きません。';

const EXPECTED: Readonly<Record<string, string>> = {
  '': '{ "site": "https://keikaku.example" } のように、設定の全体を { } で囲んで書いてください。',
  site: 'https://keikaku.example のように、https:// で始まるアドレスを書いてください。パス（/…）はつけず、base に書きます。',
  base: '/ か、/plans/ のように / で始まって / で終わる半角のパスを書いてください。',
  feedIdBase:
    'サイトのアドレスが変わったとき、はじめのアドレスを https://keikaku.example/ のように / で終わる形で書いてください。変わっていなければ書きません。',
  contact:
    '連絡先を、koho@city.example のようなメールアドレスか、https:// で始まるアドレスか、文で書いてください。決まっていなければ "" とします。',
  security:
    'contact に脆弱性の知らせ先（mailto: か https:// で始まるもの）を、expires にそれが有効な最後の日を 2027-03-31 のように書いてください。なければ security は書きません。',
  coverage: 'のせた範囲を文で書いてください。計画の全体をのせたときは "" とします。',
  licence: 'id、name、url（https:// で始まるアドレス）の3つを文字で書いてください。',
  colours:
    '{ "theme": "#115a36" } のように、# のあとに、0～9 と a～f を合わせて6字で書いてください。ページの主な色を決めるなら、brand に light（明るい画面）と dark（暗い画面）の両方を書きます。',
  logo: LOGO_RULE,
  linkPictures: 'ページごとの、リンクの絵をつくるなら true、つくらないなら false と、" で囲まずに書いてください。',
  english:
    'name、description、licence（name と、https:// で始まる url）を英語で書いてください。coverage も書けます。英語のページをつくらないなら、english は書きません。',
  fictional: '架空のデータなら true、そうでなければ false と、" で囲まずに書いてください。',
};

const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(SiteConfig.shape),
  licence: Object.keys(SiteConfig.shape.licence.shape),
  colours: Object.keys(SiteConfig.shape.colours.shape),
  'colours.brand': Object.keys(SiteConfig.shape.colours.shape.brand.unwrap().shape),
  security: Object.keys(SiteConfig.shape.security.unwrap().shape),
  english: Object.keys(SiteConfig.shape.english.unwrap().shape),
  'english.licence': Object.keys(SiteConfig.shape.english.unwrap().shape.licence.shape),
};

/** The settings that describe a site: those of a new site are samples. */
const SAMPLE_KEYS = ['name', 'description', 'site', 'publisher', 'coverage'] as const;

/** Returns the location of a key; for a missing key that of the key around it, or of the file's beginning. */
function locateKey(text: string, path: readonly string[]) {
  const parts = listJsonParts(text);
  const find = (wanted: readonly string[]) => parts.find(({ path }) => path === wanted.join('.'));
  const { offset = 0 } = find(path) ?? find(path.slice(0, -1)) ?? {};
  return { file: FILE, ...locateIndex(text, offset), field: path.join('.') };
}

/** Reports keys that an object has twice: readers of JSON silently take the last one. */
function reportRepeatedKeys(text: string, report: DiagnosticReport): void {
  for (const { path, offset, first } of findRepeatedKeys(listJsonParts(text))) {
    const expected = `同じ設定が${locateIndex(text, first).line}行めにもあります。どちらか1つにしてください。`;
    const [, value = ''] = /^[^:]*:\s*"?(\{|(?:[^"\\,}\n]|\\.)*)/.exec(text.slice(offset)) ?? [];
    report.add({ file: FILE, ...locateIndex(text, offset), field: path }, 'bad-key', { key: path, value, expected });
  }
}

/** Returns the issue of a main colour that is hard to read on a background. */
function createContrastIssue(key: string, value: string, { background, ratio, scheme }: Record<string, unknown>) {
  const contrast = (Math.floor(Number(ratio) * 10) / 10).toFixed(1);
  const advice = scheme === 'light' ? 'もっと濃い色' : 'もっと明るい色';
  return createIssue('low-contrast', { key, value, background: String(background), contrast, advice });
}

function describeLogo(bytes: Uint8Array | null): string | null {
  if (!bytes) return 'このファイルがありません。';
  if (bytes.length > MAX_LOGO_BYTES) return `この絵は ${Math.ceil(bytes.length / 1024)} KiB あり、大きすぎます。`;
  return readPngSize(bytes) ? null : 'このファイルは PNG ではありません。';
}

function checkLogo(folder: SiteFolder, { logo }: SiteConfig, text: string, report: DiagnosticReport): void {
  if (logo === undefined) return;
  const what = describeLogo(folder.has(logo) ? folder.readBytes(logo) : null);
  if (what === null) return;
  report.add(locateKey(text, ['logo']), 'bad-key', { key: 'logo', value: logo, expected: `${what}${LOGO_RULE}` });
}

function reportIssue(issue: z.core.$ZodIssue, raw: unknown, text: string, report: DiagnosticReport): void {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    const known = KEYS[path.join('.')] ?? [];
    const keys = known.join('、');
    for (const key of issue.keys)
      report.add(locateKey(text, [...path, key]), 'unknown-key', { key, near: suggestChoice(key, known), keys });
    return;
  }
  const value = issue.path.reduce<unknown>(
    (of, name) => (typeof of === 'object' && of !== null ? (of as Record<PropertyKey, unknown>)[name] : undefined),
    raw,
  );
  if (issue.code === 'custom' && issue.params && typeof value === 'string') {
    report.addIssue(locateKey(text, path), createContrastIssue(path.join('.'), value, issue.params));
    return;
  }
  const key = path.join('.') || FILE;
  const isClean = typeof value !== 'string' || SiteText.safeParse(value).success;
  const expected = isClean
    ? (EXPECTED[path[0] ?? ''] ?? '文字で書いてください。')
    : '目に見えない文字や改行を消してください。';
  const typed = typeof value === 'string' ? value : JSON.stringify(value);
  if (value === undefined) report.add(locateKey(text, path), 'missing-key', { key, expected });
  else report.add(locateKey(text, path), 'bad-key', { key, value: typed, expected });
}

/** What the settings must agree with. */
type SettingsContext = Pick<ValidationContext, 'today' | 'municipalities' | 'guides'>;

/** Reports what is invented on a site that is not fictional, such as the sample of a new site, and the reverse. */
function checkFiction(config: SiteConfig, text: string, site: SettingsContext, report: DiagnosticReport): void {
  const { rows } = site.municipalities;
  // No prefecture has the number of a made-up area.
  const invented = rows.filter(({ fields }) => !prefectureNames.has(getPrefectureNumber(fields.code)));
  if (config.fictional) {
    if (invented.length < rows.length)
      report.add(locateKey(text, ['fictional']), 'sample-setting', { key: 'fictional', value: 'true' });
    return;
  }
  for (const key of SAMPLE_KEYS)
    if (config[key] === sample[key]) report.add(locateKey(text, [key]), 'sample-setting', { key, value: sample[key] });
  for (const { fields, locate } of invented)
    report.add(locate('団体コード'), 'unmarked-fiction', { value: fields.code });
  // The guide of a new site repeats its coverage.
  const value = sample.coverage;
  for (const { file, markup } of site.guides) {
    const at = markup.indexOf(value);
    if (at >= 0) report.add({ file, ...locateIndex(markup, at), field: '' }, 'placeholder', { value });
  }
}

/** Reads the site's settings and reports issues; null if unusable. */
export function readSiteConfig(folder: SiteFolder, report: DiagnosticReport, site: SettingsContext): SiteConfig | null {
  if (!folder.has(FILE)) {
    report.add(locateFile(FILE), 'missing-file', { file: FILE });
    return null;
  }
  const text = decodeSourceText(folder.readBytes(FILE), FILE, report);
  if (text === null) return null;
  const read = readJson(text);
  if (!read.ok) {
    report.add(locateFile(FILE, read.line, read.column), 'bad-json', { detail: read.detail });
    return null;
  }
  if (text.length > MAX_SETTINGS_LENGTH) {
    const limit = `${MAX_SETTINGS_LENGTH.toLocaleString('en')}字`;
    report.add(locateFile(FILE), 'over-limit', { what: '設定', limit, advice: 'くり返しを消してください。' });
    return null;
  }
  reportRepeatedKeys(text, report);
  const parsed = SiteConfig.safeParse(read.value);
  if (parsed.success) {
    const { contact, fictional, security } = parsed.data;
    if (security && security.expires < site.today)
      report.add(locateKey(text, ['security', 'expires']), 'security-expired', {
        value: security.expires,
        today: site.today,
      });
    if (contact === '' && !fictional) report.add(locateKey(text, ['contact']), 'no-contact');
    checkFiction(parsed.data, text, site, report);
    checkLogo(folder, parsed.data, text, report);
    return parsed.data;
  }
  for (const issue of parsed.error.issues) reportIssue(issue, read.value, text, report);
  return null;
}
