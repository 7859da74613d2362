import type { Rule } from '../rule.ts';
import { bodies } from './bodies.ts';
import { links } from './links.ts';
import { levels } from './levels.ts';
import { names } from './names.ts';
import { parents } from './parents.ts';
import { repeatedIds } from './repeated-ids.ts';
import { summaries } from './summaries.ts';
import { targetsOfIndicators } from './targets.ts';
import { textParts } from './text-parts.ts';
import { themesOfActions } from './themes.ts';
import { unknownCodes } from './unknown-codes.ts';
import { unknownFiles } from './unknown-files.ts';
import { unknownReferences } from './unknown-references.ts';

/** Every rule that holds files against one another. Their order does not matter: problems are sorted by place. */
export const rules: readonly Rule[] = [
  bodies,
  levels,
  links,
  names,
  parents,
  repeatedIds,
  summaries,
  targetsOfIndicators,
  textParts,
  themesOfActions,
  unknownCodes,
  unknownFiles,
  unknownReferences,
];
