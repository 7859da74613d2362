import { describe, expect, test } from 'vitest';
import { findTargetInForce } from '../../../src/tables/targets.ts';
import { createDayPeriod } from '../../support/progress-input.ts';

const target = (text: string, set: string | null, kind: 'final' | 'interim' = 'final', end = '2028-03-31') => ({
  text,
  set,
  kind,
  period: createDayPeriod(end),
});
const own = target('20', null);
const ISSUED = '2023-04-01';
const inForce = (further: readonly ReturnType<typeof target>[], issued: string | null = ISSUED) =>
  findTargetInForce(own, further, issued).text;

describe('the target in force', () => {
  test('is that in the row of the indicator if there is no other', () => {
    expect(inForce([])).toBe('20');
  });

  test('is the last revised target', () => {
    expect(inForce([target('30', '2026-04-01'), target('25', '2025-04-01')])).toBe('30');
  });

  test('is that in its row if the others were set before the source was issued', () => {
    expect(inForce([target('18', '2020-04-01'), target('19', ISSUED)])).toBe('20');
  });

  test('is never an interim target or a target with an unknown date', () => {
    expect(inForce([target('10', '2026-04-01', 'interim'), target('30', null)])).toBe('20');
  });

  test('is the last revised target if the date of that in the row is unknown', () => {
    expect(inForce([target('30', '2026-04-01'), target('25', '2025-04-01')], null)).toBe('30');
    expect(inForce([target('30', null)], null)).toBe('20');
  });

  test('is a revised target if the row has none, whenever its source was issued', () => {
    const none = { ...own, text: '' };
    expect(findTargetInForce(none, [target('30', '2020-04-01')], ISSUED).text).toBe('30');
    expect(findTargetInForce(none, [target('25', null)], ISSUED).text).toBe('25');
    expect(findTargetInForce(none, [target('30', '2020-04-01'), target('25', null)], ISSUED).text).toBe('30');
  });

  test('is the mark in the row from the issue day on, because it may end an earlier target', () => {
    for (const text of ['－', '未定']) {
      const mark = { ...own, text };
      expect(findTargetInForce(mark, [target('30', '2020-04-01'), target('25', null)], ISSUED).text).toBe(text);
      expect(findTargetInForce(mark, [target('30', '2026-04-01')], ISSUED).text).toBe('30');
    }
  });

  test('is the one to reach last of those that were set on one day', () => {
    expect(inForce([target('30', '2026-04-01'), target('25', '2026-04-01', 'final', '2030-03-31')])).toBe('25');
    expect(inForce([target('25', '2026-04-01', 'final', '2030-03-31'), target('30', '2026-04-01')])).toBe('25');
  });

  test('is the same in any order of rows', () => {
    const [a, b] = [target('30', '2026-04-01'), target('31', '2026-04-01')];
    expect(inForce([a, b])).toBe(inForce([b, a]));
  });
});
