import type { TextRole } from '../tables/table-schema.ts';
import type { ParsedRow } from './parse-table.ts';
import { listSourceFiles } from './parsed-site.ts';
import type { ValidationContext } from './validation-context.ts';

/** Receives a text that is not empty; the texts of a list come one by one. */
type TextVisitor = (text: string, role: TextRole, row: ParsedRow<unknown>, heading: string) => void;

/** Calls `visit` for the texts of these roles in all tables. */
export function visitTextCells(context: ValidationContext, roles: readonly TextRole[], visit: TextVisitor): void {
  for (const { table, parsed } of listSourceFiles(context))
    for (const [heading, { role, field }] of Object.entries(table.columns)) {
      if (!role || !roles.includes(role)) continue;
      for (const row of parsed.rows) {
        const value = row.fields[field];
        if (typeof value === 'string' && value !== '') visit(value, role, row, heading);
        else if (Array.isArray(value)) for (const text of value) visit(String(text), role, row, heading);
      }
    }
}
