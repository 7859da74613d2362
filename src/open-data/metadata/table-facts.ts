import { isWebUrl } from '../../model/identifiers.ts';
import type { Municipality } from '../../model/municipality.ts';
import { readMailbox } from '../../model/site.ts';
import type { DateSpan } from '../../notation/calendar.ts';
import { findPeriod } from '../../notation/period.ts';
import { memoizeBySite, type SiteData } from '../../site-data/site-data.ts';
import { isNationwide } from '../../site-data/site-size.ts';
import { formatLicence } from '../citation-formats.ts';
import type { ColumnType, PublishedColumn, PublishedTable, PublishedValue } from '../published-table.ts';
import { listSourceTerms } from './source-terms.ts';

/* The facts that the descriptions of a table share in all formats. */

/** Returns the URL of a path of the site: `/data/` → `https://keikaku.example/data/`. */
export const getAbsoluteUrl = ({ urls }: SiteData, path: string): string => urls.absolute(urls.withBase(path));

/** Returns the URL of a licence itself, not of its deed in one language. */
export const getLicenceUrl = ({ site }: SiteData): string => site.licence.url.replace(/deed\.[a-z-]+$/i, '');

/** How to contact the publisher: an e-mail address, a page, or other text. */
export type ContactPoint = Readonly<{ kind: 'mailbox' | 'page' | 'words'; text: string }>;

/** Returns the contact in the settings of the site; null if they have none. */
export const getContactPoint = memoizeBySite(({ site }): ContactPoint | null => {
  const text = site.contact.trim();
  const mailbox = readMailbox(text);
  if (mailbox !== null) return { kind: 'mailbox', text: mailbox };
  return text === '' ? null : { kind: isWebUrl(text) ? 'page' : 'words', text };
});

/** Returns a sentence about what the licence covers and does not cover. */
export function describeRights({ site, statistics, municipalityOutlines }: SiteData): string {
  const copied = [
    ...(statistics.length > 0 ? ['統計の値'] : []),
    ...(municipalityOutlines.length > 0 ? ['市区町村の形'] : []),
  ];
  const values =
    copied.length > 0
      ? `${copied.join('と')}は国などの資料から写したもので、「出典」の表に資料ごとの利用条件があります。`
      : '';
  return `利用条件は、${site.publisher}が書いた要約・説明と、表としてのまとめ方についてのものです。計画の文章は、それぞれの市区町村のものです。${values}`;
}

/** Returns a description of a table and its columns. Google's Dataset Search requires at least 50 characters. */
export function describeTable({ site }: SiteData, { title, description, columns }: PublishedTable): string {
  const names = columns.map((column) => column.title).join('、');
  const warning = site.fictional ? 'この表の内容はすべて架空です。' : '';
  return `${site.name}が公開している「${title}」の表です。${description}${warning}列は${names}です。`;
}

function listCellValues(siteData: SiteData, table: PublishedTable, names: readonly string[]): PublishedValue[] {
  const indexes = names.map((name) => table.columns.findIndex((column) => column.name === name));
  return table.rows(siteData).flatMap((row) => indexes.map((at) => row[at] ?? null));
}

/** Returns the municipalities in the rows of a table; all municipalities if the rows have none. */
export function listTableMunicipalities(siteData: SiteData, table: PublishedTable): readonly Municipality[] {
  const codes = new Set(listCellValues(siteData, table, ['municipality_code']));
  const municipalities = siteData.municipalities.filter(({ code }) => codes.has(code));
  return municipalities.length > 0 ? municipalities : siteData.municipalities;
}

/** Returns the range of a plan's printed period, as a list of none or one. */
function readPlanPeriod(period: string | null): DateSpan[] {
  const { start, end } = findPeriod(period ?? '');
  return start !== null && end !== null ? [{ start, end }] : [];
}

/** Returns the periods of a table: from the first to the last day in its columns of dates, or those of its plans. */
export function listDateRanges(siteData: SiteData, table: PublishedTable): DateSpan[] {
  // The year of a document (`year_start`) is when it was written, not the period of its content.
  const dateColumns = table.columns
    .filter(({ name, type }) => type === 'date' && /^(?!year_)(?:.*_)?(?:start|end|date)$/.test(name))
    .map(({ name }) => name);
  if (dateColumns.length > 0) {
    const days = listCellValues(siteData, table, dateColumns)
      .filter((day) => typeof day === 'string')
      .sort();
    const [start, end] = [days[0], days.at(-1)];
    return start !== undefined && end !== undefined ? [{ start, end }] : [];
  }
  const ids = listCellValues(siteData, table, table.planColumn === null ? [] : [table.planColumn]);
  const plans = new Set(ids.map((id) => String(id).split('/')[0]));
  const ranges = siteData.plans.flatMap(({ id, period }) => (plans.has(id) ? readPlanPeriod(period) : []));
  return [...new Map(ranges.map((range) => [`${range.start}/${range.end}`, range])).values()];
}

/** Returns the URL of a guide, or of the page with all data if the site has no such guide. */
export function getGuideUrl(siteData: SiteData, slug: string): string {
  const hasGuide = siteData.guides.some((guide) => guide.slug === slug);
  return getAbsoluteUrl(siteData, hasGuide ? `/about/${slug}/` : '/data/');
}

/** Returns the Japanese keywords of a table or of all, with the names of its municipalities if they are not too many. */
export function listKeywords(siteData: SiteData, table?: PublishedTable): string[] {
  const municipalities = table ? listTableMunicipalities(siteData, table) : siteData.municipalities;
  const names = isNationwide({ municipalities }) ? [] : municipalities.map(({ title }) => title);
  return [...new Set([...(table ? [table.title] : []), '市町村の計画', '行政', 'オープンデータ', ...names])];
}

/** Returns the day of the first publication; null if the list of changes is empty. */
export const getIssueDate = ({ changes }: SiteData): string | null => changes.at(-1)?.date ?? null;

/** Returns the day of the first release with rows of a table; null if there is none, because no record says the day. */
export const getTableIssueDate = ({ releases }: Pick<SiteData, 'releases'>, { path }: PublishedTable): string | null =>
  releases.findLast(({ tables }) => tables.some(({ name, rows }) => name === path && rows > 0))?.date ?? null;

/** What the types of columns are called. */
export const columnTypeNames: Readonly<Record<ColumnType, string>> = {
  text: '文字',
  integer: '整数',
  number: '数',
  boolean: 'true か false',
  date: '日付',
};

/** Describes a column in a sentence: its meaning, English heading, type, unit and code list. */
function describeColumn({ name, description, type, nullable, unit, codeList }: PublishedColumn): string {
  const parts = [
    `英語の見出し ${name}`,
    type === 'date' ? `${columnTypeNames.date}（2026-11-20 の形）` : columnTypeNames[type],
    ...(unit === null ? [] : [`単位は${unit}`]),
    ...(codeList === null ? [] : [`コード表は codes/${codeList}.csv`]),
    ...(nullable ? ['わからないときは空'] : []),
  ];
  return `${description}。${parts.join('、')}`;
}

/**
 * Returns the words by which any use of the data names the site: 計画ひろば（データの版 80fe6a2c1b07、CC BY 4.0）https://….
 * @param page the URL that the words name: of the home page, or of a release
 */
export const formatCredit = ({ site, urls, version }: SiteData, page = urls.absolute(urls.home())): string =>
  `${site.name}（データの版 ${version}、${formatLicence(site.licence.id)}）${page}`;

/** Returns the facts on the terms of use of a table, and on the credit lines. */
function listLicenceFacts(siteData: SiteData, table: PublishedTable, page?: string): [string, string][] {
  const { site } = siteData;
  const terms = listSourceTerms(siteData, table).flatMap(({ title, url, credits }): [string, string][] => [
    ['写した値の利用条件', `${title} ${url}`],
    ['写した値の出典の書き方', credits.map(({ text }) => text).join('、')],
  ]);
  const own: [string, string][] = [
    ['利用条件', `${site.licence.name} ${site.licence.url}`],
    ['出典の書き方', formatCredit(siteData, page)],
  ];
  if (!table.isCopied) return [...own, ...terms];
  if (terms.length > 0) return terms;
  const list = getAbsoluteUrl(siteData, '/data/sources/');
  return [['利用条件', `値には、「出典」の列にある資料の利用条件があります。資料ごとの条件 ${list}`]];
}

/** Returns the facts on a table, as pairs of a title and a text: its meaning, terms of use, version and columns. */
export function listTableFacts(siteData: SiteData, table: PublishedTable, page?: string): [string, string][] {
  const { title, description, columns } = table;
  const { site, urls, version, updated } = siteData;
  return [
    ['表', title],
    ['1行の意味', description],
    ['作成', site.publisher],
    ...listLicenceFacts(siteData, table, page),
    ['データの版', version],
    ...(updated === null ? [] : [['更新日', updated] satisfies [string, string]]),
    ['サイト', urls.absolute(urls.data())],
    ...(site.fictional ? [['注意', 'この表の内容はすべて架空です。'] satisfies [string, string]] : []),
    ...columns.map((column): [string, string] => [`列「${column.title}」`, describeColumn(column)]),
  ];
}
