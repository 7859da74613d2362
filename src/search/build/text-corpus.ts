import { getSearchableText, type SearchDocument } from '../search-documents.ts';
import { normalizeSearchText } from '../search-text.ts';

/** Number of positions in a block of the texts, as a power of two. */
const BLOCK_BITS = 6;

/** The searched texts of all documents one after another, as UTF-16 units. A position is an index in `units`. */
export type TextCorpus = Readonly<ReturnType<typeof createTextCorpus>>;

/** Joins the searched texts of documents. */
export function createTextCorpus(documents: readonly SearchDocument[]) {
  const texts = documents.map(getSearchableText);
  const starts = new Uint32Array(texts.length + 1);
  for (const [document, text] of texts.entries()) starts[document + 1] = (starts[document] ?? 0) + text.length;
  const length = starts.at(-1) ?? 0;
  const units = new Uint16Array(length);
  /** The document at the beginning of each block of positions. */
  const blockDocuments = new Uint32Array((length >> BLOCK_BITS) + 1);
  for (const [document, text] of texts.entries()) {
    const start = starts[document] ?? 0;
    for (let index = 0; index < text.length; index++) units[start + index] = text.charCodeAt(index);
    const [firstBlock, endBlock] = [start, start + text.length].map((position) =>
      Math.ceil(position / 2 ** BLOCK_BITS),
    );
    blockDocuments.fill(document, firstBlock, endBlock);
  }
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
    /** Returns the document at a position. */
    findDocument: (position: number): number => {
      let document = blockDocuments[position >> BLOCK_BITS] ?? 0;
      while ((starts[document + 1] ?? Infinity) <= position) document++;
      return document;
    },
  };
}
