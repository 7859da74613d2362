import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  completeErrorPath,
  describeProgramFault,
  describeSystemFailure,
  replaceErrorPath,
} from '../../../src/cli/failure-report.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { createEmptyFolder } from '../../support/fixture-site.ts';

const createSystemError = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

/** Returns the error that a function throws. */
function catchError(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

describe('a refusal of the system', () => {
  test.each([
    ['ENOSPC', /^「x\.csv」に書けません。ディスクがいっぱいです。/],
    ['EDQUOT', /^「x\.csv」に書けません。ディスクがいっぱいです。/],
    ['EACCES', /^「x\.csv」を読み書きする権限がありません。/],
    ['EPERM', /^「x\.csv」を読み書きする権限がありません。/],
    ['EROFS', /^「x\.csv」のあるディスクには書けません。/],
    ['EEXIST', /^「x\.csv」には、同じ名前のものがすでにあります。/],
    ['EMFILE', /^「x\.csv」を開けません。開いているファイルが多すぎます。/],
    ['ENFILE', /^「x\.csv」を開けません。開いているファイルが多すぎます。/],
    ['EBUSY', /^「x\.csv」は、ほかのプログラムが使っています。/],
    ['EFBIG', /^「x\.csv」は、ここに置ける大きさをこえます。/],
    ['EIO', /^「x\.csv」を読み書きできません。/],
  ])('%s is one line with the path and what to do', (code, words) => {
    const text = describeSystemFailure(createSystemError(code, { path: 'x.csv' }));
    expect(text).toMatch(words);
    expect(text).toMatch(/^[^\n]+もう一度実行してください。\n$/);
  });

  test.each([
    ['a folder instead of a file', '/folder', 'ファイルのはずなのにフォルダです'],
    ['a file instead of a folder', '/file/x', 'フォルダのはずなのにファイルです'],
    ['a link to itself', '/link', '自分自身に戻るリンクです'],
    ['a file that has gone', '/gone', 'ないか、そこにはつくれません'],
    ['a name that is too long', `/${'x'.repeat(300)}`, '名前が長すぎます'],
  ])('is explained for %s', (_what, name, words) => {
    const folder = createEmptyFolder();
    mkdirSync(`${folder}/folder`);
    writeFileSync(`${folder}/file`, '');
    symlinkSync(`${folder}/link`, `${folder}/link`);
    const error = completeErrorPath(
      catchError(() => readFileSync(folder + name)),
      folder + name,
    );
    expect(describeSystemFailure(error)).toContain(words);
    expect(describeSystemFailure(error)).toContain(`「${folder}${name}」`);
  });

  test.runIf(process.platform === 'linux').each([
    ['a table', 'data/\x83e.csv'],
    ['a text', 'content/\x83e.mdx'],
    ['a folder', 'data/plans/\x83e/tree.csv'],
  ])('is explained for %s whose name is not UTF-8, as in an archive from Windows', (_what, path) => {
    const root = createEmptyFolder();
    const file = Buffer.from(`${root}/${path}`, 'latin1');
    mkdirSync(file.subarray(0, file.lastIndexOf('/')), { recursive: true });
    writeFileSync(file, '');
    const readAll = () => {
      const { files, readBytes } = openSiteFolder(root);
      files.forEach(readBytes);
    };
    const report = describeSystemFailure(catchError(readAll));
    expect(report).toContain('\ufffde');
    expect(report).toContain(
      'の名前は、文字コードが UTF-8 ではないので開けません。ファイルかフォルダの名前をつけ直して',
    );
  });

  test.each([
    ['EACCES', 'data/tree.csv', /権限を確かめて、Excel などで開いていれば閉じてから、もう一度/],
    ['EPERM', 'tree.xlsx', /権限を確かめて、Excel などで開いていれば閉じてから、もう一度/],
    ['ENOSPC', 'tree.csv', /空きをつくってから、もう一度/],
    ...(process.platform === 'win32' ? [] : [['EACCES', '/srv/.work', /権限を確かめてから、もう一度/] as const]),
  ] as const)('speaks of Excel only where it can be the reason: %s of %s', (code, path, advice) => {
    expect(describeSystemFailure(createSystemError(code, { path }))).toMatch(advice);
  });

  test('speaks of rights, also for a name with the sign for what is not UTF-8', () => {
    const error = createSystemError('EACCES', { path: 'a\ufffd.csv' });
    expect(describeSystemFailure(error)).toMatch(/^「a\ufffd.csv」を読み書きする権限がありません。/);
  });

  test('says so if its path is unknown', () => {
    expect(describeSystemFailure(createSystemError('ENOSPC'))).toMatch(/^「（名前はわかりません）」に書けません。/);
  });

  test('is found inside the error of a package', () => {
    const error = new Error('Build failed', { cause: createSystemError('ENOSPC', { path: 'x.html' }) });
    expect(describeSystemFailure(error)).toContain('「x.html」に書けません。');
  });

  test.runIf(process.platform !== 'win32')('is found in the words of the bundler', () => {
    const message = `Failed to write file in /tmp/a b.mjs\n\nCaused by:\n    full (os error ${constants.errno.ENOSPC})`;
    expect(describeSystemFailure(new Error(message))).toContain('「/tmp/a b.mjs」に書けません。');
  });

  test.each([
    ['EACCES', /^ポート 80 は使えません。/],
    ['EADDRINUSE', /^ポート 80 は使われています。/],
  ])('is about a port, if the error has one: %s', (code, message) => {
    expect(describeSystemFailure(createSystemError(code, { port: 80, syscall: 'listen' }))).toMatch(message);
  });

  test('does not advise another port if a connection failed', () => {
    const error = createSystemError('ECONNREFUSED', { port: 443, syscall: 'connect' });
    expect(describeSystemFailure(error) ?? '').not.toContain('ポート');
  });

  test('names the written path, not the temporary file', () => {
    const moved = createSystemError('EACCES', { path: '/tmp/0', dest: 'tree.csv' });
    expect(describeSystemFailure(moved)).toContain('「tree.csv」');
    expect(describeSystemFailure(replaceErrorPath(moved, 'data/tree.csv'))).toContain('「data/tree.csv」');
    expect(describeSystemFailure(completeErrorPath(moved, 'other.csv'))).not.toContain('other.csv');
    const half = createSystemError('ENOSPC', { path: 'data/.write-1/tree.csv' });
    expect(describeSystemFailure(completeErrorPath(half, 'data/2026', 'data/.write-2'))).toContain('「data/.write-1');
    expect(describeSystemFailure(completeErrorPath(half, 'data/2026', 'data/.write-1'))).toContain('「data/2026」');
  });

  test.each([new Error('x'), createSystemError('ERR_INVALID_ARG_TYPE'), 'x', null])('is not %s', (error) => {
    expect(describeSystemFailure(error)).toBeNull();
    expect(completeErrorPath(error, 'x')).toBe(error);
  });
});

test('a fault of the program is ours, with version, command and stack', () => {
  const text = describeProgramFault(new TypeError('x is undefined'), 'check-command.ts a.csv');
  expect(text).toMatch(/^計画ひろばのプログラムのまちがいで、処理が止まりました。/);
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
    version: string;
  };
  expect(text).toContain(`版: ${version}（Node ${process.versions.node}、`);
  expect(text).toContain('コマンド: check-command.ts a.csv\nTypeError: x is undefined\n    at ');
});
