/**
 * The column, from 1, in characters of a place that a parser gave in UTF-16 code units: 𠮷 is one character of two.
 * @param line the line's number, from 1
 * @param units the place's column, from 1, in code units
 */
export function toCharacterColumn(text: string, line: number, units: number): number {
  const found = text.split('\n')[line - 1] ?? '';
  return [...found.slice(0, Math.max(units, 1) - 1)].length + 1;
}
