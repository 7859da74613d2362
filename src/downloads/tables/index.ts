import type { Table } from '../table.ts';
import { glossary } from './glossary.ts';
import { indicators } from './indicators.ts';
import { municipalities } from './municipalities.ts';
import { nodeLinks } from './node-links.ts';
import { nodes } from './nodes.ts';
import { plans } from './plans.ts';
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
  themes,
  glossary,
  sources,
  zones,
];
