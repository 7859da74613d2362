/** For a larger count there are no squares: they are hard to count, and the text beside them contains the number. */
const MAX_COUNT = 60;
/** The width of a square, and the distance from one to the next, in pixels. */
const [SIZE, STEP] = [7, 9];

/** Draws a square for each counted thing, unless there are too many. Screen readers skip it: a text has the number. */
export function drawCountSquares(count: number): string {
  if (count === 0 || count > MAX_COUNT) return '';
  const squares = Array.from(
    { length: count },
    (_, index) => `<rect x="${index * STEP}" y="0" width="${SIZE}" height="${SIZE}"/>`,
  );
  const width = count * STEP - (STEP - SIZE);
  return `<svg class="units" width="${width}" height="${SIZE}" viewBox="0 0 ${width} ${SIZE}" aria-hidden="true">${squares.join('')}</svg>`;
}
