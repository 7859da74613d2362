import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSiteFolder, type SiteFolder } from '../../../src/input/site-folder.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { createSiteMemory } from '../../../src/validation/site-memory.ts';
import { validateSite, type SiteValidation } from '../../../src/validation/validate-site.ts';
import { createFixtureSite, createMemoryFolder, writeFixture, type FixtureFiles } from '../../support/fixture-site.ts';

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
    place: fc.nat(9999),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 2, maxLength: 8 }), (edits) => {
      const memory = createSiteMemory();
      const files = new Map<string, FixtureFiles[string]>();
      const open = () => openStateful(Object.fromEntries(files));
      validateSite(open(), memory);
      for (const { path, kind, place } of edits) {
        const characters = [...new TextDecoder().decode(readBytes(path))];
        const at = place % Math.max(1, characters.length);
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
