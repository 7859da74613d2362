import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { formatDayNumber, toDayNumber } from '../../model/quantity-schema.ts';
import { joinPatterns, UNSEEN } from '../../model/text-patterns.ts';
import { formatDay } from '../../notation/format.ts';

const FORMULA_LIKE = /^\s*[=+@-](?=.)/su;

/** What no formula has: a letter behind a number (5kg, 5%増) or behind a bracket, or a sign at the end. */
const NO_FORMULA = /(?<![\p{L}\p{N}_.,\\?$])[\d０-９][\d０-９.,]*[%％]?\s*(?!e[-+]?\d)\p{L}|[)）]\p{L}|[-－]\s*$/iu;

/**
 * The Japanese Excel also reads full-width signs, but texts may begin with them (＋α, ＝LOVE): only a function, a program
 * (`cmd|`) or another sheet does harm. The quoted parts of a text are left out.
 */
const WIDE_FORMULA = /^\s*[＝＋－ー＠].*(?:[a-zａ-ｚ][(（]|[|｜]|["\w\]][!！]\$?[a-zａ-ｚ])/isu;
const QUOTED = /["＂][^"＂]*["＂]|['＇][^'＇]*['＇]/gu;

/** Signs of a lost character: the replacement character, half of a surrogate pair, a code without one, a CP932 byte. */
const DAMAGED = /[\ufffd\u0080-\u0084\u0086-\u009f\p{Cs}\p{Noncharacter_Code_Point}]/u;

const HTML = /<(?:\/?[a-z][^<>]*>|!--[^<>]{0,20}>?)|&(?:amp|lt|gt|quot|apos|nbsp|#\d+|#x[\da-f]+);/isu;

/** These patterns as a single pattern, because most texts match none of them. */
const SUSPECT = joinPatterns(UNSEEN, DAMAGED, HTML);

const toCode = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Number of quoted characters before a wrong character. */
const AROUND = 10;

/** An issue and its index in the text, in code units. */
type CharacterIssue = Readonly<{ index: number; issue: Issue }>;

/** Returns the first invisible or damaged character of a text, or null. */
export function findBrokenCharacter(text: string): CharacterIssue | null {
  const damaged = DAMAGED.exec(text);
  if (damaged) {
    // Half of a surrogate pair can't be printed; the quotation shows the replacement character.
    const value = text.slice(Math.max(damaged.index - AROUND, 0), damaged.index + AROUND).toWellFormed();
    return { index: damaged.index, issue: createIssue('damaged-character', { value, character: toCode(damaged[0]) }) };
  }
  const unseen = UNSEEN.exec(text);
  if (!unseen) return null;
  const before = [...text.slice(0, unseen.index)].slice(-AROUND).join('').trim();
  return { index: unseen.index, issue: createIssue('unseen-character', { before, character: toCode(unseen[0]) }) };
}

/** Returns the issue of what no cell may contain: invisible or damaged characters, or HTML. Null if there is none. */
export function findForbiddenText(text: string): Issue | null {
  if (!SUSPECT.test(text)) return null;
  const html = HTML.exec(text)?.[0] ?? '';
  return findBrokenCharacter(text)?.issue ?? createIssue('html-in-cell', { value: html.slice(0, 2 * AROUND) });
}

function isFormula(text: string): boolean {
  const code = text.replace(QUOTED, '""');
  return FORMULA_LIKE.test(text) || (WIDE_FORMULA.test(code) && !NO_FORMULA.test(code));
}

/** True for a value that a spreadsheet reads as a formula: -1+cmd|x. A sign may also begin a number. */
export const isFormulaForValue = (text: string): boolean => isFormula(text.replace(/^\s*[-+]/, '＋'));

/** Returns an issue if a spreadsheet would read the text as a formula, or null. */
export const findFormulaStart = (text: string): Issue | null =>
  isFormula(text) ? createIssue('formula-like', { value: text }) : null;

/**
 * Platform-dependent characters, each run of half-width kana as one: enclosed, squared and roman numbers, ㈱ ㎡ ㍻ № ℡ 〝,
 * ligatures, radicals that only look like letters (as copied from a PDF), and private-use characters (外字).
 */
const PLATFORM = joinPatterns(
  /[\uff61-\uff9f]+/gu, // ｱｲｳ
  /[\u2116\u2121\u213b\u301d-\u301f]/gu, // № ℡ 〝
  /[\u2150-\u218b\u2460-\u24ff\u2776-\u2793]/gu, // Ⅳ ① ❶
  /[\u3200-\u33ff]/gu, // ㈱ ㎡ ㍻
  /[\u2e80-\u2fdf\ufb00-\ufb06]/gu, // radicals and ligatures
  /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/gu, // private use
);

/** Numbers in a ring or on a black disc. NFKC would join them to the digits beside them. */
const RINGED: readonly (readonly [first: number, last: number, number: number])[] = [
  [0x2460, 0x2473, 1],
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x3251, 0x325f, 21],
  [0x32b1, 0x32bf, 36],
];

const SPELT: ReadonlyMap<string, string> = new Map([
  ['㎡', '平方メートル'],
  ['㎥', '立方メートル'],
  ['㎢', '平方キロメートル'],
  ['〝', '“'],
  ['〞', '”'],
  ['〟', '”'],
]);

/** A half-width long vowel sign between digits or Latin letters, instead of a hyphen: 932ｰ7. */
const HYPHEN = /^[\dA-Za-z０-９Ａ-Ｚａ-ｚ]\uff70[\dA-Za-z０-９Ａ-Ｚａ-ｚ]/u;

/** Returns the usual spelling of a platform-dependent character; empty if none is known. */
function findSpelling(found: string): string {
  const code = found.codePointAt(0) ?? 0;
  const ringed = RINGED.find(([first, last]) => code >= first && code <= last);
  if (ringed) return `(${code - ringed[0] + ringed[2]})`;
  const plain = SPELT.get(found) ?? found.normalize('NFKC').replace('⁄', '/');
  return plain === found ? '' : plain;
}

/** Returns the platform-dependent characters of a text, each once, with their usual spellings. */
export function findPlatformCharacters(text: string): CharacterIssue[] {
  if (text.search(PLATFORM) < 0) return [];
  const found = new Map<string, number>();
  for (const { 0: value, index } of text.matchAll(PLATFORM)) if (!found.has(value)) found.set(value, index);
  return [...found].map(([value, index]) => ({
    index,
    issue: createIssue('platform-character', {
      value,
      replacement: HYPHEN.test(text.slice(Math.max(index - 1, 0), index + 2)) ? '-' : findSpelling(value),
    }),
  }));
}

/** True for a word or sign that repeats the value above. */
export const isDittoMark = (text: string): boolean =>
  /^(?:同上|同前|同じ|上[にと]?同じ|〃|々|仝|″|”|"|'')$/.test(text.trim());

/** Returns the issue of a number instead of a unit, or null: it is a value of the next column. */
export const findNumberAsUnit = (value: string): Issue | null =>
  /^[\p{Nd}.,．，]+$/u.test(value) ? createIssue('number-as-unit', { value }) : null;

/** The errors that a spreadsheet shows if a formula has no result. */
const ERROR_CELL = /^[#＃](?:DIV\/0[!！]|REF[!！]|N\/A|NAME[?？]|NUM[!！]|NULL[!！]|VALUE[!！]|SPILL[!！]|CALC[!！])$/i;

/** A formula. Behind ＝ it has a cell, a function or an operator, because names may begin with ＝. */
const FORMULA = /^(?:=.|＝.*(?:[A-Z]\$?\d|[A-Z][(（]|\d *[-+*/]))/i;

/** The day number of the day from which spreadsheets count: they store a date as the days since then. */
const DAY_ZERO = toDayNumber('1899-12-30');
/** Serial numbers that may be dates of a plan: from 1954 to 2119. */
const SERIAL = /^[2-7]\d{4}$/;

/** Returns the issue of a cell that can't be read because a person or a spreadsheet put no value in it, or null. */
export function findSpreadsheetArtifact(value: string): Issue | null {
  if (isDittoMark(value)) return createIssue('ditto', { value });
  if (ERROR_CELL.test(value)) return createIssue('error-cell', { value });
  if (/^[#＃]{2,}$|^-?\d(?:\.\d+)?E[+-]\d+$/.test(value)) return createIssue('narrow-column', { value });
  return FORMULA.test(value) ? createIssue('formula-for-value', { value }) : null;
}

/**
 * Returns such an issue for a cell with a date or a period. In these cells a number can be the serial number of a date.
 * @param formatInstead returns what to write instead of the number, from an ISO date
 */
export function findTimeArtifact(value: string, formatInstead: (day: string) => string): Issue | null {
  if (!SERIAL.test(value)) return findSpreadsheetArtifact(value);
  const day = formatDayNumber(DAY_ZERO + Number(value));
  return createIssue('date-serial', { value, date: formatDay(day), instead: formatInstead(day) });
}
