import type { Table } from '../table.ts';
import { glossary } from './glossary.ts';
import { indicators } from './indicators.ts';
import { municipalities } from './municipalities.ts';
import { nodeLinks } from './node-links.ts';
import { nodes } from './nodes.ts';
import { observations } from './observations.ts';
import { plans } from './plans.ts';
import { ratings } from './ratings.ts';
import { relatedPlans } from './related-plans.ts';
import { sources } from './sources.ts';
import { themes } from './themes.ts';
import { zones } from './zones.ts';

/** Every published table, in the order of the catalogue. */
export const tables: readonly Table[] = [
  municipalities,
  plans,
  nodes,
  nodeLinks,
  indicators,
  observations,
  ratings,
  themes,
  glossary,
  sources,
  zones,
  relatedPlans,
];
