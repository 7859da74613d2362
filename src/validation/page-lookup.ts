import { hasPage, type PlanItemRow } from '../tables/tree.ts';

/** Where the nodes of one tree are shown. */
export interface PageLookup {
  /** The code of the node whose page shows a node: its own, or the nearest above with a page; null: the plan's page. */
  readonly findPage: (code: string) => string | null;
}

/** Works out where the nodes of a tree are shown. Loops, which another rule reports, end the way up. */
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
