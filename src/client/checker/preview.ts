import { drawIndicatorChart } from '../../charts/path.ts';
import type { ParsedPlan } from '../../check/draft.ts';
import type { Indicator } from '../../model/indicator.ts';
import { createSiteUrls } from '../../portal/address.ts';
import { buildIndicators } from '../../portal/indicators.ts';
import { createElement } from '../dom.ts';

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
