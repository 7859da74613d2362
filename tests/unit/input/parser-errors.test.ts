import { describe, expect, test } from 'vitest';
import { messageCatalogue } from '../../../src/diagnostics/catalogue/message-catalogue.ts';
import { readJson } from '../../../src/input/json-reader.ts';
import { readFrontMatter, readMdx } from '../../../src/input/mdx-reader.ts';

const detailOf = (read: { readonly ok: boolean; readonly detail?: string }) => read.detail;

test.each([
  ['no comma between values', '{"a": 1\n"b": 2}', '前の値のあとの「,」か、終わりの「}」がありません'],
  ['no comma in a list', '[1 2]', '前の値のあとの「,」か、終わりの「]」がありません'],
  [
    'a comma after the last value',
    '{"a": 1,}',
    '最後の値のあとに余分な「,」があるか、名前が半角の " で囲まれていません',
  ],
  ['curly quotes', '{“a”: 1}', '名前が半角の " で囲まれていません'],
  ['no colon', '{"a" 1}', '名前のあとに半角の「:」がありません'],
  ['an open text', '{"a": "x}', '" で閉じていない文字があります'],
  ['a line break in a text', '{"a": "x\ny"}', '" で囲んだ文字の中に、改行かタブがあります'],
  ['a Windows path', '{"a": "C:\\dir"}', '" で囲んだ文字の中に、「\\」があります'],
  ['nothing', '', '途中で終わっています'],
  ['a bracket too many', '{"a": 1}}', '終わりのあとに、余分な文字があります'],
  ['a text without quotes', '{"a": はい}', '「は」は、" で囲んでいないか、余分です'],
])('JSON with %s is explained in Japanese', (_what, text, detail) => {
  expect(detailOf(readJson(text))).toBe(detail);
});

describe('a front matter', () => {
  test.each([
    ['a tab', '\tkind: a', '行がタブで始まっています'],
    ['a full-width colon', 'kind：a\norder: 1', '名前のあとに、半角の「:」と空白がありません'],
    ['no space after the colon', 'kind:a\norder: 1', '名前のあとに、半角の「:」と空白がありません'],
    ['no colon in its last line', 'kind', '半角の「:」と空白か、閉じる「"」や「]」がありません'],
    ['a colon in a value', 'kind: a: b', '値の中に「:」と空白があるか、次の行が空白で始まっています'],
    ['a name twice', 'title: b', '同じ名前が2つあります'],
    ['an open quote', 'kind: "a', '半角の「:」と空白か、閉じる「"」や「]」がありません'],
    ['an open bracket', 'levels: [a, b', '「]」で閉じていないか、行のはじめの空白がそろっていません'],
    ['a text after a quote', 'kind: "a" b', '値のあとに、余分な文字があります'],
    ['an at sign', 'kind: @a', '値が「@」「`」「%」などの記号で始まっています'],
    ['a percent sign', 'kind: %a', '値が「@」「`」「%」などの記号で始まっています'],
    ['an asterisk', 'kind: *a', '値が「*」で始まっています'],
    ['an ampersand', 'kind: & a', '値が「&」で始まっています'],
    ['an exclamation mark', 'kind: !a b', '値が「!」で始まっています'],
    ['a Windows path', 'kind: "C:\\Users"', '" で囲んだ文字の中に、「\\」があります'],
    ['three dots', '...\nkind: a', '「...」か「---」で始まる行があります'],
    ['three hyphens and a word', '--- a', '「...」か「---」で始まる行があります'],
    ['two colons in braces', 'kind: {a: b: c}', '値の中に「:」と空白があるか、次の行が空白で始まっています'],
    ['a long name', `"${'a'.repeat(2000)}": b`, '名前が長すぎます'],
  ])('with %s is explained in Japanese', (_what, line, detail) => {
    expect(detailOf(readFrontMatter(`---\ntitle: a\n${line}\n---\n`))).toBe(detail);
  });

  test('without a line is explained in Japanese', () => {
    expect(detailOf(readFrontMatter('---\n---\n'))).toBe('「名前: 値」の行がありません');
  });

  test('without its end is not reported as missing', () => {
    expect(detailOf(readFrontMatter('---\ntitle: a\n\n## 見出し\n'))).toBe('終わりの --- がありません');
    expect(detailOf(readFrontMatter('## 見出し\n'))).toBe('');
  });
});

test.each([
  ['an HTML line break', 'あ<br>い', '<br> と対になるものがありません'],
  ['a pair of signs', 'あ<>い', '<> と対になるものがありません'],
  ['a closing tag alone', 'あ</p>', '</p> と対になるものがありません'],
  ['a number and a counter in braces', '利用者は{100人}です', '{ } の中は、プログラムとして読むので、文章を書けません'],
  ['words in braces', 'あ{a b}', '{ } の中は、プログラムとして読むので、文章を書けません'],
  ['an open brace', 'あ{い', '「{」が「}」で閉じていません'],
  ['a less-than sign', '5 <10', '「<」のあとを、部品として読めません'],
])('a text with %s is explained in Japanese', (_what, text, detail) => {
  expect(detailOf(readMdx(text))).toBe(detail);
});

test.each([
  ['bad-json', readJson('{"a":\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> main\n}'), 2],
  ['bad-front-matter', readFrontMatter('---\ntitle: a\n>>>>>>> main\n---\n'), 3],
  ['bad-mdx', readMdx('計画\n\n>>>>>>> main\n'), 3],
] as const)('a mark of a conflict of git is found: %s', (code, read, line) => {
  expect(read).toMatchObject({ ok: false, line });
  expect(messageCatalogue[code].fix({ detail: detailOf(read) ?? '' })).toContain('git');
});
