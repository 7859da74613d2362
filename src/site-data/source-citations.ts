import type { SourceCitation } from '../model/identifiers.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../tables/sources.ts';
import type { Zone } from '../tables/zones.ts';
import { fillRoute, routes } from '../model/routes.ts';
import type { SiteData } from './site-data.ts';
import { formatCount } from '../notation/format.ts';

/** Whose document a source is: a municipality's, or its publisher's. */
export function getSourceOwner(siteData: SiteData, { municipality, publisher }: Source): string {
  return municipality === null ? publisher : siteData.municipality(municipality).title;
}

/** A source in words, as it is named below what was taken from it: 柏市「総合計画」第2章. */
export function formatSource(siteData: SiteData, { id, place }: SourceCitation): string {
  const source = siteData.source(id);
  return `${getSourceOwner(siteData, source)}「${source.title}」${place}`;
}

/** Citations with all places of a document in one: 第2章、第3章. */
export function mergeCitations(citations: readonly SourceCitation[]): SourceCitation[] {
  return [...Map.groupBy(citations, ({ id }) => id)].map(([id, cited]) => ({
    id,
    place: [...new Set(cited.map(({ place }) => place))].filter((place) => place !== '').join('、'),
  }));
}

/** The documents that plans themselves are, each once: what a page about several plans was made from. */
export function listPlanSources(plans: readonly Plan[]): SourceCitation[] {
  return [...new Set(plans.map(({ source }) => source))].map((id) => ({ id, place: '' }));
}

/** Each place that zones were read in, once. */
export function listZoneSources(zones: readonly Zone[]): SourceCitation[] {
  return [...new Map(zones.map(({ source }) => [`${source.id} ${source.place}`, source])).values()];
}

/** As many sources are named; of more it is told how many they are, and where they are listed. */
const NAMED = 20;

/** What a page was made from, in words: each document, with all places in it; of a great many, their number and their list. */
export function formatSourceList(siteData: SiteData, sources: readonly SourceCitation[]): string[] {
  const { urls } = siteData;
  const documents = mergeCitations(sources);
  if (documents.length > NAMED)
    return [
      `${formatCount(documents.length)}の資料（一覧 ${urls.absolute(urls.withBase(fillRoute(routes.dataset, { dataset: 'sources' })))}）`,
    ];
  return documents.map((one) => formatSource(siteData, one));
}
