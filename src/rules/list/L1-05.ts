import { isFilledCell } from '../../read/rows.ts';
import { listFilledCells, isMissingMark } from '../cells.ts';
import { checkHeadings, failRuleAt, passRule, type ReadabilityRule, type ViolationMessage } from '../rule.ts';
import type { SheetTableColumn } from '../table.ts';

/** What programs and people write where they know no heading: 列1, Column3, Unnamed: 2, F4, A. */
const TELLS_NOTHING =
  /^(?:(?:列|column|field|col|unnamed:?)\s*(?:[\d０-９]{1,3}|[A-ZＡ-Ｚ])?|(?:項目|データ|見出し|data)\s*(?:[\d０-９]{1,3}|[A-ZＡ-Ｚ])|[FVC]\d{1,3}|[A-ZＡ-Ｚ]|[?？]+)$/iu;

function wrongWith(column: SheetTableColumn): ViolationMessage | null {
  const { title } = column;
  if (!isFilledCell(title))
    return listFilledCells(column).length === 0
      ? null
      : { wrong: '値のある列に、見出しがありません。', instead: '何の列かがわかる見出しを書いてください。' };
  if (!TELLS_NOTHING.test(title.trim()) && !isMissingMark(title)) return null;
  return {
    wrong: `見出し「${title}」では、何の列かがわかりません。`,
    instead: '「施設名」「件数（件）」のように、中身を表す言葉にしてください。',
  };
}

export const headingsRule: ReadabilityRule = {
  id: 'L1-05',
  title: 'どの列にも内容のわかる見出しがある',
  asks: 'すべての列に、何の値かがわかる見出しをつけます。',
  looks: '見出しが空の列と、「列1」のように中身を表さない見出しがないかを調べます。',
  people: '言葉がわかりやすいかどうか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      checkHeadings(book, wrongWith),
      passRule('すべての列に見出しがあり、「列1」のような見出しはありません。'),
    ),
};
