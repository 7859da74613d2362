import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { readSiteFile, type BuiltSite } from '../../site/support/built-site.ts';

/** The length of a piece, and the milliseconds between two pieces: more than the browser needs to paint a piece. */
const [PIECE, PAUSE] = [150, 40];

/**
 * Serves a site whose pages arrive in pieces from `<body>` to a few lines after `<main>`.
 * @returns the URL of the server, and a function that stops it
 */
export async function startSlowServer(site: BuiltSite): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    const type = path.endsWith('.css') ? 'text/css' : path.endsWith('.js') ? 'text/javascript' : 'image/svg+xml';
    if (!path.endsWith('.html')) {
      response.setHeader('Content-Type', type).end(readSiteFile(site, path));
      return;
    }
    const html = readSiteFile(site, path);
    const [start, end] = [html.indexOf('<body'), html.indexOf('<main') + 2 * PIECE];
    const send = async () => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').write(html.slice(0, start));
      for (let at = start; at < end; at += PIECE) {
        response.write(html.slice(at, Math.min(at + PIECE, end)));
        await wait(PAUSE);
      }
      response.end(html.slice(end));
    };
    void send();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}
