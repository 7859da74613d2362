import { drawIndicatorChart } from '../../../charts/indicator-chart.ts';
import type { ParsedPlan } from '../../../validation/parsed-site.ts';
import type { Indicator } from '../../../tables/indicators.ts';
import { createSiteUrls } from '../../../site-data/urls.ts';
import { buildIndicators } from '../../../site-data/build-indicators.ts';
import { createElement, getElement } from '../../browser/dom-elements.ts';
import type { FileValidation } from '../../../validation/validate-file.ts';
import { compareLocations } from '../../../diagnostics/diagnostic.ts';
import { createDiagnosticTable, countHiddenRows } from './diagnostic-table.ts';
import {
  createDiagnosticEntry,
  findCellAnchor,
  getDiagnosticId,
  type NumberedDiagnostic,
} from './diagnostic-list.ts';

/** The most indicators that are drawn. */
const DRAWN = 20;

/** A drawing, as an element. What makes it escapes the texts that stand in it. */
function drawing(svg: string): ChildNode[] {
  return [...new DOMParser().parseFromString(svg, 'text/html').body.childNodes];
}

function value(words: string, { text, period }: Indicator['baseline' | 'target']): string {
  return `${words} ${text}${period.text === '' ? '' : `（${period.text}）`}`;
}

function figure(indicator: Indicator): HTMLElement {
  const words = `${value('現状値', indicator.baseline)} → ${value('目標値', indicator.target)}`;
  const drawings = [drawIndicatorChart(indicator, [], 'wide'), drawIndicatorChart(indicator, [], 'narrow')];
  return createElement(
    'section',
    {},
    createElement('h3', {}, indicator.title),
    createElement('p', { class: 'num' }, words),
    ...(drawings[0] === null
      ? [
          createElement(
            'p',
            { class: 'note' },
            '図は、現状値と目標値の数と時点がわかり、目標値の時点が後のときにつきます。',
          ),
        ]
      : [createElement('div', { class: 'chart-box' }, ...drawings.flatMap((svg) => drawing(svg ?? '')))]),
  );
}

/** How the indicators of a file will look on their pages: the first ones drawn, then how many more there are. */
export function previewIndicators(plan: ParsedPlan): HTMLElement[] {
  // Where the pages will stand, and when sources were issued, does not show in what is drawn.
  const { indicators } = buildIndicators(plan, createSiteUrls('/', 'https://example.org'), new Map());
  const rest = indicators.length - DRAWN;
  return [
    ...indicators.slice(0, DRAWN).map(figure),
    ...(rest > 0 ? [createElement('p', { class: 'note' }, `ほかに ${rest}件の指標があります。`)] : []),
  ];
}

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
