import { hasPage, type PlanItemRow } from '../tables/tree.ts';

/**
 * Returns a function that finds the item whose page shows an item: itself or the nearest one above, by their codes. Null
 * means the plan's page. It stops at loops, which another check reports.
 */
export function createPageFinder(rows: readonly PlanItemRow[]): (code: string) => string | null {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const roots = rows.filter(({ parent }) => parent === null);
  const parentOf = (row: PlanItemRow) => (row.parent === null ? undefined : byCode.get(row.parent));
  return (code) => {
    const seen = new Set<PlanItemRow>();
    for (let row = byCode.get(code); row && !seen.has(row); row = parentOf(row)) {
      const isOnlyRoot = roots.length === 1 && row === roots[0];
      if (hasPage(row.kind, parentOf(row)?.kind ?? null, isOnlyRoot)) return row.code;
      seen.add(row);
    }
    return null;
  };
}
