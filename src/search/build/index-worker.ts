import { parentPort } from 'node:worker_threads';
import { writeIndex } from './index-writer.ts';

/* The thread of `build-index.ts`: builds one index. */

parentPort?.once('message', (input: Parameters<typeof writeIndex>) => {
  parentPort?.postMessage([...writeIndex(...input)]);
});
