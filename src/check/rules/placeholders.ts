import { TEXT_PLACEHOLDER } from '../../model/placeholder.ts';
import { createIssue } from '../../problems/problem.ts';
import { decodeText } from '../../read/decode.ts';
import type { DiagnosticReport } from '../report.ts';
import type { ValidationContext, SiteCheck } from '../rule.ts';
import { visitTextCells } from '../text-cells.ts';

const found = createIssue('placeholder', { value: TEXT_PLACEHOLDER });

function checkLines(file: string, { folder }: ValidationContext, report: DiagnosticReport): void {
  const decoded = folder.has(file) ? decodeText(folder.readBytes(file)) : null;
  if (!decoded?.ok) return;
  decoded.text.split('\n').forEach((text, index) => {
    const before = text.indexOf(TEXT_PLACEHOLDER);
    if (before < 0) return;
    const column = [...text.slice(0, before)].length + 1;
    report.add({ file, line: index + 1, column, field: '' }, found);
  });
}

/** What a command wrote to be replaced is told until it is: in names and summaries, and in the texts of plans. */
export const checkPlaceholders: SiteCheck = (known, report) => {
  visitTextCells(known, ['name', 'summary'], (text, _role, row, heading) => {
    if (text.includes(TEXT_PLACEHOLDER)) report.add(row.locate(heading), found);
  });
  for (const { index, bodies, texts } of known.plans)
    for (const { file } of [index, ...bodies, ...texts]) checkLines(file, known, report);
};
