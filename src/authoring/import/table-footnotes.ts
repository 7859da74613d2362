import type { InputRow } from '../../input/input-rows.ts';
import { foldText } from '../../model/japanese-text.ts';
import { NOTE_MARK, NOTE_SIGNS, MAX_MARKS, splitMark } from '../../model/text-patterns.ts';
import { findPeriod } from '../../notation/period.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { findFootnote, foldMark, getCellText, listFilledOrigins, readAmounts } from './sheet-cells.ts';
import type { SheetCell, SheetNotice } from './sheet-cells.ts';
import { getHeading, getHeadingPeriod, isValueColumn, type SheetColumn } from './sheet-columns.ts';
import { isOpenWord, listOpenTimes, OPEN_REMARK } from './sheet-heading.ts';
import { completeYear, getSortDay, hasYear } from './sheet-times.ts';

/** A footnote of a cell of a row: the index of the cell, and the words. */
export type CellNote = Readonly<{ index: number; note: string }>;

/** Longer footnotes of values are sentences, not words beside a number. */
const LONGEST_WORDS = 20;

/** A footnote without a number, in the only cell of its row: ※見込み, ※2024年度実績, ※12月末現在, 注 国保のみ. */
const BARE_FOOTNOTE = new RegExp(
  `^(?:[（(]?([${NOTE_SIGNS}]{1,3})[）)]?|[（(](注)[）)]|(?:注(?=[\\s:：])|(?=.*現在[）)]?$)))[\\s:：]*((?:[^\\s\\p{Nd}]|\\p{Nd}{4}年|\\p{Nd}{1,2}月)[^\\t]*)$`,
  'u',
);

/** Footnotes that change what a value is, also as sentences: R6年度は速報値です。 or 見込みです。 */
const PROVISIONAL = /見込|予測|速報|暫定/;
const PROVISIONAL_SENTENCE = /^(?:.*は、?)?((?:見込|予測|速報|暫定)[み値]*)(?:です|である)?。?$/s;

/** A number alone in brackets that no account puts around a negative number: a legend says what they mean. */
const BRACKETED = /^([〔[【])[\d.,]+.?[〕\]】]$/u;

/** All marks of a text: those of 本※1※2. */
const ANY_MARK = new RegExp(NOTE_MARK, 'gu');

/** Returns the marks in a text, each once. */
const listMarks = (text: string) => [...new Set(text.match(ANY_MARK)?.map(foldMark))];

/** Returns the marks in a heading and in the groups above it: ※1令和6年度実績, 実績値※1 above 令和6年度. */
const listHeadingMarks = ({ group, text }: SheetColumn): readonly string[] => listMarks(`${group} ${text}`);

/** Returns the mark and the words of a footnote of a table, with or without a number; null for any other row. */
export function readFootnote(row: InputRow) {
  const [, sign, word = '', words = ''] = BARE_FOOTNOTE.exec(row.cells.join('\t').trim()) ?? [];
  return findFootnote(row) ?? (words === '' ? null : { mark: foldMark(sign ?? word), words });
}

/** Returns the footnotes of a table by their marks. */
function readFootnotes({ above, rows }: SheetBlock) {
  const footnotes = [...above, ...rows].flatMap((row) => {
    const found = readFootnote(row);
    return found ? { ...found, row } : [];
  });
  return Map.groupBy(footnotes, ({ mark }) => mark);
}

/** Returns the footnotes below the last values of a table. */
function listLastFootnotes({ rows }: SheetBlock) {
  const last = rows.findLastIndex((row) => listFilledOrigins(row).length > 1);
  return rows.slice(last + 1).flatMap((row) => {
    const found = readFootnote(row);
    return found ? { ...found, row } : [];
  });
}

/**
 * Returns the tables of a sheet, each with the footnotes at its end that are below another table: each page may repeat
 * the headings. A footnote belongs to the tables that have its mark, or a result that it calls not final.
 */
export function shareFootnotes(blocks: readonly SheetBlock[]): readonly SheetBlock[] {
  const last = blocks.at(-1);
  const footnotes = last && blocks.length > 1 ? listLastFootnotes(last) : [];
  if (footnotes.length === 0) return blocks;
  const tables = blocks.map((block) => {
    const texts = block.rows.filter((row) => readFootnote(row) === null).flatMap(({ cells }) => cells);
    const marks = new Set([...block.columns.flatMap(listHeadingMarks), ...texts.flatMap(listMarks)]);
    return { block, marks, own: readFootnotes(block) };
  });
  return tables.map(({ block, marks, own }) => {
    const isOf = ({ mark, words }: (typeof footnotes)[number]) =>
      marks.has(mark) || callsResultOpen(words, block.columns);
    const others = footnotes.filter((one) => !isOf(one) && tables.some((other) => other.marks.has(one.mark)));
    const added = footnotes.filter((one) => block !== last && isOf(one) && !own.has(one.mark));
    const leftOut = new Set(block === last ? others.map(({ row }) => row) : []);
    return { ...block, rows: [...block.rows.filter((row) => !leftOut.has(row)), ...added.map(({ row }) => row)] };
  });
}

/** Says which footnotes of headings of values are not read. */
function describeHeadingNotes(
  { columns, rows: [row] }: SheetBlock,
  findWords: (mark: string) => string | undefined,
): SheetNotice[] {
  return columns.filter(isValueColumn).flatMap((column) => {
    const { index, text: heading } = column;
    const words = listHeadingMarks(column).flatMap((mark) => findWords(mark) ?? []);
    return words.flatMap((said) => {
      const text = `見出し「${heading}」の注の「${said}」は、読みません。速報や見込みなら、見出しを「令和5年度実績（速報値）」や「令和5年度（見込み）」のように直してください。`;
      return row ? { row, index, text } : [];
    });
  });
}

/** True for words that call a result in one of the columns not final. */
function callsResultOpen(words: string, columns: readonly SheetColumn[]): boolean {
  const isResultOf = (one: SheetColumn, time: string) =>
    one.meaning?.becomes === 'result' && isOpenTime(time, getHeadingPeriod(one));
  return listOpenTimes(words).some((time) => columns.some((one) => isResultOf(one, time)));
}

/** Says which footnotes belong to no cell. */
function describeOtherFootnotes(
  { columns }: SheetBlock,
  footnotes: readonly Readonly<{ words: string; row: InputRow }>[],
): SheetNotice[] {
  return footnotes.flatMap(({ words, row }) => {
    const [cell, ...others] = listFilledOrigins(row);
    // A warning quotes 令和6年度は速報値, if the sheet has a result of that year; an error quotes 単位：人.
    const isQuoted = callsResultOpen(words, columns) || /^[(（]?単位\s*[:：]/.test(words);
    if (!cell || others.length > 0 || isQuoted) return [];
    const text = `「${getCellText(row, cell.index)}」は、どの値や名前の注かわからないので、読みません。確認してください。値の注なら、注記の列か、値のセルに「12（速報値）」のように書きます。`;
    return { ...cell, text };
  });
}

/**
 * Returns the rows of a table with the words of its footnotes in the marked cells, notes (注記) by the lines of their rows,
 * and notices: 12※2 is 12（見込み） with the footnote ※2 見込み, and a note has the words instead of the mark. Other footnotes
 * are beside a value if they are short; long ones, and those of names, are notes.
 */
export function resolveMarks(block: SheetBlock) {
  const { columns, rows } = block;
  const footnotes = readFootnotes(block);
  const found = new Set<string>();
  // Of a mark that two footnotes share, the words are unknown.
  const findWords = (mark: string) => {
    const [first, ...others] = footnotes.get(foldMark(mark)) ?? [];
    if (!first || others.length > 0) return undefined;
    found.add(first.mark);
    return first.words;
  };
  const notes = new Map<number, CellNote[]>();
  const notices: SheetNotice[] = [];
  if (footnotes.size === 0) return { rows, notes, notices };
  notices.push(...describeHeadingNotes(block, findWords));
  const addNote = (row: InputRow, index: number, said: string, note: string) => {
    notes.set(row.line, [...(notes.get(row.line) ?? []), { index, note }]);
    const advice = hasYear(said) ? '値の時点なら、確認して、値のセルに「12（2024年度）」のように書いてください。' : '';
    const text = `「${getCellText(row, index)}」の注の「${said}」は、新しい指標なら、その注記に書きます。すでにある指標では、足す実績の注だけを、その実績の注記に書きます。${advice}`;
    notices.push({ row, index, text });
  };
  const resolve = (
    row: InputRow,
    column: SheetColumn,
    cell = getCellText(row, column.index),
    left = MAX_MARKS,
  ): string => {
    const { index } = column;
    const { mark, rest } = splitMark(cell);
    if (mark === '' || left === 0) return cell;
    const said = findWords(mark);
    const isBehind = cell.startsWith(rest);
    if (isBehind && /^(?:名称|単位)$/.test(getHeading(column) ?? ''))
      for (const note of listMarks(cell).flatMap((one) => findWords(one) ?? [])) addNote(row, index, note, note);
    const isNote = isBehind && getHeading(column) === '注記';
    const shared = said === undefined && isValueColumn(column) ? (footnotes.get(foldMark(mark)) ?? []) : [];
    if (shared.some(({ words }) => PROVISIONAL.test(words))) {
      const text = `「${cell}」の注は${shared.length}件あるので、読みません。速報や見込みなら、セルに「12（速報値）」のように書いてください。`;
      notices.push({ row, index, text });
    }
    if (said === undefined || !(isNote || isValueColumn(column))) return cell;
    // 12※1※2 has two footnotes.
    const read = resolve(row, column, rest, left - 1);
    const text = isNote && rest === '' ? said : `${read}（${said.replace(PROVISIONAL_SENTENCE, '$1')}）`;
    const isShort = said.length <= LONGEST_WORDS && readAmounts(text).length > 0;
    if (!isNote && !isShort && !PROVISIONAL.test(said)) {
      addNote(row, index, said, `${mark} ${said}`);
      return cell.replace(rest, () => read);
    }
    notices.push({ row, index, text: `「${cell}」は、表の注から「${text}」と読みます。` });
    return text;
  };
  const resolved = rows.map((row) => {
    const marked = columns.filter(({ index }) => splitMark(getCellText(row, index)).mark !== '');
    const texts = new Map(marked.map((column) => [column.index, resolve(row, column)]));
    return texts.size === 0 ? row : { ...row, cells: row.cells.map((cell, index) => texts.get(index) ?? cell) };
  });
  const others = [...footnotes.values()].flat().filter(({ mark }) => !found.has(mark));
  notices.push(...describeOtherFootnotes(block, others));
  return { rows: resolved, notes, notices };
}

/** True for a time within a period, such as R6 or 令和6年12月末 in 令和6年度, and for R5以降. The day at its end is final. */
function isOpenTime(time: string, period: string): boolean {
  const [{ start, end }, day] = [findPeriod(completeYear(period, '年度')), getSortDay(time.replace('以降', ''))];
  if (start === null || end === null) return false;
  const isLater = day >= start || time.endsWith('以降');
  return /^[各毎]年/.test(time) || (isLater && day <= end && !(day === end && time.includes('月')));
}

/**
 * Returns a function that finds the words of a title or note, or of another cell of its rows, that call a result 速報 or
 * 見込み; undefined without any. Words without a time are about the latest result, and those of brackets about 〔15〕.
 */
export function createDoubtFinder(block: SheetBlock, notesByLine: ReadonlyMap<number, readonly CellNote[]>) {
  const values = new Set(block.columns.filter(isValueColumn).map(({ index }) => index));
  const marks = new Map(block.columns.map((column) => [column.index, listHeadingMarks(column)]));
  const footnotes = readFootnotes(block);
  // The footnotes at the names are about these indicators alone.
  const named = [...notesByLine].flatMap(([line, all]) =>
    all
      .filter(({ index, note: words }) => !values.has(index) && isOpenWord(words))
      .map(({ note: words }) => ({ times: listOpenTimes(words), words, line })),
  );
  const ofNames = new Set(named.map(({ words }) => words));
  const others = [...block.above, ...block.rows].filter((row) => !ofNames.has(findFootnote(row)?.words ?? ''));
  const notes = others.flatMap((row) => {
    const open = row.cells.map(listOpenTimes);
    const isValue = (index: number) => values.has(index) && row.line > block.headerLine;
    const isOwn = open.some((times, index) => isValue(index) && times.length === 0 && getCellText(row, index) !== '');
    return open.flatMap((times, index) => {
      const words = getCellText(row, index);
      const isOpen = times.length > 0 || (isOwn && OPEN_REMARK.test(foldText(words)));
      return isOpen && !(isOwn && isValue(index)) ? { times, words, line: isOwn ? row.line : 0 } : [];
    });
  });
  const byLine = Map.groupBy([...named, ...notes], ({ line }) => line);
  const texts = [...block.above, ...block.rows].flatMap(({ cells }) => cells);
  const findLegend = (sign: string) => texts.find((words) => foldText(words).includes(sign) && isOpenWord(words));
  return (
    { index, period, text, row }: SheetCell,
    rows: readonly InputRow[],
    isLatest: boolean,
  ): SheetCell['doubt'] => {
    const bracket = BRACKETED.exec(foldText(text))?.[1];
    if (bracket !== undefined) return { words: findLegend(bracket) ?? text, line: row.line };
    const heading = block.columns.find((one) => one.index === index)?.text ?? '';
    const remarks = [text, heading].flatMap((one) => /[（(]([^（()）\p{Nd}]+)[)）]$/u.exec(one)?.[1] ?? []);
    const remark = remarks.find((words) => OPEN_REMARK.test(foldText(words)));
    if (remark !== undefined) return { words: remark, line: text.includes(remark) ? row.line : 0 };
    const lines = [...rows.map(({ line }) => line), 0].flatMap((line) => byLine.get(line) ?? []);
    const isOpen = (time: string) => isOpenTime(time, period);
    const found = lines.find(({ times }) => (times.length === 0 ? isLatest : times.some(isOpen)));
    const marked = (marks.get(index) ?? []).flatMap((mark) => footnotes.get(mark) ?? []);
    // Of a mark above several years, the footnote may name one of them.
    const isOfPeriod = (time: string) => time.includes('月') || isOpen(time);
    const ofHeading = marked.find(({ words }) => isOpenWord(words) && listOpenTimes(words).every(isOfPeriod));
    return ofHeading ? { words: ofHeading.words, line: 0 } : found;
  };
}
