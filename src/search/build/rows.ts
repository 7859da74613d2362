import type { Document } from '../documents.ts';
import type { Raw } from './shards.ts';

/**
 * About how many characters the rows of one file have in an index of USUAL documents or fewer: few, because what a
 * query finds stands far apart. Of more documents, files grow with the root of their number, so that there are not too
 * many of them.
 */
const [ROWS, USUAL] = [1000, 400];

const encoder = new TextEncoder();

/**
 * What is shown of the documents, in files of neighbouring ones: a list of their records, as in documents.json.
 * @returns how many documents each file has
 */
export function* rowsOf(documents: readonly Document[]): Generator<Raw, number[]> {
  const lengths: number[] = [];
  const most = ROWS * Math.sqrt(Math.max(1, documents.length / USUAL));
  for (let from = 0, to = 0; from < documents.length; from = to) {
    let length = 0;
    do {
      length += (documents[to]?.text.length ?? 0) + (documents[to]?.title.length ?? 0) + 40;
      to++;
    } while (to < documents.length && length < most);
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
      }));
    yield { name: `rows/${lengths.length}.bin`, bytes: encoder.encode(JSON.stringify(rows)) };
    lengths.push(to - from);
  }
  return lengths;
}
