import { join } from 'node:path';
import { ROOT } from './modules.ts';

/** The fictional town that the project shows its work on. */
export const EXAMPLE = join(ROOT, 'examples', 'mihon');
