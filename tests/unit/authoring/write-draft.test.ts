import { describe, expect, test } from 'vitest';
import { WriteDraft } from '../../../src/authoring/write-draft.ts';
import { themesTable } from '../../../src/tables/themes.ts';
import { editFixtureFile, createMemoryFolder, type FixtureFiles } from '../../support/fixture-site.ts';

const THEMES = 'data/themes.csv';

/** Returns the codes and locations of the errors of a new row of themes in the valid town with these files. */
function problems(cells: Readonly<Record<string, string>>, files: FixtureFiles = {}): string[] {
  const draft = new WriteDraft(createMemoryFolder(files));
  draft.addRows(themesTable, [cells]);
  const errors = draft.findDiagnostics().filter(({ level }) => level === 'error');
  return errors.map(({ code, file, line }) => `${code} ${file}:${line}`);
}

describe('a draft', () => {
  test('of a valid row has no errors', () => {
    expect(problems({ テーマID: 'water', 名称: '水道' })).toEqual([]);
  });

  test('reports the errors of a row at its future line', () => {
    expect(problems({ テーマID: 'digital', 名称: '水道' })).toEqual([`repeated-id ${THEMES}:5`]);
  });

  test('does not report existing errors of the site', () => {
    const broken = editFixtureFile('data/departments.csv', 'mihon-joho,mihon,情報課', 'mihon-joho,mihon,');
    expect(problems({ テーマID: 'water', 名称: '水道' }, broken)).toEqual([]);
  });

  test('reports existing errors of the file that it adds to, which might hide the row', () => {
    const broken = editFixtureFile(THEMES, 'digital,デジタル', 'digital,"デジタル');
    expect(problems({ テーマID: 'water', 名称: '水道' }, broken)).toContain(`bad-quote ${THEMES}:2`);
  });

  test('refuses an existing text', () => {
    const draft = new WriteDraft(createMemoryFolder({}));
    expect(() => {
      draft.addText('content/guides/index.mdx', '');
    }).toThrow('content/guides/index.mdx はすでにあります');
  });

  test('makes a file that is not there', () => {
    const draft = new WriteDraft(createMemoryFolder({ [THEMES]: null }));
    draft.addRows(themesTable, [{ テーマID: 'digital', 名称: 'デジタル' }]);
    expect(draft.writes).toMatchObject([{ file: THEMES, before: null, firstLine: 2, rows: 1 }]);
  });

  test('of no rows writes nothing', () => {
    const draft = new WriteDraft(createMemoryFolder({}));
    draft.addRows(themesTable, []);
    expect(draft.writes).toEqual([]);
  });
});
