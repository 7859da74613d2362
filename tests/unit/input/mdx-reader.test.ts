import { mdxToMdast } from 'satteri';
import { describe, expect, test, vi } from 'vitest';
import { createIssue } from '../../../src/diagnostics/diagnostic.ts';
import { type MdxElement, readFrontMatter, readMdx, readMdxBody } from '../../../src/input/mdx-reader.ts';

function frontOf(text: string) {
  const read = readFrontMatter(text);
  if (!read.ok) throw new Error(read.detail);
  return read;
}

function failureOf(text: string) {
  const read = readFrontMatter(text);
  return read.ok ? null : read;
}

describe('front matter', () => {
  test('with a list as a key is read without a warning of the parser', () => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    expect(frontOf('---\ntitle: 見本\n? [a]\n: b\n---\n').values).toMatchObject({ title: '見本' });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test('is a map of keys', () => {
    expect(frontOf('---\ntitle: 計画\nlevels: [章, 分野]\n---\n本文\n').values).toEqual({
      title: '計画',
      levels: ['章', '分野'],
    });
  });

  test('keeps the type of a value: a number is not a text', () => {
    expect(frontOf('---\norder: 1\nsource: "1"\n---\n').values).toEqual({ order: 1, source: '1' });
  });

  test('keeps a date as text', () => {
    expect(frontOf('---\ntitle: 2026-11-20\n---\n').values).toEqual({ title: '2026-11-20' });
  });

  test('may have the signs of YAML in quotes, in a block and behind the first word', () => {
    expect(frontOf('---\na: "*a"\nb: 計画 *b !c & d\nc: |\n  &e\n---\n').values).toEqual({
      a: '*a',
      b: '計画 *b !c & d',
      c: '&e\n',
    });
  });

  test('may end with the file', () => {
    expect(frontOf('---\ntitle: 計画\n---').values).toEqual({ title: '計画' });
  });

  test('may have Windows line breaks', () => {
    expect(frontOf('---\r\ntitle: 計画\r\n---\r\n').values).toEqual({ title: '計画' });
  });

  test('ends at the first line of three hyphens', () => {
    expect(frontOf('---\ntitle: 計画\n---\n\n---\n\nkey: b\n').values).toEqual({ title: '計画' });
  });
});

describe('a comment that may belong to its value', () => {
  test('is an issue at its position, also in a list', () => {
    expect(frontOf('---\ntitle: 𠮷計画 #1 a\nlevels:\n  - 章 #章\n---\n').issues).toEqual([
      { issue: createIssue('cut-value', { value: '𠮷計画', comment: '#1 a' }), line: 2, column: 12 },
      { issue: createIssue('cut-value', { value: '章', comment: '#章' }), line: 4, column: 7 },
    ]);
  });

  test.each(['計画 # 1', '計画  #1', '"計画" #1', '計画#1', '"計画 #1"', '計画 ##', '計画\n#1'])(
    'is not in %j',
    (value) => {
      expect(frontOf(`---\ntitle: ${value}\n---\n`).issues).toEqual([]);
    },
  );
});

test('a rule and a block of code below the front matter are rendered as they were checked', () => {
  const body = readMdxBody(new TextEncoder().encode('---\ntitle: 計画\n---\n---\n```\n---\n\n{1 + 1}\n'));
  expect(mdxToMdast(body)).toMatchObject({ children: [{ type: 'thematicBreak' }, { type: 'code' }] });
});

test('a text that ends in the middle of a program is read: the parser would end the process', () => {
  const body = readMdxBody(new TextEncoder().encode('---\ntitle: 計画\n---\nexport `\\'));
  expect(readMdx(body)).toMatchObject({ elements: [{ type: 'code' }] });
});

describe('the position of a key', () => {
  const text = '---\ntitle: 計画\n# memo\nlevels: [章,\n  分野]\n---\n';

  test('is where its value begins', () => {
    expect([frontOf(text).locate('title'), frontOf(text).locate('levels')]).toEqual([
      { line: 2, column: 8 },
      { line: 4, column: 9 },
    ]);
  });

  test('is the same with Windows line breaks', () => {
    expect(frontOf(text.replaceAll('\n', '\r\n')).locate('levels')).toEqual({ line: 4, column: 9 });
  });

  test('is the first line for a missing key', () => {
    expect(frontOf(text).locate('source')).toEqual({ line: 1, column: 1 });
  });

  test('counts characters, not code units', () => {
    expect(frontOf('---\n𠮷: x\n---\n').locate('𠮷')).toEqual({ line: 2, column: 4 });
  });
});

describe('a file without front matter', () => {
  test.each([
    ['is empty', ''],
    ['begins with its text', '# 題名\n'],
    ['has an empty line first', '\n---\ntitle: a\n---\n'],
  ])('%s', (_what, text) => {
    expect(failureOf(text)).toMatchObject({ missing: true, line: 1, column: 1 });
  });
});

describe('reports the position of invalid YAML in front matter', () => {
  test.each([
    ['a colon in a value', '---\ntitle: 計画: 前期\n---\n', 2, 8],
    ['a key twice', '---\ntitle: a\ntitle: b\n---\n', 3, 1],
    ['a bracket never closed', '---\nlevels: [章\nsource: a\n---\n', 3, 1],
    ['a list', '---\n- a\n---\n', 2, 1],
    ['nothing at all', '---\n---\n', 2, 1],
    ['words between stars, which YAML takes for a reference', '---\ntitle: *重要*\n---\n', 2, 8],
    ['a value that contains itself', '---\ntitle: 計画\nlevels: &a [*a]\n---\n', 3, 9],
    ['a word that YAML takes for a name', '---\norder: 1\ntitle: &A 市の計画\n---\n', 3, 8],
    ['a name of a key', '---\norder: 1\n&k title: 計画\n---\n', 3, 1],
    ['a word that YAML takes for a type', '---\norder: 1\ntitle: !市 計画\n---\n', 3, 8],
    ['a sign alone in a list', '---\ntitle: |\n  計画\nlevels: ["章", 節, ! 項]\n---\n', 4, 18],
  ])('%s', (_what, text, line, column) => {
    expect(failureOf(text)).toMatchObject({ missing: false, line, column });
  });
});

function partsOf(text: string): readonly MdxElement[] {
  const read = readMdx(text);
  if (!read.ok) throw new Error(read.detail);
  return read.elements;
}
const pairsOf = (text: string) => partsOf(text).map(({ type, value }) => [type, value]);

describe('the parts of a text', () => {
  test('are none if there are only words', () => {
    expect(partsOf('計画は**町民**と町がつくります。\n\n- 一\n- 二\n')).toEqual([]);
  });

  test('are its headings with their depth', () => {
    expect(pairsOf('# 一\n\n### 三\n')).toEqual([
      ['heading', '1'],
      ['heading', '3'],
    ]);
  });

  test('are its links with their URLs', () => {
    expect(pairsOf('[計画](/plans/mihon/)と[町](https://mihon.example/)')).toEqual([
      ['link', '/plans/mihon/'],
      ['link', 'https://mihon.example/'],
    ]);
  });

  test('are the URLs of its labels, with their positions', () => {
    expect(pairsOf('[計画][r]と[r]\n\n[r]: /plans/mihon/\n')).toEqual([['link', '/plans/mihon/']]);
    expect(partsOf('[計画][r]\n\n[r]: /plans/mihon/\n')[0]).toMatchObject({ line: 3, column: 1 });
  });

  test('are its images, with or without a label', () => {
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

  test('are its components, in a line or as blocks', () => {
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

  test.each([
    ['<Indicator id={a} />', 'id={…}'],
    ['合計 <Indicator id={a} /> 件', 'id={…}'],
    ['合計 <Indicator {...a} /> 件', '…={…}'],
    ['<Indicator set:html="<b>" />', 'set:html={…}'],
    ['<Indicator client:load />', 'client:load={…}'],
  ])('are code: a computed attribute, or a directive, in %s', (text, value) => {
    expect(pairsOf(text)).toEqual([
      ['component', 'Indicator'],
      ['code', value],
    ]);
  });

  test('do not come from front matter', () => {
    expect(partsOf('---\ntitle: {a} # 題名\n---\n\n本文\n')).toEqual([]);
  });

  test('do not come from code samples', () => {
    expect(partsOf('`<a>{b}`\n\n```\nimport a from "a"\n```\n')).toEqual([]);
  });
});

test('keeps the words of a link with a label in their line', () => {
  expect(readMdx('町の[計画][r]です。\n\n[r]: /plans/mihon/\n')).toMatchObject({ text: '町の計画です。' });
});

test('keeps words with marks in their line', () => {
  const text = '町の*計*と**画**と~~案~~と`表`と[図](/plans/)と<Indicator id="a">値</Indicator>です。\n\n次の段落';
  expect(readMdx(text)).toMatchObject({ text: '町の計と画と案と表と図と値です。\n次の段落' });
});

test('a component has its attributes that are plain text, and the words in it', () => {
  expect(partsOf('<Indicator id="a" wide name={b} />')[0]?.attributes).toEqual({ id: 'a', children: '' });
  expect(partsOf('<Indicator>\n\n- **市**\n\n</Indicator>')[0]?.attributes).toEqual({ children: '市' });
});

describe('the position of a part', () => {
  test('counts the lines of the front matter too', () => {
    expect(partsOf('---\ntitle: a\n---\n\n## 見出し\n')[0]).toMatchObject({ line: 5, column: 1 });
  });

  test('counts characters, not code units', () => {
    expect(partsOf('𠮷𠮷<Indicator />')[0]).toMatchObject({ line: 1, column: 3 });
  });
});

describe('reports the position of invalid MDX', () => {
  test.each([
    ['an angle bracket as a sign', '一\n\n人口 <100人\n', 3, 4],
    ['a brace never closed', '一\n\n{ 注\n', 3, 1],
    ['a component never closed', '一\n\n<Box>\n', 3, 1],
    ['a line that the parser would read for minutes', `一\n${'[市](/)'.repeat(4000)}\n`, 2, 1],
    ['so many signs that the parser would read for minutes', '{\n'.repeat(501), 1, 1],
  ])('%s', (_what, text, line, column) => {
    expect(readMdx(text)).toMatchObject({ ok: false, line, column });
  });
});
