import type { ExploreItem } from '../../../model/explore-facets.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { glideSquares } from './gliding-squares.ts';
import type { CityLook, ItemGroup } from './item-groups.ts';
import { connectSquareTip, type TipContent } from './square-tip.ts';

/** Largest number of squares. More items are bars. */
export const MOST_SQUARES = 400;

/** A picture of items: a square for each, which is a link, in rows of groups. */
export class SquareField {
  readonly #field: HTMLElement;
  readonly #describe: (item: ExploreItem) => TipContent;
  readonly #squares = new Map<string, HTMLAnchorElement>();
  readonly #items = new Map<HTMLElement, ExploreItem>();
  readonly #tip: ReturnType<typeof connectSquareTip>;

  /** @param describe returns what the tip says about an item */
  constructor(field: HTMLElement, describe: (item: ExploreItem) => TipContent) {
    this.#field = field;
    this.#describe = describe;
    this.#tip = connectSquareTip(field, (square) => {
      const item = this.#items.get(square);
      return item ? describe(item) : null;
    });
    field.addEventListener('keydown', (event) => {
      this.#moveFocus(event);
    });
  }

  readonly #list = () => [...this.#field.querySelectorAll<HTMLElement>('.tile')];

  #getSquare(item: ExploreItem): HTMLAnchorElement {
    const known = this.#squares.get(item.id);
    if (known) return known;
    const name = `${this.#describe(item).city} ${item.title}`;
    const square = createElement('a', { href: item.url }, createElement('span', { class: 'hidden-text' }, name));
    this.#squares.set(item.id, square);
    this.#items.set(square, item);
    return square;
  }

  #createGroup({ title, items }: ItemGroup, looks: ReadonlyMap<string, CityLook>, most: number): HTMLElement {
    const head = createElement(
      'h2',
      {},
      createElement('span', {}, title),
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

  /**
   * Shows groups of items: squares, or bars if there are too many for squares.
   * @param isBlock true for groups that stand beside each other
   */
  show(groups: readonly ItemGroup[], looks: ReadonlyMap<string, CityLook>, isBlock: boolean): void {
    const sizes = groups.map(({ items }) => items.length);
    const isBars = sizes.reduce((sum, size) => sum + size, 0) > MOST_SQUARES;
    const most = isBars ? Math.max(...sizes) : 0;
    this.#tip.hide();
    glideSquares(this.#list, () => {
      const sections = groups.map((group) => this.#createGroup(group, looks, most));
      this.#field.replaceChildren(...sections, this.#tip.box);
      this.#field.classList.toggle('blocks', isBlock && !isBars);
      this.#setStop(this.#list()[0]);
    });
  }

  /** Makes one square the only stop of Tab. */
  #setStop(stop: HTMLElement | undefined): void {
    for (const square of this.#list()) square.tabIndex = square === stop ? 0 : -1;
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
