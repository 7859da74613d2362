import { ID_CHANGE_ITEM } from '../../tables/changes.ts';
import { CODE_PATTERN, MAX_ID_LENGTH, SLUG_PATTERN } from '../../model/identifiers.ts';
import { createIssue, type Location } from '../../diagnostics/diagnostic.ts';
import { collectIds, type SiteCheck, type ValidationContext } from '../validation-context.ts';
import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import type { ParsedTable } from '../parse-table.ts';
import { findPlanEntryFiles } from '../group-files.ts';

const isId = (text: string) =>
  text.length <= MAX_ID_LENGTH && (SLUG_PATTERN.test(text) || CODE_PATTERN.test(text));

/** True where an id has as many parts as another, each as ids are written. */
function isLike(id: string, other: string): boolean {
  const parts = id.split('/');
  return parts.length === other.split('/').length && parts.every(isId);
}

/**
 * A row about an id that is another now names the one new id and the old one, which nothing else and no other row may
 * have: its old address sends readers on.
 */
export const checkMovedIds: SiteCheck = (known, report) => {
  const { keys } = collectIds(known);
  const lines = new Map<string, number>();
  for (const { fields, locate } of known.changes.rows) {
    if (fields.item !== ID_CHANGE_ITEM) continue;
    const { targets, before } = fields;
    const [now, ...others] = targets;
    if (now === undefined || others.length > 0)
      report.add(
        locate('対象'),
        createIssue('moved-without-target', { value: targets.join(';'), item: ID_CHANGE_ITEM }),
      );
    else if (!isLike(before, now))
      report.add(locate('前'), createIssue('bad-old-id', { value: before, now }));
    else if (keys.has(before)) report.add(locate('前'), createIssue('old-id-in-use', { value: before }));
    const place = locate('前');
    const line = lines.get(before);
    if (line !== undefined) report.add(place, createIssue('repeated-old-id', { value: before, line }));
    else if (before !== '') lines.set(before, place.line);
  }
};

function once<T>(
  table: ParsedTable<T>,
  heading: string,
  id: (row: T) => string,
  report: DiagnosticReport,
): void {
  const first = new Map<string, { file: string; line: number }>();
  for (const row of table.rows) {
    const value = id(row.fields);
    const place = row.locate(heading);
    const before = first.get(value);
    if (before)
      report.add(place, createIssue('repeated-id', { value, file: before.file, line: before.line }));
    else first.set(value, place);
  }
}

/** An id or code names one row of its file. */
export const checkRepeatedIds: SiteCheck = (known, report) => {
  const byId = (row: { readonly id: string }) => row.id;
  once(known.municipalities, '市区町村ID', byId, report);
  once(known.municipalities, '団体コード', (row) => row.code.value, report);
  once(known.themes, 'テーマID', byId, report);
  once(known.terms, '用語ID', byId, report);
  once(known.departments, '部署ID', byId, report);
  once(known.topics, '話題ID', byId, report);
  once(known.words, '言葉', ({ title }) => title, report);
  once(known.sources, '出典ID', byId, report);
  for (const { zones } of known.zones) once(zones, '地域ID', byId, report);
  for (const { tree, indicators } of known.plans) {
    once(tree, 'コード', (row) => row.code, report);
    once(indicators, '指標ID', byId, report);
  }
};

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
