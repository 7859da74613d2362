/** Bytes that grow: what the reader's Cursor reads. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  /** Adds a whole number from 0 up to 2^53, seven bits a byte. */
  writeNumber(value: number): void {
    this.#room(8);
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.#bytes[this.#length++] = (rest % 128) + 128;
    this.#bytes[this.#length++] = rest;
  }

  writeText(text: string): void {
    this.writeNumber(text.length);
    for (let at = 0; at < text.length; at++) this.writeNumber(text.charCodeAt(at));
  }

  writeBytes(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Texts in the order of their UTF-16 units, as `readSortedTexts` in `src/search/byte-cursor.ts` reads them. */
  writeSortedTexts(texts: readonly string[]): void {
    this.writeNumber(texts.length);
    let last = '';
    for (const text of texts) {
      let kept = 0;
      while (kept < last.length && kept < text.length && last[kept] === text[kept]) kept++;
      this.writeNumber(kept);
      this.writeNumber(text.length - kept);
      for (let at = kept; at < text.length; at++)
        this.writeNumber(text.charCodeAt(at) - (at === kept ? last.charCodeAt(at) || 0 : 0));
      last = text;
    }
  }

  /** A copy of what was written, and an empty writer again. */
  takeBytes(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}

/** The shortest text that stands behind one text and not behind a later one. */
export function findSeparatorKey(before: string, after: string): string {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  return after.slice(0, same + 1);
}
