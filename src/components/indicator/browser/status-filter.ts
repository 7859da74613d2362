import { connectChoiceFilter } from '../../browser/choice-filter.ts';
import { createElement } from '../../browser/dom-elements.ts';

/*
 * Turns the statuses of indicators into buttons, which narrow the lists of the page. Lists without indicators are
 * hidden, and folded lists with some are opened.
 */

const filter = document.querySelector<HTMLElement>('.status-filter');
const items = [...document.querySelectorAll<HTMLElement>('.indicator-row')];
if (filter && items.length > 0) {
  for (const name of filter.querySelectorAll<HTMLElement>('.name')) {
    const attributes = {
      class: 'status',
      type: 'button',
      'data-status': name.dataset.status ?? '',
      'aria-pressed': 'false',
    };
    name.replaceChildren(createElement('button', attributes, ...name.childNodes));
  }
  const groups = [...document.querySelectorAll<HTMLElement>('.target-group, .indicator-fold, .indicator-owner')];
  connectChoiceFilter(filter, {
    parameter: 'status',
    items,
    readValues: ({ dataset }) => dataset.status,
    groups,
    showMore: (chosen) => {
      for (const group of groups)
        if (group instanceof HTMLDetailsElement && chosen.length > 0 && !group.hidden) group.open = true;
    },
  });
}
