import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { type LevelCell, type ProposedCell, type SheetNote, TITLE_LEVEL } from './sheet-cells.ts';

/** A plan item with its name, for the columns 分野, 施策 and so on of a sheet. */
export interface NamedItem {
  readonly code: string;
  readonly title: string;
  readonly level: string;
  /** The code of the item above; null at the top. */
  readonly parent: string | null;
}

/** The plan item of a row, or the cell that names none or several. */
type ItemMatch =
  | { readonly is: 'found'; readonly cell: LevelCell; readonly item: NamedItem }
  | { readonly is: 'unknown'; readonly cell: LevelCell; readonly near: string }
  | { readonly is: 'several'; readonly cell: LevelCell; readonly codes: readonly string[] }
  | { readonly is: 'elsewhere'; readonly cell: LevelCell; readonly code: string };

const COUNT = '[\\d一二三四五六七八九十]+(?:[-.‐ー―]\\d+)*';
/** A number before a name: 1 健康, 第1章 健康, 施策1-2 健康, (1)健康. A number without a separator may belong to the name. */
const NUMBER = new RegExp(
  `^(?:[①-⑳] ?|\\(${COUNT}\\) ?|第?${COUNT}(?:章|節|款|項|部|編) ?|第?${COUNT}[ .:、)_]+` +
    `|(?:分野|政策|施策|基本施策|主要施策|中施策|小施策|大施策|基本目標|基本方針|基本方向|目標|方針|柱|取組|事業) ?${COUNT}[ .:、)]*)`,
);

const foldName = (text: string) =>
  [...text]
    // NFKC would join ①80 to 180.
    .map((character) => (/[①-⑳]/.test(character) ? character : character.normalize('NFKC')))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const removeSpaces = (text: string) => text.replace(/[ 「」『』]/g, '').toLowerCase();

/** Returns the names under which an item may be written: as it is, and without its number. */
function listSpellings(text: string): string[] {
  const folded = foldName(text);
  const bare = folded.replace(NUMBER, '');
  return [...new Set([folded, bare].map(removeSpaces))].filter((name) => name !== '');
}

/** Returns true for an item that is one of others, or below one of them. */
function isBelow(item: NamedItem, others: readonly NamedItem[], byCode: ReadonlyMap<string, NamedItem>): boolean {
  const seen = new Set<string>();
  for (let at: NamedItem | undefined = item; at && !seen.has(at.code); at = byCode.get(at.parent ?? '')) {
    if (others.includes(at)) return true;
    seen.add(at.code);
  }
  return false;
}

/** The plan items that a sheet names. */
export interface ItemNames {
  /** A note on each level without any name of the plan. */
  readonly notes: readonly SheetNote[];
  /**
   * Returns the code of the item that a row names, with a note that says so or why there is none.
   * @param cells the names in the row, the widest first
   */
  readonly proposeCode: (cells: readonly LevelCell[], row: InputRow) => ProposedCell;
}

/**
 * Finds plan items by the names in a sheet. Only equal names count: a near one is only suggested.
 * @param cells all names of plan items in the sheet
 */
export function createItemNames(items: readonly NamedItem[], cells: readonly LevelCell[]): ItemNames {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const spelled = items.flatMap((item) => listSpellings(item.title).map((name) => ({ name, item })));
  const byName = Map.groupBy(spelled, ({ name }) => name);
  /** Returns the items with a name or code; those whose whole name is equal come before all others. */
  const find = (text: string): readonly NamedItem[] => {
    const item = byCode.get(text.trim());
    if (item) return [item];
    const same = listSpellings(text)
      .map((name) => byName.get(name))
      .find((list) => list !== undefined);
    return same?.map((one) => one.item) ?? [];
  };
  /** The levels with at least one name in the plan. */
  const known = new Set(cells.flatMap(({ level, text }) => (find(text).length > 0 ? [level] : [])));
  const unknown = cells.filter(({ level }) => level !== TITLE_LEVEL && !known.has(level));
  const notes = [...Map.groupBy(unknown, ({ level }) => level)].flatMap(([level, [cell]]) => {
    const text = `「${level}」の列の名称は、tree.csv にひとつもないので、コードは書きません。表に「コード」の列を加えるか、tree.csv を先に書いてください。`;
    return cell ? [{ ...cell, text }] : [];
  });

  /**
   * Returns the item that the narrowest cell names. Wider cells decide between items of the same name, and must not name
   * another branch of the plan.
   */
  const match = (named: readonly LevelCell[]): ItemMatch | null => {
    const cell = named.at(-1);
    if (!cell) return null;
    const found = find(cell.text);
    const [first] = found;
    if (!first) {
      const titles = [...byCode.values()].map(({ title }) => title);
      return { is: 'unknown', cell, near: suggestChoice(cell.text, titles) };
    }
    const wider = named
      .slice(0, -1)
      .map(({ text }) => find(text))
      .filter((others) => others.length > 0);
    const inside = found.filter((item) => wider.every((others) => isBelow(item, others, byCode)));
    if (inside.length === 0) return { is: 'elsewhere', cell, code: first.code };
    const sameLevel = inside.filter(({ level }) => level === cell.level);
    const [item, ...others] = inside.length > 1 && sameLevel.length > 0 ? sameLevel : inside;
    if (item && others.length === 0) return { is: 'found', cell, item };
    return { is: 'several', cell, codes: inside.map(({ code }) => code) };
  };

  const proposeCode: ItemNames['proposeCode'] = (named, row) => {
    const found = match(named.filter(({ level }) => known.has(level)));
    if (!found) return { text: '', origin: null, note: null };
    const text = found.is === 'found' ? found.item.code : '';
    return { text, origin: found.cell, note: { row, index: found.cell.index, text: describeItemMatch(found) } };
  };
  return { notes, proposeCode };
}

/** Describes what becomes of the name of a plan item. */
function describeItemMatch(match: ItemMatch): string {
  const { level, text } = match.cell;
  const cell = `「${level}」の「${text}」`;
  if (match.is === 'found')
    return `${cell}は、tree.csv の名称「${match.item.title}」と合うので、コードを「${match.item.code}」とします。`;
  if (match.is === 'several')
    return `${cell}という名称は、tree.csv にいくつもあります（${match.codes.join('、')}）。コードは空のままにします。表に「コード」の列を加えると決められます。`;
  if (match.is === 'elsewhere')
    return `${cell}は、tree.csv では「${match.code}」ですが、左の列の項目の下にありません。コードは空のままにします。`;
  return `${cell}という名称は、tree.csv にありません。${match.near ? `「${match.near}」のことなら、表の名称をそろえてください。` : ''}コードは空のままにします。`;
}
