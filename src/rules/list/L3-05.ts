import { ERA_PATTERN, toWesternYear } from '../../notation/era.ts';
import { listFilledCells, matchesMostCells } from '../cells.ts';
import {
  checkColumns,
  failRuleAt,
  createViolation,
  passRule,
  type Violation,
  type ReadabilityRule,
} from '../rule.ts';
import type { SheetTableColumn, SheetRow, SheetTable } from '../table.ts';

/** A time of an era, as all that a cell or a heading says: 令和4年度, R5.10.1, 平成31年・令和元年. */
const ERA_TIME = new RegExp(
  `^${ERA_PATTERN}(?:\\d{1,2}|元)(?:年度?|[./-]).{0,20}$|^${ERA_PATTERN}(?:\\d{1,2}|元)$`,
  'u',
);
const WESTERN = /(?:^|\D)(?:1[89]|20|21)\d\d(?:\D|$)/u;
const WORD = /(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元)年/u;

const isEraTime = (text: string): boolean => {
  const folded = text.normalize('NFKC').trim();
  return ERA_TIME.test(folded) && !WESTERN.test(folded);
};

/** True where another cell of the row tells a time in Western years. */
const toldBeside = ({ cells }: SheetRow, index: number): boolean =>
  cells.some(({ text }, at) => at !== index && /^(?:1[89]|20|21)\d\d(?:[-/.年]|$)/u.test(text));

const YEAR = new RegExp(`(${ERA_PATTERN})(\\d{1,2}|元)`, 'gu');

/** A time of an era with Western years: 令和6年度 is 2024年度. */
function western(text: string): string {
  const plain = text.normalize('NFKC').trim();
  return plain.replace(YEAR, (all, era: string, year: string) =>
    String(toWesternYear(era, year === '元' ? 1 : Number(year)) ?? all),
  );
}

const insteadOf = (text: string): string =>
  `「${western(text)}」のように西暦で書くか、西暦の列（2024-04-01 など）を加えてください。`;

function findPeriodFaults(table: SheetTable, column: SheetTableColumn): Violation[] {
  const { title, index } = column;
  const wrongTitle = WORD.test(title.normalize('NFKC')) && !WESTERN.test(title);
  const heading = wrongTitle
    ? [
        createViolation(
          table,
          table.heading,
          index,
          `見出し「${title}」の年が、和暦だけです。`,
          insteadOf(title),
        ),
      ]
    : [];
  if (!matchesMostCells(column, (text) => isEraTime(text))) return heading;
  const cells = listFilledCells(column)
    .filter(({ text, line }) => isEraTime(text) && !toldBeside(line, index))
    .map(({ line, text }) =>
      createViolation(table, line, index, `「${text}」は和暦だけで、西暦がありません。`, insteadOf(text)),
    );
  return [...heading, ...cells];
}

export const westernYearsRule: ReadabilityRule = {
  id: 'L3-05',
  title: '年は西暦で（または西暦も）',
  asks: '年や日付は、西暦で書くか、和暦と西暦の両方を書きます。',
  looks:
    '時を書いた列と見出しが、和暦だけになっていないかを調べます。同じ行に西暦の列があればかまいません。文や名前の中の和暦は調べません。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(checkColumns(book, findPeriodFaults), passRule('和暦だけで書かれた時の列はありません。')),
};
