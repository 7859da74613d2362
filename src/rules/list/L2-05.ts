import { checkCells, failRuleAt, passRule, type ReadabilityRule } from '../rule.ts';

/** その他（夜間のみ）, その他：夜間のみ. */
const DETAILS = /^(その他|そのほか)\s*(?:[（(［[]\s*(.+?)\s*[）)］\]]|[：:]\s*(.+))$/u;

export const otherChoiceRule: ReadabilityRule = {
  id: 'L2-05',
  title: '「その他」の中身は別の列',
  asks: '「その他」を選んだときのくわしい中身は、同じセルに書かず、別の列に書きます。',
  looks: '「その他（…）」「その他：…」のように、中身をつけたセルを調べます。資料の表記を写した列は除きます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      checkCells(book, (text, { described }) => {
        const [, other, inside, behind] = described?.printed ? [] : (DETAILS.exec(text) ?? []);
        const details = inside ?? behind;
        if (other === undefined || details === undefined) return null;
        return {
          wrong: `「${other}」とその中身「${details}」が、1つのセルに書かれています。`,
          instead: `このセルは「${other}」だけにし、「${details}」は新しい列に書いてください。`,
        };
      }),
      passRule('「その他」に中身をつけたセルはありません。'),
    ),
};
