import type { TextPart } from '../../../search/query-index.ts';

/** How many words beside a marked one tell which of several places is meant. */
const CONTEXT = 2;

/** How many places are marked on the page that is opened. */
const MOST = 3;

/** As browsers read it: `-`, `,` and `&` part a directive, and have to be encoded in its texts. */
const encoded = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/** The words of a line with their places, as the browser's own dictionary parts them. */
function wordsOf(line: string): { from: number; to: number }[] {
  const segments = new Intl.Segmenter('ja', { granularity: 'word' }).segment(line);
  return [...segments].map(({ index, segment }) => ({ from: index, to: index + segment.length }));
}

/** One marked place of a line, as whole words, because browsers mark nothing less. */
function directives(line: string, from: number, to: number): { within: string; alone: string } {
  const words = wordsOf(line);
  const first = words.findIndex((word) => word.to > from);
  const last = words.findLastIndex((word) => word.from < to);
  const text = (a: number, b: number) => encoded(line.slice(words[a]?.from, words[b]?.to).trim());
  const alone = text(first, last);
  const before = first > 0 ? text(Math.max(0, first - CONTEXT), first - 1) : '';
  const after = last + 1 < words.length ? text(last + 1, Math.min(words.length - 1, last + CONTEXT)) : '';
  // What stands behind is named only where nothing stands before: behind a term stands the hint that it is explained.
  const within = before ? `${before}-,${alone}` : after ? `${alone},-${after}` : alone;
  return { within: `text=${within}`, alone: `text=${alone}` };
}

/**
 * What to put behind an address so that the browser itself scrolls to the words of a snippet and marks them (a text
 * fragment); empty where the snippet has none. Each is named with the words beside it too, so that its own place is meant
 * before others; the word alone stands in where the context is parted on the page, as by the button of a term.
 *
 * An address with `#` leads to the place itself, and stays as it is: browsers would look for the words on all of the
 * page, and go to the first place that has them, wherever the document stands.
 * @param url the address of the page, with or without a `#`
 * @param parts the snippet; line breaks and `…` end what is looked for as one text
 */
export function createTextFragment(url: string, parts: readonly TextPart[]): string {
  if (url.includes('#')) return '';
  const found = new Map<string, ReturnType<typeof directives>>();
  const whole = parts.map(({ text }) => text).join('');
  let at = 0;
  for (const { text, marked } of parts) {
    const from = at;
    at += text.length;
    const word = text.toLowerCase();
    if (!marked || found.has(word) || found.size === MOST) continue;
    const start = Math.max(...['\n', '…'].map((end) => whole.lastIndexOf(end, from - 1))) + 1;
    const [line = ''] = whole.slice(start).split(/[\n…]/, 1);
    found.set(word, directives(line, from - start, at - start));
  }
  const places = [...found.values()];
  if (places.length === 0) return '';
  return `#:~:${[...places.map(({ within }) => within), ...places.map(({ alone }) => alone)].join('&')}`;
}
