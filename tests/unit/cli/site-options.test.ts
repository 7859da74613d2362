import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/command-runner.ts';
import {
  PROJECT_FOLDER,
  readSiteOptions,
  readPortOption,
  readRootOption,
  readUrlOption,
  createCommandFormatter,
} from '../../../src/cli/site-options.ts';
import { createEmptyFolder } from '../../support/fixture-site.ts';

describe('--base', () => {
  test.each([
    ['/plans/', '/plans/'],
    ['plans', '/plans/'],
    ['/plans', '/plans/'],
    ['plans/', '/plans/'],
    ['/a/b', '/a/b/'],
    ['//a//b//', '/a/b/'],
    ['/', '/'],
    ['', '/'],
  ])('%s is %s', (typed, base) => {
    expect(readUrlOption('base', typed)).toBe(base);
  });

  test('is optional', () => {
    expect(readUrlOption('base', undefined)).toBeUndefined();
  });

  test.each(['https://mihon.example/', '/計画/', '/a b/', '/../', 'a/./b', '/a?b/', '/<script>/'])(
    'rejects %s',
    (typed) => {
      expect(() => readUrlOption('base', typed)).toThrow(UsageError);
    },
  );
});

describe('--site', () => {
  test.each([
    ['https://mihon.example', 'https://mihon.example'],
    ['https://mihon.example/', 'https://mihon.example'],
    ['http://localhost:4321', 'http://localhost:4321'],
    ['HTTPS://Mihon.Example', 'https://mihon.example'],
  ])('%s is %s', (typed, site) => {
    expect(readUrlOption('site', typed)).toBe(site);
  });

  test('is optional', () => {
    expect(readUrlOption('site', undefined)).toBeUndefined();
  });

  test.each([
    'mihon.example',
    'https://mihon.example/plans/',
    'https://mihon.example/?a',
    'https://mihon.example/#a',
    'https://name@mihon.example',
    'ftp://mihon.example',
    '',
  ])('rejects %s', (typed) => {
    expect(() => readUrlOption('site', typed)).toThrow(UsageError);
  });
});

describe('the folder of a site', () => {
  test('is the project without options', () => {
    expect(readRootOption(undefined, undefined)).toBe(PROJECT_FOLDER);
  });

  test('is the folder of --root', () => {
    const root = createEmptyFolder();
    expect(readRootOption(undefined, root)).toBe(root);
  });

  test('must exist', () => {
    expect(() => readRootOption(undefined, join(createEmptyFolder(), 'none'))).toThrow('フォルダはありません');
  });

  test('is not a file', () => {
    const file = join(createEmptyFolder(), 'a.csv');
    writeFileSync(file, '');
    expect(() => readRootOption(undefined, file)).toThrow(UsageError);
  });

  test('is not that of two options', () => {
    expect(() => readRootOption('mihon', createEmptyFolder())).toThrow(
      '--example と --root は、いっしょには使えません。',
    );
  });

  test.each(['none', 'design', '..', '../..', 'Mihon', ''])('is not examples/%s', (example) => {
    expect(() => readRootOption(example, undefined)).toThrow(UsageError);
  });
});

describe('the port', () => {
  test.each([
    [undefined, 4321],
    ['0', 0],
    ['65535', 65535],
  ])('of the option %j is %d', (typed, port) => {
    expect(readPortOption(typed)).toBe(port);
  });

  test.each(['', '65536', '-1', '1e3', '0x50', ' 80', '4321.0', '４３２１'])('is not %j', (typed) => {
    expect(() => readPortOption(typed)).toThrow(`--port の「${typed}」は使えません。`);
  });
});

describe('a command for the same site', () => {
  test.each([
    ['without options for the project itself', {}, 'npm run check', 'npm run new -- plan a'],
    ['with --root', { root: 'town' }, 'npm run check -- --root town', 'npm run new -- plan a --root town'],
    [
      'with --root in quotes if it has spaces',
      { root: 'my town' },
      'npm run check -- --root "my town"',
      'npm run new -- plan a --root "my town"',
    ],
    [
      'with --root so that a shell runs nothing of its name',
      { root: 'a"$(b)`c`\u001b[31m' },
      'npm run check -- --root "a\\"\\$(b)\\`c\\`␛[31m"',
      'npm run new -- plan a --root "a\\"\\$(b)\\`c\\`␛[31m"',
    ],
    [
      'with --example',
      { example: 'mihon' },
      'npm run check -- --example mihon',
      'npm run new -- plan a --example mihon',
    ],
  ])('is written %s', (_how, values, check, begin) => {
    const formatCommand = createCommandFormatter(values);
    expect([formatCommand('npm run check'), formatCommand('npm run new -- plan a')]).toEqual([check, begin]);
  });
});

test('a shell reads the folder of a command as it is', () => {
  const roots = [
    'a|b',
    'a<b>c',
    '#a',
    '{a,b}',
    "it's",
    'a&b',
    '~a',
    'a\\b',
    'a\\',
    'a\\"b\\\\"',
    'a\\$b',
    '見本 市',
    '*',
  ];
  const commands = roots.map((root) => createCommandFormatter({ root })("printf '%s\\n'"));
  const read = execFileSync('sh', ['-c', commands.join('\n')], { encoding: 'utf8' });
  expect(read).toBe(roots.map((root) => `--\n--root\n${root}\n`).join(''));
});

test.each(['a#b', 'a?b', '50%', 'a"b', 'a*b', 'a\\b'])(
  'a folder with the name %s is refused, because no page can be built in it',
  (name) => {
    const root = join(createEmptyFolder(), name);
    mkdirSync(root);
    expect(() => readSiteOptions({ root })).toThrow(/^「.*」の名前に「[#?%"*\\]」があるので、ページをつくれません。/);
  },
);
