import Papa from 'papaparse';
import { placeText } from '../../problems/cell-address.ts';
import { byPlace, levels, type Problem } from '../../problems/problem.ts';

/** A text as the bytes of a file that Excel opens as it is: UTF-8 with a byte order mark. */
export function withMark(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`\ufeff${text}`);
}

/** All problems as a table, to be opened in Excel and handed on. */
export function reportTable(problems: readonly Problem[]): string {
  const head = ['ファイル', '行', '文字', '欄', '種類', '内容', '直し方', '問題の名前'];
  const rows = [...problems]
    .sort(byPlace)
    .map((one) => [
      one.file,
      one.line,
      one.column,
      one.field,
      levels[one.level],
      one.message,
      one.hint,
      one.code,
    ]);
  return `${Papa.unparse([head, ...rows], { newline: '\r\n' })}\r\n`;
}

/** How many errors and warnings there are, in words. */
export function countWords(problems: readonly Problem[]): string {
  const count = (level: Problem['level']) => problems.filter((one) => one.level === level).length;
  return `${levels.error} ${count('error')}件、${levels.warning} ${count('warning')}件`;
}

/** All problems as a text, to be read or sent in a mail. */
export function reportText(problems: readonly Problem[]): string {
  const told = [...problems].sort(byPlace).map((one) => {
    const field = one.field === '' ? '' : ` 「${one.field}」`;
    return [
      `${placeText(one.file, one.line, one.column)}${field}`,
      `  ${levels[one.level]}: ${one.message}`,
      `  → ${one.hint} [${one.code}]`,
    ].join('\r\n');
  });
  return [...told, countWords(problems), ''].join('\r\n');
}
