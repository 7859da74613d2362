import { isFilledCell } from '../../read/rows.ts';
import { countFilledCells, isDittoMark } from '../cells.ts';
import {
  checkHeadings,
  failRuleAt,
  createViolation,
  passRule,
  type Violation,
  type ReadabilityRule,
} from '../rule.ts';
import type { SheetTable } from '../table.ts';

/** Rows of headings above the headings, which complete them. */
function upper(table: SheetTable): Violation[] {
  return table.above
    .filter((line) => countFilledCells(line) > 1)
    .map((line) =>
      createViolation(
        table,
        line,
        line.cells.findIndex(({ text }) => isFilledCell(text)),
        '見出しが2行に分かれていて、下の行だけでは何の列かがわかりません。',
        '「令和5年度」と「件数」を「令和5年度の件数」とするように、1行の見出しにまとめてください。',
      ),
    );
}

const normalizeTitle = (title: string): string => title.normalize('NFKC').replace(/\s/gu, '').toLowerCase();

export const uniqueHeadingsRule: ReadabilityRule = {
  id: 'L2-03',
  title: '見出しは省かず、同じものがない',
  asks: '見出しは、それだけで何の列かがわかるように書き、同じ見出しを2つ以上つけません。',
  looks: '同じ見出し、「〃」の見出し、2行に分かれた見出しを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const faults = checkHeadings(book, (column, { columns }) => {
      const { title, index } = column;
      if (isDittoMark(title))
        return {
          wrong: `見出し「${title}」は、となりの見出しを省いています。`,
          instead: '見出しを省かずに書いてください。',
        };
      const first = columns.findIndex((one) => normalizeTitle(one.title) === normalizeTitle(title));
      if (!isFilledCell(title) || first === index) return null;
      return {
        wrong: `「${title}」という見出しが、${first + 1}列めにもあります。`,
        instead: '「現状値の時点」「目標値の時点」のように、ちがう見出しにしてください。',
      };
    });
    return failRuleAt(
      [...faults, ...book.tables.flatMap(upper)],
      passRule('同じ見出しや、省いた見出しはありません。'),
    );
  },
};
