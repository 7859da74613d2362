import type { DocumentKind } from '../../search/documents.ts';
import type { Filters, Index, Results } from '../../search/results.ts';
import { make } from '../dom.ts';
import type { Entry, Names } from './list.ts';
import { reason } from './reason.ts';

/** Kinds that were found, in the order in which they are named. */
const kindsIn = ({ counts }: Results, names: Names, { kind }: Filters): DocumentKind[] =>
  (Object.keys(names.kind) as DocumentKind[]).filter(
    (one) => (counts.kind.get(one) ?? 0) > 0 && (kind === null || kind === one),
  );

const lines = (documents: readonly number[], tier: Entry['tier'], heading: readonly HTMLElement[]): Entry[] =>
  documents.map((document, at) => ({ document, tier, heading: at === 0 ? heading : [] }));

/** The lines of what contains the words, in the order in which they are shown: as one list, or by kind. */
export async function exactEntries(
  index: Index,
  query: string,
  filters: Filters,
  grouped: boolean,
  results: Results,
  names: Names,
  signal: AbortSignal,
): Promise<Entry[]> {
  if (!grouped) return lines(results.exact, 'exact', []);
  const entries: Entry[] = [];
  for (const kind of kindsIn(results, names, filters)) {
    const { exact } = await index.exactly(query, { ...filters, kind }, signal);
    const heading = make('h2', {}, `${names.kind[kind] ?? kind} ${exact.length}件`);
    entries.push(...lines(exact, 'exact', [heading]));
  }
  return entries;
}

/** The lines of what came by other words, with the reason. */
export function relatedEntries(results: Results, names: Names): Entry[] {
  const why = make('p', { class: 'note' }, reason(results, names));
  return lines(results.related, 'related', [make('h2', {}, '近い言葉での結果'), why]);
}
