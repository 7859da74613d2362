import { pathChart } from '../../charts/path.ts';
import type { PlanDraft } from '../../check/draft.ts';
import type { Indicator } from '../../model/indicator.ts';
import { addresses } from '../../portal/address.ts';
import { makeIndicators } from '../../portal/indicators.ts';
import { make } from '../dom.ts';

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
  const drawings = [pathChart(indicator, [], 'wide'), pathChart(indicator, [], 'narrow')];
  return make(
    'section',
    {},
    make('h3', {}, indicator.title),
    make('p', { class: 'num' }, words),
    ...(drawings[0] === null
      ? [
          make(
            'p',
            { class: 'note' },
            '図は、現状値と目標値の数と時点がわかり、目標値の時点が後のときにつきます。',
          ),
        ]
      : [make('div', { class: 'chart-box' }, ...drawings.flatMap((svg) => drawing(svg ?? '')))]),
  );
}

/** How the indicators of a file will look on their pages: the first ones drawn, then how many more there are. */
export function preview(plan: PlanDraft): HTMLElement[] {
  // Where the pages will stand, and when sources were issued, does not show in what is drawn.
  const { indicators } = makeIndicators(plan, addresses('/', 'https://example.org'), new Map());
  const rest = indicators.length - DRAWN;
  return [
    ...indicators.slice(0, DRAWN).map(figure),
    ...(rest > 0 ? [make('p', { class: 'note' }, `ほかに ${rest}件の指標があります。`)] : []),
  ];
}
