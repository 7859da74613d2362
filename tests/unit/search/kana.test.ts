import { expect, test } from 'vitest';
import { inHiragana, inKatakana } from '../../../src/search/kana.ts';

test('kana change their script, and nothing else changes', () => {
  expect(inHiragana('マドグチの案内ー・A')).toBe('まどぐちの案内ー・A');
  expect(inKatakana('まどぐちの案内ー・A')).toBe('マドグチノ案内ー・A');
});
