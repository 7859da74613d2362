import { hasPage, type PlanItemRow } from '../tables/tree.ts';

/** The pages that show the items of one plan. */
export interface PageLookup {
  /** Returns the code of the item whose page shows an item: itself or the nearest one above. Null means the plan's page. */
  readonly findPage: (code: string) => string | null;
}

/** Finds the pages of plan items. It stops at loops, which another check reports. */
export function createPageLookup(rows: readonly PlanItemRow[]): PageLookup {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const parentOf = (row: PlanItemRow) => (row.parent === null ? undefined : byCode.get(row.parent));
  return {
    findPage: (code) => {
      const seen = new Set<PlanItemRow>();
      let row = byCode.get(code);
      while (row && !seen.has(row)) {
        if (hasPage(row.kind, parentOf(row)?.kind ?? null)) return row.code;
        seen.add(row);
        row = parentOf(row);
      }
      return null;
    },
  };
}
