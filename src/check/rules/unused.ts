import { createIssue, hasErrors } from '../../problems/problem.ts';
import type { DiagnosticReport } from '../report.ts';
import type { ValidationContext, SiteCheck } from '../rule.ts';
import type { ParsedTable } from '../table.ts';

interface IdRegister {
  readonly what: string;
  readonly heading: string;
  readonly table: ParsedTable<{ readonly id: string }>;
}

function tell(
  { what, heading, table }: IdRegister,
  used: ReadonlySet<string>,
  report: DiagnosticReport,
): void {
  for (const { fields, locate } of table.rows)
    if (!used.has(fields.id))
      report.add(locate(heading), createIssue('unused-id', { what, value: fields.id }));
}

function* linksOf(known: ValidationContext): Generator<string> {
  const plans = known.plans.flatMap(({ index, bodies, texts }) => [index, ...bodies, ...texts]);
  for (const { parts } of [...plans, ...known.guides])
    for (const { type, value } of parts) if (type === 'link') yield value;
}

/** Ids behind the `#` of the links to a page. */
function linked(known: ValidationContext, page: string): string[] {
  return [...linksOf(known)].flatMap((link) => (link.startsWith(page) ? [link.slice(page.length)] : []));
}

function usedTerms(known: ValidationContext): Set<string> {
  const texts = known.plans.flatMap(({ tree, indicators }) => [
    ...tree.rows.flatMap(({ fields }) => [fields.title, fields.summary]),
    ...indicators.rows.map(({ fields }) => fields.title),
  ]);
  const all = texts.join('\n');
  const found = known.terms.rows
    .filter(({ fields }) => [fields.title, ...fields.aliases].some((word) => all.includes(word)))
    .map(({ fields }) => fields.id);
  return new Set([...found, ...linked(known, '/glossary/#')]);
}

function usedSources(known: ValidationContext): Set<string> {
  const used = new Set(linked(known, '/data/#source-'));
  const use = (source: string | null | undefined) => {
    if (source) used.add(source);
  };
  for (const { fields } of [...known.municipalities.rows, ...known.changes.rows]) fields.sources.forEach(use);
  for (const { zones } of known.zones) for (const { fields } of zones.rows) use(fields.source);
  for (const { index, tree, indicators, observations, targets, relatedPlans, bodies, texts } of known.plans) {
    use(index.front.source);
    for (const { rows } of [tree, indicators, observations, targets, relatedPlans])
      for (const { fields } of rows) use(fields.source);
    for (const { front } of [...bodies, ...texts]) use(front.source);
  }
  return used;
}

/**
 * Every theme, term, department and source is used. Looked at only where nothing is wrong so far: a row that could not
 * be read, or a misspelt id, would make what it means seem unused.
 */
export const checkUnusedIds: SiteCheck = (known, report) => {
  if (hasErrors(report.diagnostics)) return;
  const nodes = known.plans.flatMap(({ tree }) => tree.rows.map(({ fields }) => fields));
  const { themes, terms, departments, sources } = known;
  tell(
    { what: 'テーマ', heading: 'テーマID', table: themes },
    new Set(nodes.flatMap((node) => node.themes)),
    report,
  );
  tell({ what: '用語', heading: '用語ID', table: terms }, usedTerms(known), report);
  tell(
    { what: '部署', heading: '部署ID', table: departments },
    new Set(nodes.flatMap((node) => node.departments)),
    report,
  );
  tell({ what: '出典', heading: '出典ID', table: sources }, usedSources(known), report);
};
