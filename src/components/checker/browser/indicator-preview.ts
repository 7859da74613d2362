import { drawIndicatorChart } from '../../../charts/indicator-chart.ts';
import type { ParsedPlan } from '../../../validation/parsed-site.ts';
import { addPrintedUnits } from '../../../notation/printed-unit.ts';
import type { Indicator } from '../../../tables/indicators.ts';
import { createSiteUrls } from '../../../site-data/urls.ts';
import { buildIndicators } from '../../../site-data/build-indicators.ts';
import { createElement } from '../../browser/dom-elements.ts';

/** The preview shows at most this many indicators. */
const MAX_SHOWN = 20;

/** Parses an SVG. The charts escape the text in it. */
function parseSvg(svg: string): ChildNode[] {
  return [...new DOMParser().parseFromString(svg, 'text/html').body.childNodes];
}

function formatValue(label: string, { text, period }: Indicator['baseline' | 'target']): string {
  return `${label} ${text}${period.text === '' ? '' : `（${period.text}）`}`;
}

function createPreview(indicator: Indicator): HTMLElement {
  const { baseline, target } = addPrintedUnits(indicator);
  const values = `${formatValue('現状値', baseline)} → ${formatValue('目標値', target)}`;
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
export function previewIndicators(plan: ParsedPlan): HTMLElement[] {
  // The preview contains neither URLs nor dates of sources.
  const { indicators } = buildIndicators(plan, createSiteUrls('/', 'https://example.org'), new Map());
  const rest = indicators.length - MAX_SHOWN;
  return [
    ...indicators.slice(0, MAX_SHOWN).map(createPreview),
    ...(rest > 0 ? [createElement('p', { class: 'note' }, `ほかに ${rest}件の指標があります。`)] : []),
  ];
}
