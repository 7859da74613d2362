import { listTargetValues } from '../../../charts/change-words.ts';
import { drawIndicatorChart } from '../../../charts/indicator-chart.ts';
import { buildIndicators } from '../../../site-data/build-indicators.ts';
import { createSiteUrls } from '../../../site-data/urls.ts';
import type { Indicator } from '../../../tables/indicators.ts';
import type { ParsedPlan } from '../../../validation/parsed-site.ts';
import type { FileValidation } from '../../../validation/validate-file.ts';
import { createElement, getElement } from '../../browser/dom-elements.ts';
import * as display from './diagnostic-display.ts';
import { countHiddenRows, createDiagnosticTable, FIRST_ROWS } from './marked-table.ts';

/** Creates a list of sentences: the first ones, and how many others there are. */
export function createList(sentences: readonly string[], limit: number): HTMLUListElement {
  const rest = sentences.length - limit;
  const shown = [...sentences.slice(0, limit), ...(rest > 0 ? [`ほかに${rest}件あります。`] : [])];
  return createElement('ul', {}, ...shown.map((sentence) => createElement('li', {}, sentence)));
}

/** Number of diagnostics shown at first, and added each time. */
const STEP = 500;

/** Shows the first diagnostics, and the table with their cells marked. */
function showFirst(count: number, all: readonly display.NumberedDiagnostic[], validation: FileValidation): void {
  const diagnostics = all.slice(0, count);
  const { messages = '', guide = '' } = getElement('check-results', HTMLElement).dataset;
  getElement('check-problems', HTMLElement).replaceChildren(
    ...diagnostics.map((entry) => display.createDiagnosticEntry(entry, messages, guide)),
  );
  const hidden = countHiddenRows(validation, diagnostics);
  getElement('check-table', HTMLElement).replaceChildren(createDiagnosticTable(validation, diagnostics));
  getElement('check-left', HTMLElement).textContent =
    hidden > 0 ? `はじめの${FIRST_ROWS}行と、問題のある行だけを見せています。ほかに${hidden}行あります。` : '';
  const more = getElement('check-more', HTMLButtonElement);
  const rest = all.length - diagnostics.length;
  more.hidden = rest <= 0;
  more.textContent = `残りの${rest}件のうち、次の${Math.min(rest, STEP)}件も見る`;
  more.onclick = () => {
    showFirst(count + STEP, all, validation);
    document.getElementById(display.getDiagnosticId(count + 1))?.focus();
  };
}

/** The preview shows at most this many indicators. */
const MAX_PREVIEWED_INDICATORS = 20;

/** Parses an SVG. The charts escape the text in it. */
const parseSvg = (svg: string): ChildNode[] => [...new DOMParser().parseFromString(svg, 'text/html').body.childNodes];

function createPreview(indicator: Indicator): HTMLElement {
  // The table has no results.
  const values = listTargetValues({ ...indicator, latest: null }).join(' → ');
  const charts = (['wide', 'narrow'] as const).flatMap((size) => drawIndicatorChart(indicator, [], size) ?? []);
  const missing = '図は、現状値と目標値の数と時点がわかり、目標値の時点が後のときにつきます。';
  return createElement(
    'section',
    {},
    createElement('h3', {}, indicator.title),
    createElement('p', { class: 'num' }, values),
    charts.length > 0
      ? createElement('div', { class: 'chart-box' }, ...charts.flatMap(parseSvg))
      : createElement('p', { class: 'note' }, missing),
  );
}

/** Shows the first indicators of a file as on their pages, then the number of the others. */
function previewIndicators(plan: ParsedPlan): HTMLElement[] {
  // The preview contains neither URLs nor dates of sources.
  const built = buildIndicators(plan, createSiteUrls('/', 'https://example.org'), new Map());
  const rest = built.length - MAX_PREVIEWED_INDICATORS;
  return [
    ...built.slice(0, MAX_PREVIEWED_INDICATORS).map(({ indicator }) => createPreview(indicator)),
    ...(rest > 0 ? [createElement('p', { class: 'note' }, `ほかに${rest}件の指標があります。`)] : []),
  ];
}

/** Shows the results of a validation: the diagnostics, the table with its cells marked, and its indicators. */
export function showResults(validation: FileValidation): void {
  const { plan } = validation;
  const diagnostics = validation.diagnostics.map((diagnostic, index) => {
    const anchor = display.findCellAnchor(diagnostic, validation);
    return { number: index + 1, diagnostic, anchor };
  });
  showFirst(STEP, diagnostics, validation);
  getElement('check-none', HTMLElement).hidden = diagnostics.length > 0;
  getElement('check-preview-part', HTMLElement).hidden = plan.indicators.rows.length === 0;
  getElement('check-preview', HTMLElement).replaceChildren(...previewIndicators(plan));
}
