import type { TextPart } from '../../../search/query-index.ts';

/** Number of words beside a marked one that identify its occurrence. */
const CONTEXT = 2;

/** Maximum number of words marked on the linked page. */
const MAX_WORDS = 3;

/** Splits a line into words with their positions, by the dictionary of the browser. */
function splitIntoWords(line: string): { from: number; to: number }[] {
  const segments = new Intl.Segmenter('ja', { granularity: 'word' }).segment(line);
  return [...segments].map(({ index, segment }) => ({ from: index, to: index + segment.length }));
}

/**
 * Returns the directives for a part of a line, with the words beside it and without them. They are of whole words,
 * because browsers mark only whole words.
 */
function createDirectives(line: string, from: number, to: number) {
  const words = splitIntoWords(line);
  const first = words.findIndex((word) => word.to > from);
  const last = words.findLastIndex((word) => word.from < to);
  // `-`, `,` and `&` separate the texts of a directive.
  const getText = (a: number, b: number) =>
    encodeURIComponent(line.slice(words[a]?.from, words[b]?.to).trim()).replaceAll('-', '%2D');
  const alone = getText(first, last);
  const before = first > 0 ? getText(Math.max(0, first - CONTEXT), first - 1) : '';
  const after = last + 1 < words.length ? getText(last + 1, last + CONTEXT) : '';
  // The words after are used only if there are none before: a hint that explains a term follows it on the page.
  const withContext = before ? `${before}-,${alone}` : after ? `${alone},-${after}` : alone;
  return { withContext: `text=${withContext}`, alone: `text=${alone}` };
}

/**
 * Returns the text fragment for a URL, so that the browser scrolls to the marked words of a snippet and marks them;
 * empty if the snippet has no marks. Each word has a directive with the words beside it, so that the browser finds this
 * occurrence, and a directive of its own for pages that interrupt the context, for example with the button of a term.
 *
 * A URL with `#` leads to the document itself and gets no fragment: browsers would scroll to the first occurrence on
 * the page, which may belong to another document.
 * @param url the URL of the page
 * @param parts the snippet; line breaks and `…` end the text of a directive
 */
export function createTextFragment(url: string, parts: readonly TextPart[]): string {
  if (url.includes('#') || !('Segmenter' in Intl)) return '';
  const directives = new Map<string, ReturnType<typeof createDirectives>>();
  const whole = parts.map(({ text }) => text).join('');
  let position = 0;
  for (const { text, marked } of parts) {
    const from = position;
    position += text.length;
    const word = text.toLowerCase();
    if (!marked || directives.has(word) || directives.size === MAX_WORDS) continue;
    const start = Math.max(...['\n', '…'].map((end) => whole.lastIndexOf(end, from - 1))) + 1;
    const [line = ''] = whole.slice(start).split(/[\n…]/, 1);
    directives.set(word, createDirectives(line, from - start, position - start));
  }
  if (directives.size === 0) return '';
  const all = [...directives.values()];
  return `#:~:${[...all.map(({ withContext }) => withContext), ...all.map(({ alone }) => alone)].join('&')}`;
}
