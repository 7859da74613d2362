import { expect, test } from 'vitest';
import { readJson } from '../../../src/read/json.ts';

test('JSON is read', () => {
  expect(readJson('{ "名": [1, null] }')).toEqual({ ok: true, value: { 名: [1, null] } });
});

test('an error is told with its place', () => {
  expect(readJson('{\n  "a": 1,\n}')).toMatchObject({ ok: false, line: 3, column: 1 });
});

test('an error without a place is told at the beginning', () => {
  expect(readJson('')).toMatchObject({ ok: false, line: 1, column: 1 });
});
