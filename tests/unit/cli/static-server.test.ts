import { mkdirSync, renameSync, rmSync } from 'node:fs';
import type { RequestOptions } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { assertFreePort, parseHeaderRules, startServer, type StaticServer } from '../../../src/cli/static-server.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';
import { requestPath } from '../../support/request-path.ts';

const running: StaticServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const SITE = {
  'dist/index.html': '<p>町</p>',
  'dist/404.html': '<p>ありません</p>',
  'dist/plans/index.html': '<p>計画</p>',
  'dist/data/a.csv': '\ufeff列\r\n',
  'dist/data/a.json': '[]',
  'dist/_headers': '/*\n  X-Content-Type-Options: nosniff\n/data/*\n  Access-Control-Allow-Origin: *\n',
  'secret/index.html': '<p>ひみつ</p>',
  'secret.txt': 'ひみつ',
};

async function startFixture(
  base = '/',
  files: Readonly<Record<string, string>> = SITE,
  root = createEmptyFolder(),
): Promise<StaticServer> {
  writeFixture(root, files);
  const server = await startServer(`${root}/dist`, base, 0);
  running.push(server);
  return server;
}

/** Requests a path of a server. */
const ask = ({ port }: StaticServer, path: string, options: Omit<RequestOptions, 'port'> = {}) =>
  requestPath(path, { port, ...options });

describe('a text', () => {
  const files = { ...SITE, 'dist/data/long.csv': '列\r\n'.repeat(1000) };

  test('is compressed for clients that accept it', async () => {
    const { headers } = await ask(await startFixture('/', files), '/data/long.csv', {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect([headers['content-encoding'], headers['content-length']]).toEqual(['gzip', undefined]);
  });

  test('is not compressed for others', async () => {
    const { headers } = await ask(await startFixture('/', files), '/data/long.csv');
    expect([headers['content-encoding'], headers['content-length']]).toEqual([undefined, '5000']);
  });

  test('has parts of its own bytes', async () => {
    const asked = { headers: { 'accept-encoding': 'gzip', range: 'bytes=0-2' } };
    const { status, headers, body } = await ask(await startFixture('/', files), '/data/long.csv', asked);
    expect([status, headers['content-encoding'], body]).toEqual([206, undefined, '列']);
  });
});

describe('a text with compressed forms beside it', () => {
  const files = { ...SITE, 'dist/index.html.br': 'br', 'dist/index.html.gz': 'gz', 'dist/data/a.csv.gz': 'gz' };

  test.each([
    ['/', 'gzip, deflate, br', 'br', 'br'],
    ['/', 'gzip', 'gzip', 'gz'],
    ['/', '', undefined, SITE['dist/index.html']],
    ['/data/a.csv', 'gzip, br', 'gzip', 'gz'],
    ['/plans/', 'gzip, br', undefined, SITE['dist/plans/index.html']],
  ])('%s for %j has the encoding %j', async (path, accepted, encoding, body) => {
    const answer = await ask(await startFixture('/', files), path, {
      headers: { 'accept-encoding': accepted },
    });
    expect([answer.status, answer.headers['content-encoding'], answer.body]).toEqual([200, encoding, body]);
    expect(answer.headers['content-type']).toMatch(/^text\/(?:html|csv)/);
    expect(answer.headers.vary).toBe('Accept-Encoding');
  });

  test('has parts of its own bytes', async () => {
    const asked = { headers: { 'accept-encoding': 'gzip', range: 'bytes=3-5' } };
    const answer = await ask(await startFixture('/', files), '/data/a.csv', asked);
    expect([answer.status, answer.headers['content-encoding'], answer.body]).toEqual([206, undefined, '列']);
  });
});

describe('a page', () => {
  test.each(['/plans/', '/plans/?q=%E8%A8%88'])('has status 200 and the headers of its path at %s', async (url) => {
    const { status, body, headers } = await ask(await startFixture(), url);
    expect([status, body, headers['x-content-type-options']]).toEqual([200, '<p>計画</p>', 'nosniff']);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  test.each(['bytes=-5', 'bytes=5-2', 'bytes=0-0', 'bytes=0-1,3-4', 'bytes=0-9999999999999999', 'lines=0-1'])(
    'is whole for the range %s',
    async (range) => {
      const { status, body } = await ask(await startFixture(), '/plans/', { headers: { range } });
      expect([status, body]).toEqual([200, '<p>計画</p>']);
    },
  );

  test('is whole for a range of an earlier build', async () => {
    const headers = { range: 'bytes=3-5', 'if-range': 'W/"1-1"' };
    const { status, body } = await ask(await startFixture(), '/plans/', { headers });
    expect([status, body]).toEqual([200, '<p>計画</p>']);
  });

  test('is the present one after another build', async () => {
    const root = createEmptyFolder();
    const server = await startFixture('/', SITE, root);
    writeFixture(root, {
      'next/plans/index.html': '<p>次の計画</p>',
      'next/404.html': '<p>次もありません</p>',
      'next/_headers': '/plans/*\n  X-Test: next\n',
    });
    renameSync(`${root}/dist`, `${root}/last`);
    renameSync(`${root}/next`, `${root}/dist`);
    const { status, body, headers } = await ask(server, '/plans/');
    expect([status, body, headers['x-test']]).toEqual([200, '<p>次の計画</p>', 'next']);
    expect(await ask(server, '/data/a.json')).toMatchObject({ status: 404, body: '<p>次もありません</p>' });
  });

  test('has status 404 while its folder is gone, and is there again after the next build', async () => {
    const root = createEmptyFolder();
    const server = await startFixture('/', SITE, root);
    rmSync(`${root}/dist`, { recursive: true });
    expect(await ask(server, '/plans/')).toMatchObject({ status: 404, body: '<p>ありません</p>' });
    writeFixture(root, { 'dist/plans/index.html': '<p>次の計画</p>', 'dist/new/index.html': '<p>新しい</p>' });
    const pages = [await ask(server, '/plans/'), await ask(server, '/new/')];
    expect(pages.map(({ status, body }) => [status, body])).toEqual([
      [200, '<p>次の計画</p>'],
      [200, '<p>新しい</p>'],
    ]);
  });

  test.each(['/plans/', '/plans'])('at %s is asked for again: the next build may have changed it', async (path) => {
    const { headers } = await ask(await startFixture(), path);
    expect(headers['cache-control']).toBe('no-cache');
  });

  test('redirects to the URL with the last slash, with the query', async () => {
    const server = await startFixture();
    const [plain, asked] = [await ask(server, '/plans'), await ask(server, '/plans?q=1')];
    expect([plain, asked].map(({ status, headers }) => [status, headers.location])).toEqual([
      [301, '/plans/'],
      [301, '/plans/?q=1'],
    ]);
  });
});

describe('a file', () => {
  test('has its type and the headers of its folder', async () => {
    const { headers } = await ask(await startFixture(), '/data/a.json');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
  });

  test.each(['=', '%3D'])('may have a sign in its folder, also encoded: %s', async (sign) => {
    const server = await startFixture('/', { ...SITE, 'dist/data/prefecture=11/表.csv': '列\r\n' });
    const answer = await ask(server, `/data/prefecture${sign}11/%E8%A1%A8.csv`);
    expect(answer).toMatchObject({ status: 200, body: '列\r\n' });
  });

  test('that is gone or can not be read does not end the server', async () => {
    const root = createEmptyFolder();
    const server = await startFixture('/', SITE, root);
    for (const path of ['a.csv', 'a.json']) rmSync(`${root}/dist/data/${path}`);
    mkdirSync(`${root}/dist/data/a.json`);
    expect((await ask(server, '/data/a.csv')).status).toBe(404);
    await expect(ask(server, '/data/a.json')).rejects.toThrow();
    expect((await ask(server, '/')).status).toBe(200);
  });

  test('is unchanged', async () => {
    expect((await ask(await startFixture(), '/data/a.csv')).body).toBe('\ufeff列\r\n');
  });
});

describe('a request', () => {
  test.each(['localhost', 'LOCALHOST:4321', '127.0.0.1:4321', '[::1]:4321', '[::1]'])(
    'to the host %s is answered',
    async (host) => {
      expect((await ask(await startFixture(), '/plans/', { headers: { host } })).status).toBe(200);
    },
  );

  test.each(['example.org', 'localhost.example.org:4321', 'a.localhost', '192.0.2.1', '127.0.0.1.example.org'])(
    'to the host %j is refused, so that no page elsewhere reads the site by its own name',
    async (host) => {
      const { status, body } = await ask(await startFixture(), '/plans/', { headers: { host } });
      expect([status, body]).toEqual([403, 'このサイトは、localhost という名前で開いてください。\n']);
    },
  );

  test.each(['DELETE', 'OPTIONS', 'PATCH', 'POST', 'PUT'])('by %s has status 405 and no content', async (method) => {
    const { status, headers, body } = await ask(await startFixture(), '/plans/', { method });
    expect([status, headers.allow, body]).toEqual([405, 'GET, HEAD', '']);
  });

  test('by HEAD has the headers of the file, without its content', async () => {
    const { status, headers, body } = await ask(await startFixture(), '/data/a.json', { method: 'HEAD' });
    expect([status, headers['content-type'], body]).toEqual([200, 'application/json', '']);
  });
});

describe('an unknown path', () => {
  test('is not kept by browsers, also in a folder whose files are', async () => {
    const rules = '/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n  X-Test: 1\n';
    const server = await startFixture('/', { ...SITE, 'dist/assets/a.js': '', 'dist/_headers': rules });
    const [found, missing] = [await ask(server, '/assets/a.js'), await ask(server, '/assets/b.js')];
    expect(found.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'x-test': '1' });
    expect([missing.status, missing.headers['x-test']]).toEqual([404, '1']);
    expect(missing.headers).not.toHaveProperty('cache-control');
  });

  test.each([
    '/none/',
    '/none',
    '/data/',
    '/_headers',
    '/_headers/',
    '/%5Fheaders',
    '/404',
    '/index',
    '/index.html/',
    '/plans/index',
    '/data/a.csv/',
    '/index.html%3Fa',
  ])('is answered by the 404 page: %s', async (path) => {
    const { status, body, headers } = await ask(await startFixture(), path);
    expect([status, body, headers['content-type']]).toEqual([404, '<p>ありません</p>', 'text/html; charset=utf-8']);
  });

  test('has status 404 without a 404 page', async () => {
    const server = await startFixture('/', { 'dist/index.html': '' });
    expect((await ask(server, '/none')).status).toBe(404);
  });
});

describe('a path outside the site', () => {
  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/data/../../secret.txt',
    '/..%5csecret.txt',
    '/../secret',
    '/%2e%2e/secret',
    '/%2e%2e%2fsecret',
    '//secret',
    '/%00',
  ])('has status 404: %s', async (path) => {
    expect((await ask(await startFixture(), path)).status).toBe(404);
  });

  test('has status 404 under a base', async () => {
    expect((await ask(await startFixture('/plans/'), '/plans/%2e%2e/secret')).status).toBe(404);
  });

  test('is not behind a double slash', async () => {
    expect((await ask(await startFixture(), '//plans')).headers.location).toBeUndefined();
  });
});

test('a path that can not be decoded does not stop the server', async () => {
  const server = await startFixture();
  const statuses = [await ask(server, '/%E0%A4%A'), await ask(server, '/')].map(({ status }) => status);
  expect(statuses).toEqual([404, 200]);
});

describe('under a base', () => {
  test('pages are below it', async () => {
    const server = await startFixture('/base/');
    expect((await ask(server, '/base/plans/')).body).toBe('<p>計画</p>');
  });

  test('other paths have status 404', async () => {
    const server = await startFixture('/base/');
    const statuses = [await ask(server, '/'), await ask(server, '/plans/'), await ask(server, '/basement/')];
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  test('a page without its last slash redirects below the base', async () => {
    const { headers } = await ask(await startFixture('/base/'), '/base/plans');
    expect(headers.location).toBe('/base/plans/');
  });

  test('the base without its slash redirects to the home page', async () => {
    const { status, headers } = await ask(await startFixture('/base/'), '/base');
    expect([status, headers.location]).toEqual([301, '/base/']);
  });
});

test('a port in use is an error of the system', async () => {
  const { port } = await startFixture();
  await expect(startServer(createEmptyFolder(), '/', port)).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  await expect(assertFreePort(port)).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  await running.pop()?.close();
  await expect(assertFreePort(port)).resolves.toBeUndefined();
});

describe('_headers', () => {
  test.each([
    ['/', '/plans/', '/%70lans/'],
    ['/', '/plans/', '/plans/index.html'],
    ['/', '/index.html', '/%69ndex.html'],
    ['/', '/index.html', '/index.html.br'],
    ['/base/', '/base/plans/', '/base/%70lans/'],
  ])('below %s, has the headers of %s for the spelling %s', async (base, path, spelling) => {
    const _headers = `${base}index.html\n  X-A: home\n${base}plans/*\n  X-A: plans\n`;
    const server = await startFixture(base, { ...SITE, 'dist/_headers': _headers, 'dist/index.html.br': 'br' });
    const [usual, other] = [await ask(server, path), await ask(server, spelling)];
    expect([other.status, other.headers['x-a']]).toEqual([200, usual.headers['x-a']]);
    expect(other.headers['x-a']).toMatch(/^(?:home|plans)$/);
  });

  test('joins the values of several rules for one header, like hosts', async () => {
    const _headers = '/*\n  X-A: one\n/plans/*\n  X-A: two\n';
    const server = await startFixture('/', { ...SITE, 'dist/_headers': _headers });
    expect((await ask(server, '/plans/')).headers['x-a']).toBe('one, two');
  });

  test('can contain comments, empty lines and Windows line breaks', () => {
    const rules = parseHeaderRules('# 説明\r\n\r\n/a/*\r\n  X-A: b: c\r\n  X-D: e\r\n');
    expect(rules.map(({ headers }) => headers)).toEqual([
      [
        ['X-A', 'b: c'],
        ['X-D', 'e'],
      ],
    ]);
  });

  test('matches whole paths and literal dots', () => {
    const [rule] = parseHeaderRules('/a.b/*.svg\n  X-A: b\n');
    const paths = ['/a.b/c.svg', '/axb/c.svg', '/a.b/c.svgz', '/x/a.b/c.svg'];
    expect(paths.filter((path) => rule?.path.test(path))).toEqual(['/a.b/c.svg']);
  });
});
