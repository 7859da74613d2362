import { easeCubicInOut, timer, type Timer } from 'd3';

/** Duration of a glide, in milliseconds. */
const DURATION = 600;

/** Largest number of squares that glide: more take too long for a frame. */
const MOST_GLIDING = 300;

let running: Timer | null = null;

/** Ends the glide at once. */
function stop(squares: Iterable<HTMLElement>): void {
  running?.stop();
  running = null;
  for (const square of squares) square.style.transform = square.style.opacity = '';
}

/**
 * Moves squares to other places, and lets each glide there from its old place; new ones fade in. Without a glide if the
 * reader wants less motion, if there are too many squares, or if they were hidden.
 * @param list returns the squares as they are on the page now
 * @param move changes the page
 */
export function glideSquares(list: () => HTMLElement[], move: () => void): void {
  const before = list();
  stop(before);
  const isStill =
    before.length > MOST_GLIDING ||
    before[0]?.offsetParent == null ||
    matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isStill) {
    move();
    return;
  }
  const places = new Map(before.map((square) => [square, square.getBoundingClientRect()]));
  move();
  const squares = list();
  const steps = squares.map((square) => {
    const old = places.get(square);
    const now = square.getBoundingClientRect();
    return old ? { square, x: old.left - now.left, y: old.top - now.top } : { square, x: 0, y: 0, isNew: true };
  });
  const moving = steps.filter(({ x, y, isNew }) => isNew === true || x !== 0 || y !== 0);
  const draw = (share: number) => {
    for (const { square, x, y, isNew } of moving) {
      if (isNew === true) square.style.opacity = String(share);
      else square.style.transform = `translate(${x * (1 - share)}px, ${y * (1 - share)}px)`;
    }
  };
  draw(0);
  running = timer((elapsed) => {
    if (elapsed < DURATION) draw(easeCubicInOut(elapsed / DURATION));
    else stop(squares);
  });
}
