import { isFilledCell } from '../../read/rows.ts';
import {
  checkCells,
  failRuleAt,
  createViolation,
  passRule,
  type Violation,
  type ReadableFile,
  type ReadabilityRule,
} from '../rule.ts';

/** Rows with fewer cells than there are headings: a record that breaks off, and goes on in the next line. */
function short({ tables }: ReadableFile): Violation[] {
  return tables.flatMap((table) => {
    const width = table.heading.cells.findLastIndex(({ text }) => isFilledCell(text)) + 1;
    return table.records
      .filter(({ cells, brokenFrom }) => cells.length < width && brokenFrom === null)
      .map((line) =>
        createViolation(
          table,
          line,
          line.cells.length - 1,
          `見出しは${width}列ですが、この行は${line.cells.length}列で終わっています。`,
          '1件を1行に書いてください。値のない列も、カンマは書きます。',
        ),
      );
  });
}

export const oneLineRule: ReadabilityRule = {
  id: 'L1-14',
  title: 'CSV：1件は1行',
  asks: 'CSV では、1件を1行に書きます。セルの中で改行しません。',
  looks: 'セルの中の改行と、見出しより列の少ない行を調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv'],
  check: (book) => {
    const broken = checkCells(
      book,
      (text) =>
        /[\r\n]/u.test(text)
          ? {
              wrong: 'セルの中で改行しているので、1件が1行になりません。',
              instead: `「${text.replace(/\s*[\r\n]+\s*/gu, '')}」のように、改行せずに書いてください。`,
            }
          : null,
      true,
    );
    return failRuleAt([...broken, ...short(book)], passRule('どの行も1件で、改行のあるセルはありません。'));
  },
};
