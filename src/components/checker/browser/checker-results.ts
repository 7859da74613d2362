import { getElement } from '../../browser/dom-elements.ts';
import type { FileValidation } from '../../../validation/validate-file.ts';
import { createDiagnosticTable, countHiddenRows } from './diagnostic-table.ts';
import { previewIndicators } from './indicator-preview.ts';
import { createDiagnosticEntry, findCellAnchor, getDiagnosticId, type NumberedDiagnostic } from './diagnostic-list.ts';

/** Number of diagnostics shown at first, and added each time. */
const STEP = 500;

/** Shows the first diagnostics, and the table with their cells marked. */
function showFirst(count: number, all: readonly NumberedDiagnostic[], validation: FileValidation): void {
  const diagnostics = all.slice(0, count);
  const { messages = '', guide = '' } = getElement('check-results', HTMLElement).dataset;
  getElement('check-problems', HTMLElement).replaceChildren(
    ...diagnostics.map((entry) => createDiagnosticEntry(entry, messages, guide)),
  );
  const hidden = countHiddenRows(validation, diagnostics);
  getElement('check-table', HTMLElement).replaceChildren(createDiagnosticTable(validation, diagnostics));
  getElement('check-left', HTMLElement).textContent =
    hidden > 0 ? `はじめの200行と、問題のある行だけを見せています。ほかに ${hidden}行あります。` : '';
  const more = getElement('check-more', HTMLButtonElement);
  const rest = all.length - diagnostics.length;
  more.hidden = rest <= 0;
  more.textContent = `残りの ${rest}件のうち、次の ${Math.min(rest, STEP)}件も見る`;
  more.onclick = () => {
    showFirst(count + STEP, all, validation);
    document.getElementById(getDiagnosticId(count + 1))?.focus();
  };
}

/** Shows the results of a validation: the diagnostics, the table with its cells marked, and its indicators. */
export function showResults(validation: FileValidation): void {
  const { rows, plan } = validation;
  const diagnostics = validation.diagnostics.map((diagnostic, index) => ({
    number: index + 1,
    diagnostic,
    anchor: findCellAnchor(diagnostic, validation),
  }));
  showFirst(STEP, diagnostics, validation);
  getElement('check-none', HTMLElement).hidden = diagnostics.length > 0;
  getElement('check-table', HTMLElement).hidden = rows.length === 0;
  const part = getElement('check-preview-part', HTMLElement);
  part.hidden = plan.indicators.rows.length === 0;
  getElement('check-preview', HTMLElement).replaceChildren(...previewIndicators(plan));
}
