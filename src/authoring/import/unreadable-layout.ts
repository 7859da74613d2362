import { createDiagnostic, createIssue, locateFile } from '../../diagnostics/diagnostic.ts';
import type { Diagnostic, Issue } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { foldText } from '../../model/japanese-text.ts';
import { readPeriod } from '../../notation/period.ts';
import { findBrokenCharacter } from '../../tables/cells/cell-issues.ts';
import { indicatorsTable } from '../../tables/indicators.ts';
import { POSSIBLE_NAMES } from '../../validation/detect-table.ts';
import { findHeaderRow, findOtherSeparator, MAX_LEADING_ROWS } from '../../validation/table-header.ts';
import { listHeadings } from './heading-groups.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { type CellIssue, getCellText, isNumber, listColumnIndexes, readAmounts } from './sheet-cells.ts';
import { isNameColumn, isValueColumn, isYearAlone, type SheetColumn } from './sheet-columns.ts';
import { findPlan, isUndatedResult, readSheetHeading } from './sheet-heading.ts';
import { hasDays } from './sheet-times.ts';

/** An example of headings that can be read. */
const EXAMPLE = '「指標名、単位、現状値（令和4年度）、令和5年度実績、令和6年度実績、目標値（令和9年度）」';

/** The layouts that can't be read, and how to change them. */
export const unreadableLayouts = {
  long: {
    layout: '1行に1年ずつ書いた表（年度の列と値の列）',
    advice: '1行に1つの指標を書き、年度を横に並べてください',
  },
  turned: {
    layout: '行と列が逆の表（年度が縦、指標が横）',
    advice: '行と列を入れかえてください（Excel では「形式を選択して貼り付け」の「行/列の入れ替え」）',
  },
  form: {
    layout: '1つの指標を1枚に書いた調書（見出しが縦に並ぶか、見出しと値がとなりに並ぶ）',
    advice: 'すべての指標を1つの表にまとめ、見出しを横に並べてください',
  },
  schedule: {
    layout: '年度の列に予定を書いた表（「→」で続く）',
    advice:
      '予定は実績ではないので、「→」や「実施」などを年度の列から除き、実績の値だけを残してください。目標の列の「→」は、その年の目標の値にします',
  },
  shared: {
    layout: '1つの列に目標と実績を書いた表（「120／118」や、上段と下段）',
    advice: '目標と実績を、「令和5年度目標」と「令和5年度実績」のような見出しの、別の列に分けてください',
  },
  stacked: {
    layout: 'いくつもの指標を1つのセルに書いた表（「①受診率 ②参加者数」）',
    advice: '1行に1つの指標を書き、値も行ごとに分けてください',
  },
  several: {
    layout: '見出しのちがう表が、縦か横に並ぶシート',
    advice: 'ここからの表が指標でなければ除き、指標なら、見出しをそろえて下に続けるか、別のファイルに分けてください',
  },
} as const;

/** Creates the issue of a layout that can't be read, with the usual advice or a more exact one. */
export const createLayoutIssue = (name: keyof typeof unreadableLayouts, advice: string | false = false): Issue =>
  createIssue('unreadable-layout', { ...unreadableLayouts[name], ...(advice && { advice }), example: EXAMPLE });

/** Two numbers in a cell: 120／118, 120（118）. */
const PAIR = /^(\S*\p{Nd}[^\s\p{Nd}]*?)[\s/／・]+(?![\s/／・])[(（]?(\S*\p{Nd}[^\s)）\p{Nd}]*)[)）]?$/u;

/**
 * Returns how to write a cell with a target and a result: its heading or its words name both, or it has two lines below
 * a year. Also for a cell with one of them below the heading 上段：目標 下段：実績. Empty for any other cell.
 */
export function adviseOnShared(column: SheetColumn, row: InputRow): string {
  const { text: heading, index } = column;
  const isNamed = /目標.*実績|実績.*目標/.test(heading);
  if (!isNamed && !(isYearAlone(column) && /目標|\n/.test(row.cells[index] ?? ''))) return '';
  const cell = getCellText(row, index);
  const [, period = heading, first = '目標'] = /^(.*?)[\s(（・]*(?:[上下]段[\s：:]*)?(目標|実績)/.exec(heading) ?? [];
  const kinds = first === '目標' ? ['目標', '実績'] : ['実績', '目標'];
  const columns = kinds.map((kind) => `「${period || '令和○年度'}${kind}」`);
  const worded = kinds.flatMap(
    (kind) => new RegExp(`${kind}値?[\\s：:]*([^\\s/／、]{0,40}\\p{Nd}[^\\s/／、]{0,40})`, 'u').exec(cell)?.[1] ?? [],
  );
  const isWorded = worded.length === 2;
  const [one = '', other = ''] = isWorded ? worded : (PAIR.exec(cell)?.slice(1) ?? []);
  if (other !== '' && (isNamed || isWorded))
    return `「${heading}」の列を2つに分け、${columns[0]}の列に「${one}」、${columns[1]}の列に「${other}」のように書いてください`;
  if (isNamed && /[上下]段/.test(heading) && /\p{Nd}/u.test(cell))
    return `${period ? `見出しを「${period}」だけにし` : `「${heading}」を除き`}、「区分」の列を加えて、行ごとに「目標」か「実績」と書いてください`;
  const [unit, otherUnit] = [one, other].map((text) => readAmounts(text).find(({ value }) => value !== null)?.unit);
  return unit === undefined || unit !== otherUnit
    ? ''
    : `「${heading}」のセルに、数が2つあります（「${one}」と「${other}」）。目標と実績なら、${columns.join('と')}の2つの列に分け、ほかの数なら、実績だけを残してください`;
}

/**
 * Returns the second of two parts of a sheet with different keys, and its issue; null if there is none.
 * @param getKey returns the plan or area that a text names; empty if it names none
 */
export function findDivision<T>(parts: readonly T[], getText: (part: T) => string, getKey = findPlan) {
  const [first, ...others] = parts.filter((part) => getKey(getText(part)) !== '');
  const other = others.find((part) => first !== undefined && getKey(getText(part)) !== getKey(getText(first)));
  if (first === undefined || other === undefined) return null;
  return { other, issue: createIssue('second-indicator', { groups: `「${getText(first)}」と「${getText(other)}」` }) };
}

/** Returns the issue of numbers above the first headings, below columns of values: they belong to another table. */
export const findValuesAbove = (blocks: readonly SheetBlock[]): CellIssue[] =>
  blocks.slice(0, 1).flatMap(({ above, columns }) => {
    const values = columns.filter(isValueColumn);
    const row = above.find((one) => values.filter(({ index }) => isNumber(getCellText(one, index))).length > 1);
    return row ? [{ row, index: 0, field: '', issue: createLayoutIssue('several') }] : [];
  });

/** Returns the index of a column with at least three years below each other, or -1. */
export const findTimeColumn = (rows: readonly InputRow[]): number =>
  listColumnIndexes(rows).findIndex((index) => {
    const texts = rows.map((row) => getCellText(row, index)).filter((text) => text !== '');
    const times = texts.filter((text) => /\p{Nd}|元/u.test(text) && readPeriod(text).ok && hasDays(text));
    return times.length >= 3 && times.length * 2 >= texts.length;
  });

/** True if headings of an indicator are below each other in a column, or in it and the next but one: 指標名, 単位. */
const isForm = (rows: readonly InputRow[]): boolean =>
  [0, 1].some((start) => {
    const texts = [start, start + 2].flatMap((index) => rows.map((row) => getCellText(row, index)));
    const found = texts.flatMap((text) => {
      const meaning = readSheetHeading(text.replace(/\p{N}$/u, ''));
      if (isUndatedResult(text) || (meaning?.becomes === 'result' && /実績|結果/.test(text))) return ['値'];
      return meaning?.becomes === 'column' ? [meaning.heading] : [];
    });
    return found.includes('名称') && new Set(found).size >= 3;
  });

const listTexts = ({ cells }: InputRow) => cells.filter((cell) => cell.trim() !== '');

const isWide = (row: InputRow) => listTexts(row).length > 1;

/** Finds the row with a heading of names, the one with most headings of values, and rows that begin with such a heading. */
function findHeadingRows(leading: readonly InputRow[]) {
  const readings = leading.map((row) => ({ row, columns: listHeadings(row) }));
  const countValues = ({ columns }: (typeof readings)[number]) => columns.filter(isValueColumn).length;
  // A single 成果指標 above other rows is a title.
  const isTitle = (row: InputRow) => !isWide(row) && leading.some(isWide);
  const named = readings.find(({ row, columns }) => columns.some(isNameColumn) && !isTitle(row))?.row;
  const valued = readings.filter(countValues).sort((a, b) => countValues(b) - countValues(a))[0]?.row;
  // Values follow a label; a row of headings alone has none.
  const labels = readings.filter(
    ({ columns: [label, ...others] }) => label?.index === 0 && isValueColumn(label) && !others.every(isValueColumn),
  );
  return { named, valued, labels };
}

/** True for the row of a heading of names with names beside it: 指標名, 健診の受診率, 講座の参加者数. */
function hasNamesBeside(named: InputRow): boolean {
  const [, ...beside] = listTexts(named);
  return beside.length > 1 && beside.every((cell) => readSheetHeading(cell) === null);
}

/** Returns the issue of headings that lack names or values, with the ones that a person may have meant. */
function createHeadingsIssue(headings: readonly string[], hasNames: boolean, hasValues: boolean): Issue {
  const noEra = headings.find((text) =>
    /(?<![-~～〜\d和成RHS.])\d{1,2}年度|(?:^['’‘]|FY)\d\d(?!\d)/i.test(foldText(text)),
  );
  const item = headings.find((text) => POSSIBLE_NAMES.test(text));
  const names = `指標の名前の列（「指標名」など${item ? `。「${item}」が名前なら、見出しを「指標名」に直してください` : ''}）`;
  const advice = noEra && `。「${noEra}」には、元号か4けたの西暦を書いてください`;
  const values = `値の列（「現状値」「目標値」や「令和5年度実績」など${advice ?? ''}）`;
  const lacking = hasNames ? values : hasValues ? names : `${names}と${values}`;
  const found = headings.slice(0, 5).join('、') + (headings.length > 5 ? ' など' : '');
  return createIssue('no-indicator-headings', { lacking, found, example: EXAMPLE });
}

/**
 * Returns why a sheet without headings of indicators can't be read, and what can.
 * @param grid true for a sheet of a workbook, whatever the name of the file says
 */
export function explainUnreadableSheet(file: string, rows: readonly InputRow[], grid = false): Diagnostic {
  const leading = rows.slice(0, MAX_LEADING_ROWS);
  const [first] = leading;
  const refuse = (row: InputRow | undefined, issue: Issue) =>
    createDiagnostic({ ...locateFile(file), ...row?.locate(0) }, issue);
  if (!first) return refuse(undefined, createIssue('empty-file', { sheet: Number(grid) }));
  const separator = findOtherSeparator(leading, (split) => findHeaderRow(split, indicatorsTable.columns));
  if (separator !== null) return refuse(first, createIssue('other-separator', { where: 'セル', what: separator }));
  const { named, valued, labels } = findHeadingRows(leading);
  if (isForm(leading)) return refuse(named, createLayoutIssue(named && hasNamesBeside(named) ? 'turned' : 'form'));
  const below = named && leading[leading.indexOf(named) + 1];
  const shared = below && listHeadings(named).flatMap((column) => adviseOnShared(column, below) || []);
  if (shared?.[0]) return refuse(named, createLayoutIssue('shared', shared[0]));
  const timeColumn = findTimeColumn(rows);
  if (timeColumn >= 0 && named) return refuse(named, createLayoutIssue('long'));
  if (timeColumn === 0 || (!named && labels.length > 1)) return refuse(first, createLayoutIssue('turned'));
  const row = named ?? valued ?? leading.find(isWide) ?? first;
  const headings = listTexts(row).map((cell) => cell.replace(/\s+/g, ' ').trim());
  const division = findDivision(headings, (text) => text);
  if (division) return refuse(row, division.issue);
  const broken = headings.flatMap((text) => findBrokenCharacter(text)?.issue ?? []);
  const damaged = broken.find(({ code }) => code === 'damaged-character');
  return refuse(row, damaged ?? createHeadingsIssue(headings, named !== undefined, valued !== undefined));
}
