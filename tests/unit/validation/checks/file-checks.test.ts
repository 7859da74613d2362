import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT_FOLDER } from '../../../../src/cli/site-options.ts';
import { GENERATED_GUIDES } from '../../../../src/model/routes.ts';
import {
  type FixtureFiles,
  appendFixtureLines,
  editFixtureFile,
  validateFixture,
  formatFixtureDiagnostics,
} from '../../../support/fixture-site.ts';

/* The rules on files, texts and lists: names, unknown-files, bodies, text-parts, unknown-references, repeated-ids. */

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

  test('may not be that of a plan in Japanese', () => {
    const files = {
      'content/plans/計画/index.mdx':
        '---\ntitle: a\nshortTitle: a\nmunicipality: mihon\nkind: a\nlevels: [政策]\nsource: mihon-keikaku\n---\n',
      'data/plans/計画/tree.csv': 'コード,種別,名称,要約,出典ID\n',
    };
    expect(formatFixtureDiagnostics(files)).toEqual(['bad-slug 1:1']);
  });

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
    expect(own.map((name) => name.replace(/\.astro$/, '')).sort()).toEqual(GENERATED_GUIDES.toSorted());
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
      'indicators.csv は、ほかにあります。新しいほうを indicators.csv とし、もうひとつは消してください。',
    );
  });

  test('is no copy of a table if it only begins with the same letters', () => {
    expect(hint({ 'data/plans/mihon-keikaku/targetsofyear.csv': '' })).toBe('不要なら消してください。');
  });

  test('is to be saved as CSV if it is a workbook', () => {
    expect(hint({ ...NO_TARGETS, 'data/plans/mihon-keikaku/targets.xlsx': '' })).toMatch(
      /targets.csv として保存してください。$/,
    );
  });

  test('is a workbook that may be newer than the table beside it', () => {
    expect(hint({ 'data/plans/mihon-keikaku/indicators.xlsx': '' })).toMatch(
      /indicators.csv として保存してください。そちらがもう新しければ、このファイルは消します。$/,
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

  test('is probably the one in a folder of the same name', () => {
    expect(missing({ [TREE]: null, 'data/plans/old/mihon-keikaku/tree.csv': '' })).toEqual([
      [TREE, 'data/plans/old/mihon-keikaku/tree.csv'],
    ]);
  });

  test('is to be made if no other file can be it', () => {
    expect(missing({ [TREE]: null })).toEqual([[TREE, TREE]]);
  });
});

describe('a body', () => {
  const body = (code: string) => ({ [`${PLAN}/${code}.mdx`]: '---\ntitle: 題\n---\n\n本文です。\n' });

  test.each(['2', '2_1'])('may belong to a policy or a topmost measure: %s', (code) => {
    expect(formatFixtureDiagnostics(body(code))).toEqual([]);
  });

  test('beside a plan item without a page is reported, with the page above it', () => {
    const [problem] = validateFixture(body('1_1_1_1'));
    expect(problem).toMatchObject({
      code: 'body-without-page',
      hint: expect.stringContaining('1_1.mdx') as string,
    });
  });

  test('of an item that only the page of its plan shows is reported without a page', () => {
    expect(validateFixture(body('s1'))[0]?.hint).toBe('本文は、政策といちばん上の施策にだけ置けます。');
  });

  test('of no plan item is reported with a suggestion', () => {
    expect(validateFixture(body('1-1'))[0]).toMatchObject({
      code: 'body-without-node',
      hint: '1_1.mdx ではありませんか。',
    });
  });
});

describe('a text', () => {
  test.each([
    ['import a from "a"', 'code-in-text 5:1'],
    ['件数は {1 + 1} 件', 'code-in-text 5:5'],
    ['<Indicator id="mihon-keikaku/sns" wide={1} />', 'code-in-text 5:1'],
    ['# 題', 'heading-too-high 5:1'],
    ['<Indicater id="a" />', 'unknown-component 5:1'],
    ['強い<b>力</b>', 'unknown-component 5:3'],
  ])('may not contain %s', (body, problem) => {
    expect(formatFixtureDiagnostics(text(body))).toEqual([problem]);
  });

  test.each([
    [
      'the last line of its front matter ends in a tab',
      '---\ntitle: 題\n---\t\n\n{1 + 1}\n\n---\n',
      'code-in-text 5:1',
    ],
    [
      'its front matter has a separator of lines',
      '---\ntitle: 題\n# \u2028---\n\n{1 + 1}\n\n---\n',
      'bad-front-matter 5:1',
    ],
  ])('may not contain code if %s', (_what, all, problem) => {
    expect(formatFixtureDiagnostics({ [`${PLAN}/text/basis.mdx`]: all })).toEqual([problem]);
  });

  test('may contain words, lists, tables, links, smaller headings and the offered components', () => {
    const body = '## 見出し\n\n- **太字**\n\n[計画](/plans/)\n\n<Indicator id="mihon-keikaku/sns" />\n';
    expect(formatFixtureDiagnostics(text(body))).toEqual([]);
  });

  test.each([
    '＃＃　見出し',
    '##見出し',
    '#＃ 見出し',
    '[計画]（/plans/）',
    '［計画］(/plans/)',
    '［計画］（https://a.example/）',
  ])('that shows its signs instead of a heading or a link is reported: %s', (body) => {
    const [problem, ...others] = validateFixture(text(`文です。\n\n${body}`));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'unread-markup', level: 'warning', line: 7, column: 1 });
  });

  test.each(['第1章（[計画](/plans/)）', '[注]（第2章）', '［注］（第2章）', 'C# と F＃', '### 見出し'])(
    'may hold words that only look alike: %s',
    (body) => {
      expect(formatFixtureDiagnostics(text(body))).toEqual([]);
    },
  );

  test('that misspells a component is reported with a suggestion', () => {
    expect(validateFixture(text('<Indicater />'))[0]?.hint).toBe('<Indicator> ではありませんか。');
  });

  test('has the same limits in guides and introductions', () => {
    const files = {
      'content/guides/index.mdx': '---\ntitle: 題\n---\n\n# 題\n',
      ...editFixtureFile(`${PLAN}/index.mdx`, '## どんな計画か', '# どんな計画か'),
    };
    expect(formatFixtureDiagnostics(files)).toEqual(['heading-too-high 5:1', 'heading-too-high 21:1']);
  });
});

describe('a mention', () => {
  test.each([
    ['a municipality, of a department', appendFixtureLines('data/departments.csv', 'a,mihn,課'), '4:3 市区町村ID'],
    ['a municipality, of a source', appendFixtureLines('data/sources.csv', 'a,mihn,資料,,,,,,,'), '4:3 市区町村ID'],
    [
      'a municipality, of a plan',
      editFixtureFile(`${PLAN}/index.mdx`, 'municipality: mihon', 'municipality: mihn'),
      '4:15 municipality',
    ],
    [
      'a source, of a plan',
      editFixtureFile(`${PLAN}/index.mdx`, 'source: mihon-keikaku', 'source: mihon'),
      '17:9 source',
    ],
    [
      'a source, of a text',
      editFixtureFile(`${PLAN}/text/zones.mdx`, 'source: mihon-keikaku', 'source: mihon'),
      '4:9 source',
    ],
    [
      'a source, of a zone',
      appendFixtureLines('data/municipalities/mihon/zones.csv', 'west,西部,,,,tokei,'),
      '4:12 出典ID',
    ],
    ['a municipality, of a folder of zones', { 'data/municipalities/mihn/zones.csv': '地域ID,名称,出典ID\n' }, '1:1'],
    ['a source, of a change', appendFixtureLines('data/changes.csv', '2026-11-21,,項目,,,,tokei'), '5:19 出典ID'],
    [
      'anything, of a change',
      appendFixtureLines('data/changes.csv', '2026-11-21,mihon-keikaku/1_9,項目,,,,'),
      '5:12 対象',
    ],
  ])('of %s must exist', (_what, files, place) => {
    expect(formatFixtureDiagnostics(files).filter((one) => one.startsWith('unknown-reference'))).toContain(
      `unknown-reference ${place}`,
    );
  });

  test.each([
    'mihon',
    'mihon-keikaku',
    'mihon-keikaku/1_1',
    'mihon-keikaku/sns',
    'mihon/north',
    'dx',
    'digital',
    'mihon-kikaku',
    'mihon-tokei',
  ])('in a change may be of %s', (id) => {
    expect(formatFixtureDiagnostics(appendFixtureLines('data/changes.csv', `2026-11-21,${id},項目,,,,`))).toEqual([]);
  });
});

describe('an id given twice', () => {
  test.each([
    ['data/municipalities.csv', '990027,mihon,もう一つの見本町,,,,,,,,,mihon-keikaku', '市区町村ID'],
    ['data/municipalities.csv', '990019,mihon-2,もう一つの見本町,,,,,,,,,mihon-keikaku', '団体コード'],
    ['data/themes.csv', 'digital,もう一つ,,', 'テーマID'],
    ['data/topics.csv', 'window,もう一つ,窓口', '話題ID'],
    ['data/words.csv', '言葉,よみ\n窓口,まどぐち\n窓口,まど', '言葉'],
    ['data/glossary.csv', 'dx,もう一つ,,,説明です。', '用語ID'],
    ['data/departments.csv', 'mihon-joho,mihon,もう一つ', '部署ID'],
    ['data/sources.csv', 'mihon-tokei,,もう一つ,,,,,,,', '出典ID'],
    ['data/municipalities/mihon/zones.csv', 'north,もう一つ,,,,mihon-keikaku,', '地域ID'],
  ])('in %s is reported (%s)', (file, row, field) => {
    expect(validateFixture(appendFixtureLines(file, row))).toMatchObject([{ file, code: 'repeated-id', field }]);
  });
});
