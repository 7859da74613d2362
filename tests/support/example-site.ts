import { join } from 'node:path';
import { REPOSITORY_FOLDER } from './source-modules.ts';

/** The fictional town that the project shows its work on. */
export const EXAMPLE_SITE = join(REPOSITORY_FOLDER, 'examples', 'mihon');
