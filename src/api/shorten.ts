/** How many records of a list an example shows. */
const SHOWN = 2;

const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An answer with the first records of each list, however deep; nothing else is changed, so that what is left is as
 * the answer has it. Coordinates stay whole: a ring that was cut would not be one.
 */
export function shortenExample(value: unknown): unknown {
  if (Array.isArray(value)) return (value.some(isRecord) ? value.slice(0, SHOWN) : value).map(shortenExample);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortenExample(inner)]));
}
