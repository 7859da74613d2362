import { createElement } from '../../browser/dom-elements.ts';

/** What the tip of a square says. */
export interface TipContent {
  readonly city: string;
  /** The level of the item, and the state of its plan. */
  readonly level: string;
  readonly title: string;
  readonly summary: string;
}

/** Distance of the tip from its square, in pixels; the CSS bridges it. */
const DISTANCE = 10;
/** Milliseconds for which the pointer goes through a new tip to other squares. After that, it can reach the tip. */
const PASSING_TIME = 400;

const findSquare = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>('.tile') : null);

/** Moves a tip above its square, or below it if there is no room. */
function moveTip(tip: HTMLElement, square: HTMLElement, field: HTMLElement): void {
  const area = field.getBoundingClientRect();
  const at = square.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const left = at.left - area.left + (at.width - size.width) / 2;
  const above = at.top - size.height - DISTANCE;
  tip.style.left = `${Math.max(0, Math.min(area.width - size.width, left))}px`;
  tip.style.top = `${(above > 0 ? above : at.bottom + DISTANCE) - area.top}px`;
}

/** Shows a tip for the square at the pointer or the focus. The first tap shows the tip, with a link to the page. */
export function connectSquareTip(field: HTMLElement, describe: (square: HTMLElement) => TipContent | null) {
  const box = createElement('div', { class: 'tip square-tip', hidden: '' });
  let isTouch = false;
  let current: HTMLElement | null = null;

  const hide = () => {
    current?.removeAttribute('aria-describedby');
    current = null;
    box.hidden = true;
  };
  const show = (square: HTMLElement, isAtPointer = false) => {
    const content = describe(square);
    if (!content) return;
    hide();
    current = square;
    const { city, level, title, summary } = content;
    box.replaceChildren(
      createElement('small', {}, `${city} ・ `, createElement('span', { id: 'square-tip-level' }, level)),
      createElement('strong', {}, title),
      createElement('p', { id: 'square-tip-summary' }, summary),
      ...(isTouch ? [createElement('a', { href: square.getAttribute('href') ?? '' }, 'この項目を読む')] : []),
    );
    square.setAttribute('aria-describedby', 'square-tip-level square-tip-summary');
    box.hidden = false;
    box.classList.toggle('is-beside', isAtPointer);
    box.animate({ pointerEvents: ['none', 'none'] }, PASSING_TIME);
    moveTip(box, square, field);
  };

  field.addEventListener('pointerover', (event) => {
    const square = findSquare(event);
    if (event.pointerType === 'mouse' && square) show(square, true);
  });
  field.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') hide();
  });
  field.addEventListener('pointerdown', ({ pointerType }) => {
    isTouch = pointerType !== 'mouse';
  });
  field.addEventListener('click', (event) => {
    const square = findSquare(event);
    if (!isTouch || !square) return;
    event.preventDefault();
    show(square);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !field.contains(target)) hide();
  });
  // A tip that stays would cover what has the focus now.
  document.addEventListener('focusin', (event) => {
    const square = findSquare(event);
    if (square && field.contains(square)) {
      if (!square.matches(':focus-visible')) return;
      show(square);
      // At the foot of a small screen, the tip would cover the square.
      if (getComputedStyle(box).position !== 'fixed') return;
      square.style.scrollMarginBottom = `${box.offsetHeight + 2 * DISTANCE}px`;
      square.scrollIntoView({ block: 'nearest' });
    } else if (event.target instanceof Node && !box.contains(event.target)) hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    isTouch = false;
    if (key === 'Escape') hide();
  });
  return { box, hide };
}
