import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { UsageError } from './command-runner.ts';

/** A server that runs until it is closed. */
export interface StaticServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

interface HeaderRule {
  readonly path: RegExp;
  readonly headers: [string, string][];
}

/** Reads a `_headers` file: a line with a path (`*` for anything), then indented lines with a header each. */
export function parseHeaderRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (/^\S/.test(line)) {
      const pattern = line.trim().split('*').map(RegExp.escape).join('.*');
      rules.push({ path: new RegExp(`^${pattern}$`), headers: [] });
    } else {
      const [name = '', ...value] = line.trim().split(':');
      rules.at(-1)?.headers.push([name.trim(), value.join(':').trim()]);
    }
  }
  return rules;
}

/**
 * The path inside the site that an address asks for, decoded; null for one outside the base, one that leads upwards
 * and one that can't be decoded.
 */
function insideOf(path: string, base: string): string | null {
  if (path === base.slice(0, -1)) return '';
  if (!path.startsWith(base)) return null;
  try {
    const inside = decodeURIComponent(path.slice(base.length));
    const leavesTheSite = inside.startsWith('/') || inside.includes('\0') || inside.split(/[/\\]/).includes('..');
    return leavesTheSite ? null : inside;
  } catch {
    return null;
  }
}

/**
 * Serves a built site as a host would: under its base, with the headers that its `_headers` asks for, with its own
 * page for what is not found. It listens on this machine alone.
 */
export async function startServer(dist: string, base: string, port: number): Promise<StaticServer> {
  const headersFile = join(dist, '_headers');
  const rules = existsSync(headersFile) ? parseHeaderRules(readFileSync(headersFile, 'utf8')) : [];
  const missing = existsSync(join(dist, '404.html')) ? readFileSync(join(dist, '404.html')) : '';
  const files = sirv(dist, { etag: true, dotfiles: true });
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    for (const { path: pattern, headers } of rules)
      if (pattern.test(path))
        for (const [name, value] of headers) {
          // As hosts do: what several rules say of one header is joined, and no rule takes back another's.
          const before = response.getHeader(name);
          response.setHeader(name, before === undefined ? value : `${String(before)}, ${value}`);
        }
    const notFound = () => {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(missing);
    };
    const inside = insideOf(path, base);
    if (inside === null || inside === '_headers') {
      notFound();
      return;
    }
    // A folder without its last slash would be shown under an address where its relative links break.
    if (!path.endsWith('/') && existsSync(join(dist, inside, 'index.html'))) {
      response.writeHead(301, { Location: `${path}/${(request.url ?? '').slice(path.length)}` });
      response.end();
      return;
    }
    request.url = (request.url ?? '/').slice(base.length - 1);
    files(request, response, notFound);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE';
      reject(
        busy
          ? new UsageError(`ポート ${port} は使われています。--port 4322 のように、ほかの番号を選んでください。`)
          : error,
      );
    });
    server.listen(port, 'localhost', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
  };
}
