import { once } from 'node:events';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { z } from 'zod';

const Answer = z.tuple([
  z.union([z.strictObject({ png: z.instanceof(Uint8Array) }), z.strictObject({ error: z.string() })]),
]);

let thread: Worker | null = null;

/**
 * Renders an SVG as PNG, with the font of the project alone. It does so in a thread, because the points of a picture need
 * 4 MB: in this thread, with all records in its memory, the search for unused memory takes longer than the pictures.
 * @param svg a picture with a size and a background, whose texts are in BIZ UDGothic
 * @param projectFolder the folder of the project's code
 */
export async function renderPng(svg: string, projectFolder: string): Promise<Buffer<ArrayBuffer>> {
  if (!thread) {
    thread = new Worker(join(projectFolder, 'src', 'open-data', 'render-png.ts'));
    // A thread that waits for pictures does not keep the process alive.
    thread.unref();
  }
  const { port1, port2 } = new MessageChannel();
  thread.postMessage({ svg, port: port2 }, [port2]);
  const [answer] = Answer.parse(await once(port1, 'message'));
  port1.close();
  if ('error' in answer) throw new Error(answer.error);
  return Buffer.from(answer.png);
}
