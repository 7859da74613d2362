import { RANKED_KINDS, type IndexHeader } from '../format/index-header.ts';
import type { DocumentKind } from '../search-documents.ts';
import { createCityRank } from './index-reader.ts';

/** The score of a word that is the whole title or another name. */
export const NAME_SCORE = 4;

/** A document that contains every word; the score is higher if the title contains words. */
export type ExactMatch = Readonly<{ document: number; score: number }>;

/** Of documents with the same name, those of these kinds come first, in this order. */
const NAMED_KINDS: readonly DocumentKind[] = ['city', 'prefecture', 'theme', 'plan', 'statistic', 'term'];

/** The kinds about the site itself, which come after everything that is about plans. */
const MANUAL_KINDS: readonly DocumentKind[] = ['guide', 'dataset'];

/** The kinds with values, which come before what only mentions a word. */
const VALUE_KINDS: readonly DocumentKind[] = ['indicator', 'statistic'];

/** The least score of a word in a title or another name. */
const PART_SCORE = 2;

/** True if all documents are guides and datasets with lower scores than one with every word of the query in its names. */
export const areAside = ({ kinds }: IndexHeader, matches: readonly ExactMatch[], wordCount: number) =>
  matches.length > 0 &&
  matches.every(
    ({ document: at, score }) => MANUAL_KINDS.includes(kinds[at] ?? 'node') && score < PART_SCORE * wordCount,
  );

/**
 * Returns documents, best first: those named by the whole query; those about plans before those about the site; those
 * of the first city; themes whose names contain the words; by where a name contains them (all of it, its beginning,
 * elsewhere, not at all); then indicators and statistics; then by kind, then in the order of the index.
 * @param wordCount the number of words of the query
 */
export function rankMatches(
  header: IndexHeader,
  matches: readonly ExactMatch[],
  wordCount: number,
  firstCity?: string | null,
): number[] {
  const rankCity = createCityRank(header, firstCity);
  const listKeys = ({ document, score }: ExactMatch) => {
    const kind = header.kinds[document] ?? 'node';
    const isOfSite = MANUAL_KINDS.includes(kind);
    const isNamed = !isOfSite && score >= NAME_SCORE * wordCount;
    const order = NAMED_KINDS.indexOf(kind);
    return [
      isNamed ? (order < 0 ? NAMED_KINDS.length : order) : Infinity,
      isOfSite ? 1 : 0,
      rankCity(document),
      kind === 'theme' ? -score : 0,
      -score,
      VALUE_KINDS.includes(kind) ? 0 : 1,
      RANKED_KINDS.indexOf(kind),
      document,
    ];
  };
  const ranked = matches.map(listKeys).sort(compareKeys);
  return ranked.map((keys) => keys.at(-1) ?? 0);
}

/** Compares two lists of numbers by the first number that differs. */
function compareKeys(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((key, at) => key !== b[at]);
  return (a[index] ?? 0) - (b[index] ?? 0);
}
