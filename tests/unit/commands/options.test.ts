import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT, readBase, readRoot, readSite, siteCommand } from '../../../src/commands/options.ts';
import { UsageError } from '../../../src/commands/run.ts';
import { emptyFolder } from '../../support/town.ts';

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
    expect(readBase(typed)).toBe(base);
  });

  test('may be left out', () => {
    expect(readBase(undefined)).toBeUndefined();
  });

  test.each(['https://mihon.example/', '/計画/', '/a b/', '/../', 'a/./b', '/a?b/', '/<script>/'])(
    'may not be %s',
    (typed) => {
      expect(() => readBase(typed)).toThrow(UsageError);
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
    expect(readSite(typed)).toBe(site);
  });

  test('may be left out', () => {
    expect(readSite(undefined)).toBeUndefined();
  });

  test.each([
    'mihon.example',
    'https://mihon.example/plans/',
    'https://mihon.example/?a',
    'https://mihon.example/#a',
    'https://name@mihon.example',
    'ftp://mihon.example',
    '',
  ])('may not be %s', (typed) => {
    expect(() => readSite(typed)).toThrow(UsageError);
  });
});

describe('the folder of a site', () => {
  test('is the project’s own where nothing is said', () => {
    expect(readRoot(undefined, undefined)).toBe(PROJECT);
  });

  test('is the one that --root names', () => {
    const root = emptyFolder();
    expect(readRoot(undefined, root)).toBe(root);
  });

  test('that --root names must be there', () => {
    expect(() => readRoot(undefined, join(emptyFolder(), 'none'))).toThrow('フォルダはありません');
  });

  test('that --root names may not be a file', () => {
    const file = join(emptyFolder(), 'a.csv');
    writeFileSync(file, '');
    expect(() => readRoot(undefined, file)).toThrow(UsageError);
  });

  test.each(['none', '..', '../..', 'Mihon', ''])('of an example is not %s', (example) => {
    expect(() => readRoot(example, undefined)).toThrow(UsageError);
  });
});

describe('a command for the same site', () => {
  test.each([
    ['as it is for the project’s own', {}, 'npm run check', 'npm run new -- plan a'],
    ['with --root', { root: 'town' }, 'npm run check -- --root town', 'npm run new -- plan a --root town'],
    [
      'with --root in quotes where it has spaces',
      { root: 'my town' },
      'npm run check -- --root "my town"',
      'npm run new -- plan a --root "my town"',
    ],
    [
      'with --example, which counts before --root',
      { root: 'town', example: 'mihon' },
      'npm run check -- --example mihon',
      'npm run new -- plan a --example mihon',
    ],
  ])('is called %s', (_how, values, check, begin) => {
    const called = siteCommand(values);
    expect([called('npm run check'), called('npm run new -- plan a')]).toEqual([check, begin]);
  });
});
