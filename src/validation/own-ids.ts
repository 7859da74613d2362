import { SLUG_PATTERN } from '../model/identifiers.ts';
import { createIssue } from '../diagnostics/diagnostic.ts';
import { planTables } from '../tables/source-tables.ts';
import type { SourceColumn, TableSchema } from '../tables/table-schema.ts';
import type { ParsedCell } from './column-parser.ts';

/** Returns the id of the plan whose folder contains a file; null for any other file. */
export function findPlanOfFile(file: string): string | null {
  return /(?:^|\/)data\/plans\/([^/]+)\/[^/]+$/.exec(file)?.[1] ?? null;
}

/** True for a column of ids or codes of the table's own plan. The code of a parent is one, but has checks of its own. */
function isOwnIdColumn({ key, references, field }: SourceColumn): boolean {
  return key === true || field === 'parent' || (references !== undefined && references in planTables);
}

/** Reads the text of a cell. */
export type CellReader = (text: string) => ParsedCell;

/**
 * Returns a function that lets the reader of a column accept ids as pages print them: `warabi-jiritsu/sns-followers` is
 * `sns-followers` in a table of that plan. An id of another plan is an error, because it may be the wrong row.
 * @param plan the plan of the file; null if unknown: then the first plan in the file is the one of all rows
 */
export function acceptPlanIds(
  shape: TableSchema,
  plan: string | null,
): (column: SourceColumn, read: CellReader) => CellReader {
  const belongsToPlan = Object.values(planTables).some(({ columns }) => columns === shape);
  let own = plan;
  return (column, read) => {
    if (!belongsToPlan || !isOwnIdColumn(column)) return read;
    return (text) => {
      if (!text.includes('/')) return read(text);
      const ids: string[] = [];
      for (const part of text.split(/[;；]/)) {
        const [prefix = '', id, ...more] = part.trim().split('/');
        // Anything else, such as the date 1/1, has an issue of its own.
        if (id === undefined || more.length > 0 || !SLUG_PATTERN.test(prefix) || !/^[a-z]/.test(prefix)) ids.push(part);
        else if (prefix === (own ??= prefix)) ids.push(id);
        else {
          const values = { value: part.trim(), other: prefix, plan: own, id };
          return { valid: false, value: undefined, issues: [createIssue('id-of-other-plan', values)] };
        }
      }
      return read(ids.join(';'));
    };
  };
}
