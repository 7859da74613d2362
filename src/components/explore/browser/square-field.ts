import type { ExploreItem } from '../../../site-data/explore-facets.ts';
import { countFormat, createElement } from '../../browser/dom-elements.ts';
import { connectSquares } from '../../browser/square-keys.ts';
import { formatOthers, MAX_SQUARES } from './item-groups.ts';
import type { CityLook, GroupNames, ItemGroup } from './item-groups.ts';
import { connectSquareTip, type TipContent } from './square-tip.ts';

/** What a field of squares shows. */
export interface SquarePicture {
  readonly groups: readonly ItemGroup[];
  readonly looks: ReadonlyMap<string, CityLook>;
  /** True for groups that are beside each other. */
  readonly isBlock: boolean;
  /** Returns the URL that the heading of a group leads to, if any. */
  readonly getUrl?: (value: string) => string;
}

/** Duration of a glide, in milliseconds, and its speed: slow at both ends. */
const TIMING = { duration: 600, easing: 'cubic-bezier(0.65, 0.05, 0.35, 1)' };

/**
 * Moves squares to other positions, and lets each glide there; new ones fade in. They do not
 * glide if the reader wants less motion, or if they were hidden.
 * @param list returns the squares as they are on the page now
 * @param move changes the page
 */
function glideSquares(list: () => HTMLElement[], move: () => void): void {
  const before = list();
  for (const square of before) for (const glide of square.getAnimations()) glide.cancel();
  if (before[0]?.offsetParent == null || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    move();
    return;
  }
  const positions = new Map(before.map((square) => [square, square.getBoundingClientRect()]));
  move();
  const after = list().map((square) => ({ square, old: positions.get(square), now: square.getBoundingClientRect() }));
  for (const { square, old, now } of after) {
    if (!old) square.animate({ opacity: [0, 1] }, TIMING);
    else if (old.left !== now.left || old.top !== now.top)
      square.animate({ transform: [`translate(${old.left - now.left}px, ${old.top - now.top}px)`, 'none'] }, TIMING);
  }
}

function describeItem({ title, summary, level, values }: ExploreItem, names: GroupNames): TipContent {
  const getName = (facet: 'city' | 'state') => names[facet].get(values[facet][0] ?? '') ?? '';
  return { city: getName('city'), level: [level, getName('state')].filter(Boolean).join(' ・ '), title, summary };
}

/** Creates the heading of a group, which is a link if there is a URL, with its numbers of items. */
function createHeading({ title, items, others }: ItemGroup, level: 2 | 3, url: string | undefined): HTMLElement {
  const name = url === undefined ? createElement('span', {}, title) : createElement('a', { href: url }, title);
  const more = createElement('small', {}, formatOthers(others));
  const count = createElement('span', { class: 'num' }, countFormat.format(items.length), more);
  return createElement(`h${level}`, {}, name, count);
}

function createBar(share: number): HTMLElement {
  const bar = createElement('span', { class: 'field-bar' });
  bar.style.setProperty('--share', `${share}%`);
  return bar;
}

/** Creates the squares of a group. The first of each run of one municipality has its sign, the last ends the run. */
function createTiles(
  { items }: ItemGroup,
  looks: SquarePicture['looks'],
  getSquare: (item: ExploreItem) => HTMLAnchorElement,
): HTMLElement {
  const getCity = (item: ExploreItem | undefined) => item?.values.city[0] ?? '';
  const tiles = items.map((item, at) => {
    const square = getSquare(item);
    const look = looks.get(getCity(item));
    square.className = ['tile', look?.colour, item.values.state[0]].join(' ');
    if (getCity(items[at - 1]) === getCity(item)) delete square.dataset.sign;
    else square.dataset.sign = look?.sign ?? '';
    return createElement('li', getCity(items[at + 1]) !== getCity(item) ? { class: 'run-end' } : {}, square);
  });
  return createElement('ul', { class: 'tiles' }, ...tiles);
}

/**
 * Makes an element a picture of items: a square for each, which is a link, in rows of groups. Returns the function that
 * shows groups of items: squares, or bars if there are too many for squares. Squares glide to their new positions.
 * @param names the names that tips say
 * @param level the level of the headings of groups
 */
export function createSquarePicture(field: HTMLElement, names: GroupNames, level: 2 | 3) {
  const squares = new Map<string, HTMLAnchorElement>();
  const items = new Map<HTMLElement, ExploreItem>();
  const stopAtFirst = connectSquares(field);

  const tip = connectSquareTip(field, (square) => {
    const item = items.get(square);
    return item ? describeItem(item, names) : null;
  });

  const getSquare = (item: ExploreItem): HTMLAnchorElement => {
    const known = squares.get(item.id);
    if (known) return known;
    const ended = item.values.state[0] === 'ended' ? '（終了）' : '';
    const label = `${describeItem(item, names).city} ${item.title}${ended}`;
    const square = createElement('a', { href: item.url, 'aria-label': label });
    squares.set(item.id, square);
    items.set(square, item);
    return square;
  };

  const draw = ({ groups, looks, isBlock, getUrl }: SquarePicture) => {
    const sizes = groups.map((group) => group.items.length);
    const isBars = sizes.reduce((sum, size) => sum + size, 0) > MAX_SQUARES;
    const sections = groups.map((group) =>
      createElement(
        'section',
        { class: 'field-group' },
        createHeading(group, level, getUrl?.(group.value)),
        isBars ? createBar((100 * group.items.length) / Math.max(...sizes)) : createTiles(group, looks, getSquare),
      ),
    );
    field.replaceChildren(...sections, tip.box);
    field.classList.toggle('blocks', isBlock && !isBars);
    stopAtFirst();
  };

  return (picture: SquarePicture): void => {
    tip.hide();
    const listSquares = () => [...field.querySelectorAll<HTMLElement>('.tile')];
    if (squares.size === 0) draw(picture);
    else
      glideSquares(listSquares, () => {
        draw(picture);
      });
  };
}
