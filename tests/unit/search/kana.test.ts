import { expect, test } from 'vitest';
import { toHiragana, toKatakana } from '../../../src/search/kana.ts';

test('kana change their script, and nothing else changes', () => {
  expect(toHiragana('マドグチの案内ー・A')).toBe('まどぐちの案内ー・A');
  expect(toKatakana('まどぐちの案内ー・A')).toBe('マドグチノ案内ー・A');
});
