import { placeText } from './cell-address.ts';
import { excerpt, visible } from './excerpt.ts';
import { byPlace, levels, type Problem } from './problem.ts';

/** The most problems that the text form shows. */
export const SHOWN = 100;

const colours = { error: 'red', warning: 'yellow' } as const;

/** What a piece of the text form is, so that a terminal can colour it. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow';

/** How the text form looks: what printing needs to know of the terminal and of the files. */
export interface Look {
  /** The text of a line of a file; undefined where it can't be shown. */
  readonly lineOf: (file: string, line: number) => string | undefined;
  readonly paint: (style: Style, text: string) => string;
  /** How many cells a line of the terminal has. */
  readonly width: number;
}

/** Without the files at hand and without colour. */
const PLAIN: Look = { lineOf: () => undefined, paint: (_style, text) => text, width: 80 };

/** The line at fault, and below it a caret under the column. */
function quoted({ file, line, column, level }: Problem, { lineOf, paint, width }: Look): string[] {
  const text = lineOf(file, line);
  if (text === undefined || text.trim() === '') return [];
  const gutter = `  ${line} | `;
  const cut = excerpt(text, column, width - gutter.length);
  const below = `${' '.repeat(gutter.length - 2)}| ${cut.indent}`;
  return [`${paint('dim', gutter)}${cut.text}`, `${paint('dim', below)}${paint(colours[level], '^')}`];
}

function told(one: Problem, look: Look): string {
  const { paint } = look;
  const field = one.field ? ` 「${visible(one.field)}」` : '';
  const place = placeText(visible(one.file), one.line, one.column);
  return [
    `${paint('bold', place)}${field}`,
    ...quoted(one, look),
    `  ${paint(colours[one.level], levels[one.level])}: ${visible(one.message)}`,
    `  → ${visible(one.hint)} ${paint('dim', `[${one.code}]`)}`,
  ].join('\n');
}

/**
 * Problems for a person to read: place, line, message and hint, at most 100, then how many there are.
 * @param look colours, and the lines of the files; without it the text is plain and quotes no lines
 */
export function printText(problems: readonly Problem[], look: Look = PLAIN): string {
  const sorted = [...problems].sort(byPlace);
  const lines = sorted.slice(0, SHOWN).map((one) => told(one, look));
  const rest = sorted.length - SHOWN;
  if (rest > 0) lines.push(`ほかに${rest}件あります。`);
  const count = (level: Problem['level']) => sorted.filter((one) => one.level === level).length;
  lines.push(`まちがい ${count('error')}件、注意 ${count('warning')}件`);
  return `${lines.join('\n')}\n`;
}

/** All problems as one JSON array. */
export function printJson(problems: readonly Problem[]): string {
  return `${JSON.stringify([...problems].sort(byPlace), null, 2)}\n`;
}

/** Problems as GitHub workflow commands, which show beside the line of the change. */
export function printGithub(problems: readonly Problem[]): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return [...problems]
    .sort(byPlace)
    .map(
      (one) =>
        `::${one.level} file=${property(one.file)},line=${one.line},col=${one.column},title=${property(one.code)}::${data(`${one.message} ${one.hint}`)}\n`,
    )
    .join('');
}
