import { createSharedFolder } from '../../support/fixture-site.ts';
import { copyProject } from './project-copy.ts';

/** Copies the project into a folder outside of any git repository until the tests of a file have run. */
export const createTestProject = (): string => copyProject(createSharedFolder());
