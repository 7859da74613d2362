import { findShardIndex } from '../byte-cursor.ts';
import type { IndexFiles } from './index-files.ts';
import {
  createJsonReader,
  isList,
  isResultRow,
  isSuggestionTuple,
  isSynonymGroups,
  type SuggestionTuple,
  type SynonymGroups,
} from '../index-json.ts';
import { SearchError, type ResultRow } from '../search-results.ts';
import { readKeyShard, type KeyPostings } from '../key-shard.ts';
import type { IndexHeader } from '../index-format.ts';

const readRows = createJsonReader((value: unknown) => isList(value, isResultRow));
const readSuggestions = createJsonReader((value: unknown) => isList(value, isSuggestionTuple));
const readKin = createJsonReader(isSynonymGroups);

/** Where documents stand among the files of rows, and what is in the files, each fetched when first asked for. */
export class IndexReader {
  readonly #files: IndexFiles;
  readonly header: IndexHeader;

  constructor(files: IndexFiles, start: IndexHeader) {
    this.#files = files;
    this.header = start;
  }

  /** The name of the shard that holds a key; null where no shard can. */
  getShardName(key: string): string | null {
    const place = findShardIndex(key, this.header.keySeparators);
    return place < 0 ? null : `keys/${place}.bin`;
  }

  /** How far apart the texts are that part a key's shard from its neighbours: the further, the rarer are its keys. */
  estimateRarity(key: string): number {
    const { keySeparators } = this.header;
    const place = findShardIndex(key, keySeparators);
    const value = (text: string | undefined) =>
      text === undefined ? 2 ** 32 : text.charCodeAt(0) * 65_536 + (text.charCodeAt(1) || 0);
    return value(keySeparators[place + 1]) - value(keySeparators[place]);
  }

  /** What a shard of keys says. */
  readShard(name: string, signal?: AbortSignal): Promise<ReadonlyMap<string, KeyPostings>> {
    return this.#files.get(name, (bytes) => readKeyShard(bytes, this.header.size), signal);
  }

  /** What the index knows of a key; null for one that stands nowhere. */
  async readPostings(key: string, signal?: AbortSignal): Promise<KeyPostings | null> {
    const name = this.getShardName(key);
    return name === null ? null : ((await this.readShard(name, signal)).get(key) ?? null);
  }

  /** True for a file that is at hand. */
  hasFile(name: string): boolean {
    return this.#files.has(name);
  }

  /** The place of the file of rows that a document stands in. */
  findRowFile(document: number): number {
    const { rowFileStarts } = this.header;
    let low = 0;
    let high = rowFileStarts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rowFileStarts[middle] ?? 0) <= document) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** What is shown of documents, in the order asked for. */
  async readRows(documents: readonly number[], signal?: AbortSignal): Promise<ResultRow[]> {
    const names = new Set(documents.map((document) => this.findRowFile(document)));
    const files = new Map(
      await Promise.all(
        [...names].map(
          async (file) => [file, await this.#files.get(`rows/${file}.bin`, readRows, signal)] as const,
        ),
      ),
    );
    return documents.map((document) => {
      const file = this.findRowFile(document);
      const row = files.get(file)?.[document - (this.header.rowFileStarts[file] ?? 0)];
      if (row === undefined) throw new SearchError('damaged', `索引に ${document} 番の文書がありません。`);
      return row;
    });
  }

  /** The suggestions in the file of a given place; none where there is no such file. */
  async readSuggestions(place: number, signal?: AbortSignal): Promise<readonly SuggestionTuple[]> {
    if (place < 0 || place >= this.header.suggestionSeparators.length) return [];
    return this.#files.get(`suggestions/${place}.bin`, readSuggestions, signal);
  }

  readSynonyms(signal?: AbortSignal): Promise<SynonymGroups> {
    return this.#files.get('kin.bin', readKin, signal);
  }
}
