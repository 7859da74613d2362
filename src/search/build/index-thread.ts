import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { IndexSource } from './index-writer.ts';
import type { IndexFile } from '../format/index-files.ts';
import type { SearchDocument } from '../search-documents.ts';

const Answer = z.tuple([z.array(z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) }))]);

/**
 * Builds the index of documents as `writeIndex` does, in a thread beside the tables and pages.
 * @param projectFolder the folder of the project's code
 */
export async function writeIndexInThread(
  documents: readonly SearchDocument[],
  source: IndexSource,
  projectFolder: string,
): Promise<readonly IndexFile[]> {
  const worker = new Worker(join(projectFolder, 'src', 'search', 'build', 'index-worker.ts'));
  worker.postMessage([documents, source]);
  const [files] = Answer.parse(await once(worker, 'message'));
  return files;
}
