import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/build-command.ts';
import { UsageError } from '../../../src/cli/command-runner.ts';
import { assertReplaceable } from '../../../src/cli/output-folder.ts';
import {
  assertJoinable,
  copyCompressed,
  describePart,
  isSitePart,
  openParts,
  readPartOption,
  movePart,
} from '../../../src/cli/part-folders.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { callCommand } from '../../support/call-command.ts';
import { createEmptyFolder, createFixtureSite, writeFixture } from '../../support/fixture-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const [first, second] = siteData.municipalities.map(({ id }) => id);

/** Writes a part with one page, and returns its folder. */
function createPart(number: number, count = 2, of = siteData, compressed = false): string {
  const folder = createEmptyFolder();
  writeFixture(folder, { [`cities/${(number === 1 ? first : second) ?? ''}/index.html`]: `${number}` });
  describePart(of, folder, { number, count, folders: [] }, compressed);
  return folder;
}

/** Returns the lines about parts that can't be joined, without the first one. */
function listMistakes(folders: readonly string[], compressed = false): string[] {
  try {
    assertJoinable(siteData, openParts(folders), compressed);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return error.message.split('\n').slice(1);
    throw error;
  }
}

describe('parts of the same site', () => {
  test('are joined in any order', () => {
    const [one, two] = [createPart(1), createPart(2)];
    expect(openParts([two, one])).toEqual({ number: 0, count: 2, folders: [one, two] });
    expect(listMistakes([two, one])).toEqual([]);
  });

  test('contain only the files of their municipalities', () => {
    const [built, to] = [createEmptyFolder(), join(createEmptyFolder(), 'part')];
    writeFixture(built, {
      'index.html': '',
      [`cities/${first ?? ''}/index.html`]: 'first',
      [`cities/${second ?? ''}/index.html`]: 'second',
    });
    movePart(siteData, built, to, { number: 2, count: 2, folders: [] });
    describePart(siteData, to, { number: 2, count: 2, folders: [] }, false);
    const { files } = JSON.parse(readFileSync(join(to, 'part.json'), 'utf8')) as { files: object };
    expect(Object.keys(files)).toEqual([`cities/${second ?? ''}/index.html`]);
  });

  test('give a joined site their compressed texts, and nothing else', () => {
    const [part, built] = [createEmptyFolder(), createEmptyFolder()];
    writeFixture(part, { 'a/index.html': '', 'a/index.html.br': 'br', 'a/index.html.gz': 'gz' });
    copyCompressed([part], built);
    expect(readdirSync(join(built, 'a')).sort()).toEqual(['index.html.br', 'index.html.gz']);
  });

  test('may be empty, if there are more parts than municipalities', () => {
    const to = join(createEmptyFolder(), 'part');
    movePart(siteData, createEmptyFolder(), to, { number: 9, count: 9, folders: [] });
    describePart(siteData, to, { number: 9, count: 9, folders: [] }, false);
    expect(openParts([to]).count).toBe(9);
  });
});

describe('a join refuses', () => {
  test('a missing part', () => {
    expect(listMistakes([createPart(1)])).toEqual([
      '部分 2/2 がありません。--part 2/2 でつくり、そのフォルダも書いてください。',
    ]);
  });

  test('a part that is named twice', () => {
    const [one, again] = [createPart(1), createPart(1)];
    expect(listMistakes([one, again, createPart(2)])).toEqual([
      `部分 1/2 が重なっています：${one}、${again}。1つだけを書いてください。`,
    ]);
  });

  test('parts of another number of parts', () => {
    const [one, two, third] = [createPart(1), createPart(2), createPart(2, 3)];
    expect(listMistakes([one, two, third])).toEqual([
      `${third}/part.json:3 3個に分けた部分です。ほかに、2個に分けた部分があります。同じ数に分けてつくり直してください。`,
    ]);
  });

  test('other data, another URL and another base, each at its line', () => {
    const root = createFixtureSite();
    const other = openSiteData({ root, site: 'https://other.example', base: '/below/' });
    const two = createPart(2, 2, other, true);
    const mistakes = listMistakes([createPart(1), two]);
    expect(mistakes.map((line) => line.slice(two.length).split(' ')[0])).toEqual(
      [4, 7, 8, 9].map((line) => `/part.json:${line}`),
    );
    expect(mistakes.join('\n')).toContain(`データの版 ${other.version} からつくった部分です。`);
    expect(mistakes.join('\n')).toContain('--base が「/below/」の部分です。今は「/」です。');
  });

  test('parts with compressed texts and without, and says what to choose', () => {
    const plain = [createPart(1), createPart(2)];
    const compressed = [createPart(1, 2, siteData, true), createPart(2, 2, siteData, true)];
    expect(listMistakes(compressed).join()).toContain('今も --compress をつけてください。');
    expect(listMistakes(plain, true).join()).toContain('今も --compress をつけないでください。');
  });

  test('another program and another Node', () => {
    const two = createPart(2);
    const file = join(two, 'part.json');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace(/"program": ".*"/, '"program": "x"')
        .replace(/"node": ".*"/, '"node": "1.2.3"'),
    );
    expect(listMistakes([createPart(1), two])).toEqual([
      `${file}:5 ほかの版のプログラムかパッケージでつくった部分です。同じ版のプログラムを入れ、npm ci のあとにつくり直してください。`,
      `${file}:6 Node 1.2.3 でつくった部分です。今の Node ${process.versions.node} でつくり直してください。`,
    ]);
  });

  test('files that are missing, changed or added since', () => {
    const [one, two] = [createPart(1), createPart(2)];
    const page = join(one, 'cities', first ?? '', 'index.html');
    appendFileSync(page, 'changed');
    rmSync(join(two, 'cities', second ?? '', 'index.html'));
    writeFixture(two, { 'added.html': '' });
    expect(listMistakes([one, two])).toEqual([
      `${page} の中身が、つくったときから変わっています。`,
      `${one} の部分を、つくるか写すかし直してください。`,
      `${two}/added.html は、この部分のファイルではありません。`,
      `${two}/cities/${second ?? ''}/index.html がありません。`,
      `${two} の部分を、つくるか写すかし直してください。`,
    ]);
  });

  test('many wrong files, of which it names five', () => {
    const [one, two] = [createPart(1), createPart(2)];
    writeFixture(one, Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((number) => [`${number}.html`, ''])));
    const mistakes = listMistakes([one, two]);
    expect(mistakes).toHaveLength(6);
    expect(mistakes.at(-1)).toBe(`ほかに2のファイル。${one} の部分を、つくるか写すかし直してください。`);
  });

  test.each([{}, { 'part.json': '{"part": 1}' }, { 'part.json': '{' }])(
    'a folder that is no part: %j',
    async (files) => {
      const [folder, out] = [createEmptyFolder(), join(createEmptyFolder(), 'dist')];
      writeFixture(folder, files);
      const { status, stderr } = await callCommand(main, ['--join', folder, '--out', out]);
      expect([status, stderr]).toEqual([
        1,
        `${folder}/part.json がないか、こわれています。npm run build -- --part でつくったフォルダを書いてください。\n`,
      ]);
    },
  );
});

test.each([
  ['"part": 1', '"part": 3'],
  ['"parts": 2', '"parts": 10000'],
])('a folder is no part if its description has %s changed to %s', (from, to) => {
  const folder = createPart(1);
  const file = join(folder, 'part.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  expect(() => openParts([folder])).toThrow('part.json がないか、こわれています。');
});

test('--part says which of how many parts, up to the last', () => {
  expect(['2/12', '1/1'].map(readPartOption)).toEqual([
    { number: 2, count: 12, folders: [] },
    { number: 1, count: 1, folders: [] },
  ]);
});

describe('the command refuses', () => {
  test.each([
    [['--part', '5/4', '--out', 'x'], '--part の「5/4」は使えません。'],
    [['--part', '0/4', '--out', 'x'], '--part の「0/4」は使えません。'],
    [['--part', '２/４', '--out', 'x'], '--part の「２/４」は使えません。'],
    [['--part', '2/4'], '--out で選んでください。'],
    [['--part', '2/4', '--join', 'x'], 'いっしょには使えません。'],
    [['--join'], 'すべての部分のフォルダを'],
    [['--join', 'parts/1', 'parts/2', '--out', 'parts/2/site'], '--out が、部分のフォルダの中です。'],
    [['x'], '「x」は、ここには書けません。'],
  ])('%j', async (args, message) => {
    const { status, stderr } = await callCommand(main, args);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  });
});

test('a part replaces only a part, and a site only a site', () => {
  const part = createPart(1);
  const site = createEmptyFolder();
  writeFixture(site, { 'index.html': '', 'data/catalog.jsonld': '{}' });
  expect(() => {
    assertReplaceable(part, isSitePart);
    assertReplaceable(site);
  }).not.toThrow();
  expect(() => {
    assertReplaceable(part);
  }).toThrow(UsageError);
  expect(() => {
    assertReplaceable(site, isSitePart);
  }).toThrow(UsageError);
});
