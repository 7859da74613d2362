import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileWrite } from '../authoring/write-draft.ts';

/**
 * Puts to disk what was drafted and checked. A new file is only made where there is none, and of one that is there no
 * byte is changed.
 */
export function applyWrites(root: string, written: readonly FileWrite[]): void {
  for (const { file, bytes, isNew } of written) {
    const path = join(root, file);
    if (isNew) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes, { flag: 'wx' });
    } else appendFileSync(path, bytes);
  }
}

/** What was written, or would be, a line for each file. */
export function describeWrites(written: readonly FileWrite[]): string {
  return written
    .map(({ file, isNew, firstLine, rows }) => {
      if (rows === 0) return `  ${file}（新しいファイル）`;
      return isNew ? `  ${file}（新しいファイル、${rows}行）` : `  ${file}（${firstLine}行めから${rows}行）`;
    })
    .join('\n');
}
