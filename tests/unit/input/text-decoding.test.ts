import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText, findOtherFormat, isCompoundFile, isZipArchive } from '../../../src/input/text-decoding.ts';
import { MAX_FILE_BYTES } from '../../../src/model/input-limits.ts';

describe('an archive', () => {
  test('is recognised by its beginning', () => {
    expect(isZipArchive(zipSync({ 'a.txt': strToU8('a') }))).toBe(true);
  });

  test.each(['PK,名称\n1,甲\n', 'P', ''])('is not the text %j', (text) => {
    expect(isZipArchive(strToU8(text))).toBe(false);
  });
});

test('recognises a file of an old Excel by its beginning', () => {
  const files = [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), strToU8('ﾐﾏ'), new Uint8Array()];
  expect(files.map(isCompoundFile)).toEqual([true, false, false]);
});

describe('a format without tables', () => {
  const archive = (...paths: string[]) => zipSync(Object.fromEntries(paths.map((path) => [path, strToU8('a')])));
  const compound = (...names: string[]) =>
    Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), Buffer.from(names.join(''), 'utf16le')]);

  test.each([
    ['PDF', strToU8('%PDF-1.7')],
    ['HTML や XML（Web ページ）', strToU8('\ufeff\n<html><table>')],
    ['HTML や XML（Web ページ）', strToU8('<meta charset="utf-8"><table>')],
    ['画像（PNG）', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d)],
    ['画像（JPEG）', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['Word', archive('word/document.xml')],
    ['OpenDocument（.ods など）', strToU8('PK\u0003\u0004 mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['Numbers などの iWork ', archive('Index/Document.iwa')],
    ['HTML や XML（Web ページ）', strToU8('MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n')],
    ['Word', compound('WordDocument')],
    ['PowerPoint', archive('ppt/presentation.xml')],
    ['Excel バイナリ ブック（.xlsb）', archive('xl/workbook.bin')],
    ['PowerPoint', compound('PowerPoint Document')],
    ['一太郎', compound('DocumentText')],
    ['ZIP（圧縮フォルダ）', archive('表/指標.xlsx')],
    [
      'ZIP（圧縮フォルダ）',
      zipSync({ '指標.xlsx': [archive('[Content_Types].xml', 'xl/workbook.xml'), { level: 0 }] }),
    ],
    ['Word', zipSync({ 'word/document.xml': strToU8('a'), 'a.xlsx': [archive('xl/workbook.xml'), { level: 0 }] })],
    ['Numbers などの iWork ', archive('指標.numbers/Index.zip', '指標.numbers/preview.jpg')],
    ['Outlook のメール（.msg）', compound('__properties_version1.0')],
    ['Outlook のメール（.msg）', compound('__properties_version1.0', 'Workbook')],
    ['Word', archive('word/document.xml').slice(0, -30)],
  ])('is recognised: %s', (format, bytes) => {
    expect(findOtherFormat(bytes)).toMatchObject({ code: 'not-a-table', values: { format } });
  });

  test.each([
    ['a text', strToU8('%PDF,word/document.xml\n')],
    ['some other bytes', Uint8Array.of(0xff, 0xd8, 0x41)],
    ['another archive', archive('a.txt')],
    ['a workbook without its first sheet', archive('[Content_Types].xml', 'a.csv')],
    ['a workbook that contains a document', archive('xl/workbook.xml', 'word/document.xml')],
    ['an old workbook that contains a document', compound('Workbook', 'WordDocument')],
  ])('is not %s', (_what, bytes) => {
    expect(findOtherFormat(bytes)).toBeNull();
  });
});

const text = '指標ID,名称\nsns,町公式SNSの登録者数\n';
const utf8 = new TextEncoder();

function textOf(bytes: Uint8Array): string | null {
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.text : null;
}

function issueCodeOf(bytes: Uint8Array): string | null {
  const decoded = decodeText(bytes);
  return decoded.ok ? null : decoded.issue.code;
}

describe('a file is read', () => {
  test('as UTF-8', () => {
    expect(decodeText(utf8.encode(text))).toEqual({ ok: true, text, encoding: 'utf-8' });
  });

  test.each(['\ufeff', '\ufeff\ufeff'])('as UTF-8 with a byte order mark, which is left out: %j', (mark) => {
    expect(textOf(utf8.encode(`${mark}${text}`))).toBe(text);
  });

  test('as CP932, as Excel saves it', () => {
    expect(decodeText(iconv.encode(text, 'cp932'))).toEqual({ ok: true, text, encoding: 'cp932' });
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

  test('if it is empty', () => {
    expect(textOf(new Uint8Array())).toBe('');
  });

  test('as UTF-8 if it contains only ASCII', () => {
    expect(decodeText(utf8.encode('a,b'))).toMatchObject({ encoding: 'utf-8' });
  });
});

describe('a file is refused', () => {
  test.each([
    ['with a byte order mark', text, true],
    ['with a byte order mark and no letter of ASCII', '計画', true],
    ['without a byte order mark', text, false],
    ['with long Japanese texts', `名称,説明\n計画,${'取組'.repeat(50)}\n`, false],
    ['with letters of ASCII alone', 'id,name\n1,a\n', false],
  ])('as UTF-16 of either order %s', (_what, content, addBOM) => {
    for (const encoding of ['utf-16le', 'utf-16be'])
      expect(issueCodeOf(iconv.encode(content, encoding, { addBOM })), encoding).toBe('utf-16');
  });

  test('if it is too large', () => {
    expect(issueCodeOf(new Uint8Array(MAX_FILE_BYTES + 1))).toBe('over-limit');
  });

  test('if its bytes are neither UTF-8 nor CP932', () => {
    expect(issueCodeOf(new Uint8Array([0x61, 0xff, 0x80, 0xfe]))).toBe('unknown-encoding');
  });

  test.each([
    ['EUC-JP', iconv.encode('名称,まちづくりのあらまし\n', 'eucjp')],
    ['ISO-2022-JP（JIS コード）', strToU8('\u001b$B7W2h\u001b(B,a\n')],
  ])('if it is %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ ok: false, issue: { code: 'unknown-encoding', values: { encoding } } });
  });

  test.each(['出典ID,資料名\na,市総合計画\n', '部署ID,名称\na,企画部政策経営課\n'])(
    'if it is EUC-JP without kana: %j',
    (content) => {
      const values = { encoding: 'EUC-JP' };
      expect(decodeText(iconv.encode(content, 'eucjp'))).toMatchObject({ issue: { code: 'unknown-encoding', values } });
    },
  );

  test('if it is cut off in the middle of its only character', () => {
    const bytes = utf8.encode('計');
    expect(issueCodeOf(bytes.slice(0, 1))).toBe('unknown-encoding');
  });

  test.each([
    ['an Excel file under another name', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['an Excel file of the old kind', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ])('as %s', (_what, bytes) => {
    expect(issueCodeOf(new Uint8Array(bytes))).toBe('excel-file');
  });
});

describe('reports the position of invalid bytes', () => {
  const lines = '指標ID,名称\r\nsns,公式の登録者数\r\nweb,訪問の数\r\n';

  /** The bytes of a text, with an invalid byte for each `?`. */
  const brokenBytes = (encoding: string) =>
    Buffer.concat(
      lines
        .replace('登録', '?')
        .split('?')
        .flatMap((part, at) => [...(at > 0 ? [Buffer.from([0xff])] : []), iconv.encode(part, encoding)]),
    );

  test.each(['utf-8', 'cp932'])('in %s', (encoding) => {
    expect(decodeText(brokenBytes(encoding))).toMatchObject({
      ok: false,
      line: 2,
      column: 8,
      issue: { code: 'broken-bytes', values: { count: 1 } },
    });
  });

  test('if UTF-8 is cut off in the middle of a character', () => {
    expect(decodeText(utf8.encode(lines.trim()).slice(0, -1))).toMatchObject({ line: 3, column: 8 });
  });

  test('if a UTF-8 file has an invalid byte that is valid in CP932', () => {
    const bytes = utf8.encode('名称,説明\n公共施設の計画を立てる,あ\n');
    bytes[bytes.length - 3] = 0x41;
    expect(issueCodeOf(bytes)).toBe('broken-bytes');
  });

  test.each([
    [
      'with a mark, and little else',
      '\ufeff指標ID,時点,値\na,R5,1\nb,R5,2\n',
      'c,令和5年度,広報紙を読む人の割合\n',
      4,
      3,
    ],
    ['without a mark', '指標ID,時点,値\na,令和5年度,1\n', 'b,令和6年度,2\n', 3, 3],
  ])('if a line of CP932 follows UTF-8 %s', (_what, before, after, line, column) => {
    const bytes = Buffer.concat([utf8.encode(before), iconv.encode(after, 'cp932')]);
    expect(decodeText(bytes)).toMatchObject({
      line,
      column,
      issue: { code: 'broken-bytes', values: { encoding: 'UTF-8' } },
    });
  });

  test('in a text with line breaks of old Macintoshes', () => {
    const bytes = Buffer.concat([utf8.encode(lines.replaceAll('\r\n', '\r').trim()), Buffer.from([0xff])]);
    expect(decodeText(bytes)).toMatchObject({ line: 3, column: 9 });
  });

  test.each([
    ['at the beginning', '\0名称,説明\n', 1],
    ['that is the first of two', `${'広報,'.repeat(20)}報\0道\0\n`, 62],
    ['where UTF-16 would have one, among many valid bytes', 'abcdefghij,\0kl\n', 12],
  ])('of a NUL %s', (_what, text, column) => {
    expect(decodeText(utf8.encode(text))).toMatchObject({ line: 1, column, issue: { code: 'nul-byte' } });
  });

  test.each(['utf-8', 'cp932'])('of a NUL in %s', (encoding) => {
    expect(decodeText(iconv.encode('名称,説明\n広報,報\0道\n', encoding))).toMatchObject({
      ok: false,
      line: 2,
      column: 5,
      issue: { code: 'nul-byte' },
    });
  });
});

describe('text that was saved after reading it in another encoding', () => {
  const TEXT =
    '指標ID,時点,値,注記\nsns,令和5年度,3人,この年から、市民のほかの人も数えています。きのうまでの分は、べつにあります。\n';
  const read = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);

  test.each([
    ['UTF-8', 'CP932', read(utf8.encode(TEXT), 'shift_jis')],
    ['UTF-8, with 中黒 for lost bytes', 'CP932', read(utf8.encode(TEXT), 'shift_jis').replaceAll('\ufffd', '・')],
    ['CP932', 'UTF-8', read(iconv.encode(TEXT, 'cp932'), 'utf-8')],
    ['UTF-8', 'Windows-1252', read(utf8.encode(TEXT), 'windows-1252')],
    ['UTF-8', 'Latin-1', iconv.decode(Buffer.from(utf8.encode(TEXT)), 'latin1')],
    ['CP932', 'Windows-1252', read(iconv.encode(TEXT, 'cp932'), 'windows-1252')],
  ])('is reported: %s read as %s', (_from, _as, garbled) => {
    expect(decodeText(utf8.encode(garbled))).toMatchObject({
      ok: false,
      issue: { code: 'broken-bytes', values: { encoding: '日本語' } },
    });
  });

  test.each([
    ['a few lost letters', '名称\n広報\ufffdの発行\n'],
    ['many lost letters in a long text', `${TEXT}${'広報\ufffdを配る。'.repeat(9)}`],
    ['English with quotation marks', '“café”, ‘naïve’ — Zürich…\n'.repeat(9)],
    ['German and Portuguese', '‚Straße‘ „Grüße“, não à são… français «là»\n'.repeat(3)],
  ])('is not %s', (_what, text) => {
    expect(decodeText(utf8.encode(text))).toMatchObject({ ok: true, text });
  });
});

test('returns a text or an issue for all bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const decoded = decodeText(bytes);
      if (decoded.ok) expect(decoded.text).not.toContain('\0');
      else expect(Math.min(decoded.line, decoded.column)).toBeGreaterThan(0);
    }),
  );
});

test('never takes CP932 for invalid UTF-8', () => {
  const letters = 'ｱｲｳﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐ計画令和年度人口割合広報齋髙鷗漾熙龠①㈱ー、。あいうABC,1'.split('');
  const cells = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(cells, (text) => {
      const bytes = iconv.encode(`${text}\n`, 'cp932');
      const decoded = decodeText(bytes);
      // Short texts may be valid UTF-8 by chance, but they must have no issue.
      expect(decoded.ok).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('recognises all UTF-16 without a byte order mark', () => {
  const words = fc.string({
    unit: fc.constantFrom('計', '画', '一', '\u3000', 'あ', 'ー', '1', 'a', '%'),
    minLength: 1,
    maxLength: 12,
  });
  const table = fc.array(fc.array(words, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(table, fc.constantFrom('utf-16le', 'utf-16be'), (rows, encoding) => {
      const csv = rows.map((row) => row.join(',')).join('\r\n');
      expect(issueCodeOf(iconv.encode(csv, encoding))).toBe('utf-16');
    }),
  );
});
