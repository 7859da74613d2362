import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileWrite } from '../authoring/write-draft.ts';

/** Writes a checked draft to disk. Never overwrites a file: creates new files, and appends to existing ones. */
export function applyWrites(root: string, writes: readonly FileWrite[]): void {
  for (const { file, bytes, isNew } of writes) {
    const path = join(root, file);
    if (isNew) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes, { flag: 'wx' });
    } else appendFileSync(path, bytes);
  }
}

/** Returns one line for each file: its name, and the rows that are added. */
export function describeWrites(writes: readonly FileWrite[]): string {
  return writes
    .map(({ file, isNew, firstLine, rows }) => {
      if (rows === 0) return `  ${file}（新しいファイル）`;
      return isNew ? `  ${file}（新しいファイル、${rows}行）` : `  ${file}（${firstLine}行めから${rows}行）`;
    })
    .join('\n');
}
