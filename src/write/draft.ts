import { check } from '../check/check.ts';
import type { Shape } from '../check/shape.ts';
import type { Problem } from '../problems/problem.ts';
import type { Folder } from '../read/folder.ts';
import { addition, newCsv, type Cells } from './rows.ts';

/** One file that is going to be written. What is there already is never changed: bytes are put behind its end. */
export interface Written {
  readonly file: string;
  /** The bytes of a new file, or those behind the end of one that is there. */
  readonly bytes: Uint8Array;
  readonly isNew: boolean;
  /** The line of the first row that is written; 1 for a text. */
  readonly firstLine: number;
  /** How many rows are written; 0 for a text. */
  readonly rows: number;
}

/** Thrown where something can't be written as it was asked: told in words, without a stack. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** A problem by its code and place, so that two lists can be held against each other. */
const identity = ({ file, line, column, field, code }: Problem) =>
  JSON.stringify([file, line, column, field, code]);

/** Gathers what a command wants to write, so that it can be checked before anything touches the disk. */
export class WriteDraft {
  readonly written: Written[] = [];
  readonly #folder: Folder;

  /** @param folder the site as it is */
  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** A text file that must not be there yet. */
  addText(file: string, text: string): void {
    if (this.#folder.has(file)) throw new WriteError(`${file} はすでにあります。上書きはしません。`);
    this.written.push({ file, bytes: new TextEncoder().encode(text), isNew: true, firstLine: 1, rows: 0 });
  }

  /**
   * Rows of a CSV file, which is made if it is not there.
   * @param shape the columns of the file
   */
  addRows(file: string, shape: Shape, rows: readonly Cells[]): void {
    if (rows.length === 0) return;
    const count = { file, rows: rows.length };
    if (!this.#folder.has(file)) {
      this.written.push({ ...count, bytes: newCsv(shape, rows), isNew: true, firstLine: 2 });
      return;
    }
    const added = addition(file, this.#folder.bytes(file), shape, rows);
    if (!added.ok) throw new WriteError(added.why);
    this.written.push({ ...count, bytes: added.bytes, isNew: false, firstLine: added.firstLine });
  }

  /** The site as it would be with what is written. */
  get folder(): Folder {
    const below = this.#folder;
    const own = new Map(
      this.written.map(({ file, bytes, isNew }) => [file, isNew ? bytes : joined(below.bytes(file), bytes)]),
    );
    return {
      files: [...new Set([...below.files, ...own.keys()])].sort(),
      has: (path) => own.has(path) || below.has(path),
      bytes: (path) => own.get(path) ?? below.bytes(path),
    };
  }

  /**
   * The problems that the site would have and does not have now, and the errors that the files already have behind
   * whose end something is put: behind an open quote, say, a row would be lost.
   */
  problems(): readonly Problem[] {
    const files = new Set(this.written.map(({ file }) => file));
    const before = new Set(
      check(this.#folder)
        .problems.filter(({ file, level }) => level === 'warning' || !files.has(file))
        .map(identity),
    );
    return check(this.folder).problems.filter((one) => !before.has(identity(one)));
  }
}
