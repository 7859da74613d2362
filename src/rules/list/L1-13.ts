import { messageCatalogue } from '../../problems/messages.ts';
import { failRuleAt, passRule, type ReadabilityRule } from '../rule.ts';
import { findInputViolations } from '../doubts.ts';

export const nothingHiddenRule: ReadabilityRule = {
  id: 'L1-13',
  title: 'Excel：かくれた行・列・シートがない',
  asks: '見えない行、列、シートを残しません。見る人には見えず、読むプログラムには見えます。',
  looks: '値のある行や列と、シートが、かくれていないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) => {
    const sheets = book.hiddenSheets.map((sheet) => ({
      sheet,
      line: 1,
      column: 1,
      heading: '',
      value: '',
      wrong: `シート「${sheet}」がかくれています。`,
      instead: messageCatalogue['hidden-cells'].fix({}),
    }));
    return failRuleAt(
      [...findInputViolations(book, { 'hidden-cells': null }), ...sheets],
      passRule('かくれた行、列、シートはありません。'),
    );
  },
};
