import type { Term } from '../tables/glossary.ts';

const spellings = ({ title, aliases }: Term): readonly string[] => [title, ...aliases];

/** The terms whose word or other spelling stands in a text, in the order of the glossary. */
export function findTerms(text: string, terms: readonly Term[]): string[] {
  return terms.filter((term) => spellings(term).some((word) => text.includes(word))).map(({ id }) => id);
}

/** A stretch of a text; with a term where the stretch is that term's word. */
export interface TextSegment {
  readonly text: string;
  readonly term: string | null;
}

/** Where the first of a term's spellings stands in a text; the longer spelling where two begin at one place. */
function firstPlace(text: string, term: Term): { at: number; word: string; id: string } | null {
  const found = spellings(term)
    .map((word) => ({ at: text.indexOf(word), word, id: term.id }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  return found[0] ?? null;
}

/** Cuts a text at the first occurrence of each of the given terms, so that each can be linked once. */
export function splitAtTerms(text: string, terms: readonly Term[]): TextSegment[] {
  const [first] = terms
    .map((term) => firstPlace(text, term))
    .filter((found) => found !== null)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  if (!first) return text === '' ? [] : [{ text, term: null }];
  const before = text.slice(0, first.at);
  const rest = terms.filter(({ id }) => id !== first.id);
  return [
    ...(before === '' ? [] : [{ text: before, term: null }]),
    { text: first.word, term: first.id },
    ...splitAtTerms(text.slice(first.at + first.word.length), rest),
  ];
}

/**
 * Says for texts in their order on a page which terms occur in each of them for the first time.
 * @param seen terms that the page has linked before these texts
 */
export function listFirstUses(
  texts: readonly string[],
  terms: readonly Term[],
  seen: readonly string[],
): string[][] {
  const known = new Set(seen);
  return texts.map((text) => {
    const fresh = findTerms(text, terms).filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
    return fresh;
  });
}

/** The terms that a page links, and in whose summary each of them stands for the first time. */
export interface PageTerms {
  readonly byPlanItem: ReadonlyMap<string, readonly string[]>;
  readonly all: readonly string[];
}

/**
 * @param nodes the nodes in the order in which the page shows their summaries
 * @param seen terms that the page's text links before them
 */
export function listPageTerms(
  nodes: readonly { readonly id: string; readonly summary: string }[],
  terms: readonly Term[],
  seen: readonly string[],
): PageTerms {
  const first = listFirstUses(
    nodes.map(({ summary }) => summary),
    terms,
    seen,
  );
  const byNode = new Map(nodes.map(({ id }, at) => [id, first[at] ?? []]));
  return { byPlanItem: byNode, all: [...seen, ...first.flat()] };
}
