import type { Municipality } from '../../model/municipality.ts';
import { readPeriod } from '../../notation/period.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import {
  type ColumnType,
  listRowObjects,
  type PublishedColumn,
  type PublishedTable,
  type PublishedValue,
} from '../published-table.ts';

/*
 * What every description of a table says, whatever its format: each is worked out here, once.
 */

/** Days that a table speaks of, as ISO dates; the last one included. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
}

/** The whole address of a path of the site: `/data/` → `https://keikaku.example/data/`. */
export const getAbsoluteUrl = ({ urls }: SiteData, path: string): string => urls.absolute(urls.withBase(path));

/** The address that stands for a licence itself; what its deed says in one language stands at another. */
export const getLicenceUrl = ({ site }: SiteData): string => site.licence.url.replace(/deed\.[a-z-]+$/i, '');

/** Where to write to: a mailbox, a page of the web, or words that are neither. */
export interface ContactPoint {
  readonly kind: 'mailbox' | 'page' | 'words';
  readonly text: string;
}

/** Where to write to about the site, by the kind of what its settings name; null while they name nothing. */
export function getContactPoint({ site }: SiteData): ContactPoint | null {
  const text = site.contact.trim().replace(/^mailto:/i, '');
  if (text === '') return null;
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return { kind: 'page', text };
  return { kind: /^[^\s@]+@[^\s@]+$/.test(text) ? 'mailbox' : 'words', text };
}

/** What the licence covers, and what it does not. */
export function describeRights({ site }: SiteData): string {
  return `利用条件は、${site.publisher}が書いた要約・説明と、表としてのまとめ方についてのものです。計画の文章は、それぞれの市区町村のものです。`;
}

/**
 * What a table is, in a text of its own: Google's Dataset Search asks for 50 characters or more, and CSVW and Data
 * Package have no other place to say what a row is.
 */
export function describeTable({ title, description, columns }: PublishedTable, { site }: SiteData): string {
  const names = columns.map((column) => column.title).join('、');
  const madeUp = site.fictional ? 'この表の内容はすべて架空です。' : '';
  return `${site.name}が公開している「${title}」の表です。${description}${madeUp}列は${names}です。`;
}

const valuesOf = (table: PublishedTable, siteData: SiteData, names: readonly string[]): PublishedValue[] =>
  listRowObjects(table, siteData).flatMap((row) => names.map((name) => row[name] ?? null));

/** The municipalities that a table has rows of; all of them for a table whose rows belong to none, or without rows. */
export function listTableMunicipalities(table: PublishedTable, siteData: SiteData): readonly Municipality[] {
  const codes = new Set(valuesOf(table, siteData, ['municipality_code']));
  const found = siteData.municipalities.filter(({ code }) => codes.has(code));
  return found.length > 0 ? found : siteData.municipalities;
}

/** The days of a plan's period, where it is printed and can be read. */
function periodOf(period: string | null): DateRange[] {
  const reading = readPeriod(period ?? '');
  if (!reading.ok) return [];
  const { start, end } = reading.value;
  return start !== null && end !== null ? [{ start, end }] : [];
}

/**
 * The times that a table speaks of: from the first to the last day in its columns of times (`start`, `target_end` …);
 * for a table of plans, or of what stands in plans, each plan's printed period. Empty where none is known.
 */
export function listDateRanges(table: PublishedTable, siteData: SiteData): DateRange[] {
  // The year of a document (`year_start`) tells when it was written, not what its table speaks of.
  const dates = table.columns.filter(
    ({ name, type }) => type === 'date' && /^(?!year_)(?:.*_)?(?:start|end)$/.test(name),
  );
  if (dates.length > 0) {
    const days = valuesOf(
      table,
      siteData,
      dates.map(({ name }) => name),
    )
      .filter((day) => typeof day === 'string')
      .sort();
    const [start, end] = [days[0], days.at(-1)];
    return start !== undefined && end !== undefined ? [{ start, end }] : [];
  }
  if (table.planColumn === null) return [];
  const spans = siteData.plans.flatMap(({ period }) => periodOf(period));
  return [...new Map(spans.map((span) => [`${span.start}/${span.end}`, span])).values()];
}

/** The page of a guide, or another page where the site has no such guide. */
export function getGuideUrl(siteData: SiteData, slug: string, other: string): string {
  return siteData.guides.some((guide) => guide.slug === slug)
    ? getAbsoluteUrl(siteData, `/about/${slug}/`)
    : getAbsoluteUrl(siteData, other);
}

/** Words that a table is found by. */
export function listKeywords(table: PublishedTable, siteData: SiteData): string[] {
  const places = listTableMunicipalities(table, siteData).map(({ title }) => title);
  return [...new Set([table.title, '市町村の計画', '行政', 'オープンデータ', ...places])];
}

/** The day on which the site's data was first published; null where the ledger of changes is empty. */
export const getIssueDate = ({ changes }: SiteData): string | null => changes.at(-1)?.date ?? null;

/** A type of values, as both CSVW and Data Package name it. */
export const getStandardType = (type: ColumnType): string => (type === 'text' ? 'string' : type);

const typeNames: Readonly<Record<ColumnType, string>> = {
  text: '文字',
  integer: '整数',
  number: '数',
  boolean: 'true か false',
  date: '日付（2026-11-20 の形）',
};

/** What a column holds, in a sentence: its meaning, English name, type, unit, and where its values are explained. */
function wordsOf({ name, description, type, nullable, unit, codeList }: PublishedColumn): string {
  const parts = [
    `英語名 ${name}`,
    typeNames[type],
    ...(unit === null ? [] : [`単位は${unit}`]),
    ...(codeList === null ? [] : [`値の一覧は codes/${codeList}.csv`]),
    ...(nullable ? ['わからないときは空'] : []),
  ];
  return `${description}。${parts.join('、')}`;
}

/** What a reader of a table must know, as rows of a name and a text: its meaning, terms of use, version, each column. */
export function listTableNotes(
  { title, description, columns }: PublishedTable,
  siteData: SiteData,
): [string, string][] {
  const { site, urls, version, updated } = siteData;
  return [
    ['表', title],
    ['1行の意味', description],
    ['作成', site.publisher],
    ['利用条件', `${site.licence.name} ${site.licence.url}`],
    ['出典の書き方', `${site.name}（データの版 ${version}）`],
    ['データの版', version],
    ...(updated === null ? [] : [['更新日', updated] satisfies [string, string]]),
    ['サイト', urls.absolute(urls.withBase('/data/'))],
    ...(site.fictional ? [['注意', 'この表の内容はすべて架空です。'] satisfies [string, string]] : []),
    ['文字コード', 'CSV は UTF-8（BOM あり）、改行は CRLF。JSON は UTF-8（BOM なし）'],
    ...columns.map((column): [string, string] => [`列「${column.title}」`, wordsOf(column)]),
  ];
}
