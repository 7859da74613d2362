import { expect, test } from 'vitest';
import { sdgGoals, getSdgTitle } from '../../../src/model/sdg-goals.ts';

test('there are seventeen goals, numbered from 1', () => {
  expect(sdgGoals.map(({ goal }) => goal)).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
});

test('a goal has the title that plans print', () => {
  expect(getSdgTitle(11)).toBe('住み続けられるまちづくりを');
});

test.each([0, 18, 1.5])('there is no goal %s', (goal) => {
  expect(() => getSdgTitle(goal)).toThrow();
});

test('each goal has a short name of its own that fits a picture', () => {
  expect(new Set(sdgGoals.map(({ short }) => short)).size).toBe(17);
  expect(sdgGoals.filter(({ short }) => short.length === 0 || short.length > 8)).toEqual([]);
});
