import { formatCount } from '../../draw/number.ts';
import { checkHeadings, failRuleAt, passRule, type ReadabilityRule } from '../rule.ts';
import type { SheetTableColumn } from '../table.ts';

/** A year, a month, or a number at the beginning or the end of a heading: what differs between columns of one kind. */
const FORMS: readonly (readonly [RegExp, string, number])[] = [
  [/(?:1[89]|20|21)\d\d(?:年度?)?/u, '年', 2],
  [/(?:明治|大正|昭和|平成|令和|[MTSHR])(?:\d{1,2}|元)(?:年度?)?/u, '年', 2],
  [/(?<!\d)(?:1[0-2]|[1-9])月/u, '月', 3],
  [/(?<=\D)\d{1,2}$/u, '番号', 3],
];

/** What is left of a heading without what differs; null where nothing does. */
function stemOf(title: string, form: RegExp): string | null {
  const folded = title.normalize('NFKC');
  return form.test(folded) ? folded.replace(form, '') : null;
}

/** How many headings differ from this one in a year, a month or a number alone, itself among them. */
function series(
  { title }: SheetTableColumn,
  columns: readonly SheetTableColumn[],
): { what: string; count: number } | null {
  for (const [form, what, least] of FORMS) {
    const stem = stemOf(title, form);
    if (stem === null) continue;
    const count = columns.filter((one) => stemOf(one.title, form) === stem).length;
    if (count >= least) return { what, count };
  }
  return null;
}

export const longFormRule: ReadabilityRule = {
  id: 'L3-09',
  title: '横に年をならべず、縦に長い形',
  asks: '年や項目ごとに列を増やさず、年や項目の名前の列と、値の列をもつ、縦に長い表にします。',
  looks:
    '見出しが、年（2つ以上）、月（3つ以上）、うしろの番号（3つ以上）だけのちがいでならんでいないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      checkHeadings(book, (column, { columns }) => {
        const found = series(column, columns);
        if (!found) return null;
        return {
          wrong: `「${column.title}」のように、${found.what}だけがちがう列が${formatCount(found.count)}ならんでいます。`,
          instead: `「${found.what}」の列と「値」の列をつくり、1つの値を1行に書いてください。`,
        };
      }),
      passRule('年、月、番号だけがちがう列は、ならんでいません。'),
    ),
};
