import { compareCodeUnits } from '../../model/japanese-text.ts';
import { findSeparatorKey } from '../format/byte-encoding.ts';
import { encodeJson, formatShardName, MAX_FORM_LENGTH } from '../format/index-files.ts';
import type { IndexFile, RowTuple, SuggestionTuple } from '../format/index-files.ts';
import type { SearchDocument } from '../search-documents.ts';
import type { SearchSuggestion } from '../search-results.ts';
import { listWordNames, normalizeSearchText } from '../search-text.ts';

const createJsonFile = (name: string, value: unknown): IndexFile => ({ name, bytes: encodeJson(value) });

/** Divides items into shards with at most `maxSize` together, or one item that is larger. */
export function divideBySize<T>(items: readonly T[], getSize: (item: T) => number, maxSize: number): T[][] {
  const shards: T[][] = [];
  let size = Infinity;
  for (const item of items) {
    size += getSize(item);
    if (size > maxSize) {
      shards.push([]);
      size = getSize(item);
    }
    shards.at(-1)?.push(item);
  }
  return shards;
}

/**
 * Returns files with the data that results show (the records of documents, without the columns of the header, and their
 * pages), and the first document of each file.
 * @param pageTitles for a document without a page of its own, the title of the page that shows it
 * @param maxCharacters the approximate number of characters in the rows of one file: titles, texts, and 40 for the rest
 */
export function buildRowShards(
  documents: readonly SearchDocument[],
  pageTitles: ReadonlyMap<string, string>,
  maxCharacters: number,
) {
  const getSize = ({ text, title }: SearchDocument) => text.length + title.length + 40;
  let start = 0;
  const files: IndexFile[] = [];
  const rowFileStarts: number[] = [];
  for (const shard of divideBySize(documents, getSize, maxCharacters)) {
    const rows = shard.map(({ id, plan, url, title, names, text }): RowTuple => {
      return [id, plan, url, title, names, text, pageTitles.get(id) ?? null];
    });
    files.push(createJsonFile(formatShardName('rows', files.length), rows));
    rowFileStarts.push(start);
    start += shard.length;
  }
  return { files, rowFileStarts };
}

/** The approximate size of a file of suggestions before it is packed, in bytes. */
const MAX_SUGGESTION_BYTES = 16_000;

/** Runs of one script, and the scripts that begin a word. */
const RUN = /\p{Script=Han}+|[\p{Script=Katakana}ー]+|[\p{Script=Latin}\p{N}]+|\p{Script=Hiragana}+/gu;
const WORD_START = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{N}]/u;

/** A suggestion that is not a document, with the names that find it. */
export type ExtraSuggestion = SearchSuggestion & Readonly<{ names: readonly string[] }>;

/** Returns the forms that find a name: the whole name, and the rest of it from each word on. */
function listForms(name: string): string[] {
  const whole = normalizeSearchText(name);
  const rests = [...whole.matchAll(RUN)].filter(([run]) => WORD_START.test(run)).map(({ index }) => whole.slice(index));
  const forms = [whole, ...rests].map((form) => form.slice(0, MAX_FORM_LENGTH));
  return [...new Set(forms)].filter((form) => form !== '');
}

/**
 * Returns files of suggestions, sorted by form, and the texts that separate the files. The form of a whole name comes
 * before the same form within a name.
 */
export function buildSuggestionShards(
  documents: readonly SearchDocument[],
  extraSuggestions: readonly ExtraSuggestion[],
) {
  const fromDocuments = documents.map((one) => ({ ...one, names: [one.title, ...listWordNames(one)] }));
  const suggestions = [...extraSuggestions, ...fromDocuments]
    .flatMap(({ kind, url, title, names }) =>
      names.flatMap((name) =>
        listForms(name).map((form, rank) => ({ form, rank, row: [form, title, url, kind] satisfies SuggestionTuple })),
      ),
    )
    .sort((a, b) => compareCodeUnits(a.form, b.form) || a.rank - b.rank);
  // Suggestions with the same form stay in one file.
  const groups = [...Map.groupBy(suggestions, ({ form }) => form)];
  const getSize = ([, list]: (typeof groups)[number]) =>
    list.reduce((sum, { row }) => sum + 2 * JSON.stringify(row).length, 0);
  const files: IndexFile[] = [];
  const suggestionSeparators: string[] = [];
  let lastForm = '';
  for (const shard of divideBySize(groups, getSize, MAX_SUGGESTION_BYTES)) {
    suggestionSeparators.push(findSeparatorKey(lastForm, shard[0]?.[0] ?? ''));
    lastForm = shard.at(-1)?.[0] ?? '';
    const rows = shard.flatMap(([, list]) => list.map(({ row }) => row));
    files.push(createJsonFile(formatShardName('suggestions', files.length), rows));
  }
  return { files, suggestionSeparators };
}
