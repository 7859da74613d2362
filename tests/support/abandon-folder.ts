import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';

/** Makes a temporary folder that of a process that has ended. */
export function abandonFolder(folder: string): string {
  const { pid } = spawnSync(process.execPath, ['--version']);
  const abandoned = folder.replace(`-${process.pid}-`, `-${pid}-`);
  renameSync(folder, abandoned);
  return abandoned;
}
