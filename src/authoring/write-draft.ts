import { validateSite } from '../validation/validate-site.ts';
import { getTableFile, type SourceTable } from '../tables/table-schema.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { appendCsvRows, createCsv, type RowCells } from './csv-writer.ts';

/** One file that is going to be written. What is there already is never changed: bytes are put behind its end. */
export interface FileWrite {
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
const identity = ({ file, line, column, field, code }: Diagnostic) =>
  JSON.stringify([file, line, column, field, code]);

/** Gathers what a command wants to write, so that it can be checked before anything touches the disk. */
export class WriteDraft {
  readonly writes: FileWrite[] = [];
  readonly #folder: SiteFolder;

  /** @param folder the site as it is */
  constructor(folder: SiteFolder) {
    this.#folder = folder;
  }

  /** A text file that must not be there yet. */
  addText(file: string, text: string): void {
    if (this.#folder.has(file)) throw new WriteError(`${file} はすでにあります。上書きはしません。`);
    this.writes.push({ file, bytes: new TextEncoder().encode(text), isNew: true, firstLine: 1, rows: 0 });
  }

  /**
   * Adds rows to the file of a source table, which is created if it does not exist.
   * @param folder the plan or municipality, if each has a file of its own
   */
  addRows(table: SourceTable, rows: readonly RowCells[], folder?: string): void {
    if (rows.length === 0) return;
    const file = getTableFile(table, folder);
    const count = { file, rows: rows.length };
    if (!this.#folder.has(file)) {
      this.writes.push({ ...count, bytes: createCsv(table.columns, rows), isNew: true, firstLine: 2 });
      return;
    }
    const added = appendCsvRows(file, this.#folder.readBytes(file), table.columns, rows);
    if (!added.ok) throw new WriteError(added.why);
    this.writes.push({ ...count, bytes: added.bytes, isNew: false, firstLine: added.firstLine });
  }

  /** The site as it would be with what is written. */
  get folder(): SiteFolder {
    const below = this.#folder;
    const own = new Map(
      this.writes.map(({ file, bytes, isNew }) => [
        file,
        isNew ? bytes : joined(below.readBytes(file), bytes),
      ]),
    );
    return {
      files: [...new Set([...below.files, ...own.keys()])].sort(),
      has: (path) => own.has(path) || below.has(path),
      readBytes: (path) => own.get(path) ?? below.readBytes(path),
    };
  }

  /**
   * The problems that the site would have and does not have now, and the errors that the files already have behind
   * whose end something is put: behind an open quote, say, a row would be lost.
   */
  findDiagnostics(): readonly Diagnostic[] {
    const files = new Set(this.writes.map(({ file }) => file));
    const before = new Set(
      validateSite(this.#folder)
        .diagnostics.filter(({ file, level }) => level === 'warning' || !files.has(file))
        .map(identity),
    );
    return validateSite(this.folder).diagnostics.filter((one) => !before.has(identity(one)));
  }
}
