import { messages } from '../problems/messages.ts';
import type { MessageCode } from '../problems/messages.ts';
import type { Fault, OpenBook, Wrong } from './rule.ts';

/**
 * What the reader of Excel files found, as faults.
 * @param told the codes of its messages that matter, each with other words, or null for those of the message
 */
export function doubtsIn(
  { tables }: OpenBook,
  told: Partial<Readonly<Record<MessageCode, Wrong | null>>>,
): Fault[] {
  return tables.flatMap(({ sheet, columns, heading }) =>
    sheet.findings.flatMap(({ line, column, flaw: { code, values } }) => {
      const words = told[code];
      if (words === undefined) return [];
      const { say, hint } = messages[code];
      const cells = sheet.lines.find((one) => one.line === line)?.cells;
      return [
        {
          sheet: sheet.name,
          line,
          column,
          heading: line > heading.line ? (columns[column - 1]?.title ?? '') : '',
          value: cells?.[column - 1]?.text ?? '',
          wrong: words?.wrong ?? say(values),
          instead: words?.instead ?? hint(values),
        },
      ];
    }),
  );
}
