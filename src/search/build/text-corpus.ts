import { findShardIndex } from '../format/byte-encoding.ts';
import type { SearchDocument } from '../search-documents.ts';
import { getSearchableText, normalizeSearchText } from '../search-text.ts';

/** The searched texts of all documents one after another, as UTF-16 units. A position is an index in `units`. */
export type TextCorpus = Readonly<ReturnType<typeof createTextCorpus>>;

/** Joins the searched texts of documents. */
export function createTextCorpus(documents: readonly SearchDocument[]) {
  const texts = documents.map(getSearchableText);
  const starts = new Uint32Array(texts.length + 1);
  for (const [document, text] of texts.entries()) starts[document + 1] = (starts[document] ?? 0) + text.length;
  const whole = texts.join('');
  const units = new Uint16Array(whole.length);
  for (let index = 0; index < whole.length; index++) units[index] = whole.charCodeAt(index);
  const nameLengths = documents.map(({ title, names }) =>
    [title, ...names].map((name) => normalizeSearchText(name).length),
  );
  return {
    units,
    /** Where each document begins. The last entry is the end of the texts. */
    starts,
    /** The lengths of each document's title and of its other names, which follow the title. */
    nameLengths,
    /** Where the names of each document end. */
    nameEnds: Uint32Array.from(nameLengths, (lengths, document) =>
      lengths.reduce((end, one) => end + one, starts[document] ?? 0),
    ),
    /** Returns true if a document contains a text in its searched form. */
    contains: (form: string): boolean => texts.some((text) => text.includes(form)),
    findDocument: (position: number): number => findShardIndex(position, starts),
  };
}
