import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';
import { visitTextCells } from '../text-cells.ts';

/** White space that only serves the looks of a printed table, and what it is called. */
const SPACES: readonly (readonly [RegExp, string])[] = [
  [/[\n\r]/, '改行'],
  [/\t/, 'タブ'],
  [/　/, '全角の空白'],
  [/\s\s/, '続いた空白'],
];

/** A name is one line, without space for looks (the official rule L1-06): else it is found by nobody who types it. */
export const checkNameSpaces: SiteCheck = (known, report) => {
  visitTextCells(known, ['name'], (text, _role, row, heading) => {
    const what = SPACES.find(([form]) => form.test(text))?.[1];
    if (what === undefined) return;
    const [value, replacement] = [text.replace(/[\n\r]+/g, '⏎'), text.replace(/\s+/g, ' ')];
    report.add(row.locate(heading), createIssue('spaces-in-name', { value, what, replacement }));
  });
};
