import { placeOf } from './bytes.ts';
import type { Files } from './files.ts';
import { isKin, type Kin } from './kin.ts';
import { isList, isRow, isSuggested, json, type Suggested } from './json.ts';
import { SearchError, type Row } from './results.ts';
import { readShard, type Entry } from './shard.ts';
import type { Start } from './start.ts';

const readRows = json((value: unknown) => isList(value, isRow));
const readSuggestions = json((value: unknown) => isList(value, isSuggested));
const readKin = json(isKin);

/** Where documents stand among the files of rows, and what is in the files, each fetched when first asked for. */
export class Store {
  readonly #files: Files;
  readonly start: Start;

  constructor(files: Files, start: Start) {
    this.#files = files;
    this.start = start;
  }

  /** The name of the shard that holds a key; null where no shard can. */
  shardOf(key: string): string | null {
    const place = placeOf(key, this.start.keys);
    return place < 0 ? null : `keys/${place}.bin`;
  }

  /** How far apart the texts are that part a key's shard from its neighbours: the further, the rarer are its keys. */
  rarity(key: string): number {
    const { keys } = this.start;
    const place = placeOf(key, keys);
    const value = (text: string | undefined) =>
      text === undefined ? 2 ** 32 : text.charCodeAt(0) * 65_536 + (text.charCodeAt(1) || 0);
    return value(keys[place + 1]) - value(keys[place]);
  }

  /** What a shard of keys says. */
  shard(name: string, signal?: AbortSignal): Promise<ReadonlyMap<string, Entry>> {
    return this.#files.get(name, (bytes) => readShard(bytes, this.start.size), signal);
  }

  /** What the index knows of a key; null for one that stands nowhere. */
  async entry(key: string, signal?: AbortSignal): Promise<Entry | null> {
    const name = this.shardOf(key);
    return name === null ? null : ((await this.shard(name, signal)).get(key) ?? null);
  }

  /** True for a file that is at hand. */
  has(name: string): boolean {
    return this.#files.has(name);
  }

  /** The place of the file of rows that a document stands in. */
  rowFileOf(document: number): number {
    const { rows } = this.start;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle] ?? 0) <= document) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** What is shown of documents, in the order asked for. */
  async rows(documents: readonly number[], signal?: AbortSignal): Promise<Row[]> {
    const names = new Set(documents.map((document) => this.rowFileOf(document)));
    const files = new Map(
      await Promise.all(
        [...names].map(
          async (file) => [file, await this.#files.get(`rows/${file}.bin`, readRows, signal)] as const,
        ),
      ),
    );
    return documents.map((document) => {
      const file = this.rowFileOf(document);
      const row = files.get(file)?.[document - (this.start.rows[file] ?? 0)];
      if (row === undefined) throw new SearchError('damaged', `索引に ${document} 番の文書がありません。`);
      return row;
    });
  }

  /** The suggestions in the file of a given place; none where there is no such file. */
  async suggestions(place: number, signal?: AbortSignal): Promise<readonly Suggested[]> {
    if (place < 0 || place >= this.start.suggestions.length) return [];
    return this.#files.get(`suggestions/${place}.bin`, readSuggestions, signal);
  }

  kin(signal?: AbortSignal): Promise<Kin> {
    return this.#files.get('kin.bin', readKin, signal);
  }
}
