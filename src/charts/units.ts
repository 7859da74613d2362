/** How many squares are drawn at most; a longer row says its number in words alone. */
const MOST = 40;
const SIZE = 7;
const STEP = 9;

/** A row of small squares, one for each thing counted: read at a glance, counted if wanted. Words beside it say the number. */
export function unitsChart(count: number): string {
  const shown = Math.min(count, MOST);
  const squares = Array.from(
    { length: shown },
    (_, at) => `<rect x="${at * STEP}" y="0" width="${SIZE}" height="${SIZE}"/>`,
  );
  const width = Math.max(shown * STEP - (STEP - SIZE), 1);
  return `<svg class="units" width="${width}" height="${SIZE}" viewBox="0 0 ${width} ${SIZE}" aria-hidden="true">${squares.join('')}</svg>`;
}
