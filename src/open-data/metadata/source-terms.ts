import { memoizeByObject } from '../../model/collections.ts';
import { memoizeBySite, type SiteData } from '../../site-data/site-data.ts';
import { citeDocuments, endCredit, hasTerms, listDocuments } from '../../site-data/source-citations.ts';
import type { Source } from '../../tables/sources.ts';
import type { PublishedTable, PublishedValue } from '../published-table.ts';

/** The terms of use of documents that a table copies facts from. */
export interface SourceTerms {
  /** The first sentence of the terms, which names them: 公共データ利用規約（第1.0版）. */
  readonly title: string;
  /** The URL of the full terms, in the list of sources. */
  readonly url: string;
  /** What to write when using the facts: the credit lines of the documents, and their URLs in the list of sources. */
  readonly credits: readonly Readonly<{ text: string; url: string }>[];
}

/** The first sentence of a text; a 。 in brackets does not end it. */
const FIRST_SENTENCE = /^(?:（[^）]*）|[^。（])*/;

/** The position of each source in the order of their file. A site has thousands of tables and of sources. */
const sourcePositions = memoizeBySite(
  ({ sources }) => new Map<PublishedValue | undefined, number>(sources.map(({ id }, at) => [id, at])),
);

/** Returns the sources of the rows of tables, in the order of their file. */
export function listTableSources(siteData: SiteData, tables: readonly PublishedTable[]): Source[] {
  const ids = new Set<PublishedValue | undefined>();
  for (const table of tables) {
    const at = table.columns.flatMap(({ references }, index) => (references?.table === 'sources' ? [index] : []));
    for (const row of table.rows(siteData)) {
      for (const index of at) ids.add(row[index]);
      for (const id of table.unnamedSources(siteData, row)) ids.add(id);
    }
  }
  const positions = [...ids].flatMap((id) => sourcePositions(siteData).get(id) ?? []);
  return positions.sort((a, b) => a - b).flatMap((at) => siteData.sources[at] ?? []);
}

/** Returns the terms of sources, each once. Sources without terms are left out; `copied` has the words after a copy. */
function groupTerms(siteData: SiteData, sources: readonly Source[], copied = 'の写し'): SourceTerms[] {
  const groups = Map.groupBy(sources.filter(hasTerms), ({ terms }) => FIRST_SENTENCE.exec(terms)?.[0] ?? terms);
  const getUrl = (id: string) => siteData.urls.absolute(siteData.urls.source(id));
  return [...groups].map(([title, members]) => ({
    title,
    url: getUrl(members[0]?.id ?? ''),
    credits: listDocuments(siteData, citeDocuments(members.map(({ id }) => id))).map(({ id, text }) => ({
      text: text + (siteData.source(id).copy && copied) + endCredit(siteData, id),
      url: getUrl(id),
    })),
  }));
}

/** True if all columns are ids that only together identify a row: such a table names sources and copies nothing. */
const isListOfPairs = ({ columns, primaryKey }: PublishedTable) => columns.length === primaryKey.length;

const getTermsFinder = memoizeBySite((siteData) =>
  memoizeByObject((table: PublishedTable) =>
    isListOfPairs(table) ? [] : groupTerms(siteData, listTableSources(siteData, [table])),
  ),
);

/** Returns the terms of the sources that a table copies facts from. */
export const listSourceTerms = (siteData: SiteData, table: PublishedTable): readonly SourceTerms[] =>
  getTermsFinder(siteData)(table);

/** Returns the terms of the outline of a municipality; null if it has none. */
export function getOutlineTerms(siteData: SiteData, municipality: string): SourceTerms | null {
  const outline = siteData.outlineOf(municipality);
  return (outline && groupTerms(siteData, [siteData.source(outline.source)], '')[0]) ?? null;
}

/** Returns a sentence with the terms and credit lines; empty if there are none. */
export function describeSourceTerms(terms: readonly SourceTerms[]): string {
  if (terms.length === 0) return '';
  const parts = terms.map(
    ({ title, credits }) => `${title}。出典の書き方は「${credits.map(({ text }) => text).join('、')}」`,
  );
  return `写した値の、もとの資料の利用条件は、次のとおりです。${parts.join('。')}。`;
}

/** Returns the URL of the terms of a copied table, on its page; null if the licence of the site applies. */
export function getSourceTermsUrl(siteData: SiteData, table: PublishedTable): string | null {
  const { urls } = siteData;
  if (!table.isCopied || listSourceTerms(siteData, table).length === 0) return null;
  return urls.absolute(`${urls.dataset(table.id)}#licence`);
}
