import type { InputRow } from '../../input/input-rows.ts';
import { memoizeByValue } from '../../model/collections.ts';
import { foldText } from '../../model/japanese-text.ts';
import { findBracketedUnit, removeBracketedUnits } from '../../notation/printed-unit.ts';
import type { SheetBlock } from './indicator-sheet.ts';
import { getCellText, listColumnIndexes } from './sheet-cells.ts';
import { isNameColumn, isValueColumn, isYearAlone } from './sheet-columns.ts';

/** What the values of a row are: targets, results, or something else such as 達成率. */
type RowKind = 'target' | 'result' | 'other';

const ROW_KINDS: readonly (readonly [RowKind, RegExp])[] = [
  ['target', /^(?:年[度次](?:別|ごと)?の?)?(?:成果|数値|年度)?(?:目標|計画)(?:数値?|値)?$|^目$/],
  ['result', /^(?:年度|成果|活動)?(?:実績|結果)(?:数値?|値)?$|^実$/],
  ['other', /^(?:目標|計画|年度|累計)?(?:達成|進捗|伸び|増減|実施|執行)(?:率|度|状況|割合|値)?$/], // 累計達成率, 進捗率
  // 対前年度比, 計画比, 前年度比増減, 前年度実績
  ['other', /^対?(?:計画|目標|基準年?度?|前年度?|前年同[期月]|前期)(?:比較?|差|比?(?:の?増減|伸び)(?:率|数|額)?)$/],
  ['other', /^対[令平RH]?[\d和成]+年?度?[比差]$|^前年度?(?:実績値?)?$|^増減数$/],
  ['other', /^[A-Ca-c1-3][/÷][A-Ca-c1-3](?:[×x]100)?$/], // B/A, ②/①
  ['other', /^(?:比較|差|差引|評価|備考|判定|順位)$/],
  // Plans for children: 量の見込み, 確保方策
  ['other', /^(?:実績|量の)?(?:見込み?|予測|推計)(?:数値?|値|量)?$|^確保(?:方策|量|の?内容)$|^過不足$/],
];

/** Returns a marker without white space, brackets, unit, number and position: 目標（人）, 目標（上段） and ①目標 are 目標. */
const foldMarker = memoizeByValue((text: string) =>
  removeBracketedUnits(text)
    .replace(/^[①-③](?![/／÷])/, '')
    .normalize('NFKC')
    .replace(/\s+|\([%％上下段A-Ca-c/÷]+\)|^[上下]段|[()[\]【】〔〕<>・:：◆◇■□●○]/g, '')
    .replace(/[%％]$/, ''),
);

/** Returns the kind of a row by its marker: 目標, 実績値, 達成率; null for any other text. */
const getKind = (text: string) => ROW_KINDS.find(([, form]) => form.test(foldMarker(text)))?.[0] ?? null;

/** True for the name of a row that is computed from others or judges them: 達成率（％）, 評価, 量の見込み（1号）; not for 実施率. */
export const isOtherFigure = (title: string): boolean =>
  (getKind(title) === 'other' && !title.includes('実施')) || /量の見込|確保(?:方策|の?内容)/.test(title);

/** The end of a name that says whether the row has targets or results: 受診率（目標）. */
const NAME_END = /^(.*\S)\s*[（([【［〔]([^（）()[\]【】［］〔〕]+)[)）\]】］〕]$/;
/** The same without brackets: 受診者数 目標値, 受診者数実績. */
const BARE_END = /^(.*[^\s・:：_-])[\s・:：_-]*?((?:目標|実績)(?:数?値)?)$/;

/** Returns a name without the marker at its end, or before its unit, and the marker; the whole name if it has none. */
function splitName(text: string, form: RegExp): readonly [title: string, marker: string] {
  for (const unit of ['', /\s*[（(][^（）()]+[)）]$/.exec(text)?.[0] ?? '']) {
    const [, title = '', marker = ''] = form.exec(text.slice(0, text.length - unit.length)) ?? [];
    if (getKind(marker) !== null) return [`${title.trim()}${unit.trim()}`, marker];
  }
  return [text, ''];
}

/** Returns the unit in the brackets of a marker: 人 in 目標（人）. The letters of 目標(a) and 実績(b) are none. */
export const getMarkerUnit = (marker: string) => findBracketedUnit(marker.replace(/[（(][a-cａ-ｃ][)）]/i, ''));

interface MarkedRow {
  readonly row: InputRow;
  /** The name; empty if the row belongs to the indicator above. */
  readonly title: string;
  /** The marker as written; empty if there is none. */
  readonly marker: string;
  readonly kind: RowKind | null;
}

/** How the rows of a table say whether they have targets or results. */
export interface RowMarkers {
  /** The index of the column of markers; null if the names contain them. */
  readonly column: number | null;
  readonly read: (row: InputRow) => MarkedRow;
}

/** True if four fifths of the texts are known markers: of the filled ones if one is 目標 or 実績, else of all. */
function areMarkers(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const kinds = filled.map(getKind);
  const known = kinds.filter((kind) => kind !== null).length;
  const least = kinds.some((kind) => kind === 'target' || kind === 'result') ? filled.length : texts.length;
  return known > 0 && known * 5 >= least * 4;
}

/**
 * Finds where a table has the markers 目標 and 実績: in a column of their own, alone in the column of names, or at the
 * end of names. Returns null if each row is one indicator.
 */
export function findRowMarkers({ columns, rows }: SheetBlock): RowMarkers | null {
  const name = columns.find(isNameColumn)?.index ?? 0;
  const used = new Set(columns.filter(({ meaning }) => meaning !== null).map(({ index }) => index));
  const column = listColumnIndexes(rows).find(
    (index) => !used.has(index) && areMarkers(rows.map((row) => getCellText(row, index))),
  );
  const getName = (row: InputRow) => getCellText(row, name);
  const readBy = (split: (row: InputRow) => readonly [title: string, marker: string]): RowMarkers => ({
    column: column ?? null,
    read: (row) => {
      const [title, marker] = split(row);
      return { row, title, marker, kind: getKind(marker) };
    },
  });
  if (column !== undefined) return readBy((row) => [getName(row), getCellText(row, column)]);
  const names = rows.map(getName);
  // If years alone head all values, 目標 among the names means that they are not only results.
  const hasOnlyYears = columns.every((column) => !isValueColumn(column) || isYearAlone(column));
  const needed: readonly RowKind[] = hasOnlyYears ? ['target'] : ['target', 'result'];
  const haveKinds = (markers: readonly string[]) =>
    needed.every((kind) => markers.some((marker) => getKind(marker) === kind));
  if (haveKinds(names))
    return readBy((row) => (getKind(getName(row)) === null ? [getName(row), ''] : ['', getName(row)]));
  const form = [NAME_END, BARE_END].find((end) => {
    const split = names.map((text) => splitName(text, end));
    const results = new Set(split.flatMap(([title, marker]) => (getKind(marker) === 'result' ? [title] : [])));
    const isPaired = () => split.some(([title, marker]) => getKind(marker) === 'target' && results.has(title));
    return haveKinds(split.map(([, marker]) => marker)) && (end === NAME_END || isPaired());
  });
  return form ? readBy((row) => splitName(getName(row), form)) : null;
}

export interface RowGroup {
  readonly title: string;
  /** The row of the name. */
  readonly first: InputRow;
  readonly targets: InputRow | null;
  readonly results: InputRow | null;
  /** Rows of other figures, which are left out, with their markers. */
  readonly others: readonly MarkedRow[];
  /** A row of the group that has no marker. */
  readonly unmarked: InputRow | null;
}

/** A group to which rows can be added. */
type OpenGroup = { -readonly [K in keyof RowGroup]: RowGroup[K] } & { readonly id: string; others: MarkedRow[] };

/** Adds a row to a group; false if the group has such a row already. */
function addToGroup(group: OpenGroup, marked: MarkedRow): boolean {
  const { row, kind } = marked;
  if (kind === 'target' && group.targets === null) group.targets = row;
  else if (kind === 'result' && group.results === null) group.results = row;
  else if (kind === 'other' || (kind === null && marked.marker !== '')) group.others.push(marked);
  else if (group.unmarked === null && group.targets === null && group.results === null) group.unmarked = row;
  else return false;
  return true;
}

/**
 * Groups the rows of one indicator. A row without a name, or with the same name, belongs to the indicator above, unless
 * that has such a row already; rows of one name may also be apart.
 * @returns the groups, and the rows that belong to no name
 */
export function groupMarkedRows(
  rows: readonly InputRow[],
  markers: RowMarkers,
  getId: (row: InputRow) => string,
): { readonly groups: readonly RowGroup[]; readonly nameless: readonly InputRow[] } {
  const groups: OpenGroup[] = [];
  const nameless: InputRow[] = [];
  const byName = new Map<string, OpenGroup[]>();
  for (const row of rows) {
    const marked = markers.read(row);
    const { title } = marked;
    const id = getId(row);
    const last = groups.at(-1);
    const key = foldText(title);
    const namesakes = byName.get(key) ?? [];
    const same = namesakes.filter((group) => id === '' || group.id === '' || id === group.id);
    const named = title === '' || (last && same.includes(last)) ? last : same[0];
    if (named && addToGroup(named, marked)) continue;
    if (title === '') {
      nameless.push(row);
      continue;
    }
    const group: OpenGroup = { title, id, first: row, targets: null, results: null, others: [], unmarked: null };
    addToGroup(group, marked);
    groups.push(group);
    namesakes.push(group);
    byName.set(key, namesakes);
  }
  return { groups, nameless };
}
