/**
 * Returns the letters of a sheet's column.
 * @example formatColumnLetters(28) // → AB
 */
export function formatColumnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? formatColumnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/**
 * Returns the reference of a cell as spreadsheets write it.
 * @param line the row's number, from 1
 * @param column the column's number, from 1
 * @example formatCellReference(5, 3) // → C5
 */
export const formatCellReference = (line: number, column: number): string => `${formatColumnLetters(column)}${line}`;

/** True for the name of a file with cells instead of lines and characters. */
export const isExcelFile = (file: string): boolean => /\.xls[xm]$/i.test(file);

/**
 * Returns a location for a message: the cell's reference in an Excel file, line and column in any other.
 * @example formatLocation('plan.xlsx', 5, 3) // → plan.xlsx:C5
 * @example formatLocation('tree.csv', 5, 3) // → tree.csv:5:3
 */
export function formatLocation(file: string, line: number, column: number): string {
  return isExcelFile(file) ? `${file}:${formatCellReference(line, column)}` : `${file}:${line}:${column}`;
}
