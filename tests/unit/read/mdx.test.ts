import { describe, expect, test } from 'vitest';
import { readMdx, type MdxElement } from '../../../src/read/mdx.ts';

function partsOf(text: string): readonly MdxElement[] {
  const read = readMdx(text);
  if (!read.ok) throw new Error(read.detail);
  return read.elements;
}
const pairsOf = (text: string) => partsOf(text).map(({ type, value }) => [type, value]);

describe('the parts of a text', () => {
  test('are none where there are only words', () => {
    expect(partsOf('計画は**町民**と町がつくります。\n\n- 一\n- 二\n')).toEqual([]);
  });

  test('are its headings with their depth', () => {
    expect(pairsOf('# 一\n\n### 三\n')).toEqual([
      ['heading', '1'],
      ['heading', '3'],
    ]);
  });

  test('are its links with their addresses', () => {
    expect(pairsOf('[計画](/plans/mihon/)と[町](https://mihon.example/)')).toEqual([
      ['link', '/plans/mihon/'],
      ['link', 'https://mihon.example/'],
    ]);
  });

  test('are the addresses of its labels, where they stand', () => {
    expect(pairsOf('[計画][r]と[r]\n\n[r]: /plans/mihon/\n')).toEqual([['link', '/plans/mihon/']]);
    expect(partsOf('[計画][r]\n\n[r]: /plans/mihon/\n')[0]).toMatchObject({ line: 3, column: 1 });
  });

  test('are its images, with a label of their own or without', () => {
    expect(pairsOf('![図](./a.png) ![図][b]\n\n[b]: ./b.png\n')).toEqual([
      ['image', './a.png'],
      ['image', 'b'],
    ]);
  });

  test('are labels that both a link and an image use', () => {
    expect(pairsOf('![図][b] [図][b]\n\n[b]: ./b.png\n')).toEqual([
      ['image', 'b'],
      ['link', './b.png'],
    ]);
  });

  test('are its components, in a line or by themselves', () => {
    expect(pairsOf('文 <Indicator id="a" /> 文\n\n<Indicator id="b" />\n')).toEqual([
      ['component', 'Indicator'],
      ['component', 'Indicator'],
    ]);
  });

  test('are components inside others', () => {
    expect(pairsOf('<Box>\n\n## 見出し\n\n<Indicator id="a" />\n\n</Box>\n')).toEqual([
      ['component', 'Box'],
      ['heading', '2'],
      ['component', 'Indicator'],
    ]);
  });

  test.each([
    ['an import', 'import a from "a"\n', 'import a from "a"'],
    ['an export', 'export const a = 1\n', 'export const a = 1'],
    ['an expression in a line', '合計 {1 + 1} 件\n', '1 + 1'],
    ['an expression by itself', '{1 + 1}\n', '1 + 1'],
  ])('are code: %s', (_what, text, value) => {
    expect(pairsOf(text)).toEqual([['code', value]]);
  });

  test('are code: a computed attribute', () => {
    expect(pairsOf('<Indicator id={a} />')).toEqual([
      ['component', 'Indicator'],
      ['code', 'id={…}'],
    ]);
  });

  test('do not come from front matter', () => {
    expect(partsOf('---\ntitle: {a} # 題名\n---\n\n本文\n')).toEqual([]);
  });

  test('do not come from code samples', () => {
    expect(partsOf('`<a>{b}`\n\n```\nimport a from "a"\n```\n')).toEqual([]);
  });
});

test('the words of a link by a label run on in their line', () => {
  expect(readMdx('町の[計画][r]です。\n\n[r]: /plans/mihon/\n')).toMatchObject({ text: '町の計画です。' });
});

test('a component has its attributes that are plain text', () => {
  expect(partsOf('<Indicator id="a" wide name={b} />')[0]?.attributes).toEqual({ id: 'a' });
});

describe('the place of a part', () => {
  test('counts the lines of the front matter too', () => {
    expect(partsOf('---\ntitle: a\n---\n\n## 見出し\n')[0]).toMatchObject({ line: 5, column: 1 });
  });

  test('counts characters, not code units', () => {
    expect(partsOf('𠮷𠮷<Indicator />')[0]).toMatchObject({ line: 1, column: 3 });
  });
});

describe('a text that is not MDX is told where it breaks', () => {
  test.each([
    ['an angle bracket as a sign', '一\n\n人口 <100人\n', 3, 4],
    ['a brace never closed', '一\n\n{ 注\n', 3, 1],
    ['a component never closed', '一\n\n<Box>\n', 3, 1],
  ])('%s', (_what, text, line, column) => {
    expect(readMdx(text)).toMatchObject({ ok: false, line, column });
  });
});
