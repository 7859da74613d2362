import type { Row } from '../read/rows.ts';
import type { Cells } from '../write/rows.ts';
import { sortColumns, type Columns } from './columns.ts';
import { resultKey, titleKey, type Existing } from './existing.ts';
import { cellText, type Sheet, type SheetColumn } from './sheet.ts';

/** A row to write, and where in the sheet its cells come from. */
export interface Drafted {
  readonly cells: Cells;
  readonly row: Row;
  /** The column of the sheet, from 0, that each cell was taken from; a cell that was made has none. */
  readonly from: Readonly<Record<string, number>>;
}

/** Something about the sheet that a person should know. */
interface Note {
  readonly row: Row;
  readonly index: number;
  readonly text: string;
}

/** The 出典ID that values get. */
export interface SourceIds {
  /** Of the plan itself, for indicators of which nothing else is said. */
  readonly plan: string;
  /** Of the sheet, where somebody said it; empty otherwise. */
  readonly sheet: string;
}

/** What sheets write for 良い方向. */
const DIRECTIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[↑↗⬆⇧]|増|増やす|上げる|上昇|向上)$/u, '増加'],
  [/^(?:[↓↘⬇⇩]|減|減らす|下げる|低下|縮小)$/u, '減少'],
  [/^(?:→|維持する|現状維持|横ばい)$/u, '維持'],
];

function written(heading: string, text: string): string {
  const known = heading === '良い方向' ? DIRECTIONS.find(([form]) => form.test(text)) : undefined;
  return known?.[1] ?? text;
}

/** Turns the rows of a sheet into rows of the plan's files. */
class Importer {
  readonly indicators: Drafted[] = [];
  readonly observations: Drafted[] = [];
  readonly targets: Drafted[] = [];
  readonly notes: Note[] = [];
  /** How many ids were made, because the sheet gives none. */
  made = 0;
  readonly #columns: Columns;
  readonly #existing: Existing;
  readonly #sources: SourceIds;
  readonly #results: Set<string>;
  readonly #typed: ReadonlySet<string>;
  #number = 0;

  constructor(sheet: Sheet, existing: Existing, sources: SourceIds) {
    this.#columns = sortColumns(sheet);
    this.#existing = existing;
    this.#sources = sources;
    this.#results = new Set(existing.results);
    this.#typed = new Set(sheet.rows.map((row) => this.#text(row, '指標ID')));
    for (const row of sheet.rows) this.#take(row);
  }

  #text(row: Row, heading: string): string {
    return cellText(row, this.#columns.own.get(heading)?.index);
  }

  #note(row: Row, index: number, text: string): void {
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

  #take(row: Row): void {
    const { own, results, interim } = this.#columns;
    const values = [own.get('現状値'), own.get('目標値'), ...results, ...interim];
    const hasValues = values.some((column) => cellText(row, column?.index) !== '');
    const title = this.#text(row, '名称');
    const place = own.get('名称')?.index ?? 0;
    if (title === '' || !hasValues) {
      if (title !== '') this.#note(row, place, `「${title}」の行には値がないので、使いません。`);
      else if (hasValues) this.#note(row, place, '指標の名前が空なので、この行は使いません。');
      return;
    }
    const typed = this.#text(row, '指標ID');
    const { ids, titles } = this.#existing;
    const known = typed === '' ? titles.get(titleKey(title)) : ids.has(typed) ? typed : undefined;
    const id = known ?? (typed === '' ? this.#newId() : typed);
    if (known === undefined) this.#addIndicator(row, id);
    else
      this.#note(
        row,
        place,
        `指標「${id}」（${title}）はすでにあります。その行は変えず、まだない実績だけを加えます。`,
      );
    for (const column of results)
      this.#addResult(row, id, column, known === undefined ? '' : this.#sources.sheet);
  }

  #addIndicator(row: Row, id: string): void {
    const cells: Record<string, string> = {};
    const from: Record<string, number> = {};
    for (const [heading, { index, meaning }] of this.#columns.own) {
      const text = cellText(row, index);
      const time = `${heading}の時点`;
      cells[heading] = written(heading, text);
      from[heading] = index;
      if (!meaning?.period || text === '' || this.#columns.own.has(time)) continue;
      cells[time] = meaning.period;
      from[time] = index;
    }
    const { plan, sheet } = this.#sources;
    const source = cells.出典ID === undefined || cells.出典ID === '' ? sheet || plan : cells.出典ID;
    this.indicators.push({ cells: { ...cells, 指標ID: id, 出典ID: source }, row, from });
    for (const { index, meaning } of this.#columns.interim) {
      const value = cellText(row, index);
      const target = { 指標ID: id, 目標値: value, 目標値の時点: meaning?.period ?? '', 種類: '中間' };
      if (value !== '')
        this.targets.push({ cells: target, row, from: { 目標値: index, 目標値の時点: index } });
    }
  }

  #addResult(row: Row, id: string, { index, meaning }: SheetColumn, source: string): void {
    const value = cellText(row, index);
    const period = meaning?.period ?? '';
    if (value === '') return;
    const key = resultKey(id, period);
    if (this.#results.has(key)) {
      this.#note(row, index, `「${id}」の${period}の実績はすでにあるので、書きません。`);
      return;
    }
    this.#results.add(key);
    const cells = { 指標ID: id, 時点: period, 値: value, 出典ID: source };
    this.observations.push({ cells, row, from: { 値: index, 時点: index } });
  }
}

/** What a sheet becomes. */
export type Imported = Pick<Importer, 'indicators' | 'observations' | 'targets' | 'notes' | 'made'>;

/**
 * Turns the rows of a sheet into rows of `indicators.csv`, of `observations.csv` and, where there is more than one
 * column of targets, of `targets.csv`. An indicator that is there already, by its id or else by its name, is not
 * written again; its new results are.
 */
export function importRows(sheet: Sheet, existing: Existing, sources: SourceIds): Imported {
  return new Importer(sheet, existing, sources);
}
