import Papa from 'papaparse';
import { formatLocation, formatDiagnosticCounts, severityLabels } from '../../../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';

/** Encodes a text so that Excel reads it correctly: UTF-8 with a byte order mark. */
export const encodeWithBom = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`\ufeff${text}`);

/** Returns the diagnostics as a table, to open in Excel. */
export function formatReportCsv(diagnostics: readonly Diagnostic[]): string {
  const head = ['ファイル', '行', '文字', '欄', '種類', '内容', '直し方', '問題の名前'];
  const rows = diagnostics.map(({ file, line, column, field, level, message, hint, code }) => {
    return [file, line, column, field, severityLabels[level], message, hint, code];
  });
  // Names of files and headings may begin a formula.
  return `${Papa.unparse([head, ...rows], { escapeFormulae: /^\s*[=+\-@＝＋－ー＠]/ })}\r\n`;
}

/** Returns the diagnostics as text, for mails. */
export function formatReportText(diagnostics: readonly Diagnostic[]): string {
  const entries = diagnostics.map((diagnostic) => {
    const field = diagnostic.field === '' ? '' : ` 「${diagnostic.field}」`;
    return [
      `${formatLocation(diagnostic.file, diagnostic.line, diagnostic.column)}${field}`,
      `  ${severityLabels[diagnostic.level]}: ${diagnostic.message}`,
      `  → ${diagnostic.hint} [${diagnostic.code}]`,
    ].join('\r\n');
  });
  return [...entries, formatDiagnosticCounts(diagnostics), ''].join('\r\n');
}
