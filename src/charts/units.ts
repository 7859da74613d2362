/** More squares than this are no longer seen at a glance: the words beside them say the number alone. */
const MOST = 60;
const SIZE = 7;
const STEP = 9;

/** A row of small squares, one for each thing counted: read at a glance, counted if wanted. Words beside it say the number. */
export function drawUnitSquares(count: number): string {
  if (count === 0 || count > MOST) return '';
  const squares = Array.from(
    { length: count },
    (_, at) => `<rect x="${at * STEP}" y="0" width="${SIZE}" height="${SIZE}"/>`,
  );
  const width = count * STEP - (STEP - SIZE);
  return `<svg class="units" width="${width}" height="${SIZE}" viewBox="0 0 ${width} ${SIZE}" aria-hidden="true">${squares.join('')}</svg>`;
}
