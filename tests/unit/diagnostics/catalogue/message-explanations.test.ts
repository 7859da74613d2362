import { describe, expect, test } from 'vitest';
import { messageCatalogue, messageGroups } from '../../../../src/diagnostics/catalogue/message-catalogue.ts';
import { messageExplanations } from '../../../../src/diagnostics/catalogue/message-explanations.ts';
import { notationMessages } from '../../../../src/diagnostics/catalogue/notation-messages.ts';
import { readPeriod } from '../../../../src/notation/period.ts';
import { readQuantity } from '../../../../src/notation/quantity.ts';
import { readTarget } from '../../../../src/notation/target.ts';

const codes = messageGroups.flatMap((group) => Object.keys(group.messages));
const explained = Object.entries(messageExplanations).flatMap(([code, one]) => (one ? [{ code, ...one }] : []));
const mended = explained.flatMap(({ code, corrected: pair }) => (pair ? [{ code, ...pair }] : []));

describe('the groups of messages', () => {
  test('contain every message once', () => {
    expect(codes.toSorted()).toEqual(Object.keys(messageCatalogue).sort());
  });

  test('have ids that no message has, because both are anchors of one page', () => {
    expect(messageGroups.filter(({ id }) => codes.includes(id))).toEqual([]);
  });
});

describe('explanations', () => {
  test.each(explained)('of $code are one to three Japanese sentences', ({ cause }) => {
    expect(cause).toMatch(/^(?:[^。]*[ぁ-ん][^。]*。){1,3}$/);
  });

  test.each(mended)('of $code change the written value', ({ before, after }) => {
    expect(after).not.toBe(before);
    expect([before, after].map((text) => text.trim())).toEqual([before, after]);
  });
});

/** Returns the codes of the issues of a text, read as a value, as a target and as a period. */
function listIssueCodes(text: string): string[][] {
  return [readQuantity(text), readTarget(text), readPeriod(text)].map((reading) =>
    reading.ok ? reading.warnings.map(({ code }) => code) : [reading.issue.code],
  );
}

describe('the corrected value of', () => {
  // A unit is wrong only in comparison with the indicator's unit.
  const alone = mended.filter(({ code }) => code in notationMessages && code !== 'other-unit');

  test.each(alone)('$code had an issue, and is read without one', ({ code, before, after }) => {
    const readers = listIssueCodes(before).flatMap((list, at) => (list.includes(code) ? [at] : []));
    expect(readers).not.toEqual([]);
    expect(readers.map((at) => listIssueCodes(after)[at])).toContainEqual([]);
  });
});
