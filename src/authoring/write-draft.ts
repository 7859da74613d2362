import { validateSite } from '../validation/validate-site.ts';
import { getTableFile, type SourceTable } from '../tables/table-schema.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { overlayFolder } from '../input/overlay-folder.ts';
import { createCsv, type RowCells } from './csv-text.ts';
import { appendCsvRows } from './csv-writer.ts';

/** One file to write. Existing contents never change; bytes are only appended. */
export interface FileWrite {
  readonly file: string;
  /** The bytes of a new file, or the bytes to append. */
  readonly bytes: Uint8Array;
  readonly isNew: boolean;
  /** The line of the first written row; 1 for a text. */
  readonly firstLine: number;
  /** The number of written rows; 0 for a text. */
  readonly rows: number;
}

/** Thrown if a file can't be written. Users see the message without a stack. */
export class WriteError extends Error {
  override readonly name = 'WriteError';
}

/** Returns a key of a diagnostic, to compare two lists. */
const getKey = ({ file, line, column, field, code }: Diagnostic) => JSON.stringify([file, line, column, field, code]);

/** Collects the files that a command will write, to validate them first. */
export class WriteDraft {
  readonly writes: FileWrite[] = [];
  readonly #folder: SiteFolder;

  /** @param folder the present site */
  constructor(folder: SiteFolder) {
    this.#folder = folder;
  }

  /** Adds a text file that must not exist yet. */
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

  /** The site with the new files. */
  get folder(): SiteFolder {
    const below = this.#folder;
    const own = new Map(
      this.writes.map(({ file, bytes, isNew }) => [
        file,
        isNew ? bytes : Buffer.concat([below.readBytes(file), bytes]),
      ]),
    );
    return overlayFolder(own, below);
  }

  /**
   * Returns the new diagnostics of the site with the new files, and the existing errors of files with appended rows:
   * after an unclosed quote, for example, the new row would be a part of a cell.
   */
  findDiagnostics(): readonly Diagnostic[] {
    const files = new Set(this.writes.map(({ file }) => file));
    const before = new Set(
      validateSite(this.#folder)
        .diagnostics.filter(({ file, level }) => level === 'warning' || !files.has(file))
        .map(getKey),
    );
    return validateSite(this.folder).diagnostics.filter((one) => !before.has(getKey(one)));
  }
}
