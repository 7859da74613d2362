import { describe, expect, test } from 'vitest';
import { findTargetInForce } from '../../../src/tables/targets.ts';
import { createDayPeriod } from '../../support/progress-input.ts';

const target = (text: string, set: string | null, kind: 'final' | 'interim' = 'final') => ({
  text,
  set,
  kind,
  period: createDayPeriod('2028-03-31'),
});
const own = target('20', null);
const ISSUED = '2023-04-01';
const inForce = (further: readonly ReturnType<typeof target>[], issued: string | null = ISSUED) =>
  findTargetInForce(own, further, issued).text;

describe('the target in force', () => {
  test('is the one in the indicator’s own row where there is no other', () => {
    expect(inForce([])).toBe('20');
  });

  test('is the one set last, where targets were revised', () => {
    expect(inForce([target('30', '2026-04-01'), target('25', '2025-04-01')])).toBe('30');
  });

  test('is the one in the own row, where the others were set before its source was issued', () => {
    expect(inForce([target('18', '2020-04-01'), target('19', ISSUED)])).toBe('20');
  });

  test('is never an interim one, nor one of which nobody knows when it was set', () => {
    expect(inForce([target('10', '2026-04-01', 'interim'), target('30', null)])).toBe('20');
  });

  test('is the one set last, where nobody knows when the one in the own row was set', () => {
    expect(inForce([target('30', '2026-04-01'), target('25', '2025-04-01')], null)).toBe('30');
    expect(inForce([target('30', null)], null)).toBe('20');
  });

  test('is the same whatever the order of rows', () => {
    const [a, b] = [target('30', '2026-04-01'), target('31', '2026-04-01')];
    expect(inForce([a, b])).toBe(inForce([b, a]));
  });
});
