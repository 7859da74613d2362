import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { WriteError, type FileWrite } from '../authoring/write-draft.ts';
import { replaceErrorPath } from './failure-report.ts';
import { openWorkFolder } from './output-folder.ts';

/** A file that is complete in a temporary folder. */
type StagedFile = Pick<FileWrite, 'file' | 'before'> & Readonly<{ staged: string; path: string }>;

/** Returns the start of the paths of temporary folders near the file. No command reads names with a dot. */
const getStagingPrefix = (root: string, file: string) => join(root, file.split('/').slice(0, -1)[0] ?? '', '.write-');

/** Writes a file with its new content, and with the rights and, if the system permits it, the owner of the old one. */
function stageFile(staged: string, path: string, { before, after }: FileWrite): void {
  fs.writeFileSync(staged, after, { flush: true });
  if (!before) return;
  const { mode, uid, gid } = fs.statSync(path);
  fs.chmodSync(staged, mode);
  try {
    fs.chownSync(staged, uid, gid);
  } catch {
    // Only an administrator may give a file to another person.
  }
}

/** Moves a staged file to its path. Returns how to undo it. */
function moveToPath({ file, staged, path, before }: StagedFile): () => void {
  if (before ? !fs.readFileSync(path).equals(before) : fs.existsSync(path))
    throw new WriteError(`${file} は、読んだあとに変わりました。何も書いていません。もう一度実行してください。`);
  const newFolder = fs.mkdirSync(dirname(path), { recursive: true });
  try {
    fs.renameSync(staged, path);
  } catch (error) {
    if (newFolder !== undefined) fs.rmSync(newFolder, { recursive: true });
    throw replaceErrorPath(error, path);
  }
  return () => {
    if (before) fs.writeFileSync(path, before);
    else fs.rmSync(newFolder ?? path, { recursive: true });
  };
}

/**
 * Writes checked files to disk: creates new ones, and changes existing ones. Each file changes in one step, so
 * that a killed command leaves no half file. After an error all files are as before.
 * @throws WriteError if a file has changed since the draft was checked; an error of the system with the path of the file;
 *   or a SuppressedError with the path of a file that can't be restored
 */
export function applyWrites(root: string, writes: readonly FileWrite[]): void {
  using folders = new DisposableStack();
  using undo = new DisposableStack();
  const opened = new Map<string, fs.DisposableTempDir>();
  const files = writes.map((write, index): StagedFile => {
    const { file, before } = write;
    const path = before ? fs.realpathSync(join(root, file)) : join(root, file);
    const prefix = getStagingPrefix(root, file);
    const folder = opened.getOrInsertComputed(prefix, () => folders.use(openWorkFolder(prefix)));
    const staged = join(folder.path, String(index));
    try {
      stageFile(staged, path, write);
    } catch (error) {
      throw replaceErrorPath(error, path);
    }
    return { file, staged, path, before };
  });
  for (const file of files) undo.defer(moveToPath(file));
  // After an error, the end of the function undoes the moves. Now there is nothing to undo.
  undo.move();
}

/** Returns one line for each file: its name, and the rows that are added and changed. */
export const describeWrites = (writes: readonly FileWrite[]): string =>
  writes
    .map(({ file, before, firstLine, rows, changes }) => {
      const added = before === null ? `${rows}行` : `${firstLine}行めから${rows}行`;
      const changed = changes === 0 ? '' : `${changes}行を書きかえ`;
      const parts = [before === null ? '新しいファイル' : '', rows === 0 ? '' : added, changed];
      return `  ${file}（${parts.filter((part) => part !== '').join('、')}）`;
    })
    .join('\n');
