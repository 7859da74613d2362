import { describe, test } from 'vitest';

/*
 * Vitest makes no tests of a table without cases, and reports nothing: if a document or a folder changes its form, the
 * tests of what is read from it would disappear. Here such a table is an error. Vitest runs this file before each file
 * of tests, with the same functions.
 */

const REFUSES_EMPTY = Symbol.for('a function that refuses empty tables');

/** Returns a function such as `test.each` that throws for a table without cases. */
function refuseEmptyTables<T extends (...args: never[]) => unknown>(each: T): T {
  if (REFUSES_EMPTY in each) return each;
  return new Proxy(each, {
    has: (target, key) => key === REFUSES_EMPTY || key in target,
    apply(target, self, args: readonly unknown[]) {
      if (Array.isArray(args[0]) && args[0].length === 0) throw new Error('a table of tests has no cases');
      return Reflect.apply(target, self, args) as unknown;
    },
  });
}

test.each = refuseEmptyTables(test.each);
describe.each = refuseEmptyTables(describe.each);
