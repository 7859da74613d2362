import { ERA_LETTERS, ERA_NAMES, ERA_PATTERN, writeWesternYears } from '../notation/calendar.ts';
import { NAME_HEADING } from './level-1-values.ts';
import { createHeadingViolation, findInCells, type Violation, type ViolationMessage } from './readability-rule.ts';
import { matchesMostCells, WESTERN_YEAR, type SheetTable, type SheetTableColumn } from './sheet-table.ts';

/** A cell that contains only a period or a date of an era: 令和4年度, R5.10.1, 平成31年・令和元年. */
const ERA_DATE = new RegExp(
  `^${ERA_PATTERN}(?:\\d{1,2}|元)(?:年度?|[./-]).{0,20}$|^${ERA_PATTERN}(?:\\d{1,2}|元)$`,
  'u',
);
const ERA_YEAR = new RegExp(`(${ERA_PATTERN})(\\d{1,2}|元)`, 'gu');
const ERA_YEAR_IN_HEADING = new RegExp(`(?:${ERA_NAMES}|(?<![A-Za-z])[${ERA_LETTERS}]\\.?)(?:\\d{1,2}|元)年`, 'u');
/** A letter of an era with a year alone, or a code: R6. */
const ERA_LETTER = new RegExp(`^([${ERA_LETTERS}])\\.?(\\d{1,2}|元)$`, 'u');
const WHOLE_WESTERN_YEAR = new RegExp(`(?:^|\\D)${WESTERN_YEAR}(?:\\D|$)`, 'u');
const WESTERN_DATE = new RegExp(`^${WESTERN_YEAR}(?:[-/.年]|$)`, 'u');

function isEraDate(text: string): boolean {
  const normalized = text.normalize('NFKC').trim();
  return ERA_DATE.test(normalized) && !WHOLE_WESTERN_YEAR.test(normalized);
}

const isWesternDate = (text: string): boolean => WESTERN_DATE.test(text);

/** Returns a text with Western years instead of years of an era: 2024年度 for 令和6年度. */
const toWesternYears = (text: string): string => writeWesternYears(text, ERA_YEAR).trim();

const listWords = (title: string): string[] =>
  title.normalize('NFKC').split(/[\s()[\]【】]+|(?<=\d)(?=実績|目標|計画|見込|現在|末)/u);

/** True for a heading with a letter of an era and a year alone: H26, 実績 R6, 現状値（R4）, R4実績. */
export const hasEraLetter = ({ title }: SheetTableColumn): boolean =>
  listWords(title).some((word) => ERA_LETTER.test(word));

/** True if headings such as H26, H27, R1 are at least two years. Codes are numbered from 1: R1, R2, R3. */
export function areEraYears(columns: readonly SheetTableColumn[]): boolean {
  const years = columns.flatMap(({ title }) =>
    listWords(title).flatMap((word) => {
      const [, letter, year = ''] = ERA_LETTER.exec(word) ?? [];
      return letter === undefined ? [] : [{ letter, year: year === '元' ? 1 : Number(year) }];
    }),
  );
  if (years.length < 2) return false;
  return new Set(years.map(({ letter }) => letter)).size > 1 || !years.some(({ year }) => year === 1);
}

const doubtEraYear = (what: string): ViolationMessage => ({
  wrong: `${what}は、和暦の年のように見えます。`,
  instead: '年なら西暦で書きます。年か、記号かを確かめてください。',
  doubtful: true,
});

function judgeEraHeading(column: SheetTableColumn, columns: readonly SheetTableColumn[]): ViolationMessage | null {
  const { title } = column;
  const normalized = title.normalize('NFKC');
  const isLetter = hasEraLetter(column);
  if (WHOLE_WESTERN_YEAR.test(title) || !(isLetter || ERA_YEAR_IN_HEADING.test(normalized))) return null;
  if (isLetter && !areEraYears(columns)) return doubtEraYear(`見出し「${title}」`);
  return {
    wrong: `見出し「${title}」の年が、和暦だけです。`,
    instead: `「${toWesternYears(title)}」のように西暦で書くか、西暦をそえてください。`,
  };
}

const TIME_WORD = /年|月|日|時|期|year|date|time/iu;

/** Finds the heading and the cells of a column with years only in an era. A single 2023 beside them may be a count. */
export function findEraDates(column: SheetTableColumn, table: SheetTable): Violation[] {
  const { title } = column;
  const message = judgeEraHeading(column, table.columns);
  const heading = message ? [createHeadingViolation(table, column, message)] : [];
  // A name can begin with a year: 令和6年度 部の運営方針.
  const isName = NAME_HEADING.test(title) && !TIME_WORD.test(title);
  if (isName || !matchesMostCells(column, isEraDate)) return heading;
  const western = table.columns.filter((beside) => matchesMostCells(beside, isWesternDate));
  const cells = findInCells(column, table, (text, row) => {
    if (!isEraDate(text) || western.some((beside) => isWesternDate(row.cells[beside.index]?.text ?? ''))) return null;
    if (ERA_LETTER.test(text.normalize('NFKC').trim()) && !TIME_WORD.test(title)) return doubtEraYear(`「${text}」`);
    const instead = `「${toWesternYears(text)}」のように西暦で書くか、西暦の列（2024-04-01 など）を加えてください。`;
    return { wrong: `「${text}」は和暦だけで、西暦がありません。`, instead };
  });
  return [...heading, ...cells];
}
