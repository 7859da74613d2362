import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { findProduct, type ProductCache } from '../input/product-cache.ts';

const Answer = z.union([z.strictObject({ png: z.instanceof(Uint8Array) }), z.strictObject({ error: z.string() })]);

/** The thread, and those who wait for its answers, which come in the order of the pictures. */
interface PictureThread {
  readonly worker: Worker;
  readonly waiting: PromiseWithResolvers<unknown>[];
}

/** The threads that run, by the folder of their code. */
const threads = new Map<string, PictureThread>();

function startThread(projectFolder: string): PictureThread {
  const worker = new Worker(join(projectFolder, 'src', 'open-data', 'render-png.ts'));
  const waiting: PictureThread['waiting'] = [];
  worker.on('message', (answer) => {
    waiting.shift()?.resolve(answer);
    // A thread that waits for pictures does not keep the process alive.
    if (waiting.length === 0) worker.unref();
  });
  let failure: unknown;
  worker.once('error', (error) => (failure = error));
  worker.once('exit', (code) => {
    // The next picture starts another thread. A thread may also end when nobody waits for it.
    threads.delete(projectFolder);
    for (const { reject } of waiting) reject(failure ?? new Error(`the thread of pictures ended with ${code}`));
  });
  const thread = { worker, waiting };
  threads.set(projectFolder, thread);
  return thread;
}

/** Returns the answer of the thread to an SVG. */
function askThread({ worker, waiting }: PictureThread, svg: string): Promise<unknown> {
  const answer = Promise.withResolvers<unknown>();
  waiting.push(answer);
  worker.ref();
  worker.postMessage(svg);
  return answer.promise;
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
  const answer = Answer.parse(await askThread(threads.get(projectFolder) ?? startThread(projectFolder), svg));
  if ('error' in answer) throw new Error(answer.error);
  keep(answer.png);
  return Buffer.from(answer.png);
}
