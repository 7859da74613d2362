import { expect, test } from 'vitest';
import { createBand } from '../../../src/check/bands.ts';
import type { BandRow } from '../../../src/check/files/rating.ts';

const row: BandRow = {
  order: 1,
  symbol: 'A',
  title: '順調',
  scale: 'share',
  low: 80,
  lowIncluded: true,
  high: null,
  highIncluded: false,
  year: { value: null, warnings: [] },
  margin: null,
  note: '',
};

test('a limit of 80 is 80 %', () => {
  expect(createBand(row)).toMatchObject({ low: 0.8, high: null, margin: 0, year: null });
});

test('a limit of a difference is in the unit of the indicator, and so is the margin', () => {
  expect(createBand({ ...row, scale: 'difference', margin: 3 })).toMatchObject({ low: 80, margin: 3 });
});
