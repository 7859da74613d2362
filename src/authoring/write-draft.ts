import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { overlayFolder } from '../input/overlay-folder.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { getTableFile, type SourceTable } from '../tables/table-schema.ts';
import { validateSite } from '../validation/validate-site.ts';
import { addCsvRows, type RowCells, type RowChanges } from './csv-text.ts';

/** One file to write. Rows are appended; existing contents change only in rows that a command names. */
export interface FileWrite {
  readonly file: string;
  /** Its bytes as the draft was checked; null for a new file. */
  readonly before: Uint8Array | null;
  readonly after: Uint8Array;
  /** The line of the first written row; 1 for a text. */
  readonly firstLine: number;
  /** The number of written rows; 0 for a text. */
  readonly rows: number;
  /** The number of changed rows. */
  readonly changes: number;
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
    const after = new TextEncoder().encode(text);
    this.writes.push({ file, before: null, after, firstLine: 1, rows: 0, changes: 0 });
  }

  /**
   * Adds rows to the file of a source table, which is created if it does not exist.
   * @param folder the plan or municipality, if each has a file of its own
   * @param changes other cells for rows that the file has
   */
  addRows(table: SourceTable, rows: readonly RowCells[], folder?: string, changes: RowChanges = []): void {
    if (rows.length === 0 && changes.length === 0) return;
    const file = getTableFile(table, folder);
    const added = addCsvRows(this.#folder, file, table.columns, rows, changes);
    if (!added.ok) throw new WriteError(added.why);
    this.writes.push({ file, ...added, rows: rows.length, changes: changes.length });
  }

  /** The site with the new files. */
  get folder(): SiteFolder {
    return overlayFolder(new Map(this.writes.map(({ file, after }) => [file, after])), this.#folder);
  }

  /**
   * Returns the new diagnostics of the site with the new files, and the existing errors of files with appended rows:
   * after an unclosed quote, for example, the new row would be a part of a cell.
   */
  findDiagnostics(): readonly Diagnostic[] {
    const files = new Set(this.writes.map(({ file }) => file));
    const { diagnostics } = validateSite(this.#folder);
    const ignored = diagnostics.filter(({ file, level }) => level === 'warning' || !files.has(file));
    const before = new Set(ignored.map(getKey));
    return validateSite(this.folder).diagnostics.filter((one) => !before.has(getKey(one)));
  }
}
