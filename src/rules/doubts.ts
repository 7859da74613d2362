import { messageCatalogue } from '../problems/messages.ts';
import type { MessageCode } from '../problems/messages.ts';
import type { Violation, ReadableFile, ViolationMessage } from './rule.ts';

/**
 * What the reader of Excel files found, as faults.
 * @param told the codes of its messages that matter, each with other words, or null for those of the message
 */
export function findInputViolations(
  { tables }: ReadableFile,
  told: Partial<Readonly<Record<MessageCode, ViolationMessage | null>>>,
): Violation[] {
  return tables.flatMap(({ sheet, columns, heading }) =>
    sheet.issues.flatMap(({ line, column, issue: { code, values } }) => {
      const words = told[code];
      if (words === undefined) return [];
      const { message, fix } = messageCatalogue[code];
      const cells = sheet.rows.find((one) => one.line === line)?.cells;
      return [
        {
          sheet: sheet.name,
          line,
          column,
          heading: line > heading.line ? (columns[column - 1]?.title ?? '') : '',
          value: cells?.[column - 1]?.text ?? '',
          wrong: words?.wrong ?? message(values),
          instead: words?.instead ?? fix(values),
        },
      ];
    }),
  );
}
