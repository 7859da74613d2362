import { createSuggester, suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { createIssue, hasErrors, type Location } from '../../diagnostics/diagnostic.ts';
import { collectIds, type SiteCheck, type ValidationContext } from '../validation-context.ts';
import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import type { ParsedTable } from '../parse-table.ts';

/** Codes that a cell mentions stand in the same plan's tree. */
export const checkUnknownCodes: SiteCheck = (known, report) => {
  for (const { tree, indicators, relatedPlans } of known.plans) {
    const mention = (place: Location, value: string) => {
      if (!tree.keys.has(value) && !tree.unread)
        report.add(place, createIssue('unknown-code', { value, near: suggestChoice(value, tree.keys) }));
    };
    for (const { fields, locate } of tree.rows)
      for (const code of fields.related) mention(locate('関連'), code);
    for (const { fields, locate } of indicators.rows)
      for (const code of fields.nodes) mention(locate('コード'), code);
    for (const { fields, locate } of relatedPlans.rows)
      for (const code of fields.nodes) mention(locate('コード'), code);
  }
};

/** A list of ids that cells may mention. */
interface Register {
  readonly what: string;
  readonly file: string;
  readonly keys: ReadonlySet<string>;
  /** True where the list could not be read, which is told once and there. */
  readonly unread: boolean;
}

/** A row or text, which is asked for a place only where something is wrong: there may be a million of them. */
interface Mentioning {
  readonly locate: (field: string) => Location;
}

type Mention = (of: Mentioning, field: string, value: string | null) => void;

function mentionIn({ what, file, keys, unread }: Register, report: DiagnosticReport): Mention {
  const meant = createSuggester(keys);
  return (of, field, value) => {
    if (value !== null && !unread && !keys.has(value))
      report.add(
        of.locate(field),
        createIssue('unknown-reference', { value, what, file, near: meant(value) }),
      );
  };
}

/** Ids that a cell or a front matter mentions exist: municipalities, themes, departments, sources, zones, changes. */
export const checkUnknownReferences: SiteCheck = (known, report) => {
  const { municipalities, themes, departments, sources } = known;
  const city = mentionIn({ what: '市区町村ID', ...municipalities }, report);
  const theme = mentionIn({ what: 'テーマID', ...themes }, report);
  const department = mentionIn({ what: '部署ID', ...departments }, report);
  const source = mentionIn({ what: '出典ID', ...sources }, report);
  const anything = mentionIn({ what: 'ID', file: 'data/', ...collectIds(known) }, report);
  const each = (values: readonly string[], mention: Mention, of: Mentioning, field: string) => {
    for (const value of values) mention(of, field, value);
  };

  for (const row of municipalities.rows) each(row.fields.sources, source, row, '出典ID');
  for (const row of [...departments.rows, ...sources.rows]) city(row, '市区町村ID', row.fields.municipality);
  // What a plan holds is not known where its introduction can't be read; that is told there, and once.
  const read = new Set(known.plans.map(({ id }) => id));
  const isUnread = (id: string) => {
    const [plan = '', inside] = id.split('/');
    return inside !== undefined && known.planIds.has(plan) && !read.has(plan);
  };
  for (const row of known.changes.rows) {
    const targets = row.fields.targets.filter((id) => !isUnread(id));
    each(targets, anything, row, '対象');
    each(row.fields.sources, source, row, '出典ID');
  }
  for (const { municipality, zones } of known.zones) {
    city({ locate: (field) => ({ file: zones.file, line: 1, column: 1, field }) }, '', municipality);
    for (const row of zones.rows) source(row, '出典ID', row.fields.source);
  }
  for (const { index, tree, indicators, observations, targets, relatedPlans, bodies, texts } of known.plans) {
    city(index, 'municipality', index.front.municipality);
    source(index, 'source', index.front.source);
    for (const row of tree.rows) {
      each(row.fields.themes, theme, row, 'テーマ');
      each(row.fields.departments, department, row, '担当');
    }
    for (const { rows } of [tree, indicators, observations, targets, relatedPlans])
      for (const row of rows) source(row, '出典ID', row.fields.source);
    for (const text of [...bodies, ...texts]) source(text, 'source', text.front.source ?? null);
    const slug = mentionIn({ what: '指標ID', ...indicators }, report);
    for (const { rows } of [observations, targets])
      for (const row of rows) slug(row, '指標ID', row.fields.indicator);
    const own = known.zones.find((one) => one.municipality === index.front.municipality)?.zones;
    const zone = mentionIn(
      {
        what: '地域ID',
        file: `data/municipalities/${index.front.municipality}/zones.csv`,
        keys: own?.keys ?? new Set(),
        unread: own?.unread ?? false,
      },
      report,
    );
    for (const row of observations.rows) zone(row, '地域ID', row.fields.zone);
  }
};

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
