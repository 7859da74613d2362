import { getSearchableText, type SearchDocument } from '../search-documents.ts';
import { normalizeSearchText } from '../search-text.ts';

/** Number of positions in a block of the texts, as a power of two. */
const BLOCK_BITS = 6;

/** The searched texts of all documents one after another, as UTF-16 units. A position is an index in `units`. */
export class TextCorpus {
  readonly units: Uint16Array;
  /** Where each document begins. The last entry is the end of the texts. */
  readonly starts: Uint32Array;
  /** The lengths of each document's title and of its other names, which follow the title. */
  readonly nameLengths: readonly (readonly number[])[];
  /** Where the names of each document end. */
  readonly nameEnds: Uint32Array;
  /** The document at the beginning of each block of positions. */
  readonly #blockDocuments: Uint32Array;

  constructor(documents: readonly SearchDocument[]) {
    const texts = documents.map(getSearchableText);
    this.starts = new Uint32Array(texts.length + 1);
    for (const [document, text] of texts.entries())
      this.starts[document + 1] = (this.starts[document] ?? 0) + text.length;
    const length = this.starts.at(-1) ?? 0;
    this.units = new Uint16Array(length);
    this.#blockDocuments = new Uint32Array((length >> BLOCK_BITS) + 1);
    for (const [document, text] of texts.entries()) {
      const start = this.starts[document] ?? 0;
      for (let index = 0; index < text.length; index++) this.units[start + index] = text.charCodeAt(index);
      const [firstBlock, endBlock] = [start, start + text.length].map((position) =>
        Math.ceil(position / 2 ** BLOCK_BITS),
      );
      this.#blockDocuments.fill(document, firstBlock, endBlock);
    }
    this.nameLengths = documents.map(({ title, names }) =>
      [title, ...names].map((name) => normalizeSearchText(name).length),
    );
    this.nameEnds = Uint32Array.from(this.nameLengths, (lengths, document) =>
      lengths.reduce((end, length) => end + length, this.starts[document] ?? 0),
    );
  }

  /** Returns the document at a position. */
  findDocument(position: number): number {
    let document = this.#blockDocuments[position >> BLOCK_BITS] ?? 0;
    while ((this.starts[document + 1] ?? Infinity) <= position) document++;
    return document;
  }
}
