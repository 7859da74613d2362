import type { RubyPart } from '../../../model/reading-alignment.ts';
import { createElement, loadJson, loadOnce } from '../../browser/dom-elements.ts';

/** The names with readings by their first characters, the longest first. */
export type RubyIndex = ReadonlyMap<string, readonly { readonly title: string; readonly parts: readonly RubyPart[] }[]>;

/** A name does not begin or end inside a word: 広報 is not part of 広報紙. */
const WORDS = [/[\p{Script=Han}〆]/u, /[\p{Script=Katakana}ー]/u, /[A-Za-zＡ-Ｚａ-ｚ]/];

/** Returns true if two adjacent characters belong to one word. */
const isInsideWord = (left: string, right: string) => WORDS.some((kind) => kind.test(left) && kind.test(right));

/** Indexes names with readings. */
export function indexReadings(names: readonly (readonly RubyPart[])[]): RubyIndex {
  const entries = names
    .map((parts) => ({ title: parts.map((part) => (typeof part === 'string' ? part : part[0])).join(''), parts }))
    .sort((a, b) => b.title.length - a.title.length);
  return Map.groupBy(entries, ({ title }) => title.charAt(0));
}

/** Returns the parts of a text with the readings of the names in it; null if it contains none. */
export function findRuby(text: string, index: RubyIndex): readonly RubyPart[] | null {
  const found: RubyPart[] = [];
  let rest = 0;
  for (let at = 0; at < text.length; at++) {
    const name = index.get(text.charAt(at))?.find(({ title }) => {
      const end = at + title.length;
      return (
        text.startsWith(title, at) &&
        !isInsideWord(text.charAt(at - 1), title.charAt(0)) &&
        !isInsideWord(title.charAt(title.length - 1), text.charAt(end))
      );
    });
    if (!name) continue;
    if (at > rest) found.push(text.slice(rest, at));
    found.push(...name.parts);
    rest = at + name.title.length;
    at = rest - 1;
  }
  if (found.length === 0) return null;
  return rest < text.length ? [...found, text.slice(rest)] : found;
}

/** Parts without ruby: controls, narrow columns, names with their printed readings, what scripts read or announce. */
// `:is` skips what a browser does not know: in 2023, Firefox did not know `:has`.
const PLAIN =
  ':is(svg, script, style, template, table, form, fieldset, button:not(.term), select, textarea, output, pre, code, ruby, .site-mark, .hidden-text, :has(> .reading), [aria-live], [role=status], [lang]:not(html))';

/**
 * The texts with ruby and the nodes that replace them, by the first reading among these nodes: what leaves the page
 * also leaves the memory.
 */
const shown = new WeakMap<Element, { readonly text: Text; readonly nodes: readonly ChildNode[] }>();
let observer: MutationObserver | undefined;

/** Creates a base with its reading. Screen readers say only the base, and a selection contains only the base. */
function createRuby([base, reading]: Exclude<RubyPart, string>): HTMLElement {
  const [before, after] = ['（', '）'].map((sign) => createElement('rp', { 'aria-hidden': 'true' }, sign));
  const text = createElement('rt', { 'aria-hidden': 'true' }, reading);
  return createElement('ruby', {}, base, before ?? '', text, after ?? '');
}

/** A few kana after a reading, such as けて in 向けて. The browser does not know that they belong to its word. */
const FEW_KANA = /^\p{Script=Hiragana}{1,4}(?!\p{Script=Hiragana})/u;
/** A longer word would be wider than a phone. */
const MAX_TIED = 8;

/** Creates the nodes of a text. No line ends between a short word with a reading and a few kana after it. */
function createNodes(parts: readonly RubyPart[]): ChildNode[] {
  const nodes: ChildNode[] = [];
  let isTied = false;
  for (const part of parts) {
    const last = nodes.at(-1);
    const kana = isTied && typeof part === 'string' ? (FEW_KANA.exec(part)?.[0] ?? '') : '';
    if (last && kana !== '') nodes.splice(-1, 1, createElement('span', { class: 'nowrap' }, last, kana));
    nodes.push(typeof part === 'string' ? document.createTextNode(part.slice(kana.length)) : createRuby(part));
    isTied = typeof part !== 'string' && part[0].length <= MAX_TIED;
  }
  return nodes;
}

/** Shows the readings of the names below a node. */
function annotate(root: Node, index: RubyIndex): void {
  const parent = root instanceof Element ? root : root.parentElement;
  if (!root.isConnected || !parent || parent.closest(PLAIN)) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(PLAIN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const texts: Text[] = [];
  for (let node: Node | null = root; node; node = walker.nextNode()) if (node instanceof Text) texts.push(node);
  const found = texts.flatMap((text) => {
    const parts = findRuby(text.data, index);
    // In a flex container or a grid, each node would be a cell of its own.
    const isBox = parts && text.parentElement && /flex|grid/.test(getComputedStyle(text.parentElement).display);
    return parts ? [{ text, parts, isBox }] : [];
  });
  for (const { text, parts, isBox } of found) {
    const nodes = createNodes(parts);
    const inserted = isBox ? [createElement('span', {}, ...nodes)] : nodes;
    text.replaceWith(...inserted);
    const first = nodes.find((node) => node instanceof HTMLElement);
    const ruby = first?.querySelector('ruby') ?? first;
    if (ruby) shown.set(ruby, { text, nodes: inserted });
  }
}

/** Loads the readings of names from the URL of their file. */
export const loadReadings = loadOnce(async (url: string): Promise<RubyIndex> => indexReadings(await loadJson(url)));

/** Shows the readings of names on the page, also of what scripts add to it later. */
export function showRuby(index: RubyIndex): void {
  if (observer) return;
  annotate(document.body, index);
  observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) annotate(node, index);
    // What was just inserted is not a change of the page.
    observer?.takeRecords();
  });
  observer.observe(document.body, { childList: true, subtree: true });
}

/** Removes all readings from the page. */
export function hideRuby(): void {
  observer?.disconnect();
  observer = undefined;
  for (const ruby of document.querySelectorAll('ruby')) {
    const { text = '', nodes = [] } = shown.get(ruby) ?? {};
    nodes[0]?.before(text);
    for (const node of nodes) node.remove();
  }
}
