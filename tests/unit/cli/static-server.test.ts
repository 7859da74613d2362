import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/command-runner.ts';
import { parseHeaderRules, startServer, type StaticServer } from '../../../src/cli/static-server.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';

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

async function started(base = '/', files: Readonly<Record<string, string>> = SITE): Promise<StaticServer> {
  const root = createEmptyFolder();
  writeFixture(root, files);
  const server = await startServer(`${root}/dist`, base, 0);
  running.push(server);
  return server;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks for a path as it is: `fetch` would tidy `..` away. */
function ask({ port }: StaticServer, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('a page', () => {
  test('is shown at its address', async () => {
    const answer = await ask(await started(), '/plans/');
    expect(answer).toMatchObject({ status: 200, body: '<p>計画</p>' });
  });

  test('is shown with a query', async () => {
    const answer = await ask(await started(), '/plans/?q=%E8%A8%88');
    expect(answer.status).toBe(200);
  });

  test('has the headers that _headers asks for', async () => {
    const { headers } = await ask(await started(), '/plans/');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  });

  test('does not have the headers of other paths', async () => {
    const { headers } = await ask(await started(), '/plans/');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('without its last slash is sent to its address, with the query', async () => {
    const server = await started();
    const [plain, asked] = [await ask(server, '/plans'), await ask(server, '/plans?q=1')];
    expect([plain, asked].map(({ status, headers }) => [status, headers.location])).toEqual([
      [301, '/plans/'],
      [301, '/plans/?q=1'],
    ]);
  });
});

describe('a file', () => {
  test('has its type and the headers of its folder', async () => {
    const { headers } = await ask(await started(), '/data/a.json');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
  });

  test('comes byte for byte', async () => {
    expect((await ask(await started(), '/data/a.csv')).body).toBe('\ufeff列\r\n');
  });
});

describe('what is not there', () => {
  test.each(['/none/', '/none', '/data/', '/_headers', '/%5Fheaders'])(
    'is answered by the 404 page: %s',
    async (path) => {
      const { status, body, headers } = await ask(await started(), path);
      expect([status, body, headers['content-type']]).toEqual([404, '<p>ありません</p>', 'text/html; charset=utf-8']);
    },
  );

  test('is answered even where there is no 404 page', async () => {
    const server = await started('/', { 'dist/index.html': '' });
    expect((await ask(server, '/none')).status).toBe(404);
  });
});

describe('what lies outside the site', () => {
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
  ])('is not given out: %s', async (path) => {
    expect((await ask(await started(), path)).status).toBe(404);
  });

  test('is not given out under a base', async () => {
    expect((await ask(await started('/plans/'), '/plans/%2e%2e/secret')).status).toBe(404);
  });

  test('is not where a double slash leads', async () => {
    expect((await ask(await started(), '//plans')).headers.location).toBeUndefined();
  });
});

test('an address that can not be decoded does not stop the server', async () => {
  const server = await started();
  const statuses = [await ask(server, '/%E0%A4%A'), await ask(server, '/')].map(({ status }) => status);
  expect(statuses).toEqual([404, 200]);
});

describe('under a base', () => {
  test('pages stand below it', async () => {
    const server = await started('/base/');
    expect((await ask(server, '/base/plans/')).body).toBe('<p>計画</p>');
  });

  test('nothing stands beside it', async () => {
    const server = await started('/base/');
    const statuses = [await ask(server, '/'), await ask(server, '/plans/'), await ask(server, '/basement/')];
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  test('a page without its last slash is sent to its address under the base', async () => {
    const { headers } = await ask(await started('/base/'), '/base/plans');
    expect(headers.location).toBe('/base/plans/');
  });

  test('the base itself without its slash is sent to the first page', async () => {
    const { status, headers } = await ask(await started('/base/'), '/base');
    expect([status, headers.location]).toEqual([301, '/base/']);
  });
});

test('a port in use is the caller’s mistake, told in words', async () => {
  const { port } = await started();
  await expect(startServer(createEmptyFolder(), '/', port)).rejects.toThrow(UsageError);
});

describe('_headers', () => {
  test('join what several rules say of one header, as hosts do', async () => {
    const _headers = '/*\n  X-A: one\n/plans/*\n  X-A: two\n';
    const server = await started('/', { ...SITE, 'dist/_headers': _headers });
    expect((await ask(server, '/plans/')).headers['x-a']).toBe('one, two');
  });

  test('may hold comments, empty lines and Windows line breaks', () => {
    const rules = parseHeaderRules('# 説明\r\n\r\n/a/*\r\n  X-A: b: c\r\n  X-D: e\r\n');
    expect(rules.map(({ headers }) => headers)).toEqual([
      [
        ['X-A', 'b: c'],
        ['X-D', 'e'],
      ],
    ]);
  });

  test('match whole paths, where a dot is a dot', () => {
    const [rule] = parseHeaderRules('/a.b/*.svg\n  X-A: b\n');
    const paths = ['/a.b/c.svg', '/axb/c.svg', '/a.b/c.svgz', '/x/a.b/c.svg'];
    expect(paths.filter((path) => rule?.path.test(path))).toEqual(['/a.b/c.svg']);
  });
});
