import type { DocumentKind } from '../../search/documents.ts';
import type { Filters, Index, Results } from '../../search/results.ts';
import { make } from '../dom.ts';
import type { Entry, Names } from './list.ts';
import { otherWords } from './words.ts';

/** Kinds that were found, in the order in which they are named. */
const kindsIn = ({ counts }: Results, names: Names, { kind }: Filters): DocumentKind[] =>
  (Object.keys(names.kind) as DocumentKind[]).filter(
    (one) => (counts.kind.get(one) ?? 0) > 0 && (kind === null || kind === one),
  );

/**
 * All lines of the list in the order in which they are shown: those that contain the words, as one list or by kind,
 * then those that came by other words, with the reason.
 */
export async function entriesOf(
  index: Index,
  query: string,
  filters: Filters,
  grouped: boolean,
  results: Results,
  names: Names,
  signal: AbortSignal,
): Promise<Entry[]> {
  const lines = (documents: readonly number[], tier: Entry['tier'], heading: readonly HTMLElement[]) =>
    documents.map((document, at): Entry => ({ document, tier, heading: at === 0 ? heading : [] }));
  const entries: Entry[] = [];
  if (grouped)
    for (const kind of kindsIn(results, names, filters)) {
      const { exact } = await index.search(query, { ...filters, kind }, signal);
      entries.push(
        ...lines(exact, 'exact', [make('h2', {}, `${names.kind[kind] ?? kind} ${exact.length}件`)]),
      );
    }
  else entries.push(...lines(results.exact, 'exact', []));
  const reason = make('p', { class: 'note' }, otherWords(results.alsoSearched));
  entries.push(...lines(results.related, 'related', [make('h2', {}, '近い言葉での結果'), reason]));
  return entries;
}
