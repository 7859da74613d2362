import { PLACEHOLDER } from '../../model/placeholder.ts';
import { flaw } from '../../problems/problem.ts';
import { decode } from '../../read/decode.ts';
import type { Report } from '../report.ts';
import type { Known, Rule } from '../rule.ts';
import { eachText } from '../text-cells.ts';

const found = flaw('placeholder', { value: PLACEHOLDER });

function checkLines(file: string, { folder }: Known, report: Report): void {
  const decoded = folder.has(file) ? decode(folder.bytes(file)) : null;
  if (!decoded?.ok) return;
  decoded.text.split('\n').forEach((text, index) => {
    const before = text.indexOf(PLACEHOLDER);
    if (before < 0) return;
    const column = [...text.slice(0, before)].length + 1;
    report.add({ file, line: index + 1, column, field: '' }, found);
  });
}

/** What a command wrote to be replaced is told until it is: in names and summaries, and in the texts of plans. */
export const placeholders: Rule = (known, report) => {
  eachText(known, ['name', 'summary'], (text, _role, row, heading) => {
    if (text.includes(PLACEHOLDER)) report.add(row.at(heading), found);
  });
  for (const { index, bodies, texts } of known.plans)
    for (const { file } of [index, ...bodies, ...texts]) checkLines(file, known, report);
};
