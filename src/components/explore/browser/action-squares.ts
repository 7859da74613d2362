import { findElement, getElement } from '../../browser/dom-elements.ts';
import { groupItems, squareGroupings, stateOrder } from './item-groups.ts';
import type { CityLook, GroupNames, SquareGrouping } from './item-groups.ts';
import { readListedItems } from './read-items.ts';
import { createSquarePicture, type SquarePicture } from './square-field.ts';

/*
 * The squares of the home page: makes each a link with a tip, and groups them as readers choose. The list of the page
 * has the items; the picture of the page, its key and the list have the names.
 */

const root = getElement('action-squares', HTMLDivElement);
const field = findElement(root, '.field', HTMLDivElement);
const list = findElement(root, '.square-list', HTMLDetailsElement);
const buttons = [...root.querySelectorAll<HTMLButtonElement>('.choice button')];
const keys = [...root.querySelectorAll<HTMLElement>('.square-key > li')];
const getText = (parent: Element, selector: string) => parent.querySelector(selector)?.textContent.trim() ?? '';

const states = new Map(
  [...list.querySelectorAll<HTMLElement>('.found-plan')].map((plan) => [plan.dataset.state, getText(plan, '.badge')]),
);
const names: GroupNames = {
  theme: new Map(
    [...field.querySelectorAll<HTMLElement>('.field-group')].map((group) => [
      group.dataset.theme ?? '',
      getText(group, 'a'),
    ]),
  ),
  city: new Map(keys.map((key) => [key.dataset.city ?? '', getText(key, 'a')])),
  state: new Map(stateOrder.map((state) => [state, states.get(state) ?? ''])),
};
const looks = new Map(
  keys.flatMap((key): [string, CityLook][] => {
    const { city = '', colour } = key.dataset;
    const { sign = '' } = findElement(key, '.tile', HTMLElement).dataset;
    return colour === undefined ? [] : [[city, { colour, sign }]];
  }),
);

const { items } = readListedItems(list);
const groupSquares = (by: SquareGrouping): SquarePicture => ({
  groups: groupItems(items, by, names),
  looks,
  isBlock: by !== 'theme',
  getUrl: (value) => `${root.dataset.explore}?${new URLSearchParams({ [by]: value })}`,
});
const showPicture = createSquarePicture(field, names, 3);
let width = 0;
showPicture(groupSquares('theme'));

for (const button of buttons)
  button.addEventListener('click', () => {
    const grouping = squareGroupings.find((by) => by === button.value);
    if (!grouping || button.ariaPressed === 'true') return;
    // What is below the squares does not move up. Measuring the other pictures would delay the click.
    width = field.clientWidth;
    field.style.minHeight = `${field.getBoundingClientRect().height}px`;
    for (const other of buttons) other.ariaPressed = String(other === button);
    showPicture(groupSquares(grouping));
  });
// The height depends on the width.
addEventListener('resize', () => {
  if (width !== field.clientWidth) field.style.minHeight = '';
});
root.classList.add('ready');
