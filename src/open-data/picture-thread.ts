import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { z } from 'zod';
import { findProduct, type ProductCache } from '../input/product-cache.ts';

const Answer = z.tuple([
  z.union([z.strictObject({ png: z.instanceof(Uint8Array) }), z.strictObject({ error: z.string() })]),
]);

/** The thread, and a promise that fails if the thread ends. */
interface PictureThread {
  readonly worker: Worker;
  readonly failure: Promise<never>;
}

/** The threads that run, by the folder of their code. */
const threads = new Map<string, PictureThread>();

function startThread(projectFolder: string): PictureThread {
  const worker = new Worker(join(projectFolder, 'src', 'open-data', 'render-png.ts'));
  // A thread that waits for pictures does not keep the process alive.
  worker.unref();
  const failure = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the thread of pictures ended with ${code}`));
    });
  });
  // The next picture starts another thread. A thread may also end when nobody waits for it.
  failure.catch(() => threads.delete(projectFolder));
  const thread = { worker, failure };
  threads.set(projectFolder, thread);
  return thread;
}

/**
 * Renders an SVG as PNG, with the font of the project alone. It does so in a thread, because the points of a new background
 * need 4 MB: in this thread, with all records in its memory, the search for unused memory takes longer than the pictures.
 * @param svg a picture with a size and a background, whose texts are in BIZ UDGothic
 * @param projectFolder the folder of the project's code
 * @param cache the pictures of earlier builds
 */
export async function renderInThread(
  svg: string,
  projectFolder: string,
  cache?: ProductCache,
): Promise<Buffer<ArrayBuffer>> {
  const { product, keep } = findProduct(cache, 'png', svg);
  if (product) return product;
  const { worker, failure } = threads.get(projectFolder) ?? startThread(projectFolder);
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ svg, port: port2 }, [port2]);
  const [answer] = Answer.parse(await Promise.race([once(port1, 'message'), failure]));
  port1.close();
  if ('error' in answer) throw new Error(answer.error);
  keep(answer.png);
  return Buffer.from(answer.png);
}
