import type { Issue } from '../diagnostics/diagnostic.ts';

/**
 * A text folded for matching (NFKC, one kind of dash, tilde, bracket and space), which still knows where each of its
 * characters was printed: what is kept and shown is always cut from `printed`, never from `text`.
 */
export interface NormalizedText {
  readonly text: string;
  readonly printed: string;
  /** For each character of `text`: where its first printed character starts and its last one ends. */
  readonly positions: readonly (readonly [start: number, end: number])[];
}

/** A character with what is attached to it: marks, half-width voicing signs, variation selectors. */
const CLUSTER = /\P{M}[\p{M}\uff9e\uff9f]*|[\s\S]/gu;

/**
 * Characters whose number NFKC would glue to the digits beside them: ①80 is not 180, 10³ is not 103, 3½ is not 31/2.
 */
const STANDING_APART = /^[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf¹²³⁰⁴-⁹¼-¾⅐-⅞]/;

const UNSEEN = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u200b-\u200f\u2060\ufeff]/gu;

/** What stays apart after NFKC although it means the same. Long dashes are never a minus, short ones may be. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2013\u2212\u2043]/g, '-'],
  [/[\u2014\u2015\u2500\u2501]/g, '―'],
  [/[\u301c\u223c\u223d\u02dc]/g, '~'],
  [/\s/g, ' '],
  [/[〔【〈《「[]/g, '('],
  [/[〕】〉》」\]]/g, ')'],
];

function foldCluster(cluster: string, before: string): string {
  // A power written small belongs to a metre and to nothing else: m² is ㎡, but 28人² is a footnote.
  if (before === 'm' && /^[²³]/.test(cluster)) return cluster.normalize('NFKC');
  if (STANDING_APART.test(cluster)) return cluster;
  const plain = cluster.normalize('NFKC').replace(UNSEEN, '');
  const alike = ALIKE.reduce((text, [from, to]) => text.replace(from, to), plain);
  // A long vowel sign that lengthens nothing was meant as a dash.
  return alike === 'ー' && !/[ぁ-ゖァ-ヺー]/.test(before) ? '―' : alike;
}

/**
 * Folds a text for matching.
 * @example normalizeNotation('５，５８７⼈').text // → 5,587人
 */
export function normalizeNotation(printed: string): NormalizedText {
  let text = '';
  const places: (readonly [number, number])[] = [];
  for (const match of printed.matchAll(CLUSTER)) {
    const folded = foldCluster(match[0], text.at(-1) ?? '');
    text += folded;
    const place = [match.index, match.index + match[0].length] as const;
    for (let left = folded.length; left > 0; left--) places.push(place);
  }
  return { text, printed, positions: places };
}

/** The part of a folded text from `start` up to `end`, without the spaces around it. */
export function sliceText(
  whole: NormalizedText,
  start: number,
  end: number = whole.text.length,
): NormalizedText {
  let [from, to] = [start, end];
  while (from < to && whole.text[from] === ' ') from += 1;
  while (to > from && whole.text[to - 1] === ' ') to -= 1;
  return { ...whole, text: whole.text.slice(from, to), positions: whole.positions.slice(from, to) };
}

/** A folded text without its part from `start` up to `end`. */
export function removeSlice(whole: NormalizedText, start: number, end: number): NormalizedText {
  const text = whole.text.slice(0, start) + whole.text.slice(end);
  return sliceText(
    { ...whole, text, positions: [...whole.positions.slice(0, start), ...whole.positions.slice(end)] },
    0,
  );
}

/** A folded part as it was printed. */
export function getPrintedText({ printed, positions }: NormalizedText): string {
  return printed.slice(positions[0]?.[0] ?? 0, positions.at(-1)?.[1] ?? 0);
}

/** A folded text without the one pair of brackets that encloses all of it, however deep. */
export function removeOuterBrackets(whole: NormalizedText): NormalizedText {
  const { text } = whole;
  if (!text.startsWith('(') || findClosingBracket(text, 0) !== text.length - 1) return whole;
  return removeOuterBrackets(sliceText(whole, 1, text.length - 1));
}

/** Where the bracket that opens at `open` is closed, or -1. */
export function findClosingBracket(text: string, open: number): number {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[()]/g)) {
    if (index < open) continue;
    depth += bracket === '(' ? 1 : -1;
    if (depth === 0) return index;
  }
  return -1;
}

/** What came of reading a text: a value, perhaps with warnings, or the one flaw for which there is none. */
export type NotationReading<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

/** A reading that gave a value. */
export function acceptNotation<T>(value: T, warnings: readonly Issue[] = []): NotationReading<T> {
  return { ok: true, value, warnings };
}

/** A reading that gave none. */
export function rejectNotation(issue: Issue): { readonly ok: false; readonly issue: Issue } {
  return { ok: false, issue };
}

/** The longest notation, in characters. What is longer is prose, and not worth the time that matching it may take. */
export const MAX_NOTATION_LENGTH = 200;
