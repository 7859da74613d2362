import { flaw } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { eachText } from '../text-cells.ts';

/** White space that only serves the looks of a printed table, and what it is called. */
const SPACES: readonly (readonly [RegExp, string])[] = [
  [/[\n\r]/, '改行'],
  [/\t/, 'タブ'],
  [/　/, '全角の空白'],
  [/\s\s/, '続いた空白'],
];

/** A name is one line, without space for looks (the official rule L1-06): else it is found by nobody who types it. */
export const spaces: Rule = (known, report) => {
  eachText(known, ['name'], (text, _role, row, heading) => {
    const what = SPACES.find(([form]) => form.test(text))?.[1];
    if (what === undefined) return;
    const [value, replacement] = [text.replace(/[\n\r]+/g, '⏎'), text.replace(/\s+/g, ' ')];
    report.add(row.at(heading), flaw('spaces-in-name', { value, what, replacement }));
  });
};
