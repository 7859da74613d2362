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
export function glideSquares(list: () => HTMLElement[], move: () => void): void {
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
