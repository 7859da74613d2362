import { describe, expect, test } from 'vitest';
import { MAX_TEXT_BYTES } from '../../../src/model/input-limits.ts';
import {
  appendFixtureLines,
  editFixtureFile,
  formatFixtureDiagnostics,
  validateFixture,
} from '../../support/fixture-site.ts';

const INDEX = 'content/plans/mihon-keikaku/index.mdx';
const TEXT = 'content/plans/mihon-keikaku/text/basis.mdx';
const withFront = (front: string) => ({ [TEXT]: `---\n${front}\n---\n\n本文です。\n` });

test.each([INDEX, TEXT])('%s has a maximum size, also if its lines are short', (file) => {
  const read = (size: number) => validateFixture(appendFixtureLines(file, ''.padEnd(size, 'a.\n\n')));
  expect(read(10_000)).toEqual([]);
  const [problem, ...others] = read(MAX_TEXT_BYTES);
  expect(problem).toMatchObject({ code: 'over-limit', file, line: 1, column: 1 });
  expect(problem?.message).toContain('1 MB');
  expect(others).toEqual([]);
});

describe('the front matter of a text', () => {
  test('needs a title', () => {
    expect(formatFixtureDiagnostics(withFront('order: 1'))).toEqual(['missing-key 1:1 title']);
  });

  test.each([
    ['empty', 'title: ""', 'bad-key 2:8 title'],
    ['a number', 'title: 2026', 'bad-key 2:8 title'],
    ['nothing', 'title:', 'missing-key 2:7 title'],
  ])('needs a title that is not %s', (_what, front, problem) => {
    expect(formatFixtureDiagnostics(withFront(front))).toEqual([problem]);
  });

  test('refuses an unknown key, and suggests the intended key', () => {
    const [problem] = validateFixture(withFront('title: 題\nsorce: mihon-keikaku'));
    expect(problem).toMatchObject({ code: 'unknown-key', line: 3, hint: '「source」ではありませんか。' });
  });

  test.each(['0', '1.5', '一', '-1'])('has a whole number from 1 as its order, not %s', (order) => {
    expect(formatFixtureDiagnostics(withFront(`title: 題\norder: ${order}`))).toEqual(['bad-key 3:8 order']);
  });

  test.each([
    ['in UTF-16', Buffer.from('\ufeff---\n', 'utf16le'), 'utf-16 1:1'],
    ['with a byte that is no text', Buffer.from('---\ntitle: 題\0', 'utf8'), 'nul-byte 2:9'],
  ])('is not read %s, and the advice is not about saving a table', (_what, bytes, problem) => {
    const file = { [TEXT]: new Uint8Array(bytes) };
    expect(formatFixtureDiagnostics(file)).toEqual([problem]);
    expect(validateFixture(file)[0]?.hint).not.toContain('Excel');
  });

  test('quotes the value at fault', () => {
    const [problem] = validateFixture(withFront('title: 題\norder: 一'));
    expect(problem?.message).toBe('「order」の値「一」は使えません。');
  });

  test('reports every key with an issue', () => {
    expect(formatFixtureDiagnostics(withFront('order: 0\nsource: 見本'))).toEqual([
      'missing-key 1:1 title',
      'bad-key 2:8 order',
      'bad-key 3:9 source',
    ]);
  });
});

describe('the front matter of a plan', () => {
  test.each([
    ['title: 見本町まちづくり計画\n', 'title'],
    ['shortTitle: まちづくり計画\n', 'shortTitle'],
    ['municipality: mihon\n', 'municipality'],
    ['kind: 総合計画\n', 'kind'],
    ['source: mihon-keikaku\n', 'source'],
  ])('needs %s', (line, key) => {
    expect(formatFixtureDiagnostics(editFixtureFile(INDEX, line, ''))).toEqual([`missing-key 1:1 ${key}`]);
  });

  test.each([
    ['period: 令和5年度から令和10年度まで\n', 'period'],
    ['minimumSample: 100\n', 'minimumSample'],
  ])('may lack %s', (line) => {
    expect(formatFixtureDiagnostics(editFixtureFile(INDEX, line, ''))).toEqual([]);
  });

  test('has a state that the list of states contains', () => {
    const typo = editFixtureFile(INDEX, 'state: 実施中\n', 'state: 実施ちゅう\n');
    expect(formatFixtureDiagnostics(typo)).toEqual(['bad-key 11:8 state']);
  });

  test('has no larger sample than the published tables can contain', () => {
    const edit = (sample: number) => editFixtureFile(INDEX, 'minimumSample: 100\n', `minimumSample: ${sample}\n`);
    expect(formatFixtureDiagnostics(edit(2_147_483_647))).toEqual([]);
    expect(formatFixtureDiagnostics(edit(2_147_483_648))).toEqual(['bad-key 18:16 minimumSample']);
  });

  test('divides its levels by the comma of YAML', () => {
    const files = editFixtureFile(INDEX, 'levels: [', 'levels: [大綱、');
    expect(formatFixtureDiagnostics(files)).toEqual(['bad-key 15:9 levels']);
  });

  test('is reported once if several of its levels are wrong', () => {
    const files = editFixtureFile(INDEX, 'levels: [', 'levels: [1, 2, ');
    expect(formatFixtureDiagnostics(files)).toEqual(['bad-key 15:9 levels']);
  });

  test('names each of its levels once', () => {
    const files = editFixtureFile(INDEX, 'levels: [', 'levels: [大綱, 大綱, ');
    expect(formatFixtureDiagnostics(files)).toEqual(['bad-key 15:9 levels']);
  });

  test('has its levels as a list', () => {
    const files = editFixtureFile(INDEX, '[政策, 施策, 取組, 事業, 目指す姿, 姿勢, 課題]', '政策');
    expect(formatFixtureDiagnostics(files)).toEqual(['bad-key 15:9 levels']);
  });
});

describe('a text that can not be read', () => {
  test('is reported at the location of an error in its front matter', () => {
    expect(formatFixtureDiagnostics(withFront('title: 計画: 前期'))).toEqual(['bad-front-matter 2:8']);
  });

  test('is reported at the location of an error in its MDX', () => {
    expect(formatFixtureDiagnostics({ [TEXT]: '---\ntitle: 題\n---\n\n人口 <100人\n' })).toEqual(['bad-mdx 5:4']);
  });

  test('is reported if it has no front matter', () => {
    expect(formatFixtureDiagnostics({ [TEXT]: '本文です。\n' })).toEqual(['no-front-matter 1:1']);
  });

  test('reports errors in its front matter and its MDX together', () => {
    expect(formatFixtureDiagnostics({ [TEXT]: '---\norder: 1\n---\n\n{ 注\n' })).toEqual([
      'missing-key 1:1 title',
      'bad-mdx 5:1',
    ]);
  });
});
