import { join } from 'node:path';
import { REPOSITORY_FOLDER } from './source-modules.ts';

/** The folder of the fictional town, the example of the project. */
export const EXAMPLE_SITE = join(REPOSITORY_FOLDER, 'examples', 'mihon');
