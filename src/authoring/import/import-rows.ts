import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import type { RowCells } from '../csv-writer.ts';
import { mapColumns, type ColumnMapping } from './column-mapping.ts';
import {
  createIndicatorMatcher,
  createResultKey,
  createTitleKey,
  type ExistingIndicators,
  type RowIdentity,
} from './match-indicators.ts';
import { getCellText, type IndicatorSheet, type SheetColumn } from './indicator-sheet.ts';
import { selectIndicatorRows, type SheetNote } from './indicator-rows.ts';

/** Notations of 良い方向 in sheets, and the word for each in our files. */
const DIRECTIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[↑↗⬆⇧]|増|増やす|上げる|上昇|向上)$/u, '増加'],
  [/^(?:[↓↘⬇⇩]|減|減らす|下げる|低下|縮小)$/u, '減少'],
  [/^(?:→|維持する|現状維持|横ばい)$/u, '維持'],
];

/**
 * Returns a direction in the notation of our files. Unknown words stay unchanged, so that the validation reports them.
 * @example readDirection('↑') // → 増加
 */
function readDirection(text: string): string {
  return DIRECTIONS.find(([form]) => form.test(text))?.[1] ?? text;
}

/** A row to write, with the origin of its cells in the sheet. */
export interface DraftRow {
  readonly cells: RowCells;
  readonly row: InputRow;
  /** The column of the sheet, from 0, of each cell. Generated cells have none. */
  readonly sourceIndexes: Readonly<Record<string, number>>;
}

/** An issue of a cell of a sheet. */
export interface CellIssue {
  readonly row: InputRow;
  readonly index: number;
  readonly field: string;
  readonly issue: Issue;
}

/** The 出典ID of imported values. */
export interface SourceIds {
  /** The 出典ID of the plan, as the default for indicators. */
  readonly plan: string;
  /** The 出典ID of the sheet, if the user entered it; otherwise empty. */
  readonly sheet: string;
}

/** Converts the rows of a sheet into rows of the plan's files. */
class Importer {
  readonly indicators: DraftRow[] = [];
  readonly observations: DraftRow[] = [];
  readonly targets: DraftRow[] = [];
  readonly notes: SheetNote[];
  readonly issues: CellIssue[] = [];
  /** The number of ids that were generated because the sheet has none. */
  made = 0;
  readonly #columns: ColumnMapping;
  readonly #existing: ExistingIndicators;
  readonly #sources: SourceIds;
  /** The results of the sheet so far. */
  readonly #results = new Map<string, { line: number; value: string }>();
  readonly #typed: ReadonlySet<string>;
  readonly #match: ReturnType<typeof createIndicatorMatcher>;
  #number = 0;

  constructor(sheet: IndicatorSheet, existing: ExistingIndicators, sources: SourceIds) {
    this.#columns = mapColumns(sheet);
    this.#existing = existing;
    this.#sources = sources;
    this.#typed = new Set(sheet.rows.map((row) => this.#text(row, '指標ID')));
    const { used, leftOut } = selectIndicatorRows(sheet.rows, this.#columns);
    this.notes = [...leftOut];
    this.#match = createIndicatorMatcher(
      used.map((row) => this.#named(row)),
      existing,
    );
    for (const row of used) this.#take(row);
  }

  #text(row: InputRow, heading: string): string {
    return getCellText(row, this.#columns.own.get(heading)?.index);
  }

  get #place(): number {
    return this.#columns.own.get('名称')?.index ?? 0;
  }

  #note(row: InputRow, index: number, text: string): void {
    this.notes.push({ row, index, text });
  }

  #newId(): string {
    this.made += 1;
    for (;;) {
      this.#number += 1;
      const id = `indicator-${this.#number}`;
      if (!this.#existing.ids.has(id) && !this.#typed.has(id)) return id;
    }
  }

  #named(row: InputRow): RowIdentity {
    return { title: this.#text(row, '名称'), id: this.#text(row, '指標ID'), line: row.line };
  }

  #take(row: InputRow): void {
    const named = this.#named(row);
    const match = this.#match(named);
    if (match.is === 'unclear') {
      this.issues.push({ row, index: this.#place, field: '名称', issue: match.issue });
      return;
    }
    const isNew = match.is === 'new';
    const id = match.id === '' ? this.#newId() : match.id;
    if (isNew) {
      this.#noteNew(row, named);
      this.#noteGoals(row, named.title);
      this.#addIndicator(row, id);
    } else this.#noteThere(row, id, named.title);
    for (const column of this.#columns.results) this.#addResult(row, id, column, isNew ? '' : this.#sources.sheet);
  }

  #noteNew(row: InputRow, { title, id }: RowIdentity): void {
    const [same] = this.#existing.idsByTitle.get(createTitleKey(title)) ?? [];
    if (id !== '' && same !== undefined)
      this.#note(row, this.#place, `同じ名前の指標「${same}」（${title}）がありますが、「${id}」を加えます。`);
  }

  #noteGoals(row: InputRow, title: string): void {
    const { own } = this.#columns;
    const goals = [own.get('現状値'), own.get('目標値')].map((column) => getCellText(row, column?.index));
    if (goals.every((text) => text === ''))
      this.#note(
        row,
        this.#place,
        `「${title}」には現状値も目標値もありません。指標でない行なら、表から除いてください。`,
      );
  }

  #noteThere(row: InputRow, id: string, title: string): void {
    const there = this.#existing.titles.get(id) ?? title;
    const other = createTitleKey(there) === createTitleKey(title) ? '' : `計画での名前は「${there}」です。`;
    this.#note(
      row,
      this.#place,
      `指標「${id}」（${title}）はすでにあります。${other}その行は変えず、まだない実績だけを加えます。`,
    );
  }

  #addIndicator(row: InputRow, id: string): void {
    const cells: Record<string, string> = {};
    const from: Record<string, number> = {};
    for (const [heading, { index, meaning }] of this.#columns.own) {
      const text = getCellText(row, index);
      const time = `${heading}の時点`;
      cells[heading] = heading === '良い方向' ? readDirection(text) : text;
      from[heading] = index;
      if (!meaning?.period || text === '' || this.#columns.own.has(time)) continue;
      cells[time] = meaning.period;
      from[time] = index;
    }
    const { plan, sheet } = this.#sources;
    const source = cells.出典ID === undefined || cells.出典ID === '' ? sheet || plan : cells.出典ID;
    this.indicators.push({ cells: { ...cells, 指標ID: id, 出典ID: source }, row, sourceIndexes: from });
    for (const { index, meaning } of this.#columns.interim) {
      const value = getCellText(row, index);
      const target = { 指標ID: id, 目標値: value, 目標値の時点: meaning?.period ?? '', 種類: '中間' };
      if (value !== '')
        this.targets.push({ cells: target, row, sourceIndexes: { 目標値: index, 目標値の時点: index } });
    }
  }

  #addResult(row: InputRow, id: string, { index, meaning }: SheetColumn, source: string): void {
    const value = getCellText(row, index);
    const period = meaning?.period ?? '';
    if (value === '') return;
    const key = createResultKey(id, period);
    const there = this.#existing.results.get(key);
    if (there !== undefined) {
      const other = there === value ? '' : `（「${there}」。表では「${value}」）`;
      this.#note(row, index, `「${id}」の${period}の実績はすでにある${other}ので、書きません。`);
      return;
    }
    const before = this.#results.get(key);
    if (before) {
      const values = { line: before.line, before: before.value, value };
      this.issues.push({ row, index, field: '値', issue: createIssue('repeated-observation', values) });
      return;
    }
    this.#results.set(key, { line: row.line, value });
    const cells = { 指標ID: id, 時点: period, 値: value, 出典ID: source };
    this.observations.push({ cells, row, sourceIndexes: { 値: index, 時点: index } });
  }
}

/** The rows that a sheet is converted into. */
export type ImportResult = Pick<Importer, 'indicators' | 'observations' | 'targets' | 'notes' | 'issues' | 'made'>;

/**
 * Converts the rows of a sheet into rows of `indicators.csv`, `observations.csv` and, if the sheet has several columns
 * of targets, `targets.csv`. If an indicator exists already (same id, or else same name), only its new results are
 * added. Ambiguous rows are issues.
 */
export function importRows(sheet: IndicatorSheet, existing: ExistingIndicators, sources: SourceIds): ImportResult {
  return new Importer(sheet, existing, sources);
}
