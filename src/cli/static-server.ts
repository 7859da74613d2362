import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import compression from '@polka/compression';
import sirv from 'sirv';
import { decodeUrlPart } from '../model/routes.ts';

export type StaticServer = Readonly<{ port: number; close: () => Promise<void> }>;

type HeaderRule = Readonly<{ path: RegExp; headers: [string, string][] }>;

/** Parses a `_headers` file: a path (`*` matches anything), then an indented line for each header. */
export function parseHeaderRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (/^\S/.test(line)) {
      const pattern = RegExp.escape(line.trim()).replaceAll('\\*', '.*');
      rules.push({ path: new RegExp(`^${pattern}$`), headers: [] });
    } else {
      const [name = '', ...value] = line.trim().split(':');
      rules.at(-1)?.headers.push([name.trim(), value.join(':').trim()]);
    }
  }
  return rules;
}

/** Returns the decoded path inside the site; null if it is outside the base, leads upwards or can't be decoded. */
function findSitePath(path: string, base: string): string | null {
  if (path === base.slice(0, -1)) return '';
  if (!path.startsWith(base)) return null;
  const sitePath = decodeUrlPart(path.slice(base.length));
  if (sitePath === null) return null;
  const isOutside = sitePath.startsWith('/') || sitePath.includes('\0') || sitePath.split(/[/\\]/).includes('..');
  return isOutside ? null : sitePath;
}

/** Reads the headers and the page for status 404 of a built site, and lists its files. */
function openSite(dist: string) {
  const readFile = (name: string) => (existsSync(join(dist, name)) ? readFileSync(join(dist, name), 'utf8') : '');
  // A build with --compress has the compressed texts beside the others.
  const isCompressed = existsSync(join(dist, 'index.html.br'));
  return {
    rules: parseHeaderRules(readFile('_headers')),
    notFoundPage: readFile('404.html'),
    // With other extensions, `/404` would be a page of its own.
    sendFile: sirv(dist, { etag: true, dotfiles: true, extensions: [], gzip: isCompressed, brotli: isCompressed }),
  };
}

/** The names of this machine in `Host`. The owner of another name can let it point to this machine. */
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

/** Answers a request by another method than reading, or for another host, and returns true; else returns false. */
function refuseRequest({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return true;
  }
  if (LOCAL_HOST.test(headers.host ?? '')) return false;
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('このサイトは、localhost という名前で開いてください。\n');
  return true;
}

function appendHeaders(rules: readonly HeaderRule[], path: string, response: ServerResponse): void {
  for (const rule of rules)
    if (rule.path.test(path)) for (const [name, value] of rule.headers) response.appendHeader(name, value);
  // Otherwise browsers guess how long a page stays new, and show it after the next build.
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
}

function sendNotFound(page: string, response: ServerResponse): void {
  response.statusCode = 404;
  // The file can exist after the next build.
  response.removeHeader('Cache-Control');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(page);
}

/**
 * Removes a range that sirv can't send; a server may ignore it. sirv would send wrong bytes for `-5` and `0-0`, and end
 * the program for `5-2` and numbers of many digits. `If-Range` asks for the whole file if it has changed, and a weak
 * ETag can't tell.
 */
function removeUnsafeRange({ headers }: IncomingMessage): void {
  const [, first, last] = /^bytes=(\d{1,15})-([1-9]\d{0,14})?$/.exec(headers.range ?? '') ?? [];
  if (first === undefined || Number(last) < Number(first) || headers['if-range']) delete headers.range;
}

/** Throws the error of the system if a port can't be used. */
export async function assertFreePort(port: number): Promise<void> {
  const probe = createServer().listen(port, 'localhost');
  await once(probe, 'listening');
  await probe[Symbol.asyncDispose]();
}

/** Serves a built site on this machine like a host: with its base, its `_headers` and its page for status 404. */
export async function startServer(dist: string, base: string, port: number): Promise<StaticServer> {
  // A new folder can have the inode of a deleted one.
  const identify = () => {
    const stat = statSync(dist, { throwIfNoEntry: false });
    return stat && `${stat.ino} ${stat.birthtimeMs}`;
  };
  let [folder, site] = [identify(), openSite(dist)];
  const compressTexts = compression({ mimes: /^text\/|[/+](?:javascript|json|xml)\b/ });
  // A request that arrives just when an idle connection is closed fails: no client waits for a minute.
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    if (refuseRequest(request, response)) return;
    // A build replaces the folder while it is served.
    const present = identify() ?? folder;
    if (present !== folder) [folder, site] = [present, openSite(dist)];
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const sitePath = findSitePath(path, base);
    // Another spelling of a path has the same headers; so has the compressed form of a text.
    const rulePath = sitePath === null ? path : base + sitePath.replace(/\.(?:br|gz)$/, '');
    appendHeaders(site.rules, rulePath, response);
    const notFound = () => {
      sendNotFound(site.notFoundPage, response);
    };
    const file = (sitePath ?? '_headers').replace(/(^|\/)$/, '$1index.html');
    if (sitePath === null || file === '_headers' || !existsSync(join(dist, file))) {
      notFound();
      return;
    }
    // Relative links would break at the URL of a folder without its last slash.
    if (!path.endsWith('/') && existsSync(join(dist, sitePath, 'index.html'))) {
      response.writeHead(301, { Location: `${path}/${(request.url ?? '').slice(path.length)}` }).end();
      return;
    }
    // A file may also disappear while it is sent.
    response.on('pipe', (source) => source.on('error', () => response.destroy()));
    request.url = `/${encodeURI(file).replace(/[?#]/g, encodeURIComponent)}`;
    const sendFile = site.sendFile.bind(null, request, response, notFound);
    removeUnsafeRange(request);
    // A range counts the bytes of the file itself, not of its compressed form.
    if (request.headers.range) {
      delete request.headers['accept-encoding'];
      sendFile();
    } else compressTexts(request, response, sendFile);
  });
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server[Symbol.asyncDispose]() };
}
