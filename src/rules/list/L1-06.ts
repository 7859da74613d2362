import { checkCells, failRuleAt, passRule, type ReadabilityRule, type ViolationMessage } from '../rule.ts';
import type { ReadableFile } from '../rule.ts';

/** One letter, white space, one letter, and so on: 総　数. */
const SPREAD = /^[^\x20-\x7e\s](?:[ \u3000]+[^\x20-\x7e\s])+$/u;

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\s|\s$/u, 'はじめか終わりに空白があります。'],
  [/\t/u, 'タブが入っています。'],
  [SPREAD, '字と字のあいだに、見ためのための空白があります。'],
  [/\s\s/u, '空白が続いています。'],
];

function plain(text: string): string {
  const trimmed = text.trim().replace(/\s*[\r\n]+\s*/gu, '');
  return SPREAD.test(trimmed) ? trimmed.replace(/\s/gu, '') : trimmed.replace(/\s+/gu, ' ');
}

/** Line breaks inside the cells of a CSV are the matter of L1-14. */
function describeFormulaFault(text: string, { format }: ReadableFile): ViolationMessage | null {
  const seen = format === 'csv' ? text.replace(/[\r\n]+/gu, '') : text;
  const broken = format === 'xlsx' && /[\r\n]/u.test(text) ? 'セルの中で改行しています。' : null;
  const wrong = broken ?? FORMS.find(([form]) => form.test(seen))?.[1];
  return wrong === undefined ? null : { wrong, instead: `「${plain(text)}」と書いてください。` };
}

export const noSpacesRule: ReadabilityRule = {
  id: 'L1-06',
  title: '見ためのための空白や改行がない',
  asks: '字をそろえるための空白や、セルの中の改行を入れません。入れると、同じ言葉でも別のものとして扱われます。',
  looks:
    'セルの前後の空白、続いた空白、1字ずつのあいだの空白、タブを調べます。Excel では、セルの中の改行も調べます（CSV の改行は L1-14）。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      checkCells(book, (text) => describeFormulaFault(text, book), true),
      passRule('見ためのための空白や改行はありません。'),
    ),
};
