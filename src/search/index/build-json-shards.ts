import type { SearchDocument } from '../search-documents.ts';
import type { UnpackedFile } from './build-key-shards.ts';
import { normalizeSearchText } from '../search-text.ts';
import type { SearchSuggestion } from '../search-results.ts';
import { findSeparatorKey } from './byte-writer.ts';

const encoder = new TextEncoder();

/**
 * What is shown of the documents, in files of neighbouring ones: a list of their records, as in documents.json, and
 * the page on which each stands.
 * @param pages by document, the title of the page that shows it among others
 * @param size about how many characters the rows of one file have
 * @returns how many documents each file has
 */
export function* buildRowShards(
  documents: readonly SearchDocument[],
  pages: ReadonlyMap<string, string>,
  size: number,
): Generator<UnpackedFile, number[]> {
  const lengths: number[] = [];
  for (let from = 0, to = 0; from < documents.length; from = to) {
    let length = 0;
    do {
      length += (documents[to]?.text.length ?? 0) + (documents[to]?.title.length ?? 0) + 40;
      to++;
    } while (to < documents.length && length < size);
    const rows = documents
      .slice(from, to)
      .map(({ id, kind, plan, municipality, themes, url, title, text }) => ({
        id,
        kind,
        plan,
        municipality,
        themes,
        url,
        title,
        text,
        page: pages.get(id) ?? null,
      }));
    yield { name: `rows/${lengths.length}.bin`, bytes: encoder.encode(JSON.stringify(rows)) };
    lengths.push(to - from);
  }
  return lengths;
}

/** About how many bytes a file of suggestions has before it is packed. */
const SIZE = 16_000;

/** How much of a name is kept to be found by; who typed as much has long seen it. */
const LONGEST = 16;

/** Where a word may begin: at the beginning, and where letters of one script follow those of another. */
const WORD = /\p{Script=Han}+|[\p{Script=Katakana}ー]+|[\p{Script=Latin}\p{N}]+|\p{Script=Hiragana}+/gu;
const BEGINNING = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}]/u;

/** The other names of a document, by which it is suggested besides its title: spellings and the reading of a term. */
export type AlternativeNames = ReadonlyMap<string, readonly string[]>;

/** What is suggested and is no document, with the names by which it is found. */
export interface ExtraSuggestion extends SearchSuggestion {
  readonly names: readonly string[];
}

/** The forms by which a name is found: all of it, and what follows the beginning of each word in it. */
function formsOf(name: string): string[] {
  const form = normalizeSearchText(name);
  const starts = [...form.matchAll(WORD)]
    .filter(([word]) => BEGINNING.test(word))
    .map(({ index }) => form.slice(index));
  return [...new Set([form, ...starts].map((one) => one.slice(0, LONGEST)))].filter((one) => one !== '');
}

/**
 * What is suggested while somebody types: forms of titles and other names in order, each with its title, address and
 * kind. A file is a list of `[form, title, url, kind]`; a form that begins a name stands before one from
 * within a name.
 * @returns the forms that part the files
 */
export function* buildSuggestionShards(
  documents: readonly SearchDocument[],
  names: AlternativeNames,
  offered: readonly ExtraSuggestion[],
): Generator<UnpackedFile, string[]> {
  const found = documents.map(({ id, kind, url, title }): ExtraSuggestion => {
    const others = kind === 'term' ? (names.get(id) ?? []) : [];
    return { kind, url, title, names: [title, ...others] };
  });
  const all = [...offered, ...found]
    .flatMap(({ kind, url, title, names: own }) =>
      own.flatMap((name) =>
        formsOf(name).map((form, place) => ({ form, place, row: [form, title, url, kind] })),
      ),
    )
    .sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : a.place - b.place));
  const firsts: string[] = [];
  const encoder = new TextEncoder();
  let last = '';
  for (let from = 0, to = 0; from < all.length; from = to) {
    let length = 0;
    while (to < all.length && (length < SIZE || all[to]?.form === all[to - 1]?.form))
      length += JSON.stringify(all[to++]?.row).length * 2;
    firsts.push(findSeparatorKey(last, all[from]?.form ?? ''));
    last = all[to - 1]?.form ?? '';
    const rows = all.slice(from, to).map(({ row }) => row);
    yield { name: `suggestions/${firsts.length - 1}.bin`, bytes: encoder.encode(JSON.stringify(rows)) };
  }
  return firsts;
}
