import { encodeUtf16, findSeparatorKey } from '../format/byte-encoding.ts';
import {
  formatShardName,
  type IndexFile,
  MAX_FORM_LENGTH,
  type RowTuple,
  type SuggestionTuple,
} from '../format/index-files.ts';
import type { SearchDocument } from '../search-documents.ts';
import type { SearchSuggestion } from '../search-results.ts';
import { normalizeSearchText } from '../search-text.ts';

/** A file with a value as JSON. */
const createJsonFile = (name: string, value: unknown): IndexFile => ({
  name,
  bytes: encodeUtf16(JSON.stringify(value)),
});

/**
 * Yields files with the data that results show: the records of documents, without the columns of the header, and their pages.
 * @param pageTitles for a document without a page of its own, the title of the page that shows it
 * @param maxCharacters the approximate number of characters in the rows of one file: titles, texts, and 40 for the rest
 * @returns the first document of each file
 */
export function* buildRowShards(
  documents: readonly SearchDocument[],
  pageTitles: ReadonlyMap<string, string>,
  maxCharacters: number,
): Generator<IndexFile, number[]> {
  const starts: number[] = [];
  for (let from = 0, to = 0; from < documents.length; from = to) {
    let length = 0;
    do {
      length += (documents[to]?.text.length ?? 0) + (documents[to]?.title.length ?? 0) + 40;
      to++;
    } while (to < documents.length && length < maxCharacters);
    const rows = documents.slice(from, to).map(({ id, plan, url, title, names, text }): RowTuple => {
      return [id, plan, url, title, names, text, pageTitles.get(id) ?? null];
    });
    yield createJsonFile(formatShardName('rows', starts.length), rows);
    starts.push(from);
  }
  return starts;
}

/** The approximate size of a file of suggestions before it is packed, in bytes. */
const MAX_SUGGESTION_BYTES = 16_000;

/** Runs of one script, and the scripts that begin a word. */
const RUN = /\p{Script=Han}+|[\p{Script=Katakana}ー]+|[\p{Script=Latin}\p{N}]+|\p{Script=Hiragana}+/gu;
const WORD_START = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}]/u;

/** A suggestion that is not a document, with the names that find it. */
export interface ExtraSuggestion extends SearchSuggestion {
  readonly names: readonly string[];
}

/** Returns the forms that find a name: the whole name, and the rest of it from each word on. */
function listForms(name: string): string[] {
  const whole = normalizeSearchText(name);
  const rests = [...whole.matchAll(RUN)].filter(([run]) => WORD_START.test(run)).map(({ index }) => whole.slice(index));
  const forms = [whole, ...rests].map((form) => form.slice(0, MAX_FORM_LENGTH));
  return [...new Set(forms)].filter((form) => form !== '');
}

/**
 * Yields files of suggestions, sorted by form. The form of a whole name comes before the same form within a name.
 * @returns the texts that separate the files
 */
export function* buildSuggestionShards(
  documents: readonly SearchDocument[],
  extraSuggestions: readonly ExtraSuggestion[],
): Generator<IndexFile, string[]> {
  const fromDocuments = documents.map(({ kind, url, title, names }): ExtraSuggestion => {
    return { kind, url, title, names: [title, ...names] };
  });
  const suggestions = [...extraSuggestions, ...fromDocuments]
    .flatMap(({ kind, url, title, names }) =>
      names.flatMap((name) =>
        listForms(name).map((form, rank) => {
          const row: SuggestionTuple = [form, title, url, kind];
          return { form, rank, row };
        }),
      ),
    )
    .sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : a.rank - b.rank));
  const separators: string[] = [];
  let lastForm = '';
  for (let from = 0, to = 0; from < suggestions.length; from = to) {
    let length = 0;
    // Suggestions with the same form stay in one file.
    while (
      to < suggestions.length &&
      (length < MAX_SUGGESTION_BYTES || suggestions[to]?.form === suggestions[to - 1]?.form)
    )
      length += JSON.stringify(suggestions[to++]?.row).length * 2;
    separators.push(findSeparatorKey(lastForm, suggestions[from]?.form ?? ''));
    lastForm = suggestions[to - 1]?.form ?? '';
    const rows = suggestions.slice(from, to).map(({ row }) => row);
    yield createJsonFile(formatShardName('suggestions', separators.length - 1), rows);
  }
  return separators;
}
