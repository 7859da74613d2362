import stringWidth from 'string-width';
import {
  formatLocation,
  compareLocations,
  formatDiagnosticCounts,
  replaceControls,
  severityLabels,
  type Diagnostic,
} from './diagnostic.ts';

/** Marks the ends of a cut line. Three full stops, because the width of an ellipsis depends on the terminal's font. */
const CUT_MARK = '...';

/** Returns how many characters from the beginning of a list fit into a width. */
function countFitting(characters: readonly string[], width: number): number {
  let used = 0;
  for (const [count, character] of characters.entries()) {
    used += stringWidth(character);
    if (used > width) return count;
  }
  return characters.length;
}

/** How much of a line is read on each side of the column: a line can be as long as its file. */
const MAX_READ = 1000;

/** Cuts a line around a column to a width in cells of a terminal. `indent` puts a caret below the column. */
export function createExcerpt(line: string, column: number, width: number) {
  let at = 0;
  for (let passed = 1; passed < column; passed++) at += (line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  const before = [...replaceControls(line.slice(Math.max(0, at - MAX_READ), at))];
  const after = [...replaceControls(line.slice(at, at + MAX_READ))];
  const widthAfter = stringWidth(after.join(''));
  const whole = stringWidth(before.join('')) + widthAfter <= width;
  const room = Math.max(width - 2 * CUT_MARK.length, 2);
  // The value begins at the column, so the part from there on gets two thirds of the space if necessary.
  const roomBefore = Math.max(Math.floor(room / 3), room - widthAfter);
  const head = whole ? before.length : countFitting(before.toReversed(), roomBefore);
  const shownBefore = before.slice(before.length - head).join('');
  const tail = whole ? after.length : countFitting(after, room - stringWidth(shownBefore));
  const start = `${head < before.length ? CUT_MARK : ''}${shownBefore}`;
  const end = `${after.slice(0, tail).join('')}${tail < after.length ? CUT_MARK : ''}`;
  return { text: start + end, indent: ' '.repeat(stringWidth(start)) };
}

/** The maximum number of different diagnostics that the text form shows. */
const MAX_DIAGNOSTICS = 100;

const colours = { error: 'red', warning: 'yellow' } as const;

/** A style of a part of the text form, with which a terminal can colour it. */
export type TerminalStyle = 'bold' | 'dim' | 'red' | 'yellow';

/** The properties of the terminal, and a function that reads lines of the files. */
export interface PrintOptions {
  /** Returns a line of a file, or undefined if it can't be shown. */
  readonly getLine: (file: string, line: number) => string | undefined;
  readonly paint: (style: TerminalStyle, text: string) => string;
  /** The width of the terminal in cells. */
  readonly width: number;
}

/** Without lines of the files and without colour. */
const PLAIN_OPTIONS: PrintOptions = { getLine: () => undefined, paint: (_style, text) => text, width: 80 };

/** Returns diagnostics by what `getKey` returns, in the order of the first of each group. */
const groupDiagnostics = (diagnostics: readonly Diagnostic[], getKey: (diagnostic: Diagnostic) => string) => [
  ...Map.groupBy(diagnostics, getKey).values(),
];

/** Returns what diagnostics with the same cause have in common, such as all references to a deleted row. */
const getSentences = ({ level, code, message, hint }: Diagnostic) => [level, code, message, hint].join('\n');

/** How many diagnostics with the same sentences or code are shown in full, and how many further locations. */
const [MAX_SAME, MAX_LOCATIONS] = [3, 10];

/** Formats some diagnostics of a group in full, and the locations and number of the others. */
function formatGroup(group: readonly Diagnostic[], shown: readonly Diagnostic[], options: PrintOptions): string[] {
  const others = group.filter((one) => !shown.includes(one));
  const locations = others.slice(0, MAX_LOCATIONS).map(({ file, line, column }) => formatLocation(file, line, column));
  const more = others.length > locations.length ? ' など' : '';
  const code = group[0]?.code ?? '';
  const rest = `  同じ問題 [${code}] が、ほかに${others.length}件あります: ${replaceControls(locations.join('、'))}${more}`;
  return [...shown.map((one) => formatDiagnostic(one, options)), ...(others.length > 0 ? [rest] : [])];
}

/**
 * Formats diagnostics for a person to read: location, line, message and fix, then their number. Of many with the same
 * sentences, it shows the first one in full, and where the others are; of more than 100 different ones, errors first.
 * @param options colours, and the lines of the files; without them the text is plain and quotes no lines
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: PrintOptions = PLAIN_OPTIONS): string {
  const groups = groupDiagnostics(diagnostics.toSorted(compareLocations), getSentences);
  const errorsFirst = groups.toSorted(([a], [b]) => Number(a?.level === 'warning') - Number(b?.level === 'warning'));
  const kept = new Set(errorsFirst.slice(0, MAX_DIAGNOSTICS));
  const lines = groups
    .filter((group) => kept.has(group))
    .flatMap((group) => formatGroup(group, group.slice(0, group.length > MAX_SAME ? 1 : MAX_SAME), options));
  const rest = errorsFirst.slice(MAX_DIAGNOSTICS).flat().length;
  if (rest > 0) lines.push(`ほかに${rest}件あります。`);
  return `${[...lines, formatDiagnosticCounts(diagnostics)].join('\n')}\n`;
}

/** Formats diagnostics, the errors first. Of many with one code, it shows the first ones in full. */
export function formatDiagnosticGroups(diagnostics: readonly Diagnostic[], options: PrintOptions): string {
  const sorted = [...diagnostics].sort(compareLocations);
  const byLevel = (['error', 'warning'] as const).flatMap((level) => sorted.filter((one) => one.level === level));
  const lines = groupDiagnostics(byLevel, ({ level, code }) => `${level} ${code}`).flatMap((group) => {
    const different = groupDiagnostics(group, getSentences).flatMap((same) => same.slice(0, 1));
    return formatGroup(group, different.slice(0, MAX_SAME), options);
  });
  return `${[...lines, formatDiagnosticCounts(sorted)].join('\n')}\n`;
}

function formatDiagnostic(diagnostic: Diagnostic, options: PrintOptions): string {
  const { file, line, column, field, level, code, message, hint } = diagnostic;
  const { paint } = options;
  const heading = field ? ` 「${replaceControls(field)}」` : '';
  return [
    `${paint('bold', formatLocation(replaceControls(file), line, column))}${heading}`,
    ...quoteLine(diagnostic, options),
    `  ${paint(colours[level], severityLabels[level])}: ${replaceControls(message)}`,
    `  → ${replaceControls(hint)} ${paint('dim', `[${code}]`)}`,
  ].join('\n');
}

function quoteLine({ file, line, column, level }: Diagnostic, { getLine, paint, width }: PrintOptions): string[] {
  const text = getLine(file, line);
  if (text === undefined || text.trim() === '') return [];
  const gutter = `  ${line} | `;
  const excerpt = createExcerpt(text, column, width - gutter.length);
  const below = `${' '.repeat(gutter.length - 2)}| ${excerpt.indent}`;
  return [`${paint('dim', gutter)}${excerpt.text}`, `${paint('dim', below)}${paint(colours[level], '^')}`];
}

/** Formats all diagnostics as one JSON array. */
export const formatDiagnosticsJson = (diagnostics: readonly Diagnostic[]): string =>
  `${JSON.stringify([...diagnostics].sort(compareLocations), null, 2)}\n`;

/** Formats diagnostics as GitHub workflow commands, which appear beside the line of the change. */
export function formatGithubAnnotations(diagnostics: readonly Diagnostic[]): string {
  const escapeData = (text: string) =>
    replaceControls(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
  const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return [...diagnostics]
    .sort(compareLocations)
    .map(
      ({ file, line, column, level, code, message, hint }) =>
        `::${level} file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(code)}::${escapeData(`${message} ${hint}`)}\n`,
    )
    .join('');
}
