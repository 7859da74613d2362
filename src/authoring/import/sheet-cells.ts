import type { Issue } from '../../diagnostics/diagnostic.ts';
import type { InputRow, InputRows } from '../../input/input-rows.ts';
import { parseCellReference } from '../../input/xlsx/sheet-reader.ts';
import { foldText } from '../../model/japanese-text.ts';
import { NOTE_SIGNS } from '../../model/text-patterns.ts';
import { likelyWords, preferredDirections, wordSpellings } from '../../model/value-lists.ts';
import { type ParsedQuantity, readQuantity } from '../../notation/quantity.ts';
import { type ParsedTarget, readTarget } from '../../notation/target.ts';
import type { RowCells } from '../csv-text.ts';
import type { YearKind } from './sheet-times.ts';

/** A cell of a sheet: its row, and its column from 0. */
export type CellOrigin = Readonly<{ row: InputRow; index: number }>;

/**
 * A message about a sheet for the user. The whole row is unused if `leavesOut` is set. If a plan item has the `name`, the
 * row is the title of those below it, and the message is needless.
 */
export type SheetNotice = CellOrigin & Readonly<{ text: string; leavesOut?: boolean; title?: string; name?: string }>;

/** An issue of a cell; of what its whole column is, with the row of the `heading` that a person corrects. */
export type CellIssue = CellOrigin & Readonly<{ field: string; issue: Issue; heading?: InputRow | undefined }>;

/** A filled cell with its text, and the period of its heading, which may be empty. */
export interface SheetCell extends CellOrigin {
  readonly text: string;
  readonly period: string;
  readonly headingRow?: InputRow | undefined;
  /** The unit in the heading; empty if there is none. */
  readonly unit: string;
  /** 速報 or 確報 if the heading or the cell says so; otherwise empty. */
  readonly certainty: string;
  /** True for a target that replaces the plan's first one. */
  readonly isRevised?: boolean;
  /** The footnote of a result; empty if there is none. */
  readonly note?: string;
  /** The words elsewhere in the sheet that call a result not final, and the line of their indicator; 0 for all lines. */
  readonly doubt?: Readonly<{ words: string; line: number }> | undefined;
  /** The kind of year, 年度 or 年, that the user chose for years without one. */
  readonly years?: YearKind;
}

/** The level of a name above the headings or above other rows. */
export const TITLE_LEVEL = '見出し';

/**
 * A cell with the name of a plan item, such as a measure. A title of some `form` ends the titles before it, also if no
 * item has its name: `labelled` has a label such as 施策名, and `section` is in a row of its own below the headings.
 */
export type LevelCell = CellOrigin & Readonly<{ text: string; level: string; form?: 'labelled' | 'section' }>;

/** Creates the cell of a title. */
export const createTitle = (
  { row, index }: CellOrigin,
  text = getCellText(row, index),
  form?: LevelCell['form'],
): LevelCell => ({ row, index, text, level: TITLE_LEVEL, ...(form && { form }) });

/** One indicator of a sheet, whatever the layout of its rows and columns. */
export interface SheetEntry {
  /** The row of the name. */
  readonly row: InputRow;
  /** All its rows: one, or one for targets and one for results. */
  readonly rows: readonly InputRow[];
  readonly title: string;
  /** The 指標ID in the sheet; empty if it has none. */
  readonly id: string;
  /** The cells for `indicators.csv`, by heading. */
  readonly own: ReadonlyMap<string, SheetCell>;
  readonly results: readonly SheetCell[];
  /** The targets before the current one, and the revised one. */
  readonly interim: readonly SheetCell[];
  /** The cells with names of plan items, the widest first, with the level as heading. */
  readonly levels: readonly LevelCell[];
}

/** A cell that the sheet does not have as such, with a notice that says where it comes from; empty for no proposal. */
export type ProposedCell = Readonly<{ text: string; origin: CellOrigin | null; notice: SheetNotice | null }>;

export const NO_PROPOSAL: ProposedCell = { text: '', origin: null, notice: null };

/** A row to write, with the cell of the sheet that each of its cells comes from. Generated cells have none. */
export type DraftRow = Readonly<{ cells: RowCells; row: InputRow; origins: Readonly<Record<string, CellOrigin>> }>;

/** Returns the indexes of the columns of rows. */
export function listColumnIndexes(rows: readonly InputRow[]): number[] {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return Array.from({ length: width }, (_, index) => index);
}

/** Returns what a text says as a value and as a target, for texts that may be either; empty if it is neither. */
export const readAmounts = (text: string): readonly (ParsedQuantity | ParsedTarget)[] =>
  [readQuantity(text), readTarget(text)].flatMap((read) => (read.ok ? [read.value] : []));

/** True for a value with a number; a year is none. */
export const isNumber = (text: string): boolean => readAmounts(text).some(({ value }) => value !== null);

/** True for a target with a number, but without 以上, 以下 or 程度. */
export function isBareTarget(text: string): boolean {
  const read = readTarget(text);
  return read.ok && read.value.value !== null && read.value.comparator === null;
}

/** True for a number without a unit, in the cell or in its heading. */
export function isBareNumber({ text, unit }: SheetCell): boolean {
  const read = readQuantity(text);
  return unit === '' && read.ok && read.value.value !== null && read.value.unit === '';
}

/** True for a mark or a word instead of a value: －, 未定. A revised target that is 未定 ends the target before. */
export const isUnset = (text: string, isRevised = false): boolean =>
  readAmounts(text).some(({ missing }) => (isRevised ? missing === 'not-set' : missing !== null));

/** Phrases of the directions 増加 and 減少, and short words of either that are not read: ふえる, マイナス. */
const MORE = /^(?:(?:高|多|大き)い(?:ほど|方が|ほうが)(?:良|よ|望まし)い|増える|上向き)$/;
const LESS = /^(?:(?:低|少な|小さ)い(?:ほど|方が|ほうが)(?:良|よ|望まし)い|減る|下向き|下降|削減|低減)$/;
const OTHER = /^(?:ふ[えや]|へ[らる]|[増減上下高低多少][いえがくげめやらりるす少加昇]|プラス|マイナス).{0,4}$/;

/** Returns a direction in the notation of our files, 増加 for 増加を目指す; null for other words. */
export function readDirection(text: string): string | null {
  const bare = text
    .replace(MORE, '増加')
    .replace(LESS, '減少')
    .replace(/(?:を(?:目指す|めざす|図る|はかる)(?:もの)?|させる)$/, '');
  const word = wordSpellings.get(bare) ?? likelyWords.get(bare) ?? bare;
  return Object.values<string>(preferredDirections.words).includes(word) ? word : null;
}

/** True for the word or the arrow of a direction, and for another such word, which check reports. */
export const isDirectionWord = (text: string): boolean => readDirection(text) !== null || OTHER.test(text);

/** A line break between Japanese letters, where a word goes on: 高齢者の and 割合. */
const BREAK_IN_WORD =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・（「])\n(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー・（）(」])/gu;

/** Returns the text of a cell on one line; empty if there is no such column. */
export function getCellText(row: InputRow, index: number | undefined): string {
  const text = (index === undefined ? undefined : row.cells[index]) ?? '';
  if (text === '') return '';
  const broken = text.replace(/(?<!\s)\s*[\r\n]\s*/g, '\n').trim();
  return broken.includes('\n') ? broken.replace(BREAK_IN_WORD, '').replaceAll('\n', ' ') : broken;
}

/** Lists the filled cells of a row. */
export const listFilledOrigins = (row: InputRow): CellOrigin[] =>
  row.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : { row, index }));

/** Returns a mark by which a note is found: 2 of ※２ and *2, 注2, and ※ alone. */
export const foldMark = (mark: string) => foldText(mark).replace(/[※*](?=\d)/, '');

/** A note below a table: ※2 見込み, （注1）速報値. */
const NOTE = new RegExp(
  `^[（(【[［]?((?:[${NOTE_SIGNS}]|注)\\s*\\p{Nd}{1,2})[）)】\\]］]?(?![\\p{Nd}人世日回か年件月%％])[\\s:：.．]*(\\S.*)$`,
  'su',
);

/** Returns a note below a table, in whichever column it is: its mark, its words, and all of it: ※2 見込み. */
export function findFootnote({ cells }: InputRow): { mark: string; words: string; all: string } | null {
  const all = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  const [, mark = '', words = ''] = NOTE.exec(all) ?? [];
  return words === '' ? null : { mark: foldMark(mark), words, all };
}

/** Returns a function that finds the row with the text of a cell: of cells that are merged downwards, the first one. */
export function createTextRowFinder(rows: readonly InputRow[], doubts: InputRows['issues']) {
  const first = new Map<string, InputRow>();
  for (const { line, column, issue } of doubts.filter(({ issue: { code } }) => code === 'merged-cells')) {
    const end = parseCellReference(String(issue.values.range).split(':').at(-1) ?? '');
    const [top, ...below] = rows.filter((row) => line <= row.line && row.line <= end.line);
    for (const row of below)
      for (let at = column; at <= end.column; at += 1) if (top) first.set(`${row.line} ${at - 1}`, top);
  }
  return (row: InputRow, index: number) => first.get(`${row.line} ${index}`) ?? row;
}
