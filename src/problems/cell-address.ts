/**
 * The letters of a sheet's column.
 * @example columnLetters(28) // → AB
 */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/**
 * The address of a cell as spreadsheets write it.
 * @param line the row's number, from 1
 * @param column the column's number, from 1
 * @example cellAddress(5, 3) // → C5
 */
export function cellAddress(line: number, column: number): string {
  return `${columnLetters(column)}${line}`;
}

/** True for the name of a file whose places are cells, not lines and characters. */
export function isSheet(file: string): boolean {
  return /\.xls[xm]$/i.test(file);
}

/**
 * A place in a file as it is quoted: the cell's address in an Excel file, line and column in any other.
 * @example placeText('plan.xlsx', 5, 3) // → plan.xlsx:C5
 * @example placeText('tree.csv', 5, 3) // → tree.csv:5:3
 */
export function placeText(file: string, line: number, column: number): string {
  return isSheet(file) ? `${file}:${cellAddress(line, column)}` : `${file}:${line}:${column}`;
}
