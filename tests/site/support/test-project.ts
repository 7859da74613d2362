import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { copyProject } from './project-copy.ts';

/** Copies the project into a folder outside of any git repository until the tests of a file have run. */
export function createTestProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'keikaku-'));
  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });
  return copyProject(project);
}
