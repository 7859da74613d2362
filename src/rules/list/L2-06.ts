import { failedAt, passed, type Rule } from '../rule.ts';
import { doubtsIn } from '../doubts.ts';

export const noFormulasRule: Rule = {
  id: 'L2-06',
  title: 'Excel：数式がない',
  asks: '数式ではなく、計算した値を入れます。数式は、読むプログラムやほかのファイルがないと値になりません。',
  looks: 'すべてのシートに、数式と、計算のまちがい（#REF! など）がないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) => failedAt(doubtsIn(book, ['formula-cell', 'error-cell']), passed('数式はありません。')),
};
