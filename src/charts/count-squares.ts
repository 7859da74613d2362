/** For a larger count there are no squares: they are hard to count, and the text beside them contains the number. */
const MAX_COUNT = 60;
/** The width of a square, which is the height of the picture in its style, and the distance from one to the next. */
const [SIZE, STEP] = [7, 9];

/**
 * Draws a square for each counted thing, unless there are too many. Screen readers skip it: a text has the number.
 * @param ended how many of them are of ended plans: their squares, the last ones, are only frames
 */
export function drawCountSquares(count: number, colour = '', ended = 0): string {
  if (count === 0 || count > MAX_COUNT) return '';
  const squares = Array.from({ length: count }, (_, index) => {
    // The inner square has the other direction, so that it is not filled.
    const hole = index < count - ended ? '' : `m1 1v${SIZE - 2}h${SIZE - 2}v-${SIZE - 2}z`;
    return `M${index * STEP} 0h${SIZE}v${SIZE}h-${SIZE}z${hole}`;
  });
  const width = count * STEP - (STEP - SIZE);
  return `<svg class="${`units ${colour}`.trim()}" viewBox="0 0 ${width} ${SIZE}" aria-hidden="true"><path d="${squares.join('')}"/></svg>`;
}
