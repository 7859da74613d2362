import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/read/decode.ts';
import { encodeText } from '../../../src/write/encode.ts';

describe('a text in CP932', () => {
  test.each(['出典ID,名称\r\n', '①㈱髙﨑～－', 'ｶﾅ', '▲3.2'])('comes back as it was: %j', (text) => {
    const encoded = encodeText(text, 'cp932');
    expect(encoded.ok && new TextDecoder('shift_jis').decode(encoded.bytes)).toBe(text);
  });

  test('is refused with the characters that CP932 lacks, each once', () => {
    expect(encodeText('𠮷野家は𠮷です〜😀', 'cp932')).toEqual({ ok: false, lacking: ['𠮷', '〜', '😀'] });
  });

  test('is never written with another character in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const encoded = encodeText(text, 'cp932');
        expect(!encoded.ok || new TextDecoder('shift_jis').decode(encoded.bytes) === text).toBe(true);
      }),
    );
  });
});

test('a text in UTF-8 has no mark in front', () => {
  const encoded = encodeText('あ', 'utf-8');
  expect(encoded.ok && decodeText(encoded.bytes)).toMatchObject({ text: 'あ' });
  expect(encoded.ok && encoded.bytes.length).toBe(3);
});
