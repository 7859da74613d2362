import Papa from 'papaparse';
import { formatLocation } from '../../../diagnostics/cell-reference.ts';
import { compareLocations, severityLabels, type Diagnostic } from '../../../diagnostics/diagnostic.ts';

/** A text as the bytes of a file that Excel opens as it is: UTF-8 with a byte order mark. */
export function encodeWithBom(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`\ufeff${text}`);
}

/** All problems as a table, to be opened in Excel and handed on. */
export function formatReportCsv(problems: readonly Diagnostic[]): string {
  const head = ['ファイル', '行', '文字', '欄', '種類', '内容', '直し方', '問題の名前'];
  const rows = [...problems]
    .sort(compareLocations)
    .map((one) => [
      one.file,
      one.line,
      one.column,
      one.field,
      severityLabels[one.level],
      one.message,
      one.hint,
      one.code,
    ]);
  return `${Papa.unparse([head, ...rows], { newline: '\r\n' })}\r\n`;
}

/** How many errors and warnings there are, in words. */
export function formatDiagnosticCounts(problems: readonly Diagnostic[]): string {
  const count = (level: Diagnostic['level']) => problems.filter((one) => one.level === level).length;
  return `${severityLabels.error} ${count('error')}件、${severityLabels.warning} ${count('warning')}件`;
}

/** All problems as a text, to be read or sent in a mail. */
export function formatReportText(problems: readonly Diagnostic[]): string {
  const told = [...problems].sort(compareLocations).map((one) => {
    const field = one.field === '' ? '' : ` 「${one.field}」`;
    return [
      `${formatLocation(one.file, one.line, one.column)}${field}`,
      `  ${severityLabels[one.level]}: ${one.message}`,
      `  → ${one.hint} [${one.code}]`,
    ].join('\r\n');
  });
  return [...told, formatDiagnosticCounts(problems), ''].join('\r\n');
}
