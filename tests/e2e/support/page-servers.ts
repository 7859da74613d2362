import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { BuiltSite } from '../../site/support/built-site.ts';

/** The length of a piece, and the milliseconds between two pieces: more than the browser needs to paint a piece. */
const [PIECE, PAUSE] = [150, 40];

/** A server of a site for one kind of test. */
export interface PageServer {
  readonly url: string;
  readonly close: () => void;
}

/** Serves what a site serves, but lets a function send the HTML of pages. */
async function startPageServer(
  site: BuiltSite,
  sendPage: (html: string, write: (piece: string) => void) => Promise<void> | void,
): Promise<PageServer> {
  const answer: RequestListener = (request, response) => {
    const send = async () => {
      const original = await fetch(site.served + String(request.url));
      const type = original.headers.get('content-type') ?? '';
      // The body is neither compressed nor of its original length.
      for (const [name, value] of original.headers)
        if (!/^(?:content-encoding|content-length|transfer-encoding|connection|keep-alive)$/.test(name))
          response.setHeader(name, value);
      response.writeHead(original.status);
      if (type.startsWith('text/html')) await sendPage(await original.text(), (piece) => response.write(piece));
      else response.write(await original.bytes());
      response.end();
    };
    void send();
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}

/** Starts a server whose pages arrive in pieces from one text of their HTML to a few lines after another. */
export function startSlowServer(site: BuiltSite, [first, last]: readonly [string, string]): Promise<PageServer> {
  return startPageServer(site, async (html, write) => {
    const [start, end] = [html.indexOf(first), html.indexOf(last) + 2 * PIECE];
    write(html.slice(0, start));
    for (let at = start; at < end; at += PIECE) {
      write(html.slice(at, Math.min(at + PIECE, end)));
      await wait(PAUSE);
    }
    write(html.slice(end));
  });
}

/**
 * Starts a server whose pages are painted only once the browser has read all of their HTML: the columns of a table that
 * is painted row by row move, or not, depending on the load of the machine.
 */
export function startWholePageServer(site: BuiltSite): Promise<PageServer> {
  return startPageServer(site, (html, write) => {
    write(
      html
        .replace('</head>', '<link rel="expect" href="#whole" blocking="render" /></head>')
        .replace('</body>', '<template id="whole"></template></body>'),
    );
  });
}
