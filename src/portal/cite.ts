import type { Citation } from '../model/id.ts';
import type { Portal } from './portal.ts';

/** A source in words, as it is named below what was taken from it: 柏市「総合計画」第2章. */
export function sourceWords(portal: Portal, { id, place }: Citation): string {
  const { title, municipality, publisher } = portal.source(id);
  const owner = municipality === null ? publisher : portal.municipality(municipality).title;
  return `${owner}「${title}」${place}`;
}
