import { expect, test } from 'vitest';
import { escapeXml } from '../../../src/draw/escape.ts';

test('what could end a text or an attribute is written out', () => {
  expect(escapeXml('<a href="x">R&D</a>')).toBe('&lt;a href=&quot;x&quot;&gt;R&amp;D&lt;/a&gt;');
});
