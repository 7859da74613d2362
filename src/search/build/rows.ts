import type { SearchDocument } from '../documents.ts';
import type { UnpackedFile } from './shards.ts';

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
