import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/read/yaml.ts';

function frontOf(text: string) {
  const read = readFrontMatter(text);
  if (!read.ok) throw new Error(read.detail);
  return read.front;
}

function failureOf(text: string) {
  const read = readFrontMatter(text);
  return read.ok ? null : read;
}

describe('front matter', () => {
  test('is a map of keys', () => {
    expect(frontOf('---\ntitle: 計画\nlevels: [章, 分野]\n---\n本文\n').values).toEqual({
      title: '計画',
      levels: ['章', '分野'],
    });
  });

  test('keeps the type of a value: a number is no text', () => {
    expect(frontOf('---\norder: 1\nsource: "1"\n---\n').values).toEqual({ order: 1, source: '1' });
  });

  test('keeps a date as text', () => {
    expect(frontOf('---\ntitle: 2026-11-20\n---\n').values).toEqual({ title: '2026-11-20' });
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

describe('the place of a key', () => {
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

  test('is the first line for a key that is not there', () => {
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
    ['never closes it', '---\ntitle: a\n\n本文\n'],
  ])('%s', (_what, text) => {
    expect(failureOf(text)).toMatchObject({ missing: true, line: 1, column: 1 });
  });
});

describe('front matter that is not YAML is told where it breaks', () => {
  test.each([
    ['a colon in a value', '---\ntitle: 計画: 前期\n---\n', 2, 8],
    ['a key twice', '---\ntitle: a\ntitle: b\n---\n', 3, 1],
    ['a bracket never closed', '---\nlevels: [章\nsource: a\n---\n', 3, 1],
    ['a list', '---\n- a\n---\n', 2, 1],
    ['nothing at all', '---\n---\n', 2, 1],
    ['words between stars, which YAML takes for a reference', '---\ntitle: *重要*\n---\n', 2, 1],
  ])('%s', (_what, text, line, column) => {
    expect(failureOf(text)).toMatchObject({ missing: false, line, column });
  });
});
