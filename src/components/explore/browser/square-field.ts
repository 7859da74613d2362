import type { ExploreItem } from '../../../model/explore-facets.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { MAX_SQUARES, type CityLook, type GroupNames, type ItemGroup } from './item-groups.ts';
import { connectSquareTip, type TipContent } from './square-tip.ts';

/** What a field of squares shows. */
export interface FieldPicture {
  readonly groups: readonly ItemGroup[];
  readonly looks: ReadonlyMap<string, CityLook>;
  /** True for groups that are beside each other. */
  readonly isBlock: boolean;
  /** Returns the URL that the heading of a group leads to, if any. */
  readonly getUrl?: (value: string) => string;
}

/** Duration of a glide, in milliseconds, and its speed: slow at both ends. */
const TIMING = { duration: 600, easing: 'cubic-bezier(0.65, 0.05, 0.35, 1)' };

/** The maximum number of squares that glide: more take too long for a frame. */
const MAX_GLIDING = 300;

/**
 * Moves squares to other places, and lets each glide there from its old place; new ones fade in. They do not
 * glide if the reader wants less motion, if there are too many squares, or if they were hidden.
 * @param list returns the squares as they are on the page now
 * @param move changes the page
 */
function glideSquares(list: () => HTMLElement[], move: () => void): void {
  const before = list();
  for (const square of before) for (const glide of square.getAnimations()) glide.cancel();
  const isStill =
    before.length > MAX_GLIDING ||
    before[0]?.offsetParent == null ||
    matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isStill) {
    move();
    return;
  }
  const places = new Map(before.map((square) => [square, square.getBoundingClientRect()]));
  move();
  const after = list().map((square) => ({ square, old: places.get(square), now: square.getBoundingClientRect() }));
  for (const { square, old, now } of after) {
    const [x, y] = old ? [old.left - now.left, old.top - now.top] : [0, 0];
    if (!old) square.animate({ opacity: [0, 1] }, TIMING);
    else if (x !== 0 || y !== 0) square.animate({ transform: [`translate(${x}px, ${y}px)`, 'none'] }, TIMING);
  }
}

/** A picture of items: a square for each, which is a link, in rows of groups. */
export class SquareField {
  readonly #field: HTMLElement;
  readonly #names: GroupNames;
  readonly #level: 2 | 3;
  readonly #squares = new Map<string, HTMLAnchorElement>();
  readonly #items = new Map<HTMLElement, ExploreItem>();
  /** The square that Tab stops at. */
  #stop: HTMLElement | undefined;
  readonly #tip: ReturnType<typeof connectSquareTip>;

  /**
   * @param names the names that tips say
   * @param level the level of the headings of groups
   */
  constructor(field: HTMLElement, names: GroupNames, level: 2 | 3) {
    this.#field = field;
    this.#names = names;
    this.#level = level;
    this.#tip = connectSquareTip(field, (square) => {
      const item = this.#items.get(square);
      return item ? this.#describe(item) : null;
    });
    field.addEventListener('keydown', (event) => {
      this.#moveFocus(event);
    });
  }

  readonly #list = () => [...this.#field.querySelectorAll<HTMLElement>('.tile')];

  #describe({ title, summary, place, values }: ExploreItem): TipContent {
    const getName = (facet: 'city' | 'state') => this.#names[facet].get(values[facet][0] ?? '') ?? '';
    return { city: getName('city'), place: [place, getName('state')].filter(Boolean).join(' ・ '), title, summary };
  }

  #getSquare(item: ExploreItem): HTMLAnchorElement {
    const known = this.#squares.get(item.id);
    if (known) return known;
    const name = `${this.#describe(item).city} ${item.title}`;
    const square = createElement(
      'a',
      { href: item.url, tabindex: '-1' },
      createElement('span', { class: 'hidden-text' }, name),
    );
    this.#squares.set(item.id, square);
    this.#items.set(square, item);
    return square;
  }

  #createGroup({ value, title, items }: ItemGroup, { looks, getUrl }: FieldPicture, most: number): HTMLElement {
    const head = createElement(
      `h${this.#level}`,
      {},
      getUrl ? createElement('a', { href: getUrl(value) }, title) : createElement('span', {}, title),
      createElement('span', { class: 'num' }, String(items.length)),
    );
    const section = createElement('section', { class: 'field-group' }, head);
    if (most > 0) {
      const bar = createElement('span', { class: 'field-bar' });
      bar.style.setProperty('--share', `${(100 * items.length) / most}%`);
      section.append(bar);
      return section;
    }
    const getCity = (item: ExploreItem | undefined) => item?.values.city[0] ?? '';
    const lines = items.map((item, at) => {
      const square = this.#getSquare(item);
      const look = looks.get(getCity(item));
      square.className = `tile ${look?.colour ?? ''}`;
      square.dataset.sign = getCity(items[at - 1]) === getCity(item) ? '' : (look?.sign ?? '');
      const isLast = getCity(items[at + 1]) !== getCity(item);
      return createElement('li', isLast ? { class: 'run-end' } : {}, square);
    });
    section.append(createElement('ul', { class: 'tiles' }, ...lines));
    return section;
  }

  /** Shows groups of items: squares, or bars if there are too many for squares. Squares glide to their new places. */
  show(picture: FieldPicture): void {
    this.#tip.hide();
    if (this.#squares.size === 0) this.#draw(picture);
    else
      glideSquares(this.#list, () => {
        this.#draw(picture);
      });
  }

  /** Gives the field the height of the highest of some pictures, and shows again what it shows now. */
  keepHeight(pictures: readonly FieldPicture[], now: FieldPicture): void {
    this.#field.style.minHeight = '';
    const heights = pictures.map((picture) => {
      this.#draw(picture);
      return this.#field.getBoundingClientRect().height;
    });
    this.#field.style.minHeight = `${Math.max(...heights)}px`;
    this.#draw(now);
  }

  #draw(picture: FieldPicture): void {
    const { groups, isBlock } = picture;
    const sizes = groups.map(({ items }) => items.length);
    const isBars = sizes.reduce((sum, size) => sum + size, 0) > MAX_SQUARES;
    const most = isBars ? Math.max(...sizes) : 0;
    const sections = groups.map((group) => this.#createGroup(group, picture, most));
    this.#field.replaceChildren(...sections, this.#tip.box);
    this.#field.classList.toggle('blocks', isBlock && !isBars);
    this.#setStop(this.#field.querySelector<HTMLElement>('.tile') ?? undefined);
  }

  /** Makes one square the only stop of Tab. */
  #setStop(stop: HTMLElement | undefined): void {
    if (this.#stop) this.#stop.tabIndex = -1;
    if (stop) stop.tabIndex = 0;
    this.#stop = stop;
  }

  #moveFocus(event: KeyboardEvent): void {
    const squares = this.#list();
    const current = squares.findIndex((square) => square === document.activeElement);
    if (current < 0) return;
    const groups = [...this.#field.querySelectorAll('.tiles')].map((list) => list.querySelector<HTMLElement>('.tile'));
    const group = groups.findIndex((first) => first?.closest('ul') === squares[current]?.closest('ul'));
    const targets: Readonly<Record<string, HTMLElement | null | undefined>> = {
      ArrowRight: squares[current + 1],
      ArrowLeft: squares[current - 1],
      ArrowDown: groups[group + 1],
      ArrowUp: groups[group - 1],
      Home: squares[0],
      End: squares.at(-1),
    };
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    this.#setStop(target);
    target.focus();
  }
}
