import { findPlatformCharacters } from '../../check/characters.ts';
import { messageCatalogue } from '../../problems/messages.ts';
import { checkCells, failRuleAt, passRule, type ReadabilityRule, type ViolationMessage } from '../rule.ts';
import type { SheetTableColumn } from '../table.ts';

/** Headings of names: 名称, 氏名, 施設名, 資料名. */
const NAME = /名(?:称|前)?(?:[（(].*)?$/u;

/** Names, and what is copied as it is printed, are written as they are. */
const isName = ({ title, described }: SheetTableColumn): boolean =>
  described ? described.printed : NAME.test(title);

function describeCharacterFault(text: string): ViolationMessage | null {
  const [first] = findPlatformCharacters(text);
  if (!first) return null;
  const { message, fix } = messageCatalogue[first.flaw.code];
  return { wrong: message(first.flaw.values), instead: fix(first.flaw.values) };
}

export const platformCharactersRule: ReadabilityRule = {
  id: 'L1-08',
  title: '機種に頼る文字を使わない',
  asks: '丸数字、㈱、㎡、半角カナのように、機種や読むプログラムによって変わる文字を使いません。人や場所の名前は別です。',
  looks:
    '見出しとセルに、囲み文字、組み文字、ローマ数字の記号、半角カナ、外字がないかを調べます。名前の列（見出しが「名」「名称」で終わる列と、説明に「書かれているとおり」の写しとある列）は、固有名詞として除きます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const left = book.tables.flatMap(({ columns }) => columns.filter(isName).map(({ title }) => title));
    return failRuleAt(
      checkCells(
        book,
        (text, column, line, table) => (isName(column) && line !== table.heading ? null : describeCharacterFault(text)),
        true,
      ),
      passRule(
        left.length === 0
          ? '機種に頼る文字はありません。'
          : `機種に頼る文字はありません。名前や、資料の表記を写した列（${[...new Set(left)].join('、')}）は除きました。`,
      ),
    );
  },
};
