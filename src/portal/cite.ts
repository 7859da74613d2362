import type { Citation } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Zone } from '../model/zone.ts';
import type { Portal } from './portal.ts';

/** A source in words, as it is named below what was taken from it: 柏市「総合計画」第2章. */
export function sourceWords(portal: Portal, { id, place }: Citation): string {
  const { title, municipality, publisher } = portal.source(id);
  const owner = municipality === null ? publisher : portal.municipality(municipality).title;
  return `${owner}「${title}」${place}`;
}

/** The documents that plans themselves are, each once: what a page about several plans was made from. */
export function sourcesOf(plans: readonly Plan[]): Citation[] {
  return [...new Set(plans.map(({ source }) => source))].map((id) => ({ id, place: '' }));
}

/** Each place that zones were read in, once. */
export function sourcesOfZones(zones: readonly Zone[]): Citation[] {
  return [...new Map(zones.map(({ source }) => [`${source.id} ${source.place}`, source])).values()];
}
