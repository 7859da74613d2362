import { createIssue } from '../../problems/problem.ts';
import type { SiteCheck } from '../rule.ts';
import { visitTextCells } from '../text-cells.ts';

/** The most characters of a name and of a summary that lists and tables still show well. */
const LIMITS = { name: 100, summary: 300 } as const;

/** Names and summaries are short enough for the lists that they stand in. */
export const checkTextLengths: SiteCheck = (known, report) => {
  visitTextCells(known, ['name', 'summary'], (text, role, row, heading) => {
    const limit = role === 'name' ? LIMITS.name : LIMITS.summary;
    if (text.length <= limit) return;
    const { length } = [...text];
    if (length <= limit) return;
    const place = row.locate(heading);
    report.add(place, createIssue('long-cell', { field: place.field, length, limit }));
  });
};
