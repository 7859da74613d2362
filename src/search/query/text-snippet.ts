import { normalizeSearchText } from '../search-text.ts';
import type { ResultRow } from '../search-results.ts';

/** A part of a text, and whether it is one of the words that were searched for. */
export interface TextPart {
  readonly text: string;
  readonly marked: boolean;
}

/** From where to where something stands in a text as it is written. */
interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/** A letter with what is put on it: these are folded together, and what stands apart from them is folded alone. */
const CLUSTER = /[\s\S](?:[\p{M}ﾞﾟ\u{1160}-\u{11ff}])*/gu;

/**
 * The form in which a text is searched, with the span of the text that each unit of it came from. Folding may join
 * letters (ｶ and ﾞ), part them (㈱) or leave them out; where it does so across letters, the line they stand in is
 * folded step by step.
 */
function traced(text: string): { readonly form: string; readonly spans: readonly TextSpan[] } {
  const spans: TextSpan[] = [];
  let form = '';
  let from = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const whole = normalizeSearchText(line);
    const parts = [...line.matchAll(CLUSTER)].map(([part]) => part);
    const forms = parts.map(normalizeSearchText);
    const isPlain = forms.join('') === whole;
    let to = 0;
    let done = 0;
    for (const [place, part] of parts.entries()) {
      const start = to;
      to += part.length;
      const grown = isPlain
        ? done + (forms[place] ?? '').length
        : Math.min(whole.length, normalizeSearchText(line.slice(0, to)).length);
      for (; done < grown; done++) spans.push({ from: from + start, to: from + to });
    }
    for (; done < whole.length; done++) spans.push({ from, to: from + line.length });
    form += whole;
    from += line.length;
  }
  return { form, spans };
}

/** Every place of the words in a text, as spans that do not touch, ascending. */
function spansOf(text: string, words: readonly string[]): TextSpan[] {
  const { form, spans } = traced(text);
  const found: TextSpan[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = form.indexOf(word); at >= 0; at = form.indexOf(word, at + 1)) {
      const first = spans[at];
      const last = spans[at + word.length - 1];
      if (first && last) found.push({ from: first.from, to: last.to });
    }
  }
  const joined: TextSpan[] = [];
  for (const span of found.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}

function partsOf(text: string, spans: readonly TextSpan[], from: number, to: number): TextPart[] {
  const parts: TextPart[] = [];
  const add = (start: number, end: number, marked: boolean) => {
    const part = text.slice(Math.max(start, from), Math.min(end, to));
    if (part !== '' && start < to && end > from) parts.push({ text: part, marked });
  };
  let at = from;
  for (const span of spans) {
    add(at, span.from, false);
    add(span.from, span.to, true);
    at = Math.max(at, span.to);
  }
  add(at, to, false);
  return parts;
}

/**
 * A whole text in parts, with the words marked where they stand in it as it is written.
 * @param words in the form in which texts are searched: `words` of the results
 */
export function highlightText(text: string, words: readonly string[]): TextPart[] {
  return partsOf(text, spansOf(text, words), 0, text.length);
}

/**
 * What to show of a document's text: a stretch of it that has most of the words, with these marked; its beginning
 * where none of them stands in the text. What is left out at its ends is shown by …
 * @param words in the form in which texts are searched: `words` of the results
 * @param around how many characters to show beside the first mark, and so about half of what is shown
 */
export function extractSnippet({ text }: ResultRow, words: readonly string[], around: number): TextPart[] {
  const spans = spansOf(text, words);
  const reach = 2 * around;
  const weigh = (from: number) => {
    const stretch = normalizeSearchText(text.slice(Math.max(0, from - around), from - around + reach));
    return words.filter((word) => stretch.includes(word)).length;
  };
  const best = spans
    .slice(0, 50)
    .reduce<{ from: number; weight: number }>(
      (before, { from }) => (weigh(from) > before.weight ? { from, weight: weigh(from) } : before),
      { from: 0, weight: 0 },
    );
  const from = Math.max(0, Math.min(best.from - Math.floor(around / 2), text.length - reach));
  const to = Math.min(text.length, from + reach);
  const [start, end] = [inside(text, from), inside(text, to)];
  const parts = partsOf(text, spans, start, end);
  const dots: TextPart = { text: '…', marked: false };
  return [...(start > 0 ? [dots] : []), ...parts, ...(end < text.length ? [dots] : [])];
}

/** A place at which no pair of surrogates is cut. */
function inside(text: string, at: number): number {
  return /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) ? at + 1 : at;
}
