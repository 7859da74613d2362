import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPortal } from '../../../src/portal/open.ts';
import { ProblemsError } from '../../../src/problems/problem.ts';
import { edited, put, town } from '../../support/town.ts';

describe('a project with errors', () => {
  test('has no portal, and every problem is given', () => {
    const root = town({ 'data/themes.csv': '', 'data/memo.txt': '' });
    const codes = () => {
      try {
        openPortal({ root });
        return [];
      } catch (error) {
        if (!(error instanceof ProblemsError)) throw error;
        return error.problems.map(({ code }) => code);
      }
    };
    expect(codes()).toEqual(expect.arrayContaining(['empty-file', 'unknown-file']));
  });
});

test('warnings stay with the portal', () => {
  const { warnings } = openPortal({ root: town({ 'data/memo.txt': '' }) });
  expect(warnings.map(({ code }) => code)).toEqual(['unknown-file']);
});

describe('the version', () => {
  const versionOf = (root: string) => openPortal({ root }).version;

  test('is twelve hexadecimal digits', () => {
    expect(versionOf(town())).toMatch(/^[0-9a-f]{12}$/);
  });

  test('is the same for the same files elsewhere', () => {
    expect(versionOf(town())).toBe(versionOf(town()));
  });

  test.each([
    ['one byte of a table', edited('data/themes.csv', '情報を伝えること', '情報を伝える事')],
    ['a line break', edited('data/themes.csv', '参加,町民の参加と協働,\n', '参加,町民の参加と協働,\r\n')],
    ['a word of a text', edited('content/guides/index.mdx', '架空の町', '架空の村')],
    [
      'the settings',
      edited('site.config.json', '見本ひろば",\n  "description', '見本のひろば",\n  "description'),
    ],
    ['a further file', { 'data/memo.txt': '' }],
  ])('is another when %s changes', (_what, files) => {
    expect(versionOf(town(files))).not.toBe(versionOf(town()));
  });

  test('is another when a file changes its name alone', () => {
    const names = ['a', 'b'].map((name) => town({ [`data/${name}.txt`]: 'x' }));
    const [one = '', other = ''] = names.map(versionOf);
    expect(one).not.toBe(other);
  });

  test('is the same when bytes move to the time of another day', () => {
    const root = town();
    const before = versionOf(root);
    utimesSync(join(root, 'data/themes.csv'), 0, 0);
    expect(versionOf(root)).toBe(before);
  });

  test.each([
    ['a file outside content and data', 'notes.txt'],
    ['a hidden file', 'data/.DS_Store'],
  ])('is the same with %s', (_what, path) => {
    expect(versionOf(town({ [path]: 'x' }))).toBe(versionOf(town()));
  });

  test('is the same under another base and address', () => {
    const root = town();
    const { version } = openPortal({ root, base: '/plans/', site: 'https://other.example' });
    expect(version).toBe(versionOf(root));
  });
});

describe('what a command says of the address', () => {
  test('goes before the settings', () => {
    const { site } = openPortal({ root: town(), base: '/plans/', site: 'https://other.example' });
    expect([site.base, site.site]).toEqual(['/plans/', 'https://other.example']);
  });

  test('may be left out', () => {
    const { site } = openPortal({ root: town(), base: undefined });
    expect([site.base, site.site]).toEqual(['/', 'https://mihon.example']);
  });
});

describe('the day of the last change', () => {
  test('is the latest of the ledger', () => {
    expect(openPortal({ root: town() }).updated).toBe('2026-11-20');
  });

  test('is not known where there is no ledger', () => {
    expect(openPortal({ root: town({ 'data/changes.csv': null }) }).updated).toBeNull();
  });
});

test('once opened, a portal does not look at its files again', () => {
  const root = town();
  const portal = openPortal({ root });
  put(root, { 'data/themes.csv': '' });
  rmSync(join(root, 'content'), { recursive: true });
  expect(portal.childrenOf('mihon-keikaku/1')).toHaveLength(2);
});

describe('a portal', () => {
  /** Paths to everything below a value that is not frozen. */
  function thawed(value: unknown, path: string): string[] {
    if (typeof value !== 'object' || value === null) return [];
    const own = Object.isFrozen(value) ? [] : [path];
    return [...own, ...Object.entries(value).flatMap(([key, inner]) => thawed(inner, `${path}.${key}`))];
  }

  test('is frozen to its last record', () => {
    expect(thawed(openPortal({ root: town() }), 'portal')).toEqual([]);
  });

  test('gives frozen lists', () => {
    const portal = openPortal({ root: town() });
    const lists = [
      portal.nodesOf('mihon-keikaku'),
      portal.nodesOf('none'),
      portal.childrenOf('mihon-keikaku/1'),
    ];
    expect(lists.map((list) => Object.isFrozen(list))).toEqual([true, true, true]);
  });
});
