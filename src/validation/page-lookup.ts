import { hasPage, type PlanItemRow } from '../tables/tree.ts';

/**
 * Returns a function that finds the item whose page shows an item: itself or the nearest one above, by their codes. Null
 * means the plan's page. It stops at loops, which another check reports.
 */
export function createPageFinder(rows: readonly PlanItemRow[]): (code: string) => string | null {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const roots = rows.filter(({ parent }) => parent === null);
  const parentOf = (row: PlanItemRow) => (row.parent === null ? undefined : byCode.get(row.parent));
  /** The pages of the items that were walked over, so that a row is walked over once. */
  const pages = new Map<PlanItemRow, string | null>();
  return (code) => {
    const path: PlanItemRow[] = [];
    let page: string | null = null;
    for (let row = byCode.get(code); row; row = parentOf(row)) {
      const known = pages.get(row);
      const isOnlyRoot = roots.length === 1 && row === roots[0];
      if (known !== undefined) page = known;
      else if (hasPage(row.kind, parentOf(row)?.kind ?? null, isOnlyRoot)) page = row.code;
      // The page of a loop is the plan's: it is the value until the walk ends.
      pages.set(row, page);
      path.push(row);
      if (known !== undefined || page !== null) break;
    }
    for (const row of path) pages.set(row, page);
    return page;
  };
}
