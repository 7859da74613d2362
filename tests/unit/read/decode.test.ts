import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/read/decode.ts';

const text = '指標ID,名称\nsns,町公式SNSの登録者数\n';
const utf8 = new TextEncoder();

function textOf(bytes: Uint8Array): string | null {
  const decoded = decode(bytes);
  return decoded.ok ? decoded.text : null;
}

function flawOf(bytes: Uint8Array): string | null {
  const decoded = decode(bytes);
  return decoded.ok ? null : decoded.flaw.code;
}

describe('a file is read', () => {
  test('as UTF-8', () => {
    expect(decode(utf8.encode(text))).toEqual({ ok: true, text, encoding: 'utf-8' });
  });

  test('as UTF-8 with a byte order mark, which is left out', () => {
    expect(textOf(utf8.encode(`\ufeff${text}`))).toBe(text);
  });

  test('as CP932, as Excel saves it', () => {
    expect(decode(iconv.encode(text, 'cp932'))).toEqual({ ok: true, text, encoding: 'cp932' });
  });

  test.each(['①', '㈱', '髙', '～', '－', '▲', '㌫', 'ｺｰﾄﾞ', 'Ⅲ', '∥', '―'])(
    'as CP932 with the character %s, which Excel users type',
    (character) => {
      expect(textOf(iconv.encode(`列${character}`, 'cp932'))).toBe(`列${character}`);
    },
  );

  test('as UTF-8 with characters outside the basic plane', () => {
    expect(textOf(utf8.encode('𠮷野家'))).toBe('𠮷野家');
  });

  test('where it is empty', () => {
    expect(textOf(new Uint8Array())).toBe('');
  });

  test('as UTF-8 where ASCII alone stands in it', () => {
    expect(decode(utf8.encode('a,b'))).toMatchObject({ encoding: 'utf-8' });
  });
});

describe('a file is refused', () => {
  test.each([
    ['UTF-16, little end first, as Excel calls "Unicode text"', 'utf-16le'],
    ['UTF-16, big end first', 'utf-16be'],
  ])('as %s', (_what, encoding) => {
    expect(flawOf(iconv.encode(text, encoding, { addBOM: true }))).toBe('utf-16');
  });

  test('where its bytes are neither UTF-8 nor CP932', () => {
    expect(flawOf(new Uint8Array([0x61, 0xff, 0x80, 0xfe]))).toBe('unknown-encoding');
  });

  test('where it is cut off in the middle of a character', () => {
    const bytes = utf8.encode('計');
    expect(flawOf(bytes.slice(0, 1))).toBe('unknown-encoding');
  });
});
