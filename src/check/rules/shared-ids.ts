import { createIssue, type Location } from '../../problems/problem.ts';
import { findPlanEntryFiles } from '../files-by.ts';
import type { ValidationContext, SiteCheck } from '../rule.ts';
import type { ParsedTable } from '../table.ts';

/** An id, what it is the id of, and where it is given. */
interface Given {
  readonly id: string;
  readonly what: string;
  readonly place: Location;
}

function given<T>(table: ParsedTable<T>, what: string, idOf: (row: T) => string): Given[] {
  return table.rows.map(({ fields, locate }) => ({ id: idOf(fields), what, place: locate(what) }));
}

/** The ids that stand alone, without that of a plan or city before them. */
function* single(known: ValidationContext): Generator<Given> {
  const byId = (row: { readonly id: string }) => row.id;
  yield* given(known.municipalities, '市区町村ID', byId);
  const files = findPlanEntryFiles(known.folder);
  for (const id of known.planIds)
    yield { id, what: '計画ID', place: { file: files.get(id) ?? '', line: 1, column: 1, field: '' } };
  yield* given(known.themes, 'テーマID', byId);
  yield* given(known.terms, '用語ID', byId);
  yield* given(known.departments, '部署ID', byId);
}

/** Kinds of which one thing may bear the id of another: a theme, and the term that explains its name. */
const TOGETHER = ['テーマID', '用語ID'];

/**
 * An id stands for one thing, whatever kind it is of: what a change or a result of the search is about is told by its id
 * alone. Sources are left out, for the source of a plan has the plan's id.
 */
export const checkSharedIds: SiteCheck = (known, report) => {
  const check = (all: Iterable<Given>) => {
    const first = new Map<string, Given>();
    for (const { id, what, place } of all) {
      const other = first.get(id);
      if (!other) first.set(id, { id, what, place });
      else if (other.what !== what && ![other.what, what].every((kind) => TOGETHER.includes(kind))) {
        const { file, line } = other.place;
        report.add(place, createIssue('shared-id', { value: id, what, other: other.what, file, line }));
      }
    }
  };
  check(single(known));
  for (const { tree, indicators } of known.plans)
    check([...given(tree, 'コード', ({ code }) => code), ...given(indicators, '指標ID', ({ id }) => id)]);
};
