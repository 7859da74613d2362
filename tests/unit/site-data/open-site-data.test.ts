import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DiagnosticsError } from '../../../src/diagnostics/diagnostic.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { createSiteMemory } from '../../../src/validation/validate-site.ts';
import { appendFixtureLines, editFixtureFile, writeFixture, createFixtureSite } from '../../support/fixture-site.ts';

describe('a project with errors', () => {
  test('has no site data, and reports every diagnostic', () => {
    const root = createFixtureSite({ 'data/themes.csv': '', 'data/memo.txt': '' });
    const codes = () => {
      try {
        openSiteData({ root });
        return [];
      } catch (error) {
        if (!(error instanceof DiagnosticsError)) throw error;
        return error.diagnostics.map(({ code }) => code);
      }
    };
    expect(codes()).toEqual(expect.arrayContaining(['empty-file', 'unknown-file']));
  });
});

test('the site data contains the warnings', () => {
  const { warnings } = openSiteData({ root: createFixtureSite({ 'data/memo.txt': '' }) });
  expect(warnings.map(({ code }) => code)).toEqual(['unknown-file']);
});

describe('the version', () => {
  const versionOf = (root: string) => openSiteData({ root }).version;

  test('is twelve hexadecimal digits', () => {
    expect(versionOf(createFixtureSite())).toMatch(/^[0-9a-f]{12}$/);
  });

  test('is the same for the same files in another folder', () => {
    expect(versionOf(createFixtureSite())).toBe(versionOf(createFixtureSite()));
  });

  test.each([
    ['one byte of a table', editFixtureFile('data/themes.csv', '情報を伝えること', '情報を伝える事')],
    ['a word of a text', editFixtureFile('content/guides/index.mdx', '架空の町', '架空の村')],
    [
      'the settings',
      editFixtureFile('site.config.json', '見本ひろば",\n  "description', '見本のひろば",\n  "description'),
    ],
    ['a further file', { 'data/memo.txt': '' }],
  ])('changes if %s changes', (_what, files) => {
    expect(versionOf(createFixtureSite(files))).not.toBe(versionOf(createFixtureSite()));
  });

  test('changes if only the name of a file changes', () => {
    const names = ['a', 'b'].map((name) => createFixtureSite({ [`data/${name}.txt`]: 'x' }));
    const [one = '', other = ''] = names.map(versionOf);
    expect(one).not.toBe(other);
  });

  test('is the same if only the modification time of a file changes', () => {
    const root = createFixtureSite();
    const before = versionOf(root);
    utimesSync(join(root, 'data/themes.csv'), 0, 0);
    expect(versionOf(root)).toBe(before);
  });

  test('with a memory of the files changes if one of them changes', () => {
    const [root, memory] = [createFixtureSite(), createSiteMemory()];
    const before = openSiteData({ root, memory }).version;
    writeFixture(root, editFixtureFile('data/themes.csv', '情報を伝えること', '情報を伝える事'));
    expect(versionOf(root)).not.toBe(before);
    expect(openSiteData({ root, memory }).version).toBe(versionOf(root));
  });

  test('is the same if git has written CRLF for LF', () => {
    const files = editFixtureFile('data/themes.csv', '参加,町民の参加と協働,\n', '参加,町民の参加と協働,\r\n');
    expect(versionOf(createFixtureSite(files))).toBe(versionOf(createFixtureSite()));
  });

  test.each([
    ['a file outside content and data', 'notes.txt'],
    ['a hidden file', 'data/.DS_Store'],
    ['documentation', 'data/README.md'],
  ])('is the same with %s', (_what, path) => {
    expect(versionOf(createFixtureSite({ [path]: 'x' }))).toBe(versionOf(createFixtureSite()));
  });

  test('is the same with another base and URL', () => {
    const root = createFixtureSite();
    const { version } = openSiteData({ root, base: '/plans/', site: 'https://other.example' });
    expect(version).toBe(versionOf(root));
  });
});

describe('the URL options of a command', () => {
  test('override the settings', () => {
    const { site } = openSiteData({
      root: createFixtureSite(),
      base: '/plans/',
      site: 'https://other.example',
    });
    expect([site.base, site.site]).toEqual(['/plans/', 'https://other.example']);
  });

  test('may be left out', () => {
    const { site } = openSiteData({ root: createFixtureSite(), base: undefined });
    expect([site.base, site.site]).toEqual(['/', 'https://mihon.example']);
  });
});

describe('the day of the last change', () => {
  test('is the latest day in changes.csv', () => {
    expect(openSiteData({ root: createFixtureSite() }).updated).toBe('2026-11-20');
    const later = appendFixtureLines('data/changes.csv', '2026-12-01,dx,用語を直しました,,,,');
    expect(openSiteData({ root: createFixtureSite(later) }).updated).toBe('2026-12-01');
  });

  test('is null without changes.csv', () => {
    expect(openSiteData({ root: createFixtureSite({ 'data/changes.csv': null }) }).updated).toBeNull();
  });
});

test('site data does not read its files again', () => {
  const root = createFixtureSite();
  const siteData = openSiteData({ root });
  writeFixture(root, { 'data/themes.csv': '' });
  rmSync(join(root, 'content'), { recursive: true });
  expect(siteData.childrenOf('mihon-keikaku/1')).toHaveLength(2);
});

describe('site data', () => {
  /** Paths to everything below a value that is not frozen. */
  function thawed(value: unknown, path: string): string[] {
    if (typeof value !== 'object' || value === null) return [];
    const own = Object.isFrozen(value) ? [] : [path];
    return [...own, ...Object.entries(value).flatMap(([key, inner]) => thawed(inner, `${path}.${key}`))];
  }

  test('is frozen at every depth', () => {
    expect(thawed(openSiteData({ root: createFixtureSite() }), 'siteData')).toEqual([]);
  });

  test('returns frozen lists', () => {
    const siteData = openSiteData({ root: createFixtureSite() });
    const lists = [
      siteData.planItemsOf('mihon-keikaku'),
      siteData.planItemsOf('none'),
      siteData.childrenOf('mihon-keikaku/1'),
    ];
    expect(lists.map((list) => Object.isFrozen(list))).toEqual([true, true, true]);
  });
});
