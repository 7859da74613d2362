import { computeCheckDigit, isMunicipalityCode } from '../../model/municipality.ts';
import { listFilledCells } from '../cells.ts';
import {
  failRuleAt,
  createViolation,
  passRule,
  askPerson,
  type Violation,
  type ReadabilityRule,
  type ViolationMessage,
} from '../rule.ts';
import type { SheetTableColumn, SheetTable } from '../table.ts';

const CODE = /(?:公共団体|団体|市区町村|市町村|自治体|都道府県|地域)コード/u;
const NAME = /^(?:市区町村|市町村|自治体|都道府県)(?:名|名称)?$/u;

function wrongCode(text: string): ViolationMessage | null {
  if (/^\d{6}$/u.test(text)) {
    if (isMunicipalityCode(text)) return null;
    const five = text.slice(0, 5);
    return {
      wrong: `「${text}」は、最後の1けた（検査数字）が合いません。`,
      instead: `はじめの5けたが正しければ ${five}${computeCheckDigit(five)} です。総務省の一覧で確かめてください。`,
    };
  }
  // Five digits are the code without its check digit, two that of a prefecture; each may have lost a leading 0.
  if (/^(?:0[1-9]|[1-4]\d)(?:\d{3})?$/u.test(text)) return null;
  return {
    wrong: `「${text}」は、全国地方公共団体コードの形ではありません。`,
    instead: /^\d{4,5}$/u.test(text)
      ? 'はじめの 0 が落ちていないかを確かめ、6けたで書いてください。'
      : '総務省が定める6けたのコードを書いてください。',
  };
}

function wrongName(text: string): ViolationMessage | null {
  if (/[都道府県市区町村]$/u.test(text)) return null;
  return {
    wrong: `「${text}」は、地域の正式な名前ではないようです。`,
    instead: '「見本市」のように「市」「県」などまで書くか、全国地方公共団体コードの列を加えてください。',
  };
}

function findUnitFaults(
  table: SheetTable,
  column: SheetTableColumn,
  look: (text: string) => ViolationMessage | null,
): Violation[] {
  return listFilledCells(column).flatMap(({ line, text }) => {
    const found = look(text.trim());
    return found ? [createViolation(table, line, column.index, found.wrong, found.instead)] : [];
  });
}

export const areaNamesRule: ReadabilityRule = {
  id: 'L3-06',
  title: '地域は標準のコードか正式な名前で',
  asks: '都道府県や市区町村は、標準のコードか、省かない名前で書きます。',
  looks:
    'コードの列では、けた数と検査数字を調べます。コードの列がなく、市区町村や都道府県の名前の列があれば、「市」「県」などで終わるかを調べます。',
  people: '地域の列がない表で、どの地域の値かがほかのところで示されているか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) => {
    const columnsOf = (form: RegExp) =>
      tables.flatMap((table) =>
        table.columns.filter(({ title }) => form.test(title)).map((column) => ({ table, column })),
      );
    const [codes, names] = [columnsOf(CODE), columnsOf(NAME)];
    const faults = [
      ...codes.flatMap(({ table, column }) => findUnitFaults(table, column, wrongCode)),
      ...(codes.length > 0 ? [] : names.flatMap(({ table, column }) => findUnitFaults(table, column, wrongName))),
    ];
    if (codes.length > 0)
      return failRuleAt(faults, passRule('コードのけた数と検査数字は、どれも合っています。'));
    if (names.length > 0) return failRuleAt(faults, passRule('地域の名前は、どれも省かずに書かれています。'));
    return tables[0]?.described
      ? passRule('地域ごとの値ではないので、地域の列はありません。')
      : askPerson(
          '地域のコードや名前の列がありません。どの地域の表かが、ほかのところで示されているかを確かめてください。',
        );
  },
};
