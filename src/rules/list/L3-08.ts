import {
  checkHeadings,
  failRuleAt,
  askPerson,
  type ReadabilityRule,
  type ViolationMessage,
} from '../rule.ts';
import type { SheetTableColumn } from '../table.ts';

const LATIN = /^[A-Za-z][A-Za-z0-9_-]*$/u;

function wrongWith({ title, described }: SheetTableColumn): ViolationMessage | null {
  if (!described)
    return { wrong: `列「${title}」の説明がありません。`, instead: '何の値かを、列の説明に書いてください。' };
  if (described.description === '')
    return {
      wrong: `列「${title}」の意味が書かれていません。`,
      instead: '何の値かを、列の説明に書いてください。',
    };
  if (LATIN.test(described.name)) return null;
  return {
    wrong: `列「${title}」に、英字の名前がありません（${described.name || '空'}）。`,
    instead: 'population のように、英字、数字、_ だけの名前を決めてください。',
  };
}

export const definitionsRule: ReadabilityRule = {
  id: 'L3-08',
  title: '列の説明、英語の列名、文字コードを示す',
  asks: '列の意味、値の作り方、変えてきたこと、英字の列名、文字コードと BOM のありなしを、表といっしょに示します。',
  looks:
    '列の説明がある表では、すべての列に意味と英字の名前があるかを調べ、文字コードと BOM を読み取ります。',
  people: '値の作り方と、変えてきたことの説明が足りているか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const form =
      book.format === 'csv'
        ? `文字コードは ${book.encoding}、BOM は${book.mark ? 'あり' : 'なし'}です。`
        : '';
    const [table] = book.tables;
    if (!table?.described)
      return askPerson(
        `${form}列の説明、英字の列名、文字コードが、いっしょに公表されているかを確かめてください。`,
      );
    const faults = checkHeadings({ ...book, tables: [table] }, wrongWith);
    return failRuleAt(
      faults,
      askPerson(
        `すべての列に意味と英字の名前があります。${form}作り方と、変えてきたことの説明が足りているかは、人が読んで判断します。`,
      ),
    );
  },
};
