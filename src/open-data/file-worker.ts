import { inspect } from 'node:util';
import { parentPort } from 'node:worker_threads';
import { findProduct, type ProductCache } from '../input/product-cache.ts';
import { writeWorkbook, type WrittenSheet } from '../input/xlsx/written-workbook.ts';
import { packNatively } from './published-file.ts';
import { renderPng } from './render-png.ts';

/**
 * What a file is made from: a workbook from sheets, or a PNG, if the cache has none, from an SVG with a size and a
 * background, whose texts are in BIZ UDGothic.
 */
export type FileRequest =
  | { readonly svg: string; readonly cache: ProductCache | undefined }
  | { readonly sheets: readonly WrittenSheet[] };

function makeFile(request: FileRequest): Uint8Array {
  if ('sheets' in request) return writeWorkbook(request.sheets, packNatively);
  const { product, keep } = findProduct(request.cache, 'png', request.svg);
  if (product) return product;
  const png = renderPng(request.svg);
  keep(png);
  return png;
}

/* The thread of `file-worker-client.ts`: answers each request with the bytes of its file or an error. */
parentPort?.on('message', (request: FileRequest) => {
  try {
    // The memory of the file alone: a buffer may be a small part of a larger memory, which a message would copy.
    const bytes = new Uint8Array(makeFile(request));
    parentPort?.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ error: inspect(error) });
  }
});
