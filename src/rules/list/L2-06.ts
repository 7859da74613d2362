import { failRuleAt, passRule, type ReadabilityRule } from '../rule.ts';
import { findInputViolations } from '../doubts.ts';

const INSTEAD = '計算した値を、「値として貼り付け」で入れてください。';

export const noFormulasRule: ReadabilityRule = {
  id: 'L2-06',
  title: 'Excel：数式がない',
  asks: '数式ではなく、計算した値を入れます。数式は、読むプログラムやほかのファイルがないと値になりません。',
  looks: 'すべてのシートに、数式と、計算のまちがい（#REF! など）がないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) =>
    failRuleAt(
      findInputViolations(book, {
        'formula-cell': { wrong: 'セルが数式です。', instead: INSTEAD },
        'error-cell': { wrong: '数式の計算がまちがっているか、結果が保存されていません。', instead: INSTEAD },
      }),
      passRule('数式はありません。'),
    ),
};
