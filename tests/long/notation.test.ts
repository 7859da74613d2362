import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Flaw } from '../../src/problems/problem.ts';
import { messages } from '../../src/problems/messages.ts';
import { anyText } from '../unit/notation/any.ts';
import { ours } from '../unit/notation/ours.ts';
import { real } from '../unit/notation/real.ts';
import { saidOf } from '../unit/notation/said.ts';
import { LIMIT, runsOf, timeOf } from './runs.ts';

const known = fc.constantFrom(...[...real, ...ours].map(([, text]) => text));

/** A notation that is known, with something put into it or taken out of it. */
const nearlyKnown = fc
  .tuple(known, fc.nat(20), fc.nat(3), fc.oneof(anyText, known))
  .map(([text, at, gone, more]) => text.slice(0, at) + more + text.slice(at + gone));

/** The same again and again, which makes a careless pattern try for ever. */
const repeated = fc
  .tuple(fc.oneof(anyText, known), fc.integer({ min: 2, max: 60 }), anyText)
  .map(([text, times, end]) => text.repeat(times) + end);

const anything = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 3, arbitrary: nearlyKnown },
  { weight: 1, arbitrary: repeated },
);

/** A flaw has a message of its own, and all the values that it quotes. */
function expectWhole({ code, values }: Flaw): void {
  const { say, hint } = messages[code];
  expect(`${say(values)}${hint(values)}`, code).not.toMatch(/undefined|NaN|\[object/);
}

test('any text is read or refused in words, and soon', { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      for (const kind of ['value', 'target', 'period'] as const) {
        const took = await timeOf(() => {
          const { reading } = saidOf(kind, text);
          for (const flaw of reading.ok ? reading.warnings : [reading.flaw]) expectWhole(flaw);
        });
        expect(took, `${kind} ${text}`).toBeLessThan(LIMIT);
      }
    }),
    { numRuns: runsOf(100_000) },
  );
});
