import { isFilled } from '../../read/rows.ts';
import { eachCell, failedAt, faultAt, passed, type Fault, type OpenBook, type Rule } from '../rule.ts';

/** Rows with fewer cells than there are headings: a record that breaks off, and goes on in the next line. */
function short({ tables }: OpenBook): Fault[] {
  return tables.flatMap((table) => {
    const width = table.heading.cells.findLastIndex(({ text }) => isFilled(text)) + 1;
    return table.records
      .filter(({ cells, broken }) => cells.length < width && broken === null)
      .map((line) =>
        faultAt(
          table,
          line,
          line.cells.length - 1,
          `見出しは${width}列ですが、この行は${line.cells.length}列で終わっています。`,
          '1件を1行に書いてください。値のない列も、カンマは書きます。',
        ),
      );
  });
}

export const oneLineRule: Rule = {
  id: 'L1-14',
  title: 'CSV：1件は1行',
  asks: 'CSV では、1件を1行に書きます。セルの中で改行しません。',
  looks: 'セルの中の改行と、見出しより列の少ない行を調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv'],
  check: (book) => {
    const broken = eachCell(
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
    return failedAt([...broken, ...short(book)], passed('どの行も1件で、改行のあるセルはありません。'));
  },
};
