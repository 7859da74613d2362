import { formatLocation } from './cell-reference.ts';
import { createExcerpt, replaceControls } from './line-excerpt.ts';
import { compareLocations, severityLabels, type Diagnostic } from './diagnostic.ts';

/** The most problems that the text form shows. */
export const MAX_SHOWN = 100;

const colours = { error: 'red', warning: 'yellow' } as const;

/** What a piece of the text form is, so that a terminal can colour it. */
export type TerminalStyle = 'bold' | 'dim' | 'red' | 'yellow';

/** How the text form looks: what printing needs to know of the terminal and of the files. */
export interface PrintOptions {
  /** The text of a line of a file; undefined where it can't be shown. */
  readonly getLine: (file: string, line: number) => string | undefined;
  readonly paint: (style: TerminalStyle, text: string) => string;
  /** How many cells a line of the terminal has. */
  readonly width: number;
}

/** Without the files at hand and without colour. */
const PLAIN: PrintOptions = { getLine: () => undefined, paint: (_style, text) => text, width: 80 };

/** The line at fault, and below it a caret under the column. */
function quoted(
  { file, line, column, level }: Diagnostic,
  { getLine, paint, width }: PrintOptions,
): string[] {
  const text = getLine(file, line);
  if (text === undefined || text.trim() === '') return [];
  const gutter = `  ${line} | `;
  const cut = createExcerpt(text, column, width - gutter.length);
  const below = `${' '.repeat(gutter.length - 2)}| ${cut.indent}`;
  return [`${paint('dim', gutter)}${cut.text}`, `${paint('dim', below)}${paint(colours[level], '^')}`];
}

function told(one: Diagnostic, look: PrintOptions): string {
  const { paint } = look;
  const field = one.field ? ` 「${replaceControls(one.field)}」` : '';
  const place = formatLocation(replaceControls(one.file), one.line, one.column);
  return [
    `${paint('bold', place)}${field}`,
    ...quoted(one, look),
    `  ${paint(colours[one.level], severityLabels[one.level])}: ${replaceControls(one.message)}`,
    `  → ${replaceControls(one.hint)} ${paint('dim', `[${one.code}]`)}`,
  ].join('\n');
}

/**
 * Problems for a person to read: place, line, message and hint, at most 100, then how many there are.
 * @param look colours, and the lines of the files; without it the text is plain and quotes no lines
 */
export function formatDiagnostics(problems: readonly Diagnostic[], look: PrintOptions = PLAIN): string {
  const sorted = [...problems].sort(compareLocations);
  const lines = sorted.slice(0, MAX_SHOWN).map((one) => told(one, look));
  const rest = sorted.length - MAX_SHOWN;
  if (rest > 0) lines.push(`ほかに${rest}件あります。`);
  const count = (level: Diagnostic['level']) => sorted.filter((one) => one.level === level).length;
  lines.push(`まちがい ${count('error')}件、注意 ${count('warning')}件`);
  return `${lines.join('\n')}\n`;
}

/** All problems as one JSON array. */
export function formatDiagnosticsJson(problems: readonly Diagnostic[]): string {
  return `${JSON.stringify([...problems].sort(compareLocations), null, 2)}\n`;
}

/** Problems as GitHub workflow commands, which show beside the line of the change. */
export function formatGithubAnnotations(problems: readonly Diagnostic[]): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return [...problems]
    .sort(compareLocations)
    .map(
      (one) =>
        `::${one.level} file=${property(one.file)},line=${one.line},col=${one.column},title=${property(one.code)}::${data(`${one.message} ${one.hint}`)}\n`,
    )
    .join('');
}
