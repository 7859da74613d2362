import { SearchError, type ResultRow, type SearchSuggestion } from '../search-results.ts';
import { decodeUtf16 } from './byte-encoding.ts';
import { isRecord } from './index-files.ts';
import { RANKED_KINDS } from './index-header.ts';

/** Maximum number of characters in the form of a suggestion. */
export const MAX_FORM_LENGTH = 16;

/** One suggestion: the form that must begin as typed, its title, URL and kind. */
export type SuggestionTuple = readonly [form: string, title: string, url: string, kind: SearchSuggestion['kind']];

const isString = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isString(value);
const isList = <T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.every(isItem);
const isStringList = (value: unknown): value is string[] => isList(value, isString);
const isKind = (value: unknown) => RANKED_KINDS.some((kind) => kind === value);

const isResultRow = (value: unknown): value is ResultRow =>
  isRecord(value) &&
  [value.id, value.url, value.title, value.text].every(isString) &&
  [value.plan, value.municipality, value.page].every(isTextOrNull) &&
  isKind(value.kind) &&
  isStringList(value.names) &&
  isStringList(value.themes);

const isSuggestionTuple = (value: unknown): value is SuggestionTuple =>
  isStringList(value) && value.length === 4 && (isKind(value[3]) || value[3] === 'word');

/** Returns a reader of JSON that throws a SearchError for any other content. */
function createJsonReader<T>(isExpected: (value: unknown) => value is T): (bytes: Uint8Array) => T {
  return (bytes) => {
    let value: unknown;
    try {
      value = JSON.parse(decodeUtf16(bytes));
    } catch (cause) {
      throw new SearchError('damaged', '索引のファイルを読めません。', { cause });
    }
    if (isExpected(value)) return value;
    throw new SearchError('damaged', '索引のファイルの中身が、決まりと合いません。');
  };
}

/** Read the JSON files of the index: shards of rows and of suggestions. */
export const readRowShard = createJsonReader((value: unknown) => isList(value, isResultRow));
export const readSuggestionShard = createJsonReader((value: unknown) => isList(value, isSuggestionTuple));
