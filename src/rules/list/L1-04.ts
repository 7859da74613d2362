import { isFilledCell } from '../../read/rows.ts';
import { failRuleAt, createViolation, passRule, type ReadabilityRule } from '../rule.ts';

export const noNotesRule: ReadabilityRule = {
  id: 'L1-04',
  title: '表の外に注や題を書かない',
  asks: '表の題、注、出典は、表のあるファイルやシートの中に書かず、別のところに書きます。',
  looks: '見出しの上や、表の下に、1つのセルだけの行がないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    failRuleAt(
      tables.flatMap((table) =>
        table.notes.map((line) => ({
          ...createViolation(
            table,
            line,
            line.cells.findIndex(({ text }) => isFilledCell(text)),
            '表の中身ではない題や注が書かれています。',
            'この行を消し、説明の文書か、Excel なら別のシートに書いてください。',
          ),
          heading: '',
        })),
      ),
      passRule('題や注の行はありません。'),
    ),
};
