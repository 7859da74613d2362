/** Returns a function that returns the next number of a fixed series, from 0 up to a limit. */
export function createRandomInteger(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
