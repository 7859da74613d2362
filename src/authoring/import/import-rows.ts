import { findBracketedUnit } from '../../notation/printed-unit.ts';
import type { IndicatorSheet } from './indicator-sheet.ts';
import { createItemNames, type ItemNames } from './item-names.ts';
import {
  createIndicatorMatcher,
  createSimilarFinder,
  type ExistingIndicators,
  type RowIdentity,
} from './match-indicators.ts';
import {
  addCellUnits,
  chooseCellTime,
  chooseStatedTime,
  proposeDirection,
  proposeUnit,
  readDirection,
} from './proposed-cells.ts';
import { findOtherPlanValues } from './plan-values.ts';
import { createResultCollector } from './result-collector.ts';
import { readBlockEntries, type SheetEntry } from './sheet-entries.ts';
import type { CellOrigin, DraftRow, ProposedCell, SheetCell, SheetNote } from './sheet-cells.ts';
import { foldText } from '../../model/japanese-text.ts';

/** The 出典ID of imported values. */
export interface SourceIds {
  /** The 出典ID of the plan, as the default for indicators. */
  readonly plan: string;
  /** The 出典ID of the sheet, if the user entered it; otherwise empty. */
  readonly sheet: string;
}

/** The rows that a sheet is converted into. */
export type ImportResult = Readonly<ReturnType<typeof importRows>>;

/** Returns the sentence about generated ids; none if there are none. */
export const describeNewIds = ({ newIds }: ImportResult): string[] =>
  newIds === 0
    ? []
    : [`指標IDの列がないか空なので、${newIds}件のIDをつくりました。公開する前に、意味のわかるIDにできます。`];

const identify = ({ title, id, row }: SheetEntry): RowIdentity => ({ title, id, line: row.line });

/** Returns what the user should know of a new indicator, if an existing one has the same or a similar name. */
function describeNewIndicator(
  { title, id }: RowIdentity,
  { idsByTitle }: ExistingIndicators,
  findSimilar: ReturnType<typeof createSimilarFinder>,
): string | null {
  const [same] = idsByTitle.get(foldText(title)) ?? [];
  if (same !== undefined)
    return id === '' ? null : `同じ名前の指標「${same}」（${title}）がありますが、「${id}」を加えます。`;
  const similar = findSimilar(title);
  return (
    similar &&
    `「${title}」は、すでにある指標「${similar.id}」（${similar.title}）と名前が似ています。同じ指標なら、表に「指標ID」の列を加えて「${similar.id}」と書いてください。このままでは、新しい指標として加えます。`
  );
}

/** Indicators with the same name as in the plan have the same text, so the preview shows them in one line. */
function describeKnownIndicator(id: string, title: string, { titles }: ExistingIndicators): string {
  const there = titles.get(id) ?? title;
  const isSame = foldText(there) === foldText(title);
  const what = isSame
    ? 'この指標はすでにあります。'
    : `指標「${id}」（${title}）はすでにあります。計画での名前は「${there}」です。`;
  return `${what}その行は変えず、まだない実績だけを加えます。`;
}

/** Returns the cells of a new indicator without its id, and adds notes on those that the sheet does not have as such. */
function proposeCells(entry: SheetEntry, items: ItemNames, notes: SheetNote[]) {
  const { own, levels, row } = entry;
  const cells: Record<string, string> = {};
  const origins: Record<string, CellOrigin> = {};
  for (const [heading, cell] of own) {
    cells[heading] = heading === '良い方向' ? readDirection(cell.text) : cell.text;
    origins[heading] = cell;
  }
  const propose = (heading: string, { text, origin, note }: ProposedCell) => {
    if (note) notes.push(note);
    if (text === '') return;
    cells[heading] = text;
    if (origin) origins[heading] = origin;
  };
  if (!own.has('コード')) propose('コード', items.proposeCode(levels, row));
  if (!own.has('単位')) propose('単位', proposeUnit(entry));
  if (!own.has('良い方向')) propose('良い方向', proposeDirection(entry, cells.単位 ?? ''));
  for (const heading of ['現状値', '目標値'] as const) {
    const column = `${heading}の時点`;
    const { period, note } = chooseStatedTime(own, heading);
    propose(column, { text: period, origin: own.get(column) ?? own.get(heading) ?? null, note });
  }
  return { cells, origins };
}

/**
 * Converts a sheet into rows of `indicators.csv`, `observations.csv` and, if it has several targets for an indicator,
 * `targets.csv`. If an indicator exists already (same id, or else same name), only its new results are added. Ambiguous
 * rows are issues; every proposed or unused cell has a note.
 */
export function importRows(sheet: IndicatorSheet, existing: ExistingIndicators, sources: SourceIds) {
  const blocks = sheet.blocks.map(readBlockEntries);
  const entries = blocks.flatMap((block) => block.entries);
  const levels = entries.flatMap((entry) => entry.levels);
  const items = createItemNames(existing.items, levels);
  const notes: SheetNote[] = [...blocks.flatMap((block) => block.notes), ...items.notes];
  const years = new Set<string>();
  const issues = blocks
    .flatMap((block) => block.issues)
    .filter(({ field, issue }) => {
      // The tables of a sheet often have the same headings.
      const isRepeated = issue.code === 'unclear-column-year' && years.has(field);
      years.add(field);
      return !isRepeated;
    });
  const indicators: DraftRow[] = [];
  const targets: DraftRow[] = [];
  const results = createResultCollector(existing.results, notes, issues);
  const matchIndicator = createIndicatorMatcher(entries.map(identify), existing);
  const findSimilar = createSimilarFinder(existing);
  const ids = new Set([...existing.ids, ...entries.map(({ id }) => id)]);
  /** The number of ids that were generated because the sheet has none. */
  let newIds = 0;
  let number = 0;

  const addNote = ({ row, index }: CellOrigin, text: string) => {
    notes.push({ row, index, text });
  };

  const createId = (): string => {
    newIds += 1;
    do number += 1;
    while (ids.has(`indicator-${number}`));
    return `indicator-${number}`;
  };

  const addInterim = (cell: SheetCell, id: string) => {
    const { period, note } = chooseCellTime(cell, 'target', cell.period);
    if (note) notes.push(note);
    if (period === '')
      addNote(cell, `中間の目標「${cell.text}」の時点がわかりません。targets.csv の「目標値の時点」に書いてください。`);
    targets.push({
      cells: { 指標ID: id, 目標値: cell.text, 目標値の時点: period, 種類: '中間' },
      row: cell.row,
      origins: { 目標値: cell, 目標値の時点: cell },
    });
  };

  for (const read of entries) {
    const named = identify(read);
    const place = { row: read.row, index: read.own.get('名称')?.index ?? 0 };
    const match = matchIndicator(named);
    if (match.is === 'unclear') {
      issues.push({ ...place, field: '名称', issue: match.issue });
      continue;
    }
    const isNew = match.is === 'new';
    const id = match.id === '' ? createId() : match.id;
    // A unit beside one value says nothing about the bare numbers of an indicator with a unit.
    const proposed = isNew ? proposeUnit(read).text : findBracketedUnit(read.title);
    const stated = read.own.get('単位')?.text ?? proposed;
    const unit = isNew ? '' : (existing.units.get(id) ?? '');
    const written = isNew ? read : { ...read, own: new Map(), interim: [] };
    const { entry, notes: unitNotes } = addCellUnits(written, stated, unit === '' ? stated : unit);
    notes.push(...unitNotes);
    if (isNew) {
      const about = describeNewIndicator(named, existing, findSimilar);
      if (about !== null) addNote(place, about);
      if (!entry.own.has('現状値') && !entry.own.has('目標値'))
        addNote(place, `「${named.title}」には現状値も目標値もありません。指標でない行なら、表から除いてください。`);
      const { cells, origins } = proposeCells(entry, items, notes);
      const source = cells.出典ID ?? (sources.sheet || sources.plan);
      indicators.push({ cells: { ...cells, 指標ID: id, 出典ID: source }, row: entry.row, origins });
      for (const cell of entry.interim) addInterim(cell, id);
    } else {
      addNote(place, describeKnownIndicator(id, named.title, existing));
      const compared = addCellUnits(read, stated, unit === '' ? stated : unit).entry;
      issues.push(...findOtherPlanValues(compared, id, unit, existing));
    }
    for (const cell of entry.results) results.add(cell, id, isNew ? '' : sources.sheet, unit);
  }
  return { indicators, observations: results.rows, targets, notes, issues, newIds };
}
