import { foldText } from '../../model/japanese-text.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { createItemFinder } from './item-names.ts';
import { createIndicatorMatcher, createSimilarFinder, type ExistingIndicators } from './match-indicators.ts';
import { findOtherPlanValues, createResultCollector } from './plan-values.ts';
import {
  addCellUnits,
  chooseCellTime,
  chooseStatedTime,
  proposeDirection,
  proposeUnit,
  readDirection,
  separateUnit,
} from './proposed-cells.ts';
import type { CellIssue, CellOrigin, DraftRow, ProposedCell, SheetCell, SheetNote } from './sheet-cells.ts';
import { getCellText, isNumber, isUnset } from './sheet-cells.ts';
import { readBlockEntries, type SheetEntry } from './sheet-entries.ts';
import { findBareYear, findPlan, getSortDay, hasYear } from './sheet-heading.ts';
import { findDivision, findValuesAbove } from './unreadable-layout.ts';

/** The cells of an unfinished row. */
type DraftCells = Readonly<{ cells: Record<string, string>; origins: Record<string, CellOrigin> }>;

/** The 出典ID of the plan, the default for indicators, and that of the sheet; empty if the user entered none. */
type SourceIds = Readonly<Record<'plan' | 'sheet', string>>;

/** Words above a table that say what some or all of its values are: ※黄色のセルは見込み, 速報値. */
const MEANING_ABOVE = /見込|予測|速報|暫定|(?:色|網[掛か]け|太字|斜体|下線)(?:の?(?:セル|部分|欄|文字|数値?)|は)/;

/** Notes cells above a table that say what its values are, or perhaps when its targets are due: they are not read. */
function noteWordsAbove({ above }: SheetBlock, entries: readonly SheetEntry[]): SheetNote[] {
  const isUndated = entries.some(({ own }) => own.has('目標値') && chooseStatedTime(own, '目標値').period === '');
  return above.flatMap((row) =>
    row.cells.flatMap((cell, index) => {
      const text = `表の上の「${getCellText(row, index)}」は読みません。見込みなどの区別や、目標値の時点は、見出しを「目標値（令和9年度）」のように直すか、値のセルに書いてください。セルの色も読みません。`;
      return MEANING_ABOVE.test(cell) || (isUndated && hasYear(cell)) ? { row, index, text } : [];
    }),
  );
}

/**
 * Converts a sheet into rows of `indicators.csv`, `observations.csv` and, if it has several targets for an indicator,
 * `targets.csv`. If an indicator exists already (same id, or else same name), only its new results are added. Ambiguous
 * rows are issues; every proposed or unused cell has a note.
 */
export function importRows(sheet: readonly SheetBlock[], existing: ExistingIndicators, sources: SourceIds) {
  const blocks = sheet.map(readBlockEntries);
  const entries = blocks.flatMap((block) => block.entries);
  const levels = entries.flatMap((entry) => entry.levels);
  const items = createItemFinder(existing.items, levels);
  const above = sheet.flatMap((block, at) => noteWordsAbove(block, blocks[at]?.entries ?? []));
  const notes: SheetNote[] = [...above, ...blocks.flatMap((block) => block.notes), ...items.notes];
  // The tables of a sheet often have the same headings.
  const isSame = (one: CellIssue, other: CellIssue) =>
    one.issue.code === 'unclear-column-year' && other.issue.code === one.issue.code && other.field === one.field;
  // A row with the name of a plan item is the title of the rows below it.
  const isTitle = ({ issue }: CellIssue) => issue.code === 'name-alone' && items.has(String(issue.values.value));
  const issues: CellIssue[] = blocks
    .flatMap((block) => block.issues)
    .filter((one, at, all) => !isTitle(one) && !all.slice(0, at).some((other) => isSame(one, other)));
  const titles = sheet.flatMap(({ title }) => title ?? []);
  // Only as titles, 前期計画 and 後期計画 are two plans: above columns, they are the halves of one.
  const findTitlePlan = (text: string) => findPlan(text) || (/[前後]期(?=(?:基本|実施)?計画)/.exec(text)?.[0] ?? '');
  const division = findDivision(titles, ({ row, index }) => row.cells[index] ?? '', findTitlePlan);
  if (division) issues.push({ ...division.other, field: '', issue: division.issue });
  issues.push(...findValuesAbove(sheet));
  const [indicators, targets]: [DraftRow[], DraftRow[]] = [[], []];
  const results = createResultCollector(existing.results, notes, issues);
  const findMatch = createIndicatorMatcher(entries, existing);
  const findSimilar = createSimilarFinder(existing);
  const usedIds = new Set([...existing.ids, ...entries.map(({ id }) => id)]);
  /** The number of ids that were generated because the sheet has none. */
  let newIds = 0;

  const addNote = ({ row, index }: CellOrigin, text: string) => notes.push({ row, index, text });

  const createId = (): string => {
    newIds += 1;
    let number = newIds;
    while (usedIds.has(`indicator-${number}`)) number += 1;
    usedIds.add(`indicator-${number}`);
    return `indicator-${number}`;
  };

  const noteNew = (origin: CellOrigin, { title, id }: SheetEntry) => {
    const [same] = existing.idsByTitle.get(foldText(title)) ?? [];
    if (id !== '' && same !== undefined)
      addNote(origin, `同じ名前の指標「${same}」（${title}）がありますが、「${id}」を加えます。`);
    const similar = same === undefined ? findSimilar(title) : null;
    if (!similar) return;
    const advice = `同じ指標なら、表に「指標ID」の列を加えて「${similar.id}」と書いてください。このままでは、新しい指標として加えます。`;
    addNote(origin, `「${title}」は、すでにある指標「${similar.id}」（${similar.title}）と名前が似ています。${advice}`);
  };

  /** Indicators with the same name as in the plan have the same text, so the preview shows them in one line. */
  const noteExisting = (origin: CellOrigin, id: string, title: string) => {
    const there = existing.indicators.get(id)?.title ?? title;
    const what =
      foldText(there) === foldText(title)
        ? 'この指標はすでにあります。'
        : `指標「${id}」（${title}）はすでにあります。計画での名前は「${there}」です。`;
    addNote(origin, `${what}その行は変えず、まだない実績だけを加えます。`);
  };

  /** Results of fiscal years and of calendar years, or of days, may be different numbers. */
  const noteOtherTimes = ({ results: cells }: SheetEntry, id: string) => {
    const before = existing.indicators.get(id)?.baseline.period ?? '';
    const isKnown = (period: string) => getSortDay(period) !== '9999' && findBareYear(period) === '';
    const isFiscal = (period: string) => period.includes('年度') || getSortDay(period).endsWith('-03-31');
    const isOther = ({ period }: SheetCell) => isKnown(period) && isFiscal(period) !== isFiscal(before);
    const cell = isKnown(before) ? cells.find(isOther) : undefined;
    const text = `「${id}」の現状値の時点は「${before}」ですが、この表の実績は「${cell?.period ?? ''}」のように書かれています。同じ期間の数か、資料で確かめてください。`;
    if (cell) addNote(cell, text);
  };

  /** Adds a cell that the sheet does not have as such, and says so. */
  const propose = (heading: string, { text, origin, note }: ProposedCell, draft: DraftCells) => {
    if (note) notes.push(note);
    if (text === '') return;
    draft.cells[heading] = text;
    if (origin) draft.origins[heading] = origin;
  };

  const addTime = ({ own }: SheetEntry, heading: '現状値' | '目標値', draft: DraftCells) => {
    const column = `${heading}の時点`;
    const { period, note } = chooseStatedTime(own, heading);
    propose(column, { text: period, origin: own.get(column) ?? own.get(heading) ?? null, note }, draft);
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

  const addIndicator = (entry: SheetEntry, id: string) => {
    const draft: DraftCells = { cells: {}, origins: {} };
    for (const [heading, cell] of entry.own) {
      draft.cells[heading] = heading === '良い方向' ? readDirection(cell.text) : cell.text;
      draft.origins[heading] = cell;
    }
    if (!entry.own.has('コード')) propose('コード', items.proposeCode(entry.levels, entry.row), draft);
    if (!entry.own.has('単位')) propose('単位', proposeUnit(entry), draft);
    if (!entry.own.has('良い方向')) propose('良い方向', proposeDirection(entry, draft.cells.単位 ?? ''), draft);
    const remark = entry.own.get('注記');
    const isSum = /累[計積]|合計/;
    const isSaid = isSum.test(`${entry.title}${draft.cells.集計 ?? ''}${draft.cells.目標値 ?? ''}`);
    const text = `注記に「${remark?.text ?? ''}」とあります。目標値だけが累計なら、目標値のセルに「100人（5年間累計）」のように書いてください。実績も累計なら、「集計」の列に「累計」と書いてください。`;
    if (remark && isSum.test(remark.text) && !isSaid) addNote(remark, text);
    addTime(entry, '現状値', draft);
    addTime(entry, '目標値', draft);
    const cells = { ...draft.cells, 指標ID: id, 出典ID: draft.cells.出典ID ?? (sources.sheet || sources.plan) };
    indicators.push({ cells, row: entry.row, origins: draft.origins });
    for (const cell of entry.interim) if (!isUnset(cell.text)) addInterim(cell, id);
  };

  /** Ids and names of the sheet. */
  const named = new Set<string>();
  const firsts = new Set(blocks.map((block) => block.entries[0]));
  let lastUnit: SheetCell | undefined;
  for (const printed of entries) {
    // Cells merged over several rows are saved as CSV with empty cells below the first.
    const above = printed.own.has('単位') || firsts.has(printed) ? undefined : lastUnit;
    lastUnit = printed.own.get('単位') ?? above;
    const read = separateUnit(printed, notes);
    const origin = { row: read.row, index: read.own.get('名称')?.index ?? 0 };
    named.add(read.id).add(foldText(read.title));
    const match = findMatch(read);
    if (match.is === 'unclear') {
      issues.push({ ...origin, field: '名称', issue: match.issue });
      continue;
    }
    const isNew = match.is === 'new';
    const id = match.id === '' ? createId() : match.id;
    // The unit of one value is not the unit of the bare numbers of an indicator that has a unit.
    const proposed = isNew ? proposeUnit(read).text : findBracketedUnit(read.title);
    const stated = read.own.get('単位')?.text ?? proposed;
    const unit = isNew ? '' : (existing.indicators.get(id)?.unit ?? '');
    const written = isNew ? read : { ...read, own: new Map(), interim: [] };
    const { entry, notes: unitNotes } = addCellUnits(written, stated, unit || stated);
    notes.push(...unitNotes);
    if (isNew) {
      noteNew(origin, read);
      if (!entry.own.has('現状値') && !entry.own.has('目標値'))
        addNote(origin, `「${read.title}」には現状値も目標値もありません。指標でない行なら、表から除いてください。`);
      const values = [read.own.get('現状値'), read.own.get('目標値'), ...read.results];
      const text = `単位が空です。上の行と同じ「${above?.text ?? ''}」なら、この行にも書いてください。`;
      const isLost = above && stated === '' && values.some((cell) => cell && isNumber(cell.text));
      if (isLost) addNote({ row: read.row, index: above.index }, text);
      addIndicator(entry, id);
    } else {
      noteExisting(origin, id, read.title);
      noteOtherTimes(read, id);
      const compared = addCellUnits(read, stated, unit || stated).entry;
      issues.push(...findOtherPlanValues(compared, id, unit, existing, notes));
    }
    for (const cell of entry.results) results.add(cell, id, isNew ? '' : sources.sheet, unit);
  }
  const missing = [...existing.idsByTitle].flatMap(([key, ids]) =>
    named.has(key) ? [] : ids.flatMap((id) => (named.has(id) ? [] : (existing.indicators.get(id)?.title ?? []))),
  );
  // A sheet that has none of the existing indicators is about others.
  const missingTitles = missing.length < existing.indicators.size ? missing : [];
  return { indicators, observations: results.rows, targets, notes, issues, newIds, missingTitles };
}

/** The rows that a sheet is converted into. */
export type ImportResult = Readonly<ReturnType<typeof importRows>>;

/** Returns sentences about generated ids and about existing indicators that the sheet lacks, if there are any. */
export function describeIndicators({ newIds, missingTitles }: ImportResult): string[] {
  const names = missingTitles.map((title) => `「${title}」`);
  if (names.length > 5) names.splice(5, names.length, 'など');
  const made = `指標IDの列がないか空なので、${newIds}件のIDをつくりました。公開する前なら、意味のわかるIDに変えられます。`;
  const lacking = `この計画の指標のうち${missingTitles.length}件は、この表にありません（${names.join('')}）。いまのまま残します。`;
  return [...(newIds > 0 ? [made] : []), ...(names.length > 0 ? [lacking] : [])];
}
