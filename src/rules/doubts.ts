import { messages } from '../problems/messages.ts';
import type { MessageCode } from '../problems/messages.ts';
import type { Fault, OpenBook } from './rule.ts';

/** What the reader of Excel files found, by the codes of its messages, as faults. */
export function doubtsIn({ tables }: OpenBook, codes: readonly MessageCode[]): Fault[] {
  return tables.flatMap(({ sheet, columns, heading }) =>
    sheet.findings
      .filter(({ flaw }) => codes.includes(flaw.code))
      .map(({ line, column, flaw: { code, values } }) => {
        const cells = sheet.lines.find((one) => one.line === line)?.cells;
        return {
          sheet: sheet.name,
          line,
          column,
          heading: line > heading.line ? (columns[column - 1]?.title ?? '') : '',
          value: cells?.[column - 1]?.text ?? '',
          wrong: messages[code].say(values),
          instead: messages[code].hint(values),
        };
      }),
  );
}
