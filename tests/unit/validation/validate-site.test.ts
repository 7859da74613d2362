import { describe, expect, test } from 'vitest';
import { MAX_FILES } from '../../../src/model/input-limits.ts';
import { validateSite } from '../../../src/validation/validate-site.ts';
import {
  appendFixtureLines,
  editFixtureFile,
  createMemoryFolder,
  validateFixture,
  formatFixtureDiagnostics,
} from '../../support/fixture-site.ts';

const TREE = 'data/plans/mihon-keikaku/tree.csv';

test('the valid town has no diagnostics', () => {
  expect(validateFixture({})).toEqual([]);
});

test('an empty project lacks only its settings', () => {
  expect(validateSite(createMemoryFolder({}, new Map())).diagnostics.map(({ code }) => code)).toEqual(['missing-file']);
});

describe('the draft', () => {
  test('exists if there are no diagnostics', () => {
    expect(validateSite(createMemoryFolder({})).parsedSite?.plans).toHaveLength(1);
  });

  test('exists if there are only warnings', () => {
    const { parsedSite, diagnostics } = validateSite(createMemoryFolder({ 'data/memo.txt': '' }));
    expect([parsedSite !== null, diagnostics.map(({ level }) => level)]).toEqual([true, ['warning']]);
  });

  test('is null if there is an error', () => {
    expect(validateSite(createMemoryFolder({ 'site.config.json': null })).parsedSite).toBeNull();
  });
});

test('diagnostics of all files are reported together, in the order of their locations', () => {
  const files = {
    ...editFixtureFile(TREE, '広報を読みやすくする', ''),
    ...editFixtureFile('data/themes.csv', 'digital,デジタル', 'digital,'),
    'content/guides/index.mdx': '文だけ\n',
  };
  expect(validateFixture(files).map(({ file }) => file)).toEqual([
    'content/guides/index.mdx',
    'data/plans/mihon-keikaku/tree.csv',
    'data/themes.csv',
  ]);
});

test('the list of files is read as often for many plans as for one', () => {
  const asked = (plans: number) => {
    const files = Object.fromEntries(
      Array.from({ length: plans }, (_, at) => [`data/plans/plan-${at}/tree.csv`, 'コード\n']),
    );
    const folder = createMemoryFolder(files);
    let times = 0;
    const list = new Proxy(folder.files, {
      get: (of, key) => {
        // Whoever goes through a list asks for its first member.
        if (key === '0') times += 1;
        return Reflect.get(of, key) as unknown;
      },
    });
    validateSite({ ...folder, files: list });
    return times;
  };
  expect(asked(30)).toBe(asked(1));
});

describe('a plan', () => {
  test.each([
    ['content/plans/mihon-keikaku/index.mdx', 'its introduction'],
    [TREE, 'its tree'],
  ])('needs %s (%s)', (file) => {
    const codes = validateFixture({ [file]: null }).filter(({ code }) => code === 'missing-file');
    expect(codes.map((one) => one.file)).toEqual([file]);
  });

  test.each(['indicators', 'observations', 'targets', 'related-plans'])('may lack %s.csv', (name) => {
    const gone = name === 'indicators' ? ['indicators', 'observations', 'targets'] : [name];
    const files = Object.fromEntries(gone.map((one) => [`data/plans/mihon-keikaku/${one}.csv`, null]));
    // Without the indicator, the change and the text that mention it are errors.
    const mentions = { 'data/changes.csv': null, 'content/plans/mihon-keikaku/1.mdx': null };
    expect(formatFixtureDiagnostics({ ...files, ...mentions })).toEqual([]);
  });

  test('of a name with signs of a pattern does not stop the check', () => {
    const files = {
      'content/plans/copy (2/index.mdx': '---\ntitle: a\n---\n',
      'data/plans/copy (2/tree.csv': '',
    };
    expect(validateFixture(files).length).toBeGreaterThan(0);
  });
});

test('rows of a tree may be before their parents', () => {
  expect(
    formatFixtureDiagnostics(
      appendFixtureLines(
        TREE,
        '3_1,3,施策,施策,朝,朝です。,digital,,,,,,,mihon-keikaku,',
        '3,,政策,政策,日,日です。,,,,,,,,mihon-keikaku,',
      ),
    ),
  ).toEqual([]);
});

test('of too many files none is read', () => {
  const files = Array.from({ length: MAX_FILES + 1 }, (_, at) => `data/${at}`);
  const folder = {
    files,
    has: () => true,
    readBytes: (): Uint8Array => {
      throw new Error('a file is read');
    },
  };
  expect(validateSite(folder).diagnostics).toMatchObject([{ code: 'over-limit', file: `data/${MAX_FILES}`, line: 1 }]);
});
