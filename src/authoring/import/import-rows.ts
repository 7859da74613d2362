import { foldText } from '../../model/japanese-text.ts';
import { getFiscalYearSpan } from '../../notation/calendar.ts';
import { findPeriod } from '../../notation/period.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import { isDittoMark } from '../../tables/cells/cell-issues.ts';
import type { RowChanges } from '../csv-text.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { createItemFinder, type ItemFinder } from './item-names.ts';
import { createIndicatorMatcher, createSimilarFinder, type ExistingIndicators } from './match-indicators.ts';
import * as planValues from './plan-values.ts';
import type { FoundInCell } from './plan-values.ts';
import { addCellUnits, chooseCellTime, chooseStatedTime, separateUnit } from './proposed-cells.ts';
import { proposeAggregation, proposeDirection, proposeUnit } from './proposed-cells.ts';
import type { CellIssue, CellOrigin, DraftRow, ProposedCell } from './sheet-cells.ts';
import type { SheetCell, SheetEntry, SheetNotice } from './sheet-cells.ts';
import { getCellText, isNumber, isUnset, readDirection } from './sheet-cells.ts';
import { readBlockEntries } from './sheet-entries.ts';
import { findPlan, FURTHER_COLUMNS, isOpenWord } from './sheet-heading.ts';
import { findBareYear, getSortDay, hasDays, hasYear } from './sheet-times.ts';
import { findDivision, findValuesAbove } from './unreadable-layout.ts';

/** The 出典ID of the plan, the default for indicators, and that of the sheet; empty if the user entered none. */
export type SourceIds = Readonly<Record<'plan' | 'sheet', string>>;

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

/** Says that a new indicator has the name of an existing one, or nearly so, or that it has no values of a plan. */
function describeNew(
  origin: CellOrigin,
  entry: SheetEntry,
  existing: ExistingIndicators,
  findSimilar: ReturnType<typeof createSimilarFinder>,
): SheetNotice[] {
  const { title, id, own } = entry;
  const [same] = existing.idsByTitle.get(foldText(title)) ?? [];
  const repeated = `同じ名前の指標「${same}」（${title}）がありますが、「${id}」を加えます。`;
  const similar = same === undefined ? findSimilar(entry) : null;
  const advice = `同じ指標なら、表に「指標ID」の列を加えて「${similar?.id}」と書いてください。このままでは、新しい指標として加えます。`;
  const near = `「${title}」は、すでにある指標「${similar?.id}」（${similar?.title}）と${similar?.why}。${advice}`;
  const bare = `「${title}」には現状値も目標値もありません。指標でない行なら、表から除いてください。`;
  const isBare = !own.has('現状値') && !own.has('目標値');
  const texts = [id !== '' && same !== undefined && repeated, similar && near, isBare && bare];
  return texts.flatMap((text) => (text ? [{ ...origin, text }] : []));
}

/** Says that an indicator exists already. Equal notices share one line of the preview. */
function describeExisting(origin: CellOrigin, id: string, title: string, existing: ExistingIndicators): SheetNotice {
  const planned = existing.indicators.get(id)?.title ?? title;
  const what =
    foldText(planned) === foldText(title)
      ? 'この指標はすでにあります。'
      : `指標「${id}」（${title}）はすでにあります。計画での名前は「${planned}」です。`;
  return { ...origin, text: `${what}その行は変えず、まだない実績などを加えます。` };
}

const isFiscalEnd = (day: string): boolean => getFiscalYearSpan(Number(day.slice(0, 4)) - 1).end === day;

/** Quotes the first result of a fiscal year if the baseline is of none, or the reverse: the numbers may differ. */
function describeOtherTimes({ results }: SheetEntry, id: string, existing: ExistingIndicators): SheetNotice[] {
  const before = existing.indicators.get(id)?.baseline.period ?? '';
  const isKnown = (period: string) => hasDays(period) && findBareYear(period) === '';
  const isFiscal = (period: string) => period.includes('年度') || isFiscalEnd(getSortDay(period));
  const times = results.map((one) => ({ ...one, period: chooseCellTime(one, 'value').period }));
  const isOther = ({ period }: SheetCell) => isKnown(period) && isFiscal(period) !== isFiscal(before);
  const cell = isKnown(before) ? times.find(isOther) : undefined;
  const text = `「${id}」の現状値の時点は「${before}」ですが、この表の実績は「${cell?.period ?? ''}」のように書かれています。同じ期間の数か、資料で確かめてください。`;
  return cell ? [{ ...cell, text }] : [];
}

/** Quotes a note about a sum that no other cell of its indicator has: it may be of the target or of all values. */
function describeSum({ own, title }: SheetEntry): SheetNotice[] {
  const isSum = /累[計積]|合計/;
  const getText = (heading: string) => own.get(heading)?.text ?? '';
  const note = own.get('注記');
  const text = `注記に「${note?.text ?? ''}」とあります。目標値だけが累計なら、目標値のセルに「100人（5年間累計）」のように書いてください。実績も累計なら、「集計」の列に「累計」と書いてください。`;
  const isSaid = isSum.test(title + getText('集計') + getText('目標値'));
  return note && isSum.test(note.text) && !isSaid ? [{ ...note, text }] : [];
}

/** A row to write, and notices on what it has from elsewhere than its own cells. */
type RowWithNotices = Readonly<{ row: DraftRow; notices: readonly SheetNotice[] }>;

/** Returns the row of a new indicator; `source` is its 出典ID if the sheet has none. */
function draftIndicator(entry: SheetEntry, id: string, source: string, items: ItemFinder): RowWithNotices {
  const notices: SheetNotice[] = [];
  const cells: Record<string, string> = {};
  const origins: Record<string, CellOrigin> = {};
  for (const [heading, cell] of entry.own) {
    if (FURTHER_COLUMNS.has(heading)) continue;
    cells[heading] = (heading === '良い方向' ? readDirection(cell.text) : null) ?? cell.text;
    origins[heading] = cell;
  }
  /** Adds a cell that the sheet does not have as such, and says so. */
  const propose = (heading: string, { text, origin, notice }: ProposedCell) => {
    if (notice) notices.push(notice);
    if (text === '') return;
    cells[heading] = text;
    if (origin) origins[heading] = origin;
  };
  if (!entry.own.has('コード')) propose('コード', items.proposeCode(entry.levels, entry.row));
  if (!entry.own.has('単位')) propose('単位', proposeUnit(entry));
  if (!entry.own.has('良い方向')) propose('良い方向', proposeDirection(entry, cells.単位 ?? ''));
  if (!entry.own.has('集計')) propose('集計', proposeAggregation(entry));
  notices.push(...describeSum(entry));
  for (const heading of ['現状値', '目標値'] as const) {
    const column = `${heading}の時点`;
    const { period, notice } = chooseStatedTime(entry.own, heading);
    propose(column, { text: period, origin: entry.own.get(column) ?? entry.own.get(heading) ?? null, notice });
  }
  return { row: { cells: { ...cells, 指標ID: id, 出典ID: cells.出典ID ?? source }, row: entry.row, origins }, notices };
}

/**
 * Returns the row of an interim or revised target.
 * @param source its 出典ID; empty if it is that of its indicator
 */
function draftTarget(cell: SheetCell, id: string, source: string, own: SheetEntry['own']): RowWithNotices {
  const { period, notice } = chooseCellTime(cell, 'target');
  const setCell = cell.isRevised ? own.get('設定日') : undefined;
  const day = findPeriod(setCell?.text ?? '');
  const set = day.start === day.end ? day.start : null;
  const [what, kind] = cell.isRevised ? ['見直した目標', '最終'] : ['中間の目標', '中間'];
  const text = `${what}「${cell.text}」の時点がわかりません。targets.csv の「目標値の時点」に書いてください。`;
  const cells = {
    指標ID: id,
    目標値: cell.text,
    目標値の時点: period,
    種類: kind,
    ...(set !== null && { 設定日: set }),
    ...(source !== '' && { 出典ID: source }),
  };
  const notices = [notice ?? [], period === '' ? { ...cell, text } : []].flat();
  const origins = { 目標値: cell, 目標値の時点: cell, 設定日: setCell ?? cell };
  return { row: { cells, row: cell.row, origins }, notices };
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

/** Quotes the unit of the row above if an indicator has numbers without a unit: it may be theirs. */
function describeUnitAbove({ own, row, results }: SheetEntry, above: SheetCell | undefined): SheetNotice[] {
  const values = [own.get('現状値'), own.get('目標値'), ...results];
  const text = `単位が空です。上の行と同じ「${above?.text ?? ''}」なら、この行にも書いてください。`;
  return above && values.some((cell) => cell && isNumber(cell.text)) ? [{ row, index: above.index, text }] : [];
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

/** An indicator as it is read, and as an `entry` whose numbers have its unit; `unit` is that of an existing one. */
type FoundIndicator = Readonly<{ read: SheetEntry; entry: SheetEntry; origin: CellOrigin; id: string; unit: string }>;

/** The rows of an indicator except its results, and what there is to say about them. */
type DraftedIndicator = Readonly<Record<'indicators' | 'targets', readonly RowWithNotices[]>> & FoundInCell;

/** Creates functions that draft a new indicator, and what an existing one gets besides results: revised targets. */
function createIndicatorDrafter(
  existing: ExistingIndicators,
  sources: SourceIds,
  items: ItemFinder,
  findSimilar: ReturnType<typeof createSimilarFinder>,
) {
  const draftTargets = ({ id, entry }: FoundIndicator, cells: readonly SheetCell[], source: string) =>
    cells.map((cell) => draftTarget(cell, id, source, entry.own));
  /** @param unitAbove the unit of the row above, if the indicator has none */
  const draftNew = (found: FoundIndicator, unitAbove: SheetCell | undefined): DraftedIndicator => {
    const { read, entry, origin, id } = found;
    const targets = entry.interim.filter(({ text, isRevised }) => !isUnset(text, isRevised));
    return {
      indicators: [draftIndicator(entry, id, sources.sheet || sources.plan, items)],
      targets: draftTargets(found, targets, ''),
      notices: [...describeNew(origin, read, existing, findSimilar), ...describeUnitAbove(read, unitAbove)],
      issues: read.own.has('コード') ? [] : items.findUnclearTitle(read.levels),
    };
  };
  const draftExisting = (found: FoundIndicator): DraftedIndicator => {
    const { read, entry, origin, id, unit } = found;
    const { notices, issues } = planValues.findOtherPlanValues(entry, id, unit, existing);
    const targets = planValues.listNewTargets(entry, unit, existing.targets.get(id) ?? []);
    const known = [describeExisting(origin, id, read.title, existing), ...describeOtherTimes(read, id, existing)];
    const rows = draftTargets(found, targets, sources.sheet);
    return { indicators: [], targets: rows, notices: [...known, ...notices], issues };
  };
  return { draftNew, draftExisting };
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
  const told = new Map(ofBlocks.map((one) => [`${one.row.line} ${one.index} ${one.text}`, one]));
  const notices: SheetNotice[] = [...above, ...told.values(), ...items.notices];
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
