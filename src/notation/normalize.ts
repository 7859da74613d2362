import type { Issue } from '../diagnostics/diagnostic.ts';
import { memoizeByValue } from '../model/collections.ts';

/**
 * A text normalized for matching (NFKC, one kind of dash, tilde, bracket and space), with the position of each of its
 * characters in the printed text: what pages show is always a slice of `printed`, never of `text`.
 */
export interface NormalizedText {
  readonly text: string;
  readonly printed: string;
  /** For each character of `text`, the start and the end of its printed characters. */
  readonly positions: readonly (readonly [start: number, end: number])[];
}

/** A character with its marks, half-width voicing signs and variation selectors. */
const CLUSTER = /\P{M}[\p{M}\uff9e\uff9f]*|[\s\S]/gu;

/** Characters whose number NFKC would join with adjacent digits: ①80 is not 180, 10³ is not 103, 3½ is not 31/2. */
const ENCLOSED_NUMBER = /^[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf¹²³⁰⁴-⁹¼-¾⅐-⅞]/;

const INVISIBLE = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u200b-\u200f\u2060\ufeff]/gu;

/** Characters with the same meaning that NFKC keeps apart. Long dashes are never a minus, short ones may be. */
const EQUIVALENTS: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2013\u2212\u2043]/g, '-'],
  [/[\u2014\u2015\u2500\u2501]/g, '―'],
  [/[\u301c\u223c\u223d\u02dc]/g, '~'],
  [/\s/g, ' '],
  [/[〔【〈《「[]/g, '('],
  [/[〕】〉》」\]]/g, ')'],
];

/** Returns a character in the form that is matched, whatever is before it. Texts repeat their characters. */
const foldCluster = memoizeByValue((cluster: string): string => {
  if (ENCLOSED_NUMBER.test(cluster)) return cluster;
  const plain = cluster.normalize('NFKC').replace(INVISIBLE, '');
  return EQUIVALENTS.reduce((text, [from, to]) => text.replace(from, to), plain);
});

function normalizeCluster(cluster: string, before: string): string {
  // A superscript is a power only after a metre: m² is ㎡, but 28人² has a footnote.
  if (before === 'm' && /^[²³]/.test(cluster)) return cluster.normalize('NFKC');
  const normalized = foldCluster(cluster);
  // A long vowel sign after no kana is a dash.
  return normalized === 'ー' && !/[ぁ-ゖァ-ヺー]/.test(before) ? '―' : normalized;
}

/**
 * Normalizes a text for matching.
 * @example normalizeNotation('５，５８７⼈').text // → 5,587人
 */
export function normalizeNotation(printed: string): NormalizedText {
  // The last character in a variable of its own: reading it from a text that grows copies the text.
  let [text, before] = ['', ''];
  const positions: (readonly [number, number])[] = [];
  for (const match of printed.matchAll(CLUSTER)) {
    const normalized = normalizeCluster(match[0], before);
    text += normalized;
    before = normalized.at(-1) ?? before;
    const position = [match.index, match.index + match[0].length] as const;
    for (let left = normalized.length; left > 0; left--) positions.push(position);
  }
  return { text, printed, positions };
}

/** Returns the part of a text from `start` up to `end`, without the spaces around it. */
export function sliceText(whole: NormalizedText, start: number, end: number = whole.text.length): NormalizedText {
  let [from, to] = [start, end];
  while (from < to && whole.text[from] === ' ') from += 1;
  while (to > from && whole.text[to - 1] === ' ') to -= 1;
  return { ...whole, text: whole.text.slice(from, to), positions: whole.positions.slice(from, to) };
}

/** Returns a text without its part from `start` up to `end`. */
export function removeSlice(whole: NormalizedText, start: number, end: number): NormalizedText {
  const text = whole.text.slice(0, start) + whole.text.slice(end);
  return sliceText(
    { ...whole, text, positions: [...whole.positions.slice(0, start), ...whole.positions.slice(end)] },
    0,
  );
}

/** Returns a text as it was printed. */
export const getPrintedText = ({ printed, positions }: NormalizedText): string =>
  printed.slice(positions[0]?.[0] ?? 0, positions.at(-1)?.[1] ?? 0);

/** Returns a text without all pairs of brackets that enclose the whole of it. */
export function removeOuterBrackets(whole: NormalizedText): NormalizedText {
  const { text } = whole;
  if (!text.startsWith('(') || findClosingBracket(text, 0) !== text.length - 1) return whole;
  return removeOuterBrackets(sliceText(whole, 1, text.length - 1));
}

/** Returns the index of the bracket that closes the one at `open`, or -1. */
export function findClosingBracket(text: string, open: number): number {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[()]/g)) {
    if (index < open) continue;
    depth += bracket === '(' ? 1 : -1;
    if (depth === 0) return index;
  }
  return -1;
}

/** A remark behind a unit: 点（5点満点）, 校（全8校）; not a time, a denominator or a scale: 円（月額）, 件（人口10万対）, 円（百万）. */
export const UNIT_REMARK =
  /(?<=[^/／(（])[(（](?![^()（）]*(?:[/／対間]|当た?り|あたり|につき|人口|(?:単位|人[比中]|[1１一]\p{L}{1,3}平均|[年月週日](?<!月\d*.)(?:額|平均)?)[)）])|\d*[十百千万億]+(?!葉)\p{L}{0,2}[)）])[^()（）]+[)）]$/u;

/** A number outside times and footnote marks: 25 of 累計25人, 100 of 5年間で100件; none of 5年間 and R5～R9. */
const COUNT =
  /(?<![\d,./~―RHS令平和成月第※*注-])\d[\d,.]*(?![\d,.]| ?(?:[~―/-]|[年月歳期]|[かカヵヶケ箇][年月]|四半期|Q))/;

/**
 * Splits a text into its own part and the remarks in brackets or after ※ that have a number of their own, both
 * normalized and without the parts of a number after うち.
 * @example splitCompanions('15人（累計25人）') // → own 15人, companions (累計25人)
 * @example splitCompanions('60棟（R5～R9、うち市民20棟）') // → own 60棟(R5~R9、), companions
 */
export function splitCompanions(printed: string): { readonly own: string; readonly companions: string } {
  let companions = '';
  const text = normalizeNotation(printed).text.replace(/うち[^()、]*(?:、|(?=\)|$))/g, '');
  const own = text.replace(/\((?:[^()]|\([^()]*\))*\)|※.+$/g, (whole, at: number) => {
    const remark = whole.replace(/\([^()]*\)(?!$)/g, (inner) => (COUNT.test(inner) ? '' : inner));
    if (at === 0 || !COUNT.test(remark)) return remark;
    companions += remark;
    return '';
  });
  return { own, companions };
}

/** The result of reading a text: a value with warnings, or the issue for which there is none. */
export type NotationResult<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

/** One shared list, because there may be a million values. */
const NO_WARNINGS: readonly Issue[] = [];

/** Creates the result for a text with a value. */
export function acceptNotation<T>(value: T, warnings = NO_WARNINGS): NotationResult<T> {
  return { ok: true, value, warnings };
}

/** Creates the result for a text without a value. */
export const rejectNotation = (issue: Issue): { readonly ok: false; readonly issue: Issue } => ({ ok: false, issue });
