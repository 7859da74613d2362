import type { SourceCitation } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Zone } from '../model/zone.ts';
import type { SiteData } from './portal.ts';

/** Whose document a source is: a municipality's, or its publisher's. */
export function getSourceOwner(portal: SiteData, { municipality, publisher }: Source): string {
  return municipality === null ? publisher : portal.municipality(municipality).title;
}

/** A source in words, as it is named below what was taken from it: 柏市「総合計画」第2章. */
export function formatSource(portal: SiteData, { id, place }: SourceCitation): string {
  const source = portal.source(id);
  return `${getSourceOwner(portal, source)}「${source.title}」${place}`;
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
