import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT_FOLDER } from '../../../../src/cli/site-options.ts';
import { GENERATED_GUIDES } from '../../../../src/model/routes.ts';
import { type FixtureFiles, validateFixture, formatFixtureDiagnostics } from '../../../support/fixture-site.ts';

const PLAN = 'content/plans/mihon-keikaku';
const text = (body: string) => ({ [`${PLAN}/text/basis.mdx`]: `---\ntitle: 題\n---\n\n${body}\n` });

describe('names that become addresses', () => {
  test.each([
    [`${PLAN}/text/考え方.mdx`, '考え方'],
    [`${PLAN}/text/Basic.mdx`, 'Basic'],
    ['content/guides/使い方.mdx', '使い方'],
  ])('may not be that of %s', (file, value) => {
    const [problem] = validateFixture({ [file]: '---\ntitle: 題\n---\n' });
    expect(problem).toMatchObject({ code: 'bad-slug', file, message: `「${value}」はIDとして使えません。` });
  });

  test('may not be a name that Windows has for a device, and the hint says what can be written', () => {
    const [problem] = validateFixture({ 'content/guides/aux.mdx': '---\ntitle: 題\n---\n' });
    expect(problem?.hint).toContain('con-1');
  });

  test.each(['計画', 'main'])(
    'may not be %s for a plan: it is Japanese, or an anchor that pages have themselves',
    (plan) => {
      const files = {
        [`content/plans/${plan}/index.mdx`]:
          '---\ntitle: a\nshortTitle: a\nmunicipality: mihon\nkind: a\nlevels: [政策]\nsource: mihon-keikaku\n---\n',
        [`data/plans/${plan}/tree.csv`]:
          'コード,種別,名称,要約,出典ID,テーマ\n1,取組,題,要約です。,mihon-keikaku,digital\n',
      };
      expect(formatFixtureDiagnostics(files)).toEqual(['bad-slug 1:1']);
    },
  );

  test('may not be that of a copied folder, which is reported once', () => {
    expect(validateFixture({ 'data/plans/mihon-keikaku - コピー/tree.csv': '' }).map(({ code }) => code)).toEqual([
      'bad-slug',
      'empty-file',
    ]);
  });
});

describe('the names of pages that are made from data', () => {
  const own = readdirSync(join(PROJECT_FOLDER, 'src', 'pages', 'about')).filter((name) => !name.startsWith('['));

  test('are those of the files that make them', () => {
    const names = own.map((name) => name.replace(/\.astro$/, ''));
    // The route of the guides also makes the guide for staff, from a document of this project.
    expect([...names, 'staff'].sort()).toEqual(GENERATED_GUIDES.toSorted());
  });

  test.each(GENERATED_GUIDES)('may not be that of a guide: %s', (slug) => {
    expect(validateFixture({ [`content/guides/${slug}.mdx`]: '---\ntitle: 題\n---\n' })).toMatchObject([
      { file: `content/guides/${slug}.mdx`, code: 'reserved-name', line: 1 },
    ]);
  });

  test.each(GENERATED_GUIDES)('are pages that texts may link to: %s', (slug) => {
    expect(formatFixtureDiagnostics(text(`[題](/about/${slug}/)`))).toEqual([]);
  });
});

describe('a file that nothing reads', () => {
  test.each([
    'data/memo.txt',
    'data/plans/mihon-keikaku/tree.xlsx',
    'data/plans/mihon-keikaku/old/tree.csv',
    'content/plans/mihon-keikaku/text/a.md',
    'content/news.mdx',
  ])('is reported: %s', (file) => {
    expect(validateFixture({ [file]: '' })).toMatchObject([{ file, code: 'unknown-file', level: 'warning' }]);
  });

  const NO_TARGETS = { 'data/plans/mihon-keikaku/targets.csv': null };
  const hint = (files: FixtureFiles) => validateFixture(files).find(({ code }) => code === 'unknown-file')?.hint;

  test('may be a sheet of indicators, which must be imported', () => {
    expect(hint({ 'data/plans/mihon-keikaku/R6 進捗状況.xlsx': '' })).toMatch(
      /npm run import .*不要なら消してください。$/,
    );
    expect(hint({ 'data/plans/mihon-keikaku/R6 進捗状況.pdf': '' })).toBe('不要なら消してください。');
  });

  test('is reported with a suggestion', () => {
    expect(hint({ ...NO_TARGETS, 'data/plans/mihon-keikaku/targetz.csv': '' })).toBe(
      'targets.csv の書きまちがいではありませんか。',
    );
  });

  test.each([
    'indicator.csv',
    'indicators (1).csv',
    'indicators.csv.bak',
    'indicators-DESKTOP-AB12CD.csv',
    'indicators（修正版）.csv',
    'indicators_20261120.csv',
  ])('asks to keep the newer of two files: %s', (name) => {
    expect(hint({ [`data/plans/mihon-keikaku/${name}`]: '' })).toBe(
      'indicators.csv は、ほかにあります。新しいほうを indicators.csv とし、もう1つは消してください。',
    );
  });

  test('is no copy of a table if it only begins with the same letters', () => {
    expect(hint({ 'data/plans/mihon-keikaku/targetsofyear.csv': '' })).toBe('不要なら消してください。');
  });

  test.each(['targets.xlsx', 'Targets.XLSX', 'targets (1).xlsx', 'targets.csv.xlsx', 'targets.ods'])(
    'is to be saved as CSV if it is a workbook: %s',
    (name) => {
      expect(hint({ ...NO_TARGETS, [`data/plans/mihon-keikaku/${name}`]: '' })).toMatch(
        /targets.csv として保存してください。$/,
      );
    },
  );

  test('is a workbook that may be newer than the table beside it', () => {
    expect(hint({ 'data/plans/mihon-keikaku/indicators.xlsx': '' })).toMatch(
      /indicators.csv として保存してください。そちらがもう新しければ、このファイルは消します。$/,
    );
  });

  test.each(['data/plans/mihon-keikaku/zones.csv', 'data/municipalities/mihon/tree.csv'])(
    'of a municipality does not belong below the id of a plan, nor the other way round: %s',
    (file) => {
      expect(hint({ [file]: '' })).toBe(
        'このフォルダでは読まれません。正しいフォルダに移すか、不要なら消してください。',
      );
    },
  );

  test('that is probably a text needs another ending', () => {
    expect(hint({ 'content/plans/mihon-keikaku/1.md': '' })).toBe(
      '文章なら、名前の終わりを .mdx にしてください。不要なら消してください。',
    );
  });

  test.each(['data/plans/old/mihon-keikaku/targets.csv', 'data/mihon-keikaku/targets.csv'])(
    'is reported with its right folder: %s',
    (file) => {
      expect(hint({ ...NO_TARGETS, [file]: '' })).toBe(
        'data/plans/mihon-keikaku/targets.csv に置くファイルではありませんか。',
      );
    },
  );

  test('is reported with its folder if its name is right', () => {
    expect(hint({ 'data/plans/mihon-keikaku/old/tree.csv': '' })).toContain('このフォルダでは読まれません。');
  });

  test('is left to Excel if Excel makes it', () => {
    expect(hint({ 'data/plans/mihon-keikaku/~$indicators.xlsx': '' })).toContain('Excel を閉じると消えます');
  });
});

describe('a missing file of a plan', () => {
  const [INDEX, TREE] = [`${PLAN}/index.mdx`, 'data/plans/mihon-keikaku/tree.csv'];
  const missing = (files: FixtureFiles) =>
    validateFixture(files)
      .filter(({ code }) => code === 'missing-file')
      .map(({ file, hint }) => [file, hint.split(' ')[0]]);

  test('is probably in the folder that has another name', () => {
    expect(missing({ [TREE]: null, 'data/plans/keikaku/tree.csv': '' })).toEqual([
      ['content/plans/keikaku/index.mdx', INDEX],
      [TREE, 'data/plans/keikaku/tree.csv'],
    ]);
  });

  test('is probably in the folder whose name no plan can have', () => {
    expect(missing({ [TREE]: null, 'data/plans/mihon_keikaku/tree.csv': '' })).toContainEqual([
      TREE,
      'data/plans/mihon_keikaku/tree.csv',
    ]);
  });

  test('is probably the one in a folder of the same name', () => {
    expect(missing({ [TREE]: null, 'data/plans/old/mihon-keikaku/tree.csv': '' })).toEqual([
      [TREE, 'data/plans/old/mihon-keikaku/tree.csv'],
    ]);
  });

  test.each(['tree.xlsx', 'tree.XLSX', 'tree（新）.xlsx', 'tree.ods'])(
    'is probably the workbook beside it, which must be saved as CSV: %s',
    (name) => {
      const found = validateFixture({ [TREE]: null, [`data/plans/mihon-keikaku/${name}`]: '' });
      expect(found.find(({ code }) => code === 'missing-file')?.hint).toMatch(/tree\.csv として保存してください。$/);
    },
  );

  test('is not to be saved as another file if a workbook has the name of the text', () => {
    const found = validateFixture({ [INDEX]: null, [`${PLAN}/index.xlsx`]: '' });
    const hint = found.find(({ code }) => code === 'missing-file')?.hint;
    expect(hint).toContain(`${PLAN}/index.xlsx がそのファイルなら、フォルダの場所か`);
    expect(hint).not.toContain('tree.csv');
  });

  test.each([
    [TREE, 'data/plans/mihon-keikaku/Tree.csv'],
    [TREE, 'data/plans/mihon-keikaku/tree（新）.csv'],
    [INDEX, `${PLAN}/index.md`],
  ])('is probably the one beside it with another name: %s, %s', (file, beside) => {
    expect(missing({ [file]: null, [beside]: '' })).toEqual([[file, beside]]);
  });

  test('is to be made if no other file can be it', () => {
    expect(missing({ [TREE]: null })).toEqual([[TREE, TREE]]);
  });

  test('may be that of an old copy of the other folder, which is to be deleted', () => {
    const found = validateFixture({ 'data/plans/mihon-keikaku-old/tree.csv': 'コード,種別,名称,出典ID\n' });
    expect(found.find(({ code }) => code === 'missing-file')?.hint).toContain('写しなどで、要らない計画なら');
    const copied = validateFixture({ 'data/plans/mihon-keikaku - コピー/tree.csv': 'コード,種別,名称,出典ID\n' });
    expect(copied.find(({ code }) => code === 'bad-slug')?.hint).toContain('古いものや写しなら、消します。');
  });
});
