import { connectChoiceFilter } from '../../browser/choice-filter.ts';
import { countFormat, createElement } from '../../browser/dom-elements.ts';

/*
 * Turns the statuses of indicators into buttons, which narrow the lists of the page. Lists without indicators are
 * hidden, folded lists with some are opened, and headings say how many are shown.
 */

const filter = document.querySelector<HTMLElement>('.status-filter');
const items = [...document.querySelectorAll<HTMLElement>('.indicator-row')];
if (filter && items.length > 0) {
  for (const name of filter.querySelectorAll<HTMLElement>('.name')) {
    const { status = '' } = name.dataset;
    const attributes = { class: 'status', type: 'button', 'data-status': status, 'aria-pressed': 'false' };
    name.replaceChildren(createElement('button', attributes, ...name.childNodes));
  }
  const groups = [...document.querySelectorAll<HTMLElement>('.target-group, .indicator-fold, .indicator-owner')];
  const counts = groups.map((group) => [group, createElement('span', { class: 'shown-count' })] as const);
  for (const [group, count] of counts) {
    const heading = group.querySelector('h2, h3, h4, summary');
    heading?.insertBefore(count, heading.querySelector('small'));
  }
  connectChoiceFilter(filter, {
    parameter: 'status',
    items,
    readValues: ({ dataset }) => dataset.status,
    groups,
    showMore: (chosen) => {
      for (const [group, count] of counts) {
        const shown = group.querySelectorAll('.indicator-row:not([hidden])').length;
        count.textContent = chosen.length > 0 ? `：${countFormat.format(shown)}件を表示` : '';
        if (group instanceof HTMLDetailsElement && chosen.length > 0 && !group.hidden) group.open = true;
      }
    },
  });
}
