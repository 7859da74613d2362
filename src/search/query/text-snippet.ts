import type { ResultRow } from '../search-results.ts';
import { normalizeSearchText } from '../search-text.ts';
import { markWords } from '../word-marks.ts';

/** A part of a text, and whether it is one of the searched words. */
export type TextPart = Readonly<{ text: string; marked: boolean }>;

/** A range of a text as it is written. */
type TextSpan = Readonly<{ from: number; to: number }>;

/** A letter with its combining marks: they are normalized together. */
const CLUSTER = /[\s\S](?:[\p{M}ﾞﾟ\u{1160}-\u{11ff}])*/gu;

/**
 * Normalizes a text, and returns for each unit of the result the span of the text that it comes from. Normalization may
 * join letters (ｶ and ﾞ), split them (㈱) or drop them; if it does so across clusters, the line is normalized step by
 * step.
 */
function normalizeWithSpans(text: string) {
  const spans: TextSpan[] = [];
  let normalized = '';
  let lineStart = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const normalizedLine = normalizeSearchText(line);
    const clusters = [...line.matchAll(CLUSTER)].map(([cluster]) => cluster);
    const forms = clusters.map(normalizeSearchText);
    const isIndependent = forms.join('') === normalizedLine;
    let to = 0;
    let length = 0;
    for (const [index, cluster] of clusters.entries()) {
      const from = to;
      to += cluster.length;
      const newLength = isIndependent
        ? length + (forms[index] ?? '').length
        : Math.min(normalizedLine.length, normalizeSearchText(line.slice(0, to)).length);
      for (; length < newLength; length++) spans.push({ from: lineStart + from, to: lineStart + to });
    }
    normalized += normalizedLine;
    lineStart += line.length;
  }
  return { normalized, spans };
}

/** Returns every occurrence of the words in a text, as ascending spans that do not touch. */
function findSpans(text: string, words: readonly string[]): TextSpan[] {
  const { normalized, spans } = normalizeWithSpans(text);
  const occurrences: TextSpan[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let index = normalized.indexOf(word); index >= 0; index = normalized.indexOf(word, index + 1)) {
      const first = spans[index];
      const last = spans[index + word.length - 1];
      if (!first || !last) continue;
      // The letters beside a Latin word say whether it is in the middle of another.
      const context = text.slice(Math.max(0, first.from - 2), last.to + 2);
      if (!/[a-z-]/.test(word) || markWords(context).includes(markWords(word)))
        occurrences.push({ from: first.from, to: last.to });
    }
  }
  const joined: TextSpan[] = [];
  for (const span of occurrences.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}

/** Splits a range of a text into marked and other parts; the spans ascend and do not touch. */
function splitAtSpans(text: string, spans: readonly TextSpan[], from: number, to: number): TextPart[] {
  const ends = [...spans.flatMap((span) => [span.from, span.to]), to].map((end) => Math.min(Math.max(from, end), to));
  return ends
    .map((end, index) => ({ text: text.slice(ends[index - 1] ?? from, end), marked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** Returns a whole text in parts, with the normalized words (`words` of the results) marked as they are written. */
export const highlightText = (text: string, words: readonly string[]): TextPart[] =>
  splitAtSpans(text, findSpans(text, words), 0, text.length);

/** Moves a position out of the middle of a surrogate pair. */
const skipSurrogate = (text: string, position: number) =>
  /^[\udc00-\udfff]/.test(text.slice(position, position + 1)) ? position + 1 : position;

/** Occurrences that are compared to find the best excerpt. */
const MAX_COMPARED_SPANS = 50;

/** The values of a statistic: 柏市 435,302人（2025年10月1日）、平塚市 … */
const VALUE_LIST = /^\S+ [^、（]*（[^）]*）、/;

/**
 * Returns an excerpt of a document's text: the part that contains most of the words, with the words marked, or the
 * beginning if the text contains none. … marks a cut end; sentences and numbers are not cut if possible.
 * @param words normalized words: `words` of the results; one that is given twice counts twice
 * @param around half of the length of the excerpt, in UTF-16 units: half of them come before a mark
 */
export function extractSnippet({ text }: ResultRow, words: readonly string[], around: number): TextPart[] {
  const spans = findSpans(text, words);
  const length = 2 * around;
  let best = { from: 0, count: 0 };
  for (const span of spans.slice(0, MAX_COMPARED_SPANS)) {
    const from = Math.max(0, Math.min(span.from - Math.floor(around / 2), text.length - length));
    const excerpt = markWords(text.slice(from, from + length));
    const count = words.filter((word) => excerpt.includes(markWords(word))).length;
    if (count > best.count) best = { from, count };
  }
  // In a list of values, that of the named municipality comes first, also if other words are together elsewhere.
  const isEntry = ({ from, to }: TextSpan) => '、'.includes(text.charAt(from - 1)) && /^\S* /.test(text.slice(to));
  const entry = text.length > length && VALUE_LIST.test(text) ? spans.find(isEntry) : null;
  const { from } = entry ?? best;
  const mark = spans.find((span) => span.from >= from);
  const start = entry ? from : skipSurrogate(text, from && from + text.slice(from, mark?.from).search(/[。、\n]/) + 1);
  const cut = from + length;
  // 257,765人 must not become 257人, nor 2025年10月1日 become 2025年1.
  const number = cut < text.length ? /\d[\d,.年月日]*$/.exec(text.slice(mark?.to, cut))?.[0] : '';
  const end = skipSurrogate(text, Math.min(text.length, cut - (number ?? '').length));
  const parts = splitAtSpans(text, spans, start, end);
  const ellipsis: TextPart = { text: '…', marked: false };
  return [...(start > 0 ? [ellipsis] : []), ...parts, ...(end < text.length ? [ellipsis] : [])];
}
