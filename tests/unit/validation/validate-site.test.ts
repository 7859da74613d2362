import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSiteFolder, type SiteFolder } from '../../../src/input/site-folder.ts';
import { MAX_FILES } from '../../../src/model/input-limits.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { validateSite, createSiteMemory, type SiteValidation } from '../../../src/validation/validate-site.ts';
import {
  appendFixtureLines,
  editFixtureFile,
  createMemoryFolder,
  validateFixture,
  formatFixtureDiagnostics,
  createFixtureSite,
  writeFixture,
  type FixtureFiles,
} from '../../support/fixture-site.ts';

const TREE = 'data/plans/mihon-keikaku/tree.csv';

test('the valid town has no diagnostics', () => {
  expect(validateFixture({})).toEqual([]);
});

test('an empty project lacks only its settings', () => {
  expect(validateSite(createMemoryFolder({}, new Map())).diagnostics.map(({ code }) => code)).toEqual(['missing-file']);
});

describe('the parsed site', () => {
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

const PLAN = 'data/plans/mihon-keikaku';

/** Returns everything that validation found, as text. */
const print = ({ parsedSite, diagnostics }: SiteValidation) =>
  JSON.stringify([parsedSite, diagnostics], (_key, value: unknown) => (value instanceof Set ? [...value] : value));

/** The valid town with these files; the state of a file is its content. */
function openStateful(files: FixtureFiles): SiteFolder {
  const folder = createMemoryFolder(files);
  return { ...folder, getFileState: (path) => Buffer.from(folder.readBytes(path)).toString('base64') };
}

test('after any edits, a validation with a memory finds the same as one without', () => {
  const { files: paths, readBytes } = createMemoryFolder({});
  const edit = fc.record({
    path: fc.constantFrom(...paths),
    kind: fc.constantFrom('delete', 'restore', 'remove character', 'repeat character', 'copy'),
    position: fc.nat(9999),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 2, maxLength: 8 }), (edits) => {
      const memory = createSiteMemory();
      const files = new Map<string, FixtureFiles[string]>();
      const open = () => openStateful(Object.fromEntries(files));
      validateSite(open(), memory);
      for (const { path, kind, position } of edits) {
        const characters = [...new TextDecoder().decode(readBytes(path))];
        const at = position % Math.max(1, characters.length);
        const repeated = kind === 'repeat character' ? characters.slice(at, at + 1) : [];
        if (kind === 'delete') files.set(path, null);
        else if (kind === 'restore') files.delete(path);
        else if (kind === 'copy') files.set(path.replace(/(?=\.\w+$)/, '-copy'), characters.join(''));
        else
          files.set(path, [...characters.slice(0, at), ...repeated, ...repeated, ...characters.slice(at + 1)].join(''));
        expect(print(validateSite(open(), memory))).toBe(print(validateSite(open())));
      }
    }),
    { numRuns: 25 },
  );
});

describe('the plan of a site on disk', () => {
  const parse = (root: string, memory = createSiteMemory()) =>
    validateSite(openSiteFolder(root), memory).parsedSite?.plans[0];

  test('is parsed again only after a change of its files', () => {
    const [root, memory] = [createFixtureSite(), createSiteMemory()];
    const before = parse(root, memory);
    writeFixture(root, { 'data/memo.txt': '' });
    expect(parse(root, memory)).toBe(before);
    writeFixture(root, { [`${PLAN}/tree.csv`]: readFileSync(join(root, PLAN, 'tree.csv')) });
    expect(parse(root, memory)).not.toBe(before);
  });

  test('makes the same records when it is used a second time', () => {
    const [root, memory] = [createFixtureSite(), createSiteMemory()];
    const first = openSiteData({ root, memory });
    expect(openSiteData({ root, memory }).planItems).toEqual(first.planItems);
  });

  test('leads to the same version as without a memory, also after a change of a text', () => {
    const [root, memory] = [createFixtureSite(), createSiteMemory()];
    const before = openSiteData({ root, memory }).version;
    const text = 'content/plans/mihon-keikaku/index.mdx';
    writeFixture(root, { [text]: `${readFileSync(join(root, text), 'utf8')}\n追記です。\n` });
    const { version } = openSiteData({ root, memory });
    expect(version).not.toBe(before);
    expect(version).toBe(openSiteData({ root }).version);
  });
});
