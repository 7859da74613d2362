import { flaw, hasErrors } from '../../problems/problem.ts';
import type { Report } from '../report.ts';
import type { Known, Rule } from '../rule.ts';
import type { Table } from '../table.ts';

interface Register {
  readonly what: string;
  readonly heading: string;
  readonly table: Table<{ readonly id: string }>;
}

function tell({ what, heading, table }: Register, used: ReadonlySet<string>, report: Report): void {
  for (const { value, at } of table.rows)
    if (!used.has(value.id)) report.add(at(heading), flaw('unused-id', { what, value: value.id }));
}

function* linksOf(known: Known): Generator<string> {
  const plans = known.plans.flatMap(({ index, bodies, texts }) => [index, ...bodies, ...texts]);
  for (const { parts } of [...plans, ...known.guides])
    for (const { type, value } of parts) if (type === 'link') yield value;
}

/** Ids behind the `#` of the links to a page. */
function linked(known: Known, page: string): string[] {
  return [...linksOf(known)].flatMap((link) => (link.startsWith(page) ? [link.slice(page.length)] : []));
}

function usedTerms(known: Known): Set<string> {
  const texts = known.plans.flatMap(({ tree, indicators }) => [
    ...tree.rows.flatMap(({ value }) => [value.title, value.summary]),
    ...indicators.rows.map(({ value }) => value.title),
  ]);
  const all = texts.join('\n');
  const found = known.terms.rows
    .filter(({ value }) => [value.title, ...value.aliases].some((word) => all.includes(word)))
    .map(({ value }) => value.id);
  return new Set([...found, ...linked(known, '/glossary/#')]);
}

function usedSources(known: Known): Set<string> {
  const used = new Set(linked(known, '/data/#source-'));
  const use = (source: string | null | undefined) => {
    if (source) used.add(source);
  };
  for (const { value } of [...known.municipalities.rows, ...known.changes.rows]) value.sources.forEach(use);
  for (const { zones } of known.zones) for (const { value } of zones.rows) use(value.source);
  for (const { index, tree, indicators, observations, targets, relatedPlans, bodies, texts } of known.plans) {
    use(index.front.source);
    for (const { rows } of [tree, indicators, observations, targets, relatedPlans])
      for (const { value } of rows) use(value.source);
    for (const { front } of [...bodies, ...texts]) use(front.source);
  }
  return used;
}

/**
 * Every theme, term, department and source is used. Looked at only where nothing is wrong so far: a row that could not
 * be read, or a misspelt id, would make what it means seem unused.
 */
export const unused: Rule = (known, report) => {
  if (hasErrors(report.problems)) return;
  const nodes = known.plans.flatMap(({ tree }) => tree.rows.map(({ value }) => value));
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
