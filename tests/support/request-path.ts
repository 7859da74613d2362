import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';

/** What a server answers to a request. */
interface ServerResponse {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Requests a path of this machine unchanged: `fetch` would resolve `..`.
 * @param options the port or the socket of the server, and the request
 * @param encoding that of the body; latin1 keeps each byte
 */
export function requestPath(
  path: string,
  options: RequestOptions,
  encoding: BufferEncoding = 'utf8',
): Promise<ServerResponse> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', agent: false, ...options, path }, (response) => {
      let body = '';
      response.setEncoding(encoding).on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
    });
    asked.once('error', reject);
    asked.end();
  });
}
