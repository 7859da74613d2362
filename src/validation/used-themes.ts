import type { ParsedSite } from './parsed-site.ts';

/**
 * Returns the themes that plan items, statistics or the ledger of changes name. data/themes.csv has themes for whole
 * plans; those that no plan of a site needs have no page.
 */
export function listUsedThemes({
  plans,
  statistics,
  changes,
}: Pick<ParsedSite, 'plans' | 'statistics' | 'changes'>): ReadonlySet<string> {
  const used = new Set<string>();
  const rows = [...plans.flatMap(({ tree }) => tree.rows), ...statistics.rows];
  for (const { fields } of rows) for (const theme of fields.themes) used.add(theme);
  for (const { fields } of changes.rows) for (const id of fields.targets) used.add(id);
  return used;
}
