import type { Term } from '../tables/glossary.ts';

/** Returns the terms whose word or alias occurs in a text, in the order of the glossary. */
export function findTerms(text: string, terms: readonly Term[]): Term[] {
  // Without lists of the spellings: this compares all summaries with all terms.
  return terms.filter(({ title, aliases }) => text.includes(title) || aliases.some((alias) => text.includes(alias)));
}

/** A part of a text. A glossary word has its term's id, and the marks around it: browsers end lines at buttons. */
export type TextSegment = Readonly<{ text: string; term: string | null; opening?: string; closing?: string }>;

/** Two letters of one kind make one word: 公債費 is no word of 実質公債費比率, オープンデータ is one of オープンデータ化. */
const JOINED = /^(?:[\p{Script=Han}々]{2}|[\p{Script=Katakana}ー]{2})/u;
/** But the name of a municipality, and words that follow many others, do not make a glossary word another one. */
const [OWNER_BEFORE, WORD_AFTER] = [/[都道府県市区町村]$/, /^(?:以上|以下|未満|人口|等)/];

/** Returns the first position of a glossary word that is no part of a longer word of the text, or -1. */
function findWord(text: string, word: string): number {
  const isPart = (at: number, end: number) =>
    (at > 0 && JOINED.test(text.slice(at - 1)) && !OWNER_BEFORE.test(text.slice(0, at))) ||
    (JOINED.test(text.slice(end - 1)) && !WORD_AFTER.test(text.slice(end)));
  let at = text.indexOf(word);
  while (at >= 0 && isPart(at, at + word.length)) at = text.indexOf(word, at + 1);
  return at;
}

/** Splits a text at the first occurrence of each term, so that each can be linked once. */
export function splitAtTerms(text: string, terms: readonly Term[]): TextSegment[] {
  // If two spellings begin at one position, the longer one counts.
  const [first] = terms
    .flatMap(({ id, title, aliases }) => [title, ...aliases].map((word) => ({ at: findWord(text, word), word, id })))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  if (!first) return text === '' ? [] : [{ text, term: null }];
  const [, before = '', opening = ''] = /^(.*?)([（「『]?)$/s.exec(text.slice(0, first.at)) ?? [];
  const [, closing = '', after = ''] = /^([）」』、。]?)(.*)$/s.exec(text.slice(first.at + first.word.length)) ?? [];
  const rest = terms.filter(({ id }) => id !== first.id);
  return [
    ...(before === '' ? [] : [{ text: before, term: null }]),
    { text: first.word, term: first.id, opening, closing },
    ...splitAtTerms(after, rest),
  ];
}

/**
 * Returns, for each text of a page, the terms that occur in it for the first time, in the order of the text.
 * @param seen terms that the page links before these texts
 */
export function listFirstUses(texts: readonly string[], terms: readonly Term[], seen: readonly string[]): string[][] {
  const known = new Set(seen);
  return texts.map((text) => {
    // A word within a longer term, which is linked, does not count.
    const linked = splitAtTerms(text, findTerms(text, terms)).flatMap(({ term }) => term ?? []);
    const fresh = linked.filter((id) => !known.has(id));
    for (const id of fresh) known.add(id);
    return fresh;
  });
}

/**
 * Returns the terms that occur in the summaries of a page, each with the item where it occurs first.
 * @param items the items in the order in which the page shows their summaries
 * @param seen terms that the page's text links before the summaries
 */
export function listPageTerms(
  items: readonly { readonly id: string; readonly summary: string }[],
  terms: readonly Term[],
  seen: readonly string[],
) {
  const summaries = items.map(({ summary }) => summary);
  const first = listFirstUses(summaries, terms, seen);
  const byPlanItem = new Map(items.map(({ id }, at) => [id, first[at] ?? []]));
  return { byPlanItem, all: [...seen, ...first.flat()] };
}
