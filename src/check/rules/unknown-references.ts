import { createSuggester } from '../../problems/near.ts';
import { createIssue, type Location } from '../../problems/problem.ts';
import type { DiagnosticReport } from '../report.ts';
import { collectIds } from '../everything.ts';
import type { SiteCheck } from '../rule.ts';

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
