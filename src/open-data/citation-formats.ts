import type { SourceCitation } from '../model/identifiers.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { findFixedCredit, hasTerms } from '../site-data/source-citations.ts';
import { translateSource } from '../site-data/translated-pages.ts';

/** A page or table to cite. */
export interface CitedWork {
  /** An identifier without spaces, for lists of references. */
  readonly key: string;
  readonly author: string;
  readonly title: string;
  /** The day of the data's last change, as `2026-11-20`; null if unknown. */
  readonly updated: string | null;
  readonly version: string;
  readonly url: string;
  /** The release with the cited data, and the absolute URL of its page; null if there is none. */
  readonly release: { readonly version: string; readonly url: string } | null;
  /** The short name of the licence (`CC BY 4.0`), or which part of the work has which terms of use. */
  readonly licence: string;
  /** The documents that it is based on, and what names many of them: their owners with the absolute URL of the list. */
  readonly sources: readonly string[];
  readonly summarizeSources: () => string;
}

interface Citation {
  readonly kind: string;
  readonly text: string;
  /** The file extension and the media type, if reference managers import the format as a file. */
  readonly file?: { readonly ending: string; readonly type: string };
}

/** Returns the short name of a licence from its SPDX id: `CC-BY-4.0` → `CC BY 4.0`. */
export const formatLicence = (id: string): string =>
  id.replace(/^CC(0|-.+)-([\d.]+)$/, (_, kind: string, version: string) => `CC${kind.replace('-', ' ')} ${version}`);

/** Returns the key of a page from its path: `/plans/mihon/1_1/` → `plans-mihon-1_1`. */
export const getCitationKey = (path: string): string => path.split('/').filter(Boolean).join('-') || 'home';

/** The maximum number of letters of the documents in a line; for more, a line has their owners and the URL of the list. */
const MAX_SOURCE_LETTERS = 300;

function formatSources({ sources, summarizeSources }: CitedWork): string {
  const text = sources.join('、');
  return text && `もとの資料：${text.length > MAX_SOURCE_LETTERS ? summarizeSources() : text}`;
}

/** Returns the version of the data, after that of the release, if there is one: a release never changes. */
const formatVersion = ({ release, version }: CitedWork) =>
  `${release === null ? '' : `保存版 ${release.version}、`}データの版 ${version}`;

const formatReleaseUrl = ({ release, url }: CitedWork) =>
  release === null || release.url === url ? '' : `保存版：${release.url}`;

/** Returns the work for a line that starts with 出典. */
function formatWork(work: CitedWork): string {
  const { author, title, updated, url, licence } = work;
  const day = updated === null ? '' : `、${updated} 更新`;
  const release = formatReleaseUrl(work) && ` （${formatReleaseUrl(work)} ）`;
  return `${author}「${title}」（${formatVersion(work)}${day}、${licence}）${url}${release}`;
}

const formatSourcesInBrackets = (work: CitedWork) => formatSources(work) && `（${formatSources(work)}）`;

function formatSentence(work: CitedWork): string {
  const { author, title, updated, url } = work;
  const day = updated === null ? '' : `（${updated} 更新）`;
  const sources = formatSources(work);
  const release = formatReleaseUrl(work) && `${formatReleaseUrl(work)} 。`;
  return `${author}『${title}』${formatVersion(work)}${day}、${url} 。${release}${sources && `${sources}。`}`;
}

/** TeX commands for special characters, also for braces: BibTeX counts them even after a backslash. */
const texCommands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Replaces line breaks of any kind, and other control characters, by spaces. */
const blankControls = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

const escapeTex = (text: string) =>
  blankControls(text).replace(/[\\{}%&$#_~^]/g, (character) => texCommands[character] ?? `\\${character}`);

/** Returns a BibTeX entry. Second braces keep names whole and in their case. */
function formatBibtex(work: CitedWork): string {
  const { key, author, title, updated, url, licence } = work;
  const [year, month] = updated?.split('-') ?? [];
  const details = [formatVersion(work), formatReleaseUrl(work), licence, formatSources(work)].filter(
    (detail) => detail !== '',
  );
  const fields = [
    `author = {{${escapeTex(author)}}}`,
    `title = {{${escapeTex(title)}}}`,
    ...(year ? [`year = {${year}}`] : []),
    ...(month ? [`month = {${Number(month)}}`] : []),
    `note = {${escapeTex(details.join('。'))}}`,
    `url = {${url}}`,
  ];
  return `@misc{${key},\n${fields.map((field) => `  ${field},\n`).join('')}}\n`;
}

/** Returns a RIS record: one tag per line, with CR LF. A line break in a value would start a new tag. */
function formatRis(work: CitedWork): string {
  const { author, title, updated, version, url, release, licence, sources } = work;
  const releaseUrl = formatReleaseUrl(work);
  const tags = [
    ['TY', 'DATA'],
    ['AU', author],
    ['TI', title],
    ...(updated === null ? [] : [['PY', updated.slice(0, 4)] as const, ['DA', updated.replaceAll('-', '/')] as const]),
    ['ET', release === null ? version : formatVersion(work)],
    ...(releaseUrl === '' ? [] : [['N1', releaseUrl] as const]),
    ...sources.map((source) => ['N1', `もとの資料：${source}`] as const),
    ['C1', licence],
    ['LA', 'ja'],
    ['UR', url],
    ['ER', ''],
  ] as const;
  return tags.map(([tag, value]) => `${tag}  - ${blankControls(value)}\r\n`).join('');
}

/** Returns the citation in all formats. */
export const formatCitations = (work: CitedWork): readonly Citation[] => [
  { kind: '出典の行（そのまま使うとき）', text: `出典：${formatWork(work)} ${formatSourcesInBrackets(work)}`.trim() },
  {
    kind: '出典の行（加工したとき）',
    text: `出典：${formatWork(work)} を加工して作成${formatSourcesInBrackets(work)}`,
  },
  { kind: '文献一覧の行', text: formatSentence(work) },
  { kind: 'BibTeX', text: formatBibtex(work), file: { ending: 'bib', type: 'application/x-bibtex' } },
  { kind: 'RIS', text: formatRis(work), file: { ending: 'ris', type: 'application/x-research-info-systems' } },
];

/** The maximum number of documents that an English citation names one by one. */
const MAX_ENGLISH_SOURCES = 5;

/**
 * Returns the licence and the sources of an English page, for its citation. Of many documents, it names those whose terms
 * of use fix a credit, and the publishers of others that are not of a municipality: nearly all plans have their own.
 */
export function formatEnglishSources({ site, source, urls }: SiteData, sources: readonly SourceCitation[]): string {
  const documents = [...new Set(sources.map(({ id }) => source(id)))];
  const names = documents.map((one) => {
    if (documents.length <= MAX_ENGLISH_SOURCES || findFixedCredit(one) !== '')
      return translateSource(one).titleEn || one.publisherEn;
    return one.municipality === null ? one.publisherEn : '';
  });
  const listed = [...new Set(names), `all documents: ${urls.absolute(urls.dataset('sources'))}`].filter(Boolean);
  const terms = documents.some(hasTerms) ? '; copied values are subject to the terms of their sources' : '';
  return `(${formatLicence(site.licence.id)}${terms}).${documents.length > 0 ? ` Sources: ${listed.join('; ')}` : ''}`;
}
