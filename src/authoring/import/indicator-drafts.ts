import { foldText } from '../../model/japanese-text.ts';
import { getFiscalYearSpan } from '../../notation/calendar.ts';
import { findPeriod } from '../../notation/period.ts';
import type { ItemFinder } from './item-names.ts';
import type { createSimilarFinder, ExistingIndicators } from './match-indicators.ts';
import * as planValues from './plan-values.ts';
import type { FoundInCell } from './plan-values.ts';
import { chooseCellTime, chooseStatedTime } from './proposed-cells.ts';
import { proposeAggregation, proposeDirection, proposeUnit } from './proposed-cells.ts';
import type { CellOrigin, DraftRow, ProposedCell } from './sheet-cells.ts';
import type { SheetCell, SheetEntry, SheetNotice } from './sheet-cells.ts';
import { isNumber, isUnset, readDirection } from './sheet-cells.ts';
import { FURTHER_COLUMNS } from './sheet-heading.ts';
import { findBareYear, getSortDay, hasDays } from './sheet-times.ts';

/** The 出典ID of the plan, the default for indicators, and that of the sheet; empty if the user entered none. */
export type SourceIds = Readonly<Record<'plan' | 'sheet', string>>;

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

/** Quotes the unit of the row above if an indicator has numbers without a unit: it may be theirs. */
function describeUnitAbove({ own, row, results }: SheetEntry, above: SheetCell | undefined): SheetNotice[] {
  const values = [own.get('現状値'), own.get('目標値'), ...results];
  const text = `単位が空です。上の行と同じ「${above?.text ?? ''}」なら、この行にも書いてください。`;
  return above && values.some((cell) => cell && isNumber(cell.text)) ? [{ row, index: above.index, text }] : [];
}

/** An indicator as it is read, and as an `entry` whose numbers have its unit; `unit` is that of an existing one. */
type FoundIndicator = Readonly<{ read: SheetEntry; entry: SheetEntry; origin: CellOrigin; id: string; unit: string }>;

/** The rows of an indicator except its results, and what there is to say about them. */
type DraftedIndicator = Readonly<Record<'indicators' | 'targets', readonly RowWithNotices[]>> & FoundInCell;

/** Creates functions that draft a new indicator, and what an existing one gets besides results: revised targets. */
export function createIndicatorDrafter(
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
