import { memoizeByObject } from '../model/collections.ts';
import { isDamagedText, isProseText, isUrlText, listFilledCells, type SheetTableColumn } from './sheet-table.ts';

/** A line break with the white space around it. */
export const LINE_BREAK = /(?<!\s)\s*[\r\n]\s*/gu;
const SEPARATOR = /[;；|｜]+/u;
/** Separates values in a list (99（12） too), but also words in a name. 1,000円 and 12/29～1/3 are one value. */
const POSSIBLE_SEPARATOR = /、+|(?<![\d０-９])[,，/／]+|[,，/／]+(?![\d０-９])|(?<=^\d+)（(?=\d+）$)/u;

/** The beginning of a note to the line above it. */
const LINE_NOTE = /^[（(［[※＊*]/u;

/** Days of the week, as calendars of waste collection list them: 月 木, 火1・火3. */
export const WEEKDAYS = /^[月火水木金土日祝][\d０-９]?(?:[ \u3000・,，、/／]+[月火水木金土日祝][\d０-９]?)+$/u;

export const UNIT_HEADING = /単位|unit/iu;

/** A unit per time, per person or per area: 回/年, 人／日. */
const UNIT_PER =
  /^[^/／]+[/／](?:年度?|[かヵカケヶ]?月|週間?|日|時間?|分|秒|回|人|世帯|件|k?g|k?m[2²3³]?|㎡|㎢|㎥|ha|L|ℓ)$/iu;

function splitValues(text: string, separator: RegExp): string[] {
  const values = text.split(separator).map((value) => value.trim());
  return values.length > 1 && values.every((value) => value !== '') ? values : [];
}

/** Splits a text into values. Ids, dates and paths are one value each, with their slashes. So are units per time. */
function splitPossibleValues(text: string, { title }: SheetTableColumn): string[] {
  if (/^[\x21-\x7e]+$/u.test(text) || UNIT_PER.test(text)) return [];
  return splitValues(text, UNIT_HEADING.test(title) ? /[,，、]+/u : POSSIBLE_SEPARATOR);
}

/** Splits a text into values. A semicolon between phrases of several words separates clauses, not values. */
function splitListedValues(text: string): string[] {
  const values = splitValues(text, SEPARATOR);
  return values.some((value) => value.split(' ').length > 3) ? [] : values;
}

/** Returns the values of a column alone in a cell, and those in several possible lists: 保全、更新 may be a name. */
const findRepeatedValues = memoizeByObject((column: SheetTableColumn) => {
  const alone = new Set<string>();
  const lists = new Map<string, number>();
  const texts = new Set(listFilledCells(column).map((cell) => cell.text));
  for (const text of texts) {
    const values = [splitPossibleValues(text, column), splitValues(text, LINE_BREAK)].flat();
    if (values.length === 0) alone.add(text.trim());
    for (const value of new Set(values)) lists.set(value, (lists.get(value) ?? 0) + 1);
  }
  const inLists = new Set([...lists].flatMap(([value, count]) => (count > 1 ? [value] : [])));
  const areLists = !column.metadata && texts.size > 1 && alone.size === 0;
  return { alone, inLists, areLists };
});

/** Returns the number of values in a cell with JSON; 0 for any other cell. */
export function countJsonValues(text: string): number {
  if (!/^\s*(?:\{.*\}|\[.*\])\s*$/su.test(text)) return 0;
  try {
    let count = 0;
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null) count++;
      return value;
    });
    return count;
  } catch {
    return 0;
  }
}

/** Returns the values of a cell that seems to list several, or null. It is not sure if they may be a single value. */
export function findListedValues(text: string, column: SheetTableColumn) {
  if (isDamagedText(text) || isProseText(text) || isUrlText(text)) return null;
  const listed = WEEKDAYS.test(text) ? splitValues(text, /[ \u3000・,，、/／]+/u) : splitListedValues(text);
  // The national standard datasets ask for lists such as 内科;外科.
  const isStandard = !column.metadata && splitValues(text, /;+/u).length === listed.length;
  if (listed.length > 0) return { values: listed, sure: !isStandard };
  const lines = splitValues(text, LINE_BREAK);
  if (lines.slice(1).some((line) => LINE_NOTE.test(line))) return null;
  const values = lines.length > 0 ? lines : splitPossibleValues(text, column);
  const { alone, inLists, areLists } = findRepeatedValues(column);
  // The official classification joins industries in one name: 農業，林業.
  const sure = values.every((value) => alone.has(value)) && !values.every((value) => value.endsWith('業'));
  const possible = lines.length > 0 || areLists || values.every((value) => alone.has(value) || inLists.has(value));
  return values.length > 0 && possible ? { values, sure } : null;
}
/** Says how to write a text of several lines in one: joined, if its lines belong together. */
export function suggestOneLine(text: string): string {
  const lines = text.trim().split(LINE_BREAK);
  const belongTogether = lines.slice(1).every((line) => /^[（(［[]/u.test(line));
  if (!belongTogether && (!isProseText(text) || lines.some((line) => LINE_NOTE.test(line))))
    return '1つの値なら、改行を消してください。別々の値や注なら、行か列を分けてください。';
  const joined = text.trim().replace(LINE_BREAK, (found, at: number, whole: string) => {
    const around = `${whole[at - 1] ?? ''}${whole[at + found.length] ?? ''}`;
    return /^[\x21-\x7e]{2}$/u.test(around) ? ' ' : '';
  });
  return `「${joined}」のように、改行せずに書いてください。`;
}
