import { sort } from 'd3';
import type { SourceCitation } from '../model/identifiers.ts';
import type { Plan } from '../model/plan.ts';
import { decodeUrlPart } from '../model/routes.ts';
import { formatCount, formatDay } from '../notation/format.ts';
import { findPeriod } from '../notation/period.ts';
import type { Indicator } from '../tables/indicators.ts';
import type { Source } from '../tables/sources.ts';
import type { Statistic } from '../tables/statistics.ts';
import type { PlanItem } from '../tables/tree.ts';
import type { MunicipalityOutline } from '../tables/zones.ts';
import { findNumberWithin } from './compare-statistic.ts';
import { listDescendants, listRelatedPlans } from './plan-item-queries.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/** Returns the owner of a source: the municipality, or else the publisher. */
export const getSourceOwner = (siteData: SiteData, { municipality, publisher }: Source): string =>
  municipality === null ? publisher : siteData.municipality(municipality).title;

/** Returns the title of a document in quotation marks, unless it has its own. */
const quoteTitle = (title: string): string => (title.startsWith('「') ? title : `「${title}」`);

/** Returns true if facts copied from a source have terms of use. Texts belong to municipalities; facts are free. */
export const hasTerms = ({ municipality, terms }: Source): boolean => municipality === null && terms !== '';

/**
 * Returns the place in a document in words: the headings that lead to it. A number alone counts what is below a
 * heading; numbers that follow each other below one heading name it once.
 * @example formatPlace('第7章 > 【指標】 > 3、第7章 > 【指標】 > 4') // → 第7章 ＞ 【指標】の3番、4番
 */
export const formatPlace = (place: string): string =>
  place
    .replace(/ > (\d+)(?= > |、|$)/g, 'の$1番')
    .replaceAll(' > ', ' ＞ ')
    .replace(/(?<=^|、)([^、]+の)\d+番(?:、\1\d+番)+(?=、|$)/g, (numbers, heading: string) =>
      numbers.replaceAll(`、${heading}`, '、'),
    );

/** Returns a citation in words: 柏市「総合計画」第2章. */
export function formatSource(siteData: SiteData, { id, place }: SourceCitation): string {
  const source = siteData.source(id);
  return getSourceOwner(siteData, source) + quoteTitle(source.title) + formatPlace(place);
}

/** Merges the citations of each document, with all places: 第2章、第3章. */
export const mergeCitations = (citations: readonly SourceCitation[]): SourceCitation[] =>
  [...Map.groupBy(citations, ({ id }) => id)].map(([id, cited]) => ({
    id,
    place: [...new Set(cited.map(({ place }) => place))].filter((place) => place !== '').join('、'),
  }));

/** Returns the citations of whole documents, each once. */
export const citeDocuments = (ids: readonly string[]): SourceCitation[] =>
  [...new Set(ids)].map((id) => ({ id, place: '' }));

/** Returns the documents of an indicator: of its baseline, and of all its results and targets. */
export const listIndicatorSources = ({ observationsOf, targetsOf }: SiteData, { id, source }: Indicator) =>
  mergeCitations([source, ...[...observationsOf(id), ...targetsOf(id)].map((one) => one.source)]);

/** Returns the documents of indicators, each once, for pages that list many. */
export const listIndicatorDocuments = (siteData: SiteData, indicators: readonly Indicator[]): SourceCitation[] =>
  citeDocuments(indicators.flatMap((one) => listIndicatorSources(siteData, one)).map(({ id }) => id));

/** Returns the documents of plans, of their items and of what they say about related plans, each once. */
export const listPlanSources = ({ planItemsOf, relatedPlansOf }: SiteData, plans: readonly Plan[]): SourceCitation[] =>
  citeDocuments(
    plans.flatMap(({ id, source }) => [
      source,
      ...[...planItemsOf(id), ...relatedPlansOf(id)].map((one) => one.source.id),
    ]),
  );

/** Returns the citation of an item, and those of all else on its page: items below, related plans, indicators. */
export function listItemSources(
  siteData: SiteData,
  item: PlanItem,
  indicators: readonly Indicator[],
): SourceCitation[] {
  const shown = [...listDescendants(siteData, item), ...listRelatedPlans(siteData, item)];
  const documents = citeDocuments(shown.map(({ source }) => source.id));
  return [item.source, ...documents, ...listIndicatorDocuments(siteData, indicators)];
}

/** True if it is only likely that a plan is part of the document on the page of its source. */
export const isLikely = ({ titleNote }: Plan): boolean => titleNote.includes('とみられます');

/** Returns the words for the page of a document, which may only be likely to have it. */
export const nameOriginal = ({ plans }: Pick<SiteData, 'plans'>, id: string) =>
  plans.some((plan) => plan.source === id && isLikely(plan)) ? '原本とみられるページ' : '原本のページ';

/** Returns a link to the original of a plan or, after a sentence, to the website where it may be; maybe empty. */
export function findOriginal(siteData: SiteData, plan: Plan) {
  const { website, pages } = siteData.source(plan.source);
  const title = nameOriginal(siteData, plan.source) + (pages && `（${pages}ページ）`);
  if (website !== '') return { lead: '', url: website, title };
  const { website: url } = siteData.municipality(plan.municipality);
  return { lead: '原本のページのアドレスは、わかっていません。', url, title: '公式サイトのトップページ' };
}

/** Returns the words that credit the sources of simplified municipality outlines; empty without outlines. */
export function formatOutlineCredit(siteData: SiteData, outlines: readonly MunicipalityOutline[]): string {
  const sources = citeDocuments(outlines.map(({ source }) => source));
  return formatSourceList(siteData, sources, { copied: '', isCredit: true }).join('、');
}

/** The end of the title of a yearly edition. */
const EDITION = /（([^（）]*年度)）$/;

/** Returns the year of each source that is a yearly edition, in print and by its first day: 平成17年度, 2005-04-01. */
const listEditions = memoizeBySite(
  ({ sources }) =>
    new Map(
      sources.flatMap(({ id, title }) => {
        const year = EDITION.exec(title)?.[1];
        if (year === undefined) return [];
        return [[id, { year, start: findPeriod(year).start ?? '' }] as const];
      }),
    ),
);

/**
 * Returns citations of whole documents. Sources that are yearly editions of one document are one group, with a title
 * that names no year.
 */
export function groupEditions(siteData: SiteData, sources: readonly Source[]) {
  const documents = sources.map((source) => ({
    ...source,
    place: '',
    title: source.title.replace(EDITION, ''),
    edition: listEditions(siteData).get(source.id)?.year ?? '',
  }));
  const groups = Map.groupBy(documents, (one) =>
    JSON.stringify({ ...one, id: '', titleEn: '', year: '', edition: '' }),
  );
  return [...groups.values()].flatMap((editions) => (editions[0] ? [{ ...editions[0], editions }] : []));
}

/** Maximum number of sources that are listed, and of letters of their owners. For more, pages have the URL of a list. */
const [MAX_LISTED_SOURCES, MAX_OWNER_LETTERS] = [20, 150];

/** Returns the years of editions in words: years that follow each other as a range. */
function formatEditionYears(editions: readonly { readonly year: string; readonly start: string }[]): string {
  const sorted = sort(new Map(editions.map((one) => [one.start, one])).values(), ({ start }) => start);
  // Years in one run have the same distance from their indexes in the list.
  const runs = Map.groupBy(sorted, ({ start }, at) => Number(start.slice(0, 4)) - at);
  return [...runs.values()].map((run) => [...new Set([run[0]?.year, run.at(-1)?.year])].join('～')).join('、');
}

/**
 * Returns documents in words, each with its places and the id of its (first) source. The yearly editions of one document
 * are ranges.
 * @example 総務省「主要財政指標一覧」（平成17年度～平成18年度、平成20年度～令和6年度）
 */
export function listDocuments(
  siteData: SiteData,
  documents: readonly SourceCitation[],
): { id: string; text: string }[] {
  const groups = Map.groupBy(documents, ({ id, place }) => {
    const source = siteData.source(id);
    return place === '' ? getSourceOwner(siteData, source) + quoteTitle(source.title.replace(EDITION, '')) : id;
  });
  return [...groups].flatMap(([name, group]) => {
    const editions = group.flatMap(({ id }) => listEditions(siteData).get(id) ?? []);
    const [first] = group;
    if (!first || editions.length < 2 || editions.length < group.length)
      return group.map((one) => ({ id: one.id, text: formatSource(siteData, one) }));
    return [{ id: first.id, text: `${name}（${formatEditionYears(editions)}）` }];
  });
}

/** Divides citations into those of documents that were read themselves, and those of copies. */
const groupByCopy = (siteData: SiteData, sources: readonly SourceCitation[]) =>
  Object.groupBy(sources, ({ id }) => (siteData.source(id).copy === '' ? 'read' : 'copied'));

/** The words of a credit line that terms of use fix, in 「」 or beginning with the title of the document. */
const FIXED_CREDIT = /(?<=「)[^「」]*を加工して作成(?=」)|「[^「」]*」（[^（）]*）を加工して作成/;

/** Returns the words of a credit line that the terms of use of a document fix; empty without such words. */
export const findFixedCredit = ({ terms }: Source): string => FIXED_CREDIT.exec(terms)?.[0] ?? '';

/** Returns the end of the credit line of a document that facts are copied from, with the words that its terms of use fix. */
export function endCredit({ source }: SiteData, id: string): string {
  const fixed = findFixedCredit(source(id));
  return fixed === '' || fixed.startsWith('「') ? 'を加工して作成' : `：${fixed}`;
}

/** The words after a copy, and after any other document, from its id. A credit in the words of terms of use has none. */
type SourceWords = Readonly<{ copied?: string | undefined; describeRead?: (id: string) => string; isCredit?: boolean }>;

/**
 * Returns the sources of a page in words: documents with their places, or the number of many documents. It names a copy
 * as one: nobody has compared it with the document. With `isCredit`, these are the credit lines of copied facts.
 * @example 総務省「主要財政指標一覧」（平成20年度～令和6年度）の写し
 */
export function formatSourceList(
  siteData: SiteData,
  sources: readonly SourceCitation[],
  { copied: copyWords = 'の写し', describeRead = () => '', isCredit = false }: SourceWords = {},
): string[] {
  const { read = [], copied = [] } = groupByCopy(siteData, mergeCitations(sources));
  const end = (id: string) => (isCredit ? endCredit(siteData, id) : '');
  const documents = [
    ...listDocuments(siteData, read).map(({ id, text }) => text + describeRead(id) + end(id)),
    ...listDocuments(siteData, copied).map(({ id, text }) => text + copyWords + end(id)),
  ];
  if (documents.length > MAX_LISTED_SOURCES)
    return [
      `${formatCount(documents.length)}の資料（${summarizeSources(siteData, sources)}）${isCredit ? 'を加工して作成' : ''}`,
    ];
  return documents;
}

/**
 * Returns the owners of many documents, unless they are many too, with the credits that terms of use fix and the URL of
 * the list of all documents.
 */
export function summarizeSources(siteData: SiteData, sources: readonly SourceCitation[]): string {
  const owners = formatOwners(siteData, sources);
  const credits = new Set(sources.map(({ id }) => findFixedCredit(siteData.source(id))));
  const { absolute, dataset } = siteData.urls;
  const parts = [owners.length > MAX_OWNER_LETTERS ? '' : owners, ...credits, `一覧 ${absolute(dataset('sources'))}`];
  return parts.filter((part) => part !== '').join('、');
}

/**
 * Returns the owners of documents, or titles if they are not known, and how sure and how old their facts are, copies
 * first. A group of documents has no day if one of them has none.
 * @example 総務省、総務省統計局（いずれも2026年11月21日に読んだ、原本と照らし合わせていない写し）、柏市（2026年11月20日に読んだもの）
 */
export function formatOwners(siteData: SiteData, sources: readonly SourceCitation[]): string {
  const { read = [], copied = [] } = groupByCopy(siteData, sources);
  const groups = [copied, read].map((group) => group.map(({ id }) => siteData.source(id)));
  const texts = groups.map((documents) => {
    const name = (one: Source) => getSourceOwner(siteData, one) || quoteTitle(one.title.replace(EDITION, ''));
    const owners = [...new Set(documents.map(name))];
    const days = sort(documents.flatMap(({ checked }) => checked ?? [])).map(formatDay);
    const isDated = days.length > 0 && days.length === documents.length;
    const when = isDated ? `${[...new Set([days[0], days.at(-1)])].join('～')}に読んだ` : '';
    const words = documents[0]?.copy ? `${when && `${when}、`}原本と照らし合わせていない写し` : when && `${when}もの`;
    return owners.join('、') + (words && `（${owners.length > 1 ? 'いずれも' : ''}${words}）`);
  });
  return texts.filter(Boolean).join('、');
}

/** Returns in brackets where a municipality's document is and when it was read, and what is not known of it. */
export function describeAccess({ source, plans }: SiteData, id: string): string {
  const { municipality, website, checked } = source(id);
  if (municipality === null) return '';
  const own = plans.filter((plan) => plan.source === id);
  const isUnnamed = own.some(({ officialTitle }) => officialTitle === null);
  const unknown = [isUnnamed && '正式な名前', website === '' && '原本のアドレス'].filter(Boolean).join('・');
  const words = [
    unknown && `${unknown}は未確認`,
    checked && `${checked}に読んだもの`,
    website && `${nameOriginal({ plans }, id)}は ${website} `,
  ];
  return `（${words.filter(Boolean).join('、')}）`.replace('（）', '');
}

/** Returns a short name for the host of a copy: the repository on GitHub, or else the host. */
function nameCopy(copy: string): string {
  const { hostname, pathname } = new URL(copy);
  return hostname === 'github.com' ? pathname.split('/').slice(1, 3).join('/') : hostname;
}

/** Returns the name of the file or the folder at a URL, in letters if it is encoded. */
function nameFile(url: string): string {
  const name = url.split('/').findLast((part) => part !== '') ?? '';
  return decodeUrlPart(name) ?? name;
}

/** Returns links to the copies that sources were read from, each once; none for sources that were read themselves. */
export function listCopies(siteData: SiteData, sources: readonly Pick<SourceCitation, 'id'>[]) {
  const copies = new Set(sources.map(({ id }) => siteData.source(id).copy).filter((copy) => copy !== ''));
  return [...Map.groupBy(copies, nameCopy)].flatMap(([name, urls]) =>
    // Links to several files of one repository differ in the name of the file.
    urls.map((url) => ({ title: urls.length === 1 ? name : `${name}（${nameFile(url)}）`, url })),
  );
}

/** Returns the values of the divisor that the values of a statistic are divided by. */
function listUsedDivisors({ statisticValuesOf }: SiteData, { id, divisor }: Pick<Statistic, 'id' | 'divisor'>) {
  const divisors = Map.groupBy(statisticValuesOf(divisor ?? ''), ({ municipality }) => municipality);
  return statisticValuesOf(id).flatMap(({ municipality, period, value }) =>
    value === null ? [] : (findNumberWithin(divisors.get(municipality) ?? [], period) ?? []),
  );
}

/** Returns the sources of the numbers that pages of each statistic show or divide by, each once, the latest first. */
const usedSources = memoizeBySite(
  (siteData) =>
    new Map(
      siteData.statistics.map((statistic) => {
        const { id, adjusted, threshold } = statistic;
        const values = [id, adjusted ?? ''].flatMap((one) => siteData.statisticValuesOf(one).toReversed());
        const divisors = listUsedDivisors(siteData, statistic).toReversed();
        return [id, new Set([...values, ...divisors, ...(threshold ? [threshold] : [])].map(({ source }) => source))];
      }),
    ),
);

/** Returns the sources of statistics, each once, the latest first. */
export const listStatisticSources = (
  siteData: SiteData,
  entries: readonly { readonly statistic: Pick<Statistic, 'id'> }[],
): SourceCitation[] =>
  citeDocuments(entries.flatMap(({ statistic: { id } }) => [...(usedSources(siteData).get(id) ?? [])]));
