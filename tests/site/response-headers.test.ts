import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestPath } from '../support/request-path.ts';
import { readFileText } from '../support/source-modules.ts';
import { getBuiltSite, SITE_NAMES, type BuiltSite } from './support/built-site.ts';
import { listFolderFiles } from './support/project-copy.ts';

const hosting = readFileText('docs/hosting.md') ?? '';

/** The headers of everything. */
const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** The rows of the table of headers. */
const rows = [...hosting.matchAll(/^\|[^|]+\| `(\/[^`]*)` \| (\d{3}) \|(.*)\|$/gm)].map(
  ([, path = '', status, cells]) => {
    const [type = '', frames, cache, origin, link] = (cells ?? '')
      .split(' | ')
      .map((cell) => cell.trim().replaceAll('`', ''));
    return { path, status: Number(status), type, frames, cache, origin, link };
  },
);

/** Returns the path of a file below its host; of a pattern, that of the first file. */
function getServedPath({ base, dist }: BuiltSite, pattern: string): string {
  const path = pattern.includes('*') ? listFolderFiles(dist, pattern.slice(1))[0] : pattern.slice(1);
  return `${base}${path ?? pattern}`;
}

const nginx = spawnSync('nginx', ['-V'], { encoding: 'utf8' });
const mimeTypes = join(dirname(/--conf-path=(\S+)/.exec(nginx.stderr)?.[1] ?? ''), 'mime.types');

/** Returns the printed lines of nginx with a socket and another folder; below a base, changed as the text says. */
function configureNginx({ base, dist }: BuiltSite, folder: string): string {
  const printed = /```nginx\n([\s\S]*?)```/.exec(hosting)?.[1] ?? '';
  const lines = printed
    .replace('listen 80;', `listen unix:${folder}/nginx.sock;`)
    .replace('root /srv/keikaku/dist;', `root ${base === '/' ? dist : folder};`);
  return lines.replace(/(^ {4}~\^|^ {4}|error_page 404 |location ~ \^|location = )\/(?=\S)/gm, `$1${base}`);
}

/** Starts nginx for a site in a folder; returns a function that stops it. */
function startNginx(site: BuiltSite, folder: string): () => void {
  if (site.base !== '/') symlinkSync(site.dist, join(folder, site.base.slice(1, -1)));
  const config = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `pid ${folder}/nginx.pid;`,
    'events { }',
    `http { include ${mimeTypes}; default_type application/octet-stream; access_log off;`,
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`),
    configureNginx(site, folder),
    '}',
  ];
  writeFileSync(join(folder, 'nginx.conf'), config.join('\n'));
  const run = (...args: readonly string[]) => {
    const options = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log'), ...args];
    const { status, stderr } = spawnSync('nginx', options, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  // nginx listens before this command ends.
  run();
  return () => {
    run('-s', 'stop');
  };
}

const servers = SITE_NAMES.flatMap((name) => [{ name, isNginx: false } as const, { name, isNginx: true } as const]);

test('the table of headers has a row for each kind of file', () => {
  expect(rows.length).toBeGreaterThan(20);
});

describe.each(servers)('the site “$name”, by nginx: $isNginx', ({ name, isNginx }) => {
  const site = getBuiltSite(name);
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const listening = isNginx ? { socketPath: join(folder, 'nginx.sock') } : { port: new URL(site.served).port };
  const ask = (path: string, options: RequestOptions = {}) =>
    requestPath(getServedPath(site, path), { ...listening, ...options }, 'latin1');
  const served = test.skipIf(isNginx && nginx.status !== 0);
  let stop: (() => void) | undefined;

  beforeAll(() => {
    if (isNginx && nginx.status === 0) stop = startNginx(site, folder);
  });
  afterAll(() => {
    stop?.();
    rmSync(folder, { recursive: true, force: true });
  });

  served.each(rows)('sends $path with the headers of the table', async ({ path, ...expected }) => {
    const isLeftOut = path.endsWith('/security.txt') && !existsSync(join(site.dist, path));
    const { status, headers } = await ask(path);
    if (isLeftOut) {
      expect(status).toBe(404);
      return;
    }
    const show = (name: string) => String(headers[name] ?? '–');
    // Older versions of nginx use the earlier name for scripts.
    const type = show('content-type').replace('application/javascript', 'text/javascript');
    const [, rel] = /rel="([^"]*)"/.exec(show('link')) ?? [];
    expect(headers).toMatchObject(COMMON);
    expect({
      status,
      // The parameter only says what is the default of each of these types.
      type: type.replace(/;\s*charset=utf-8$/, expected.type.includes('charset') ? '; charset=utf-8' : ''),
      frames: show('content-security-policy').replace('frame-ancestors ', ''),
      cache: show('cache-control'),
      origin: show('access-control-allow-origin'),
      link: rel ?? '–',
    }).toEqual({
      ...expected,
      // The lines of nginx name one folder for frames, the file of headers all the others.
      frames: isNginx && expected.frames === '–' ? "'none'" : expected.frames,
    });
  });

  served('sends the page for missing files', async () => {
    const page = await ask('/404.html');
    for (const path of ['/none/', '/none', '/data/none.csv', '/_headers'])
      expect([path, await ask(path)]).toMatchObject([path, { status: 404, body: page.body }]);
  });

  served('leads to the URL of a page with its last slash', async () => {
    const { status, headers } = await ask('/data/nodes');
    expect([status, headers.location]).toEqual([301, expect.stringMatching(RegExp(`${site.base}data/nodes/$`))]);
  });

  served.each([
    ['/', 'gzip'],
    ['/data/nodes.csv', 'gzip'],
    ['/data/nodes.json', 'gzip'],
    ['/data/csv-metadata.json', 'gzip'],
    ['/sitemap-0.xml', 'gzip'],
    ['/assets/*.js', 'gzip'],
    ['/data/nodes.xlsx', undefined],
  ])('sends %s in the encoding %s to clients that accept gzip', async (path, encoding) => {
    const { status, headers } = await ask(path, { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect([status, headers['content-encoding']]).toEqual([200, encoding]);
    expect((await ask(path)).headers['content-encoding']).toBeUndefined();
  });

  served('sends a part of a file', async () => {
    const whole = await ask('/data/nodes.parquet');
    const part = await ask('/data/nodes.parquet', { headers: { Range: 'bytes=4-9' } });
    expect([part.status, part.body]).toEqual([206, whole.body.slice(4, 10)]);
  });

  served('accepts no method but GET and HEAD', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    for (const method of ['DELETE', 'POST', 'PUT'])
      expect([method, (await ask('/', { method })).status]).toEqual([method, 405]);
  });
});
