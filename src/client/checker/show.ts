import type { FileValidation } from '../../check/loose.ts';
import { compareLocations } from '../../problems/problem.ts';
import { getElement } from '../dom.ts';
import { createDiagnosticTable, countHiddenRows } from './grid.ts';
import { createDiagnosticEntry, getDiagnosticId, type NumberedDiagnostic } from './list.ts';
import { previewIndicators } from './preview.ts';
import { findCellAnchor } from './mark.ts';

/** How many problems are shown at first, and how many more each time. */
const STEP = 500;

/** Shows a number of problems, and the table with their cells marked. */
function showFirst(count: number, all: readonly NumberedDiagnostic[], loose: FileValidation): void {
  const problems = all.slice(0, count);
  const explained = getElement('check-results', HTMLElement).dataset.messages ?? '';
  getElement('check-problems', HTMLElement).replaceChildren(
    ...problems.map((one) => createDiagnosticEntry(one, explained)),
  );
  const shown = { rows: loose.rows, head: loose.headerIndex, problems };
  const left = countHiddenRows(shown);
  getElement('check-table', HTMLElement).replaceChildren(createDiagnosticTable(shown));
  getElement('check-left', HTMLElement).textContent =
    left > 0 ? `はじめの200行と、問題のある行だけを見せています。ほかに ${left}行あります。` : '';
  const more = getElement('check-more', HTMLButtonElement);
  const rest = all.length - problems.length;
  more.hidden = rest <= 0;
  more.textContent = `残りの ${rest}件のうち、次の ${Math.min(rest, STEP)}件も見る`;
  more.onclick = () => {
    showFirst(count + STEP, all, loose);
    document.getElementById(getDiagnosticId(count + 1))?.focus();
  };
}

/** Shows what came of a check: the problems, the table with its cells marked, and how its indicators will look. */
export function showResults(loose: FileValidation): void {
  const { rows, plan } = loose;
  const problems = [...loose.diagnostics]
    .sort(compareLocations)
    .map((problem, at) => ({ number: at + 1, problem, mark: findCellAnchor(problem, loose) }));
  showFirst(STEP, problems, loose);
  getElement('check-none', HTMLElement).hidden = problems.length > 0;
  getElement('check-table', HTMLElement).hidden = rows.length === 0;
  const drawn = previewIndicators(plan);
  getElement('check-preview', HTMLElement).replaceChildren(...drawn);
  getElement('check-preview-part', HTMLElement).hidden = drawn.length === 0;
}
