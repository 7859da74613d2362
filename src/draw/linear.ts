/**
 * Maps a stretch of numbers evenly onto another; one without length goes to the middle. It draws what d3-scale's
 * `scaleLinear` does, which would bring colours and formats along: ten KiB in the browser, where `/check/` draws a chart.
 * @example createLinearScale([0, 10], [100, 200])(5) // → 150
 */
export function createLinearScale(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): (value: number) => number {
  return (value) => {
    const way = to === from ? 0.5 : (value - from) / (to - from);
    return start * (1 - way) + end * way;
  };
}
