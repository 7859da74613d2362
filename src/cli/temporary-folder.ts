import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { readErrorCode, replaceErrorPath } from './failure-report.ts';

/** A day in milliseconds: no command runs longer, and later another process can have the same id. */
const MAX_RUN_TIME = 24 * 60 * 60 * 1000;

/** This machine in names of folders: containers that share a folder number their processes separately. */
const MACHINE = hostname()
  .replace(/[^A-Za-z0-9]/g, '')
  .slice(0, 12);

/** What follows the prefix in the name of a temporary folder: the machine, the process id and random letters. */
const OWNER = /^([A-Za-z0-9]*)-(\d+)-\w{6}$/;

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // The process of another user is running too.
    return readErrorCode(error) === 'EPERM';
  }
}

/**
 * Lists the temporary folders that killed commands left. Those of running processes are in use. Processes on other
 * machines may still run, so only their old folders are listed.
 * @param prefix the path of such folders as far as the owner in their names
 */
export function listLeftovers(prefix: string): string[] {
  const [parent, start] = [dirname(prefix), basename(prefix)];
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) return [];
  const names = readdirSync(parent).filter((name) => name.startsWith(start));
  return names.flatMap((name) => {
    const [, machine, processId] = OWNER.exec(name.slice(start.length)) ?? [];
    if (processId === undefined) return [];
    const path = join(parent, name);
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const hasEnded = machine === MACHINE && !isRunning(Number(processId));
    return hasEnded || Date.now() - changed > MAX_RUN_TIME ? [path] : [];
  });
}

/** Deletes what killed commands left. */
export function removeLeftovers(prefix: string): void {
  for (const path of listLeftovers(prefix)) rmSync(path, { recursive: true, force: true });
}

/** Creates an empty folder whose name says which process uses it. Its user deletes it. */
export function createTemporaryFolder(prefix: string): string {
  try {
    mkdirSync(dirname(prefix), { recursive: true });
    return mkdtempSync(`${prefix}${MACHINE}-${process.pid}-`);
  } catch (error) {
    throw replaceErrorPath(error, dirname(prefix));
  }
}
