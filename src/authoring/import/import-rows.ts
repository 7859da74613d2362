import { findBracketedUnit } from '../../notation/printed-unit.ts';
import type { IndicatorSheet } from './indicator-sheet.ts';
import { ItemNames } from './item-names.ts';
import { createIndicatorMatcher, createSimilarFinder, type ExistingIndicators } from './match-indicators.ts';
import {
  addCellUnits,
  chooseCellTime,
  chooseStatedTime,
  proposeDirection,
  proposeUnit,
  readDirection,
  separateUnit,
} from './proposed-cells.ts';
import { findOtherPlanValues, createResultCollector } from './plan-values.ts';
import { readBlockEntries, type SheetEntry } from './sheet-entries.ts';
import type { CellIssue, CellOrigin, DraftRow, ProposedCell, SheetCell, SheetNote } from './sheet-cells.ts';
import { findDivision } from './unreadable-layout.ts';
import { foldText } from '../../model/japanese-text.ts';

/** The cells of an unfinished row. */
interface DraftCells {
  readonly cells: Record<string, string>;
  readonly origins: Record<string, CellOrigin>;
}

/** The 出典ID of the plan, the default for indicators, and that of the sheet; empty if the user entered none. */
type SourceIds = Readonly<Record<'plan' | 'sheet', string>>;

/** Converts the indicators of a sheet into rows of the plan's files. */
class Importer {
  readonly indicators: DraftRow[] = [];
  readonly observations: readonly DraftRow[];
  readonly targets: DraftRow[] = [];
  readonly notes: SheetNote[];
  readonly issues: CellIssue[];
  /** The number of ids that were generated because the sheet has none. */
  newIds = 0;
  readonly #existing: ExistingIndicators;
  readonly #sources: SourceIds;
  readonly #results: ReturnType<typeof createResultCollector>;
  readonly #typed: ReadonlySet<string>;
  readonly #match: ReturnType<typeof createIndicatorMatcher>;
  readonly #findSimilar: ReturnType<typeof createSimilarFinder>;
  readonly #items: ItemNames;
  #number = 0;

  constructor(sheet: IndicatorSheet, existing: ExistingIndicators, sources: SourceIds) {
    this.#existing = existing;
    this.#sources = sources;
    const blocks = sheet.blocks.map(readBlockEntries);
    this.notes = blocks.flatMap(({ notes }) => notes);
    const entries = blocks.flatMap((block) => block.entries);
    const levels = entries.flatMap((entry) => entry.levels);
    this.#items = new ItemNames(existing.items, levels);
    this.notes.push(...this.#items.notes);
    // The tables of a sheet often have the same headings.
    const isSame = (one: CellIssue, other: CellIssue) =>
      one.issue.code === 'unclear-column-year' && other.issue.code === one.issue.code && other.field === one.field;
    // A row with the name of a plan item is the title of the rows below it.
    const isTitle = ({ issue }: CellIssue) =>
      issue.code === 'name-alone' && this.#items.has(String(issue.values.value));
    this.issues = blocks
      .flatMap(({ issues }) => issues)
      .filter((one, at, all) => !isTitle(one) && !all.slice(0, at).some((other) => isSame(one, other)));
    const titles = sheet.blocks.flatMap(({ title }) => title ?? []);
    const division = findDivision(titles, ({ row, index }) => row.cells[index] ?? '');
    if (division) this.issues.push({ ...division.other, field: '', issue: division.issue });
    this.#typed = new Set(entries.map(({ id }) => id));
    this.#findSimilar = createSimilarFinder(existing);
    this.#results = createResultCollector(existing.results, this.notes, this.issues);
    this.observations = this.#results.rows;
    this.#match = createIndicatorMatcher(entries, existing);
    for (const entry of entries) this.#take(entry);
  }

  #note({ row, index }: CellOrigin, text: string): void {
    this.notes.push({ row, index, text });
  }

  #newId(): string {
    this.newIds += 1;
    for (;;) {
      this.#number += 1;
      const id = `indicator-${this.#number}`;
      if (!this.#existing.ids.has(id) && !this.#typed.has(id)) return id;
    }
  }

  #take(printed: SheetEntry): void {
    const read = separateUnit(printed, this.notes);
    const origin = { row: read.row, index: read.own.get('名称')?.index ?? 0 };
    const match = this.#match(read);
    if (match.is === 'unclear') {
      this.issues.push({ ...origin, field: '名称', issue: match.issue });
      return;
    }
    const isNew = match.is === 'new';
    const id = match.id === '' ? this.#newId() : match.id;
    // The unit of one value is not the unit of the bare numbers of an indicator that has a unit.
    const proposed = isNew ? proposeUnit(read).text : findBracketedUnit(read.title);
    const stated = read.own.get('単位')?.text ?? proposed;
    const unit = isNew ? '' : (this.#existing.units.get(id) ?? '');
    const written = isNew ? read : { ...read, own: new Map(), interim: [] };
    const { entry, notes } = addCellUnits(written, stated, unit === '' ? stated : unit);
    this.notes.push(...notes);
    if (isNew) {
      this.#noteNew(origin, read);
      if (!entry.own.has('現状値') && !entry.own.has('目標値'))
        this.#note(origin, `「${read.title}」には現状値も目標値もありません。指標でない行なら、表から除いてください。`);
      this.#addIndicator(entry, id);
    } else {
      this.#noteExisting(origin, id, read.title);
      const compared = addCellUnits(read, stated, unit === '' ? stated : unit).entry;
      this.issues.push(...findOtherPlanValues(compared, id, unit, this.#existing));
    }
    for (const cell of entry.results) this.#results.add(cell, id, isNew ? '' : this.#sources.sheet, unit);
  }

  #noteNew(origin: CellOrigin, { title, id }: SheetEntry): void {
    const [same] = this.#existing.idsByTitle.get(foldText(title)) ?? [];
    if (id !== '' && same !== undefined)
      this.#note(origin, `同じ名前の指標「${same}」（${title}）がありますが、「${id}」を加えます。`);
    const similar = same === undefined ? this.#findSimilar(title) : null;
    if (similar)
      this.#note(
        origin,
        `「${title}」は、すでにある指標「${similar.id}」（${similar.title}）と名前が似ています。同じ指標なら、表に「指標ID」の列を加えて「${similar.id}」と書いてください。このままでは、新しい指標として加えます。`,
      );
  }

  /** Indicators with the same name as in the plan have the same text, so the preview shows them in one line. */
  #noteExisting(origin: CellOrigin, id: string, title: string): void {
    const there = this.#existing.titles.get(id) ?? title;
    const isSame = foldText(there) === foldText(title);
    const what = isSame
      ? 'この指標はすでにあります。'
      : `指標「${id}」（${title}）はすでにあります。計画での名前は「${there}」です。`;
    this.#note(origin, `${what}その行は変えず、まだない実績だけを加えます。`);
  }

  /** Adds a cell that the sheet does not have as such, and says so. */
  #propose(heading: string, { text, origin, note }: ProposedCell, row: DraftCells): void {
    if (note) this.notes.push(note);
    if (text === '') return;
    row.cells[heading] = text;
    if (origin) row.origins[heading] = origin;
  }

  #addIndicator(entry: SheetEntry, id: string): void {
    const draft: DraftCells = { cells: {}, origins: {} };
    for (const [heading, cell] of entry.own) {
      draft.cells[heading] = heading === '良い方向' ? readDirection(cell.text) : cell.text;
      draft.origins[heading] = cell;
    }
    if (!entry.own.has('コード')) this.#propose('コード', this.#items.proposeCode(entry.levels, entry.row), draft);
    if (!entry.own.has('単位')) this.#propose('単位', proposeUnit(entry), draft);
    if (!entry.own.has('良い方向')) this.#propose('良い方向', proposeDirection(entry, draft.cells.単位 ?? ''), draft);
    this.#addTime(entry, '現状値', draft);
    this.#addTime(entry, '目標値', draft);
    const { plan, sheet } = this.#sources;
    const source = draft.cells.出典ID ?? (sheet || plan);
    const cells = { ...draft.cells, 指標ID: id, 出典ID: source };
    this.indicators.push({ cells, row: entry.row, origins: draft.origins });
    for (const cell of entry.interim) this.#addInterim(cell, id);
  }

  /** Adds the time of the baseline or the target. */
  #addTime({ own }: SheetEntry, heading: '現状値' | '目標値', { cells, origins }: DraftCells): void {
    const column = `${heading}の時点`;
    const origin = own.get(column) ?? own.get(heading);
    const { period, note } = chooseStatedTime(own, heading);
    if (note) this.notes.push(note);
    if (period === '' || !origin) return;
    cells[column] = period;
    origins[column] = origin;
  }

  #addInterim(cell: SheetCell, id: string): void {
    const { period, note } = chooseCellTime(cell, 'target', cell.period);
    if (note) this.notes.push(note);
    if (period === '')
      this.#note(
        cell,
        `中間の目標「${cell.text}」の時点がわかりません。targets.csv の「目標値の時点」に書いてください。`,
      );
    this.targets.push({
      cells: { 指標ID: id, 目標値: cell.text, 目標値の時点: period, 種類: '中間' },
      row: cell.row,
      origins: { 目標値: cell, 目標値の時点: cell },
    });
  }
}

/** The rows that a sheet is converted into. */
export type ImportResult = Pick<Importer, 'indicators' | 'observations' | 'targets' | 'notes' | 'issues' | 'newIds'>;

/** Returns the sentence about generated ids; none if there are none. */
export const describeNewIds = ({ newIds }: ImportResult): string[] =>
  newIds === 0
    ? []
    : [`指標IDの列がないか空なので、${newIds}件のIDをつくりました。公開する前に、意味のわかるIDにできます。`];

/**
 * Converts a sheet into rows of `indicators.csv`, `observations.csv` and, if it has several targets for an indicator,
 * `targets.csv`. If an indicator exists already (same id, or else same name), only its new results are added. Ambiguous
 * rows are issues; every proposed or unused cell has a note.
 */
export function importRows(sheet: IndicatorSheet, existing: ExistingIndicators, sources: SourceIds): ImportResult {
  return new Importer(sheet, existing, sources);
}
