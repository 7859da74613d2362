import { globSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readFileText, REPOSITORY_FOLDER } from '../support/source-modules.ts';
import { getBuiltSite, SITE_NAMES } from './support/built-site.ts';
import { listFolderFiles } from './support/project-copy.ts';

/** Files that other files name and readers never open by hand. */
const INSIDE = 'api/v1/search/files/';

/** The files of all built sites. */
const builtFiles = [
  ...new Set(SITE_NAMES.flatMap((name) => listFolderFiles(getBuiltSite(name).dist, '{**,.well-known}/*'))),
];

/** Those that a document must name: data, API, feeds, pictures, what staff use, and what is for programs. */
const files = builtFiles.filter(
  (file) =>
    /^(?:(?:data|api|feeds|charts|check|link-pictures|\.well-known)\/|[^/]+\.(?:xml|json|txt|md|png)$)/.test(file) &&
    !file.endsWith('.html') &&
    !file.startsWith(INSIDE),
);
const pages = SITE_NAMES.flatMap((name) => listFolderFiles(getBuiltSite(name).dist, '**/index.html'));

/** Returns the pattern of the files that a URL in a document means: `{plan}` is any id. */
function createPattern(url: string): RegExp {
  const path = url.replace(/\?.*$/, '').replace(/^\//, '').replace(/\/$/, '/index.html').replace(/…$/, '');
  const parts = path.split(/(\{[^}]+\}|prefecture=12|sitemap-index)/).map((part) => {
    if (/^\{(?:page|ページ)\}$/.test(part)) return '.+';
    if (part.startsWith('{')) return '[^/]+?';
    return part === 'prefecture=12'
      ? 'prefecture=\\d+'
      : part === 'sitemap-index'
        ? 'sitemap-\\w+'
        : RegExp.escape(part);
  });
  return new RegExp(`^${parts.join('')}$`);
}

/** Returns the URLs in the first column of a document's table of URLs; `.csv` alone is another form of those before. */
function listDocumentedUrls(document: string): string[] {
  const [, table = ''] = (readFileText(document) ?? '').split(/^\| (?:URL|アドレス) \|.*\n/m);
  const rows = table.split('\n\n')[0]?.split('\n').slice(1) ?? [];
  return rows.flatMap((row) => {
    const names = [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const urls = names.filter((name) => name.startsWith('/'));
    return names.flatMap((name) =>
      name.startsWith('/')
        ? [name]
        : urls.filter((url) => /\.\w+$/.test(url)).map((url) => url.replace(/\.\w+$/, name)),
    );
  });
}

describe.each(['docs/open-data.md', 'docs/open-data.ja.md'])('%s', (document) => {
  const urls = [...new Set(listDocumentedUrls(document))];

  test.each(urls)('names a URL that the sites have: %s', (url) => {
    const pattern = createPattern(url);
    expect([...files, ...pages].some((file) => pattern.test(file))).toBe(true);
  });

  test('names every URL of data, API, feeds, pictures and tables for staff', () => {
    const patterns = urls.map(createPattern);
    const missing = files.filter((file) => !patterns.some((pattern) => pattern.test(file)));
    expect(missing, 'files whose URL the document does not name').toEqual([]);
  });
});

/** URLs that no site has: a base without its slash, those that a document calls missing, and // itself. */
const ABSENT = ['/plans', '/none/', '/data/none.csv', '/api/v1/none.json', '/api/v2/', '//…'];

const documents = globSync(['*.md', 'docs/*.md', '{data,examples}/**/README.md', 'content/guides/*.mdx'], {
  cwd: REPOSITORY_FOLDER,
}).filter((path) => path !== 'CHANGELOG.md');

test.each(documents)('%s names only URLs that the sites have', (document) => {
  const problems = (readFileText(document) ?? '').split('\n').flatMap((line, at) =>
    [...line.matchAll(/`(\/[^`\s]*)`/g)]
      .map(([, url = '']) => url)
      .filter((url) => !ABSENT.includes(url))
      .filter((url) => {
        const named = url.replace(/[?#].*/, '').replace(/（[^）]*）|\*/g, '{id}');
        // A folder may have no page of its own.
        const paths = named.endsWith('/') ? [named, `${named}{page}`, `${named}{page}/`] : [named];
        const patterns = paths.map((path) => createPattern(path.replace(/=\{[^}]*\}/, '=12')));
        return !builtFiles.some((file) => patterns.some((pattern) => pattern.test(file)));
      })
      .map((url) => `${document}:${at + 1}: no site has ${url}`),
  );
  expect(problems).toEqual([]);
});

test('the printed function for CloudFront leads to every file and page', () => {
  const printed = /```js\n([\s\S]*?)```/.exec(readFileText('docs/hosting.md') ?? '')?.[1] ?? '';
  const findPath = (uri: string): unknown =>
    runInNewContext(
      `${printed}; const answer = handler({ request: { uri } }); answer.uri ?? answer.headers.location.value`,
      { uri },
    );
  const served = builtFiles.filter((file) => file !== '_headers');
  expect(served.filter((file) => findPath(`/${file}`) !== `/${file}`)).toEqual([]);
  const folders = pages.map((page) => page.replace(/index\.html$/, '')).filter((folder) => folder !== '');
  expect(findPath('/')).toBe('/index.html');
  expect(folders.filter((folder) => findPath(`/${folder}`) !== `/${folder}index.html`)).toEqual([]);
  expect(folders.filter((folder) => findPath(`/${folder.slice(0, -1)}`) !== `/${folder}`)).toEqual([]);
});
