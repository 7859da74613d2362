import type { DocumentKind } from '../../search/documents.ts';
import type { SearchFilters, SearchIndex, SearchResults } from '../../search/results.ts';
import { createElement } from '../dom.ts';
import type { ResultEntry, DisplayNames } from './list.ts';
import { explainRelated } from './reason.ts';

/** Kinds that were found, in the order in which they are named. */
const kindsIn = ({ counts }: SearchResults, names: DisplayNames, { kind }: SearchFilters): DocumentKind[] =>
  (Object.keys(names.kind) as DocumentKind[]).filter(
    (one) => (counts.kind.get(one) ?? 0) > 0 && (kind === null || kind === one),
  );

const lines = (
  documents: readonly number[],
  tier: ResultEntry['tier'],
  heading: readonly HTMLElement[],
): ResultEntry[] => documents.map((document, at) => ({ document, tier, heading: at === 0 ? heading : [] }));

/** The lines of what contains the words, in the order in which they are shown: as one list, or by kind. */
export async function listExactEntries(
  index: SearchIndex,
  query: string,
  filters: SearchFilters,
  grouped: boolean,
  results: SearchResults,
  names: DisplayNames,
  signal: AbortSignal,
): Promise<ResultEntry[]> {
  if (!grouped) return lines(results.exact, 'exact', []);
  const entries: ResultEntry[] = [];
  for (const kind of kindsIn(results, names, filters)) {
    const { exact } = await index.searchExact(query, { ...filters, kind }, signal);
    const heading = createElement('h2', {}, `${names.kind[kind] ?? kind} ${exact.length}件`);
    entries.push(...lines(exact, 'exact', [heading]));
  }
  return entries;
}

/** The lines of what came by other words, with the reason. */
export function listRelatedEntries(results: SearchResults, names: DisplayNames): ResultEntry[] {
  const why = createElement('p', { class: 'note' }, explainRelated(results, names));
  return lines(results.related, 'related', [createElement('h2', {}, '近い言葉での結果'), why]);
}
