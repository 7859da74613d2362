import { failedAt, passed, type Rule } from '../rule.ts';
import { doubtsIn } from '../doubts.ts';

export const noMergedRule: Rule = {
  id: 'L1-12',
  title: 'Excel：セルを結合しない',
  asks: 'セルを結合しません。結合したセルの値は、左上の1つのセルにしか入っていません。',
  looks: 'すべてのシートに、結合されたセルがないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) => failedAt(doubtsIn(book, { 'merged-cells': null }), passed('結合されたセルはありません。')),
};
