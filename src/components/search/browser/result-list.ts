import { extractSnippet, highlightText } from '../../../search/query-index.ts';
import type {
  DocumentKind,
  ResultRow,
  SearchCity,
  SearchFilters,
  SearchResults,
  TextPart,
} from '../../../search/query-index.ts';
import { normalizeSearchText, NOTE_START } from '../../../search/search-text.ts';
import { createElement } from '../../browser/dom-elements.ts';
import type * as textFragment from './text-fragment.ts';

/** One line of the list: a document, and the heading above it if it begins a group. */
export interface ResultEntry {
  readonly document: number;
  readonly tier: 'exact' | 'related';
  readonly heading: readonly HTMLElement[];
  /** The word that found a related result; empty for an exact one, or if there is none to name. */
  readonly word: string;
}

export interface DisplayNames {
  readonly kind: Readonly<Record<string, string>>;
  readonly city: Readonly<Record<string, string>>;
  readonly theme: Readonly<Record<string, string>>;
  readonly plan: Readonly<Record<string, string>>;
  /** The cities that a query may name. */
  readonly cities: readonly SearchCity[];
  /** By city id: its official site, and the parts and items of its plans; of many cities only those without a plan. */
  readonly details: Readonly<Record<string, Readonly<Partial<Record<'website' | 'scope' | 'items', string>>>>>;
}

/** Half of the length of an excerpt, in UTF-16 units. */
const SNIPPET_CONTEXT = 60;

const hasMark = (parts: readonly TextPart[]) => parts.some(({ marked }) => marked);

const createParts = (parts: readonly TextPart[]) =>
  parts.map((part) => (part.marked ? createElement('mark', {}, part.text) : part.text));

/** Returns a normalized word as the parts of a text write it. */
export const findWritten = (parts: readonly TextPart[], word: string) =>
  parts.find(({ marked, text }) => marked && normalizeSearchText(text) === word)?.text ?? word;

/** Returns an excerpt of the plan's own text, or of the site's note if only that contains the words. */
function extractOwnText(row: ResultRow, words: readonly string[]): TextPart[] {
  const [text = ''] = row.text.split(NOTE_START);
  const parts = extractSnippet({ ...row, text }, words, SNIPPET_CONTEXT);
  return hasMark(parts) ? parts : extractSnippet(row, words, SNIPPET_CONTEXT);
}

/**
 * Creates the line of one result: its link, its kind, municipality, plan and page, the other names that the query
 * contains, and an excerpt of its text.
 * @param words the words to mark, normalized
 * @param ownWords those of the query itself: only these find an English name or a number
 * @param fragments the script by which the linked page marks them too; null if it does not
 */
export function createResultLine(
  { tier, heading, word }: ResultEntry,
  row: ResultRow,
  words: readonly string[],
  ownWords: readonly string[],
  fragments: typeof textFragment | null,
  names: DisplayNames,
): HTMLLIElement {
  const title = highlightText(row.title, words);
  const city = names.city[row.municipality ?? ''];
  const labels = [names.kind[row.kind], city, names.plan[row.plan ?? ''], row.page ?? ''].filter((part) => part);
  // The words that the line already shows, such as the city, need an excerpt less than others; the values of a statistic
  // say more than the words of its title elsewhere.
  const above = normalizeSearchText([row.title, ...labels].join('・'));
  const missing = words.filter((word) => !above.includes(word));
  const text = extractOwnText(row, row.kind === 'statistic' ? missing : [...words, ...missing]);
  const found = findWritten([...title, ...text], word);
  const otherNames = row.names.flatMap((name) => {
    const parts = highlightText(name, /[a-z\p{N}]/iu.test(name) ? ownWords : words);
    // 施策1-2 is shown, 1-2 alone is not.
    return hasMark(parts) && /[^\d-]/.test(name)
      ? ['・', createElement('span', { lang: /[^ -~]/.test(name) ? 'ja' : 'en' }, ...createParts(parts))]
      : [];
  });
  const fragment = [text, title].map((parts) => fragments?.createTextFragment(row.url, parts)).find(Boolean) ?? '';
  const link = createElement('a', { href: row.url + fragment }, ...createParts(title));
  return createElement(
    'li',
    { 'data-tier': tier },
    ...heading,
    createElement('h3', {}, link),
    createElement(
      'p',
      { class: 'where' },
      ...labels.flatMap((label = '') => ['・', label === city ? createElement('b', {}, label) : label]).slice(1),
      ...otherNames,
    ),
    ...(word === '' ? [] : [createElement('p', { class: 'where' }, `「${found}」で見つかりました`)]),
    createElement('p', {}, ...createParts(text)),
  );
}

/** Explains the related results: their cities, and the words of the query that they can lack. */
export function explainRelated(
  { related, cities, optional }: SearchResults,
  { city }: Pick<DisplayNames, 'city'>,
): string {
  const where = cities.map((id) => city[id] ?? id).join('、');
  const only =
    related.length > 0
      ? `近い言葉での結果は、${where}のものと、市区町村ごとの値がある統計だけです。`
      : `近い言葉のものも、${where}にはありませんでした。`;
  const lacking = optional.length > 0 ? `「${optional.join('」「')}」を含むとはかぎりません。` : '';
  return (where && only) + lacking;
}

/** Returns the kinds of the exact results, in the order of their names. */
const listKinds = ({ counts }: SearchResults, names: DisplayNames, { kind }: SearchFilters): DocumentKind[] =>
  (Object.keys(names.kind) as DocumentKind[]).filter(
    (name) => (counts.kind.get(name) ?? 0) > 0 && (kind === null || kind === name),
  );

const createEntries = (
  documents: readonly number[],
  tier: ResultEntry['tier'],
  heading: readonly HTMLElement[],
  words: readonly string[] = [],
): ResultEntry[] =>
  documents.map((document, index) => ({
    document,
    tier,
    heading: index === 0 ? heading : [],
    word: words[index] ?? '',
  }));

/**
 * Returns the lines of the exact results: as one list, which has a heading if it comes last, or grouped by kind with a
 * function that searches one kind.
 */
export async function listExactEntries(
  results: SearchResults,
  names: DisplayNames,
  filters: SearchFilters,
  searchKind: ((kind: DocumentKind) => Promise<SearchResults>) | null,
): Promise<ResultEntry[]> {
  const aside = results.isAside ? [createElement('h2', {}, 'このサイトの案内とデータ')] : [];
  if (!searchKind) return createEntries(results.exact, 'exact', aside);
  const entries: ResultEntry[] = [];
  for (const kind of listKinds(results, names, filters)) {
    const { exact } = await searchKind(kind);
    const heading = createElement('h2', {}, `${names.kind[kind] ?? kind} ${exact.length}件`);
    entries.push(...createEntries(exact, 'exact', [heading]));
  }
  return entries;
}

/** Returns the lines of the related results, with an explanation. */
export function listRelatedEntries(results: SearchResults, names: DisplayNames): ResultEntry[] {
  const explanation = explainRelated(results, names);
  const notes = explanation === '' ? [] : [createElement('p', { class: 'note' }, explanation)];
  const heading = [createElement('h2', {}, '近い言葉での結果'), ...notes];
  return createEntries(results.related, 'related', heading, results.relatedWords);
}
