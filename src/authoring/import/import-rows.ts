import { foldText } from '../../model/japanese-text.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import { isDittoMark } from '../../tables/cells/cell-issues.ts';
import type { RowChanges } from '../csv-text.ts';
import { createIndicatorDrafter, type SourceIds } from './indicator-drafts.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { createItemFinder, type ItemFinder } from './item-names.ts';
import { createIndicatorMatcher, createSimilarFinder, type ExistingIndicators } from './match-indicators.ts';
import * as planValues from './plan-values.ts';
import type { FoundInCell } from './plan-values.ts';
import { addCellUnits, chooseStatedTime, proposeUnit, separateUnit } from './proposed-cells.ts';
import { getCellText } from './sheet-cells.ts';
import type { CellIssue, DraftRow, SheetCell, SheetEntry, SheetNotice } from './sheet-cells.ts';
import { readBlockEntries } from './sheet-entries.ts';
import { findPlan, isOpenWord } from './sheet-heading.ts';
import { hasYear } from './sheet-times.ts';
import { findDivision, findValuesAbove } from './unreadable-layout.ts';

/** Words above a table that say what some or all of its values are: ※黄色のセルは見込み, 速報値, 前年度の実績. */
const MEANING_ABOVE =
  /見込|予測|速報|暫定|前年度?の?(?:実績|数?値)|(?:色|網[掛か]け|太字|斜体|下線)(?:の?(?:セル|部分|欄|文字|数値?)|は)/;

/** Names the cells above a table that are not read: they may say what the values are, or when targets are due. */
function describeWordsAbove({ above }: SheetBlock, entries: readonly SheetEntry[]): SheetNotice[] {
  const isUndated = entries.some(({ own }) => own.has('目標値') && chooseStatedTime(own, '目標値').period === '');
  return above.flatMap((row) =>
    row.cells.flatMap((cell, index) => {
      const text = `表の上の「${getCellText(row, index)}」は読みません。見込みなどの区別や、目標値の時点は、見出しを「目標値（令和9年度）」のように直すか、値のセルに書いてください。セルの色も読みません。`;
      return MEANING_ABOVE.test(cell) || isOpenWord(cell) || (isUndated && hasYear(cell)) ? { row, index, text } : [];
    }),
  );
}

/** Reports what is unclear in the whole sheet or in one of its tables; the same issue of several tables once. */
function findSheetIssues(
  sheet: readonly SheetBlock[],
  blocks: readonly ReturnType<typeof readBlockEntries>[],
  isTitle: (name: unknown) => boolean,
): CellIssue[] {
  // The tables of a sheet often have the same headings.
  const isSame = (one: CellIssue, other: CellIssue) =>
    one.issue.code === 'unclear-column-year' && other.issue.code === one.issue.code && other.field === one.field;
  const isItem = ({ issue }: CellIssue) => issue.code === 'name-alone' && isTitle(issue.values.value);
  const titles = sheet.flatMap(({ title }) => title ?? []);
  // Only as titles, 前期計画 and 後期計画 are two plans: above columns, they are the halves of one.
  const findTitlePlan = (text: string) => findPlan(text) || (/[前後]期(?=(?:基本|実施)?計画)/.exec(text)?.[0] ?? '');
  const division = findDivision(titles, ({ row, index }) => row.cells[index] ?? '', findTitlePlan);
  return [
    ...blocks
      .flatMap(({ issues }) => issues)
      .filter((one, at, all) => !isItem(one) && !all.slice(0, at).some((other) => isSame(one, other))),
    ...(division ? [{ ...division.other, field: '', issue: division.issue }] : []),
    ...findValuesAbove(sheet),
  ];
}

/** Returns the unit of the row above for each indicator: merged cells are saved as CSV with empty cells. */
function listUnitsAbove(entries: readonly SheetEntry[]): (SheetCell | undefined)[] {
  let last: SheetCell | undefined;
  return entries.map(({ own }) => {
    const unit = own.get('単位');
    const above = unit ? undefined : last;
    // 〃 is that of the row above.
    if (unit && !isDittoMark(unit.text)) last = unit;
    return above;
  });
}

/** Lists the ids of the existing indicators that a sheet lacks. A sheet that has none of them is about others. */
function listMissing(
  { idsByTitle, indicators }: ExistingIndicators,
  entries: readonly { read: SheetEntry; match: ReturnType<ReturnType<typeof createIndicatorMatcher>> }[],
): string[] {
  const named = new Set(
    entries.flatMap(({ read, match }) => [
      read.id,
      foldText(read.title),
      ...(match.is === 'unclear' ? [] : [match.id]),
    ]),
  );
  const ids = [...idsByTitle].flatMap(([title, same]) => (named.has(title) ? [] : same)).filter((id) => !named.has(id));
  return ids.length < indicators.size ? ids : [];
}

/** Creates a function that makes the id of an indicator for which the sheet has none, and the list of those made. */
function createIdMaker(existing: ExistingIndicators, entries: readonly SheetEntry[]) {
  const used = new Set(entries.map(({ id }) => id));
  const newNames: string[] = [];
  let { lastNumber } = existing;
  const createId = (title: string): string => {
    do lastNumber += 1;
    while (used.has(`indicator-${lastNumber}`));
    newNames.push(`「${title}」（indicator-${lastNumber}）`);
    return `indicator-${lastNumber}`;
  };
  return { createId, newNames };
}

/**
 * What a sheet becomes, with the results that change, the indicators that get new ids and those that it lacks;
 * `isFirst` if the plan has none.
 */
export type ImportResult = FoundInCell &
  Readonly<Record<'indicators' | 'observations' | 'targets', readonly DraftRow[]>> &
  Readonly<{ isFirst: boolean; newNames: readonly string[]; missingTitles: readonly string[]; changes: RowChanges }> &
  Pick<ItemFinder, 'hasItem'>;

/**
 * Converts a sheet into rows of `indicators.csv`, `observations.csv` and, if it has several targets for an indicator,
 * `targets.csv`. If an indicator exists already (same id, or else same name), only its new results and revised targets
 * are added. Ambiguous rows are issues; every proposed or unused cell has a notice.
 */
export function importRows(
  sheet: readonly SheetBlock[],
  existing: ExistingIndicators,
  sources: SourceIds,
): ImportResult {
  const blocks = sheet.map(readBlockEntries);
  const separated = blocks.flatMap((block) => block.entries).map(separateUnit);
  const entries = separated.map(({ read }) => read);
  const unitsAbove = blocks.flatMap((block) => listUnitsAbove(block.entries));
  const levels = entries.flatMap((entry) => entry.levels);
  const items = createItemFinder(existing.items, levels);
  const above = sheet.flatMap((block, at) => describeWordsAbove(block, blocks[at]?.entries ?? []));
  // A row with the name of a plan item is the title of the rows below it.
  const isTitle = (name: unknown) => typeof name === 'string' && items.hasItem(name);
  const ofBlocks = blocks.flatMap((block) => block.notices).filter(({ name }) => !isTitle(name));
  // Several tables may have the same footnote.
  const distinct = new Map(ofBlocks.map((one) => [`${one.row.line} ${one.index} ${one.text}`, one]));
  const notices: SheetNotice[] = [...above, ...distinct.values(), ...items.notices];
  const issues = findSheetIssues(sheet, blocks, isTitle);
  const unnamed = new Set(issues.map(({ row }) => row));
  const [indicators, targets]: [DraftRow[], DraftRow[]] = [[], []];
  const results = planValues.createResultCollector(existing.results);
  const findMatch = createIndicatorMatcher(entries, existing);
  const matched = separated.map((one) => ({ ...one, match: findMatch(one.read) }));
  const missing = listMissing(existing, matched);
  const findSimilar = createSimilarFinder(existing, new Set(missing));
  const { draftNew, draftExisting } = createIndicatorDrafter(existing, sources, items, findSimilar);
  const { createId, newNames } = createIdMaker(existing, entries);
  const addFound = (found: FoundInCell) => {
    notices.push(...found.notices);
    issues.push(...found.issues);
  };
  for (const [at, { read, match, notices: unitNotices }] of matched.entries()) {
    notices.push(...unitNotices);
    const origin = { row: read.row, index: read.own.get('名称')?.index ?? 0 };
    if (match.is === 'unclear') {
      issues.push({ ...origin, field: '名称', issue: match.issue });
      continue;
    }
    const isNew = match.is === 'new';
    const id = match.id || createId(read.title);
    // The unit of one value is not the unit of the bare numbers of an indicator that has a unit.
    const proposed = isNew ? proposeUnit(read).text : findBracketedUnit(read.title);
    const stated = read.own.get('単位')?.text ?? proposed;
    const unit = isNew ? '' : (existing.indicators.get(id)?.unit ?? '');
    const { entry, planNotices, resultNotices } = addCellUnits(read, stated, unit || stated);
    // Of an indicator that exists already, only results and revised targets are written.
    notices.push(...(isNew ? planNotices : []), ...resultNotices);
    const subject = { read, entry, origin, id, unit };
    const drafted = isNew ? draftNew(subject, stated === '' ? unitsAbove[at] : undefined) : draftExisting(subject);
    addFound({ ...drafted, issues: drafted.issues.filter((one) => !isNew || !unnamed.has(one.row)) });
    for (const row of [...drafted.indicators, ...drafted.targets]) notices.push(...row.notices);
    const rows = drafted.indicators.map(({ row }) => row);
    indicators.push(...rows);
    targets.push(...drafted.targets.map(({ row }) => row));
    const firstResult = results.rows.length;
    // A new indicator has the footnotes of its values itself.
    for (const cell of entry.results)
      addFound(results.add(isNew ? { ...cell, note: '' } : cell, id, isNew ? '' : sources.sheet, unit));
    issues.push(...planValues.findOtherYears(entry, [...rows, ...results.rows.slice(firstResult)]));
  }
  const missingTitles = missing.flatMap((id) => existing.indicators.get(id)?.title ?? []);
  const { rows: observations, changes } = results;
  const [isFirst, { hasItem }] = [existing.ids.size === 0, items];
  return { indicators, observations, changes, targets, notices, issues, isFirst, newNames, missingTitles, hasItem };
}

/** Lists at most five names. */
const listNames = (names: readonly string[]): string => names.slice(0, 5).join('') + (names.length > 5 ? 'など' : '');

/** Returns sentences about generated ids and about existing indicators that the sheet lacks, if there are any. */
export function describeIndicators({ isFirst, newNames, missingTitles }: ImportResult): string[] {
  const made = `${newNames.length}件のIDをつくりました`;
  const rename = '公開する前なら、意味のわかるIDに変えられます。';
  const other = `サイトにない名前の指標があるので、${made}：${listNames(newNames)}。名前が変わっただけなら、表に「指標ID」の列を加えて、今のIDを書いてください。新しい指標は、${rename}`;
  const lacking = `この計画の指標のうち${missingTitles.length}件は、この表にありません（${listNames(missingTitles.map((title) => `「${title}」`))}）。今のまま残します。`;
  return [
    ...(newNames.length === 0 ? [] : [isFirst ? `指標IDの列がないか空なので、${made}。${rename}` : other]),
    ...(missingTitles.length > 0 ? [lacking] : []),
  ];
}
