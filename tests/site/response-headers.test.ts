import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import type { RequestOptions } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSharedFolder } from '../support/fixture-site.ts';
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

/** A server to compare with the table; those that are not installed are skipped. */
type Server = 'npm start' | 'nginx' | 'apache2';

const nginx = spawnSync('nginx', ['-V'], { encoding: 'utf8' });
const mimeTypes = join(dirname(/--conf-path=(\S+)/.exec(nginx.stderr)?.[1] ?? ''), 'mime.types');
/** Where Debian has the modules of Apache. */
const APACHE_MODULES = '/usr/lib/apache2/modules';
const isInstalled: Readonly<Record<Server, boolean>> = {
  'npm start': true,
  nginx: nginx.status === 0,
  apache2: existsSync(APACHE_MODULES),
};

/** Returns the printed lines for a server; below a base, changed as the text says. */
function readLines(server: Server, { base }: BuiltSite): string {
  const printed = hosting.split(server === 'nginx' ? '```nginx\n' : '```apache\n')[1]?.split('```')[0] ?? '';
  const paths =
    server === 'nginx'
      ? /(^ {4}~\^|^ {4}|error_page [\d =]+|location ~ \^|location = )\/(?=\S)/gm
      : /(^ErrorDocument \d+ |^RedirectMatch 404 \^|^<If "%\{REQUEST_URI\} =~ m#\^|^SetEnvIf Request_URI \^)\//gm;
  return printed.replace(paths, `$1${base}`);
}

/** Runs a command, which ends when its server listens or has the signal to stop. */
function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Returns a TCP port that is free. */
async function findPort(): Promise<number> {
  const server = createServer();
  const { port } = await new Promise<AddressInfo>((resolve) => {
    server.listen(0, 'localhost', () => {
      resolve(server.address() as AddressInfo);
    });
  });
  await server[Symbol.asyncDispose]();
  return port;
}

/** Starts nginx for a folder; returns where it listens, and what stops it. */
function startNginx(lines: string, root: string, folder: string) {
  const config = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `pid ${folder}/nginx.pid;`,
    'events { }',
    `http { include ${mimeTypes}; default_type application/octet-stream; access_log off;`,
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`),
    lines
      .replace('listen 80;', `listen unix:${folder}/nginx.sock;`)
      .replace('root /srv/keikaku/current;', `root ${root};`),
    '}',
  ];
  writeFileSync(join(folder, 'nginx.conf'), config.join('\n'));
  const options = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
  run('nginx', options);
  return {
    listening: { socketPath: join(folder, 'nginx.sock') },
    stop: () => {
      run('nginx', [...options, '-s', 'stop']);
    },
  };
}

/** Starts Apache for a folder; returns where it listens, and what stops it. */
async function startApache(lines: string, root: string, folder: string) {
  const port = await findPort();
  const modules = [
    'mpm_event',
    'authz_core',
    'alias',
    'autoindex',
    'deflate',
    'dir',
    'filter',
    'headers',
    'mime',
    'rewrite',
    'setenvif',
  ];
  const config = [
    ...modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`),
    `Listen 127.0.0.1:${port}`,
    'ServerName localhost',
    `DefaultRuntimeDir ${folder}`,
    `PidFile ${folder}/apache.pid`,
    `ErrorLog ${folder}/error.log`,
    // It refuses to serve as root.
    ...(process.getuid?.() === 0 ? ['User nobody', 'Group nogroup'] : []),
    'TypesConfig /etc/mime.types',
    `DocumentRoot ${root}`,
    `<Directory ${root}>\nRequire all granted\n${lines}</Directory>`,
  ];
  writeFileSync(join(folder, 'apache.conf'), config.join('\n'));
  chmodSync(folder, 0o755);
  const options = ['-d', folder, '-f', join(folder, 'apache.conf')];
  run('apache2', options);
  return {
    listening: { host: '127.0.0.1', port },
    stop: () => {
      run('apache2', [...options, '-k', 'stop']);
    },
  };
}

/** Starts a server, unless it is that of the test run. */
async function startServer(server: Server, site: BuiltSite, folder: string) {
  if (server === 'npm start') return { listening: { port: new URL(site.served).port }, stop: () => undefined };
  if (site.base !== '/') symlinkSync(site.dist, join(folder, site.base.slice(1, -1)));
  const root = site.base === '/' ? site.dist : folder;
  const lines = readLines(server, site);
  return server === 'nginx' ? startNginx(lines, root, folder) : startApache(lines, root, folder);
}

const servers = SITE_NAMES.flatMap((name) =>
  (['npm start', 'nginx', 'apache2'] as const).map((server) => ({ name, server })),
);

test('the table of headers has a row for each kind of file', () => {
  expect(rows.length).toBeGreaterThan(20);
});

test('no path has two rules: Cloudflare Pages would only obey the last one', () => {
  const paths = readFileText('public/_headers')?.match(/^\/.*$/gm) ?? [];
  expect(paths).toEqual([...new Set(paths)]);
  expect(paths).toContain('/data/*');
});

describe.each(servers)('the site “$name” by $server', ({ name, server }) => {
  const site = getBuiltSite(name);
  const folder = createSharedFolder();
  const served = test.skipIf(!isInstalled[server]);
  let running: Awaited<ReturnType<typeof startServer>> | undefined;
  const ask = (path: string, options: RequestOptions = {}) =>
    requestPath(getServedPath(site, path), { ...running?.listening, ...options }, 'latin1');

  beforeAll(async () => {
    if (isInstalled[server]) running = await startServer(server, site, folder);
  });
  afterAll(() => {
    running?.stop();
  });

  served.each(rows)('sends $path with the headers of the table', async ({ path, ...expected }) => {
    const isLeftOut = path.endsWith('/security.txt') && !existsSync(join(site.dist, path));
    const { status, headers } = await ask(path);
    if (isLeftOut) {
      expect(status).toBe(404);
      return;
    }
    const show = (name: string) => String(headers[name] ?? '–');
    // Older versions of nginx use the earlier name for scripts, Apache another name for XML.
    const type = show('content-type')
      .replace('application/javascript', 'text/javascript')
      .replace('application/xml', 'text/xml');
    // Only Apache sends this header also with the page for missing files.
    const revalidates = server === 'apache2' || status === 200;
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
      // The lines of nginx and Apache name one folder for frames, the file of headers all the others.
      frames: server !== 'npm start' && expected.frames === '–' ? "'none'" : expected.frames,
      cache: revalidates && expected.cache === '–' ? 'no-cache' : expected.cache,
    });
  });

  served('sends the page for missing files', async () => {
    const page = await ask('/404.html');
    for (const path of ['/none/', '/none', '/data/none.csv', '/_headers', '/assets/'])
      expect([path, await ask(path)]).toMatchObject([path, { status: 404, body: page.body }]);
  });

  served('leads to the URL of a page with its last slash', async () => {
    const { status, headers } = await ask('/data/nodes');
    // A path alone keeps the name, protocol and port that readers use: a proxy can be in front. Apache can't send it.
    const location = `${site.base}data/nodes/`;
    expect([status, headers.location]).toEqual([
      301,
      server === 'apache2' ? expect.stringMatching(RegExp(`${location}$`)) : location,
    ]);
    // Without it, browsers do not follow for pages of other sites.
    expect(headers['access-control-allow-origin']).toBe('*');
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

  served('sends a file once to a client that keeps it', async () => {
    const headers = { 'Accept-Encoding': 'gzip' };
    const { etag = '' } = (await ask('/data/nodes.csv', { headers })).headers;
    const again = await ask('/data/nodes.csv', { headers: { ...headers, 'If-None-Match': etag } });
    expect([etag === '', again.status, again.body]).toEqual([false, 304, '']);
  });

  served('sends a part of a file', async () => {
    const whole = await ask('/data/nodes.parquet');
    const part = await ask('/data/nodes.parquet', { headers: { Range: 'bytes=4-9' } });
    expect([part.status, part.body]).toEqual([206, whole.body.slice(4, 10)]);
  });

  served('accepts no method but GET and HEAD', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    for (const method of ['DELETE', ...(server === 'apache2' ? [] : ['POST']), 'PUT'])
      expect([method, (await ask('/', { method })).status]).toEqual([method, 405]);
  });
});
