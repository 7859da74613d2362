import { messages } from '../../problems/messages.ts';
import { failedAt, passed, type Rule } from '../rule.ts';
import { doubtsIn } from '../doubts.ts';

export const nothingHiddenRule: Rule = {
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
      instead: messages['hidden-cells'].hint({}),
    }));
    return failedAt(
      [...doubtsIn(book, { 'hidden-cells': null }), ...sheets],
      passed('かくれた行、列、シートはありません。'),
    );
  },
};
