import { failRuleAt, passRule, type ReadabilityRule } from '../rule.ts';
import { findInputViolations } from '../doubts.ts';

export const noMergedRule: ReadabilityRule = {
  id: 'L1-12',
  title: 'Excel：セルを結合しない',
  asks: 'セルを結合しません。結合したセルの値は、左上の1つのセルにしか入っていません。',
  looks: 'すべてのシートに、結合されたセルがないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) =>
    failRuleAt(findInputViolations(book, { 'merged-cells': null }), passRule('結合されたセルはありません。')),
};
