import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { FileRequest } from './file-worker.ts';

const Answer = z.union([z.strictObject({ bytes: z.instanceof(Uint8Array) }), z.strictObject({ error: z.string() })]);

/** The thread, and those who wait for its answers, which come in the order of the requests. */
type FileThread = Readonly<{ worker: Worker; waiting: PromiseWithResolvers<unknown>[] }>;

/** The threads that run, by the folder of their code. */
const threads = new Map<string, FileThread>();

function startThread(projectFolder: string): FileThread {
  const worker = new Worker(join(projectFolder, 'src', 'open-data', 'file-worker.ts'));
  const waiting: FileThread['waiting'] = [];
  worker.on('message', (answer) => {
    waiting.shift()?.resolve(answer);
    // A thread that waits for requests does not keep the process alive.
    if (waiting.length === 0) worker.unref();
  });
  let failure: unknown;
  worker.once('error', (error) => (failure = error));
  worker.once('exit', (code) => {
    // The next file starts another thread. A thread may also end when nobody waits for it.
    threads.delete(projectFolder);
    for (const { reject } of waiting) reject(failure ?? new Error(`the thread of files ended with ${code}`));
  });
  return { worker, waiting };
}

/**
 * Makes a file in a thread, beside the pages: a workbook of sheets, or a PNG of an SVG. A new picture needs 4 MB: in
 * this thread, with all records in its memory, garbage collection would take longer than the pictures.
 */
export async function makeFileInThread(request: FileRequest, projectFolder: string): Promise<Uint8Array> {
  const { worker, waiting } = threads.getOrInsertComputed(projectFolder, startThread);
  const waiter = Promise.withResolvers<unknown>();
  waiting.push(waiter);
  worker.ref();
  worker.postMessage(request);
  const answer = Answer.parse(await waiter.promise);
  if ('error' in answer) throw new Error(answer.error);
  return answer.bytes;
}
