import { isFilled } from '../../read/rows.ts';
import { failedAt, faultAt, passed, type Rule } from '../rule.ts';

export const noNotesRule: Rule = {
  id: 'L1-04',
  title: '表の外に注や題を書かない',
  asks: '表の題、注、出典は、表のあるファイルやシートの中に書かず、別のところに書きます。',
  looks: '見出しの上や、表の下に、1つのセルだけの行がないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    failedAt(
      tables.flatMap((table) =>
        table.notes.map((line) => ({
          ...faultAt(
            table,
            line,
            line.cells.findIndex(({ text }) => isFilled(text)),
            '表の中身ではない題や注が書かれています。',
            'この行を消し、説明の文書か、Excel なら別のシートに書いてください。',
          ),
          heading: '',
        })),
      ),
      passed('題や注の行はありません。'),
    ),
};
