import { escapeXml } from '../src/charts/svg-text.ts';
import { formatDiagnostics, type TerminalStyle } from '../src/diagnostics/format-diagnostics.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';

/*
 * HTML pages that look like a spreadsheet and a terminal, for screenshots of the element with the id `picture`.
 */

/** Private characters around coloured text, until the text is HTML. */
const [START, END] = ['\ue000', '\ue001'];

const renderPage = (css: string, body: string) =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>picture</title><style>${css}</style>${body}</html>`;

const SHEET = `
  body { margin: 0; font: 13px/1.4 'Noto Sans JP', sans-serif; }
  table { border-collapse: collapse; }
  th, td { border: 1px solid #d0d0d0; padding: 3px 8px; white-space: nowrap; }
  th { background: #f0f0f0; color: #555; font-weight: 400; text-align: center; }
  .new td { background: #fff6c2; }
`;

const TERMINAL = `
  body { margin: 0; }
  pre { box-sizing: border-box; width: 960px; margin: 0; padding: 16px 20px; background: #1e1e1e; color: #f2f2f2;
    font: 14px/1.6 'BIZ UDGothic', monospace; white-space: pre-wrap; }
  .bold { font-weight: 700; } .dim { color: #a8a8a8; } .red { color: #ff8a80; } .yellow { color: #ffd54f; }
`;

/** Returns a table that looks like a spreadsheet, with column letters, row numbers and a colour for new rows. */
export function renderSheetPage(
  rows: readonly { readonly number: number; readonly cells: readonly string[]; readonly isNew: boolean }[],
): string {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const letters = Array.from({ length: width }, (_, at) => `<th>${String.fromCharCode(65 + at)}</th>`);
  const lines = rows.map(({ number, cells, isNew }) => {
    const cellsHtml = cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join('');
    return `<tr${isNew ? ' class="new"' : ''}><th>${number}</th>${cellsHtml}</tr>`;
  });
  return renderPage(SHEET, `<table id="picture"><tr><th></th>${letters.join('')}</tr>${lines.join('')}</table>`);
}

/**
 * Returns a terminal with the output of `npm run check`.
 * @param command the typed command
 * @param getLine returns the text of a line of a file
 */
export function renderTerminalPage(
  command: string,
  diagnostics: readonly Diagnostic[],
  getLine: (file: string, line: number) => string | undefined,
): string {
  const styles: readonly TerminalStyle[] = ['bold', 'dim', 'red', 'yellow'];
  const paint = (style: TerminalStyle, text: string) => `${START}${styles.indexOf(style)}${text}${END}`;
  const text = formatDiagnostics(diagnostics, { getLine, paint, width: 100 });
  const html = escapeXml(`$ ${command}\n${text}`)
    .replace(new RegExp(`${START}(\\d)`, 'g'), (_, at: string) => `<span class="${styles[Number(at)] ?? ''}">`)
    .replaceAll(END, '</span>');
  return renderPage(TERMINAL, `<pre id="picture">${html}</pre>`);
}
