import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { slug } from 'github-slugger';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { overlayFolder } from '../../src/input/overlay-folder.ts';
import { openSiteFolder } from '../../src/input/site-folder.ts';
import { tableFormats } from '../../src/open-data/table-formats.ts';
import { validateSite } from '../../src/validation/validate-site.ts';
import { benchmarksByName } from '../../tools/benchmark.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';
import { openSharedSite } from '../support/shared-sites.ts';
import { readFileText, readModules, REPOSITORY_FOLDER } from '../support/source-modules.ts';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileText('package.json') ?? ''));
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: REPOSITORY_FOLDER })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path !== 'CHANGELOG.md');
const sources = readModules('src/cli/*.ts', 'tools/*.ts');
const isOfPackage = (path: string) => path === 'src/cli/new-site-command.ts';
const commands = sources.filter(({ path, text }) => text.includes('await runCli(') && !isOfPackage(path));
const packageCommand = sources.find(({ path }) => isOfPackage(path));
const OPTION = /(?<![\w.])(?:([a-z]+)|'([a-z-]+)'): (?:\{ type: '(?:string|boolean)'|(?:text|flag)Option\b)/g;
const options = [
  ...new Set(
    sources.flatMap(({ text }) => [...text.matchAll(OPTION)].map(([, plain, quoted]) => plain ?? quoted ?? '')),
  ),
];

/** Returns the options that the file of a command names; those of `npm run new` for records are in data. */
function listOptions(text: string): string[] {
  const shared = text.includes('...siteOptions')
    ? ['base', 'site', 'example', 'root']
    : text.includes('...rootOptions')
      ? ['example', 'root']
      : [];
  return [...shared, ...[...text.matchAll(OPTION)].map(([, plain, quoted]) => plain ?? quoted ?? '')].sort();
}

describe.each(['docs/commands.md', 'docs/commands.ja.md'])('%s', (path) => {
  const rows = (readFileText(path) ?? '').split('\n').filter((line) => line.startsWith('| `'));
  const findRow = (name: string) => rows.find((row) => row.startsWith(`| \`${name}`)) ?? '';

  test.each(Object.entries(scripts))('has a row for the script %s, with its options', (script, line) => {
    const row = findRow(`npm ${script === 'start' || script === 'test' ? '' : 'run '}${script}\``);
    expect(row).not.toBe('');
    const file = sources.find((source) => line.endsWith(source.path));
    const named = [...(row.split(' | ')[2] ?? '').matchAll(/`--([a-z-]+)`/g)].map(([, name = '']) => name);
    expect(named.sort()).toEqual(file ? listOptions(file.text) : []);
  });

  test('has a row for the command that only the package has, with its options', () => {
    const [, command = ''] = /([a-z-]+)-command\.ts$/.exec(packageCommand?.path ?? '') ?? [];
    const row = findRow(`npx keikaku-hiroba ${command} `);
    const named = [...(row.split(' | ')[2] ?? '').matchAll(/`--([a-z-]+)`/g)].map(([, name = '']) => name);
    expect(named).toEqual(listOptions(packageCommand?.text ?? ''));
    expect(named).not.toEqual([]);
  });

  test.each(Object.keys(benchmarksByName))('names the benchmark %s', (name) => {
    expect(findRow('npm run bench`').match(new RegExp(`\`${name}\``, 'g'))).toHaveLength(2);
  });

  test.each(options)('explains --%s', (option) => {
    const records = readFileText(path.replace('commands', 'add-a-city')) ?? '';
    expect(findRow(`--${option}`) || new RegExp(`\`--${option}(?![\\w-])`).exec(records)?.[0]).toBeTruthy();
  });
});

describe('the READMEs', () => {
  test('print the same commands, and the same links but for the language', () => {
    const [english = '', japanese = ''] = ['README.md', 'README.ja.md'].map((file) => readFileText(file) ?? '');
    const readCommands = (text: string) => (text.match(/^(?:npm|npx|cd) [^#\n]*/gm) ?? []).map((line) => line.trim());
    const readLinks = (text: string) =>
      [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link.replace('.ja.md', '.md')).sort();
    expect(readCommands(japanese)).toEqual(readCommands(english));
    expect(readLinks(japanese)).toEqual(readLinks(english));
  });

  test.each(['README.md', 'README.ja.md'])('%s starts a new site with the command of the package', (path) => {
    expect(readFileText(path)).toContain('npx keikaku-hiroba new-site mytown\ncd mytown\nnpm install\nnpm start\n');
  });
});

test.each(documents)('%s names only scripts and options that exist', (document) => {
  const text = readFileText(document) ?? '';
  const named = [...text.matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*)/g)].map(([, name]) => name ?? '');
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const commandLines = [...text.matchAll(/npm (?:run [\w:-]+|start|test) -- ([^`\n#]*)/g)].map(
    ([, line]) => line ?? '',
  );
  const used = commandLines.flatMap((line) => [...line.matchAll(/--([a-z-]+)/g)].map(([, option]) => option ?? ''));
  expect(used.filter((option) => !options.includes(option))).toEqual([]);
});

test.each(documents)('%s names files and folders that exist', (document) => {
  const text = readFileText(document) ?? '';
  const named = text.matchAll(
    /`((?:src|tests|tools|examples|docs|content|data(?!\/(?:catalog|releases))|public|\.github)\/[\w./[\]-]*)`/g,
  );
  const missing = [...named].filter(([, path = '']) => !existsSync(join(REPOSITORY_FOLDER, path)));
  expect(missing.map(([path]) => path)).toEqual([]);
});

/** Returns the anchors of the headings of a document. */
const listAnchors = (path: string) =>
  [...(readFileText(path) ?? '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slug(heading));

test.each(documents)('%s links to files and headings that exist', (document) => {
  const links = (readFileText(document) ?? '').matchAll(/\]\((?![a-z]+:|\/)([^)#\s]*)(?:#([^)\s]+))?\)/g);
  const broken = [...links].filter(([, file = '', anchor]) => {
    const path = file === '' ? document : join(dirname(document), file);
    return !existsSync(join(REPOSITORY_FOLDER, path)) || (anchor !== undefined && !listAnchors(path).includes(anchor));
  });
  expect(broken.map(([link]) => link)).toEqual([]);
});

test.each(documents.filter((path) => /^docs\/decisions\/\d/.test(path)))('the list of decisions names %s', (path) => {
  const [, number = '', title = ''] = /^# (\d+) (.+)\n/.exec(readFileText(path) ?? '') ?? [];
  expect(readFileText('docs/decisions/README.md')).toContain(`\n| [${number}](${basename(path)}) | ${title} | `);
});

test.each(['docs/add-a-city.md', 'docs/add-a-city.ja.md'])('the example of %s passes the check', (document) => {
  const blocks = [...(readFileText(document) ?? '').matchAll(/```(?:csv|mdx)\n([\s\S]*?)```/g)];
  const [municipality = '', source = '', plan = '', tree = ''] = blocks.map(([, text = '']) => text);
  const below = openSiteFolder(REPOSITORY_FOLDER);
  const files = {
    'data/municipalities.csv': (readFileText('data/municipalities.csv') ?? '') + municipality,
    'data/sources.csv': (readFileText('data/sources.csv') ?? '') + source,
    'content/plans/mihon-plan/index.mdx': plan,
    'data/plans/mihon-plan/tree.csv': tree,
  };
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  const { diagnostics } = validateSite(overlayFolder(new Map(bytes), below));
  expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
});

test.each(commands.map(({ path }) => path))('one script runs %s', (path) => {
  expect(Object.values(scripts).filter((script) => script.includes(path))).toHaveLength(1);
});

describe('data/README.md', () => {
  const text = readFileText('data/README.md') ?? '';
  const files = globSync('data/**/*.*', { cwd: REPOSITORY_FOLDER })
    .map((path) => path.replaceAll('\\', '/').replace(/^data\//, ''))
    .filter((path) => path !== 'README.md');

  test.each(files)('names the source of %s', (path) => {
    expect(text.includes(path)).toBe(true);
  });
});

test.each(Object.entries(tableFormats))('the documents name the format %s', (ending, { title }) => {
  const lists = ['README.md', 'README.ja.md', 'content/guides/developers.mdx'];
  expect(lists.filter((file) => !(readFileText(file) ?? '').includes(title))).toEqual([]);
  expect(readFileText('docs/hosting.md')).toContain(`| \`/data/nodes.${ending}\` |`);
});

test('the English and the Japanese document about open data name the same URLs', () => {
  const listUrls = (file: string) => {
    const [published = ''] = (readFileText(file) ?? '').split('\n## Columns');
    const cells = published.match(/^\| `\/.*? \| /gm) ?? [];
    const urls = cells.flatMap((cell) => cell.match(/`[^`]+`/g) ?? []);
    return urls.map((url) => url.replace(/\{.*?\}/g, '{}')).sort();
  };
  expect(listUrls('docs/open-data.md').length).toBeGreaterThan(50);
  expect(listUrls('docs/open-data.ja.md')).toEqual(listUrls('docs/open-data.md'));
});

describe('the English and the Japanese document about hosting', () => {
  const documentsByLanguage = ['docs/hosting.md', 'docs/hosting.ja.md'].map((file) => readFileText(file) ?? '');
  const compare = (read: (text: string) => readonly string[]) => {
    const [english = [], japanese = []] = documentsByLanguage.map(read);
    expect(english.length).toBeGreaterThan(10);
    expect(japanese).toEqual(english);
  };

  test('print the same commands and lines for servers, without their comments', () => {
    compare((text) =>
      [...text.matchAll(/^ *```\w+\n([\s\S]*?)```$/gm)]
        .flatMap(([, block = '']) => block.split('\n'))
        .map((line) => line.replace(/(?:^| )\s*# .*/, '').trim())
        .filter((line) => line !== ''),
    );
  });

  test('name the same files, headers and settings', () => {
    const listNames = (text: string) => text.replace(/^ *```[\s\S]*?```$/gm, '').match(/`[^`]+`/g) ?? [];
    compare((text) => [...new Set(listNames(text).map((name) => name.replace(/\{.*?\}/, '{}')))].sort());
  });

  test('list the same examples with the same headers', () => {
    compare((text) => [...text.matchAll(/^\|[^|]+(\| `\/[^`]*` \| \d{3} \|.*)$/gm)].map(([, row = '']) => row));
  });

  test('link the same documents', () => {
    compare((text) => {
      const links = [...text.matchAll(/\]\(([^)#]*)(#?)/g)].map(([, file = '', anchor = '']) => file + anchor);
      return links.filter((link) => !link.startsWith('hosting.'));
    });
  });
});

test('the README of 見本市 counts its plans, indicators and warnings', () => {
  const { plans, indicators } = openSharedSite(EXAMPLE_SITE);
  const { diagnostics } = validateSite(openSiteFolder(EXAMPLE_SITE));
  const text = readFileText('examples/mihon/data/README.md');
  expect(text).toContain(`計画は${plans.length}つ、指標は${indicators.length}あります`);
  expect(text).toContain(`注意${diagnostics.length}件`);
});
