import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageCatalogue } from '../../src/diagnostics/catalogue/message-catalogue.ts';
import type { Issue } from '../../src/diagnostics/diagnostic.ts';
import { anyText } from '../unit/notation/arbitrary-notations.ts';
import { readNotation } from '../unit/notation/expect-notation.ts';
import { inventedNotations } from '../unit/notation/invented-notations.ts';
import { publishedNotations } from '../unit/notation/published-notations.ts';
import { TIME_LIMIT, scaleRuns, measureTime } from './fuzz-runs.ts';

const knownNotation = fc.constantFrom(...[...publishedNotations, ...inventedNotations].map(([, text]) => text));

/** A known notation with an added or removed part. */
const nearlyKnown = fc
  .tuple(knownNotation, fc.nat(20), fc.nat(3), fc.oneof(anyText, knownNotation))
  .map(([text, at, gone, more]) => text.slice(0, at) + more + text.slice(at + gone));

/** A text repeated many times, which may be very slow to match. */
const repeated = fc
  .tuple(fc.oneof(anyText, knownNotation), fc.integer({ min: 2, max: 60 }), anyText)
  .map(([text, times, end]) => text.repeat(times) + end);

const anything = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 3, arbitrary: nearlyKnown },
  { weight: 1, arbitrary: repeated },
);

/** Checks that an issue has a message and all the values that it quotes. */
function expectWhole({ code, values }: Issue): void {
  const { message, fix } = messageCatalogue[code];
  expect(`${message(values)}${fix(values)}`, code).not.toMatch(/undefined|NaN|\[object/);
}

test('reads any text or reports an issue, without delay', { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      for (const kind of ['value', 'target', 'period'] as const) {
        const took = await measureTime(() => {
          const { reading } = readNotation(kind, text);
          for (const issue of reading.ok ? reading.warnings : [reading.issue]) expectWhole(issue);
        });
        expect(took, `${kind} ${text}`).toBeLessThan(TIME_LIMIT);
      }
    }),
    { numRuns: scaleRuns(100_000) },
  );
});
