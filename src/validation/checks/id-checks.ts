import { type Location, locateFile } from '../../diagnostics/diagnostic.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { findRepetitions } from '../../model/collections.ts';
import { CODE_PATTERN, isUsableId, SLUG_PATTERN } from '../../model/identifiers.ts';
import { foldText } from '../../model/japanese-text.ts';
import { findTimeArtifact } from '../../tables/cells/cell-issues.ts';
import { isDayNumber } from '../../tables/cells/id-cells.ts';
import { ID_CHANGE_ITEM, PLAN_REPLACEMENT_ITEM } from '../../tables/changes.ts';
import { siteTables } from '../../tables/source-tables.ts';
import { getKeyHeading } from '../../tables/table-schema.ts';
import { findPlanEntryFiles } from '../group-files.ts';
import { collectIds, listPlanFiles, listRowsWithIds, listSiteFiles, listSourceFiles } from '../parsed-site.ts';
import type { ParsedPlan, SiteCheck, SourceFile } from '../parsed-site.ts';

const isId = (text: string) => isUsableId(text, SLUG_PATTERN) || isUsableId(text, CODE_PATTERN);

/** Returns true for a text with as many parts as the other id, if each part is written like an id. */
const isLike = (id: string, other: string): boolean =>
  id.split('/').length === other.split('/').length && id.split('/').every(isId);

/** Checks the rows about changed ids: each names one new id and its old id, which nothing else can have. */
export const checkMovedIds: SiteCheck = (context, report) => {
  const { keys } = collectIds(context);
  const rows = context.changes.rows.filter(({ fields }) => fields.item === ID_CHANGE_ITEM);
  for (const { fields, locate } of rows) {
    const { subjects, before } = fields;
    const [now, ...others] = subjects;
    if (now === undefined) report.add(locate('対象'), 'empty-cell', { field: '対象' });
    else if (before === '') report.add(locate('前'), 'empty-cell', { field: '前' });
    else if (others.length > 0)
      report.add(locate('対象'), 'moved-without-target', { value: subjects.join(';'), item: ID_CHANGE_ITEM });
    else if (!isLike(before, now)) report.add(locate('前'), 'bad-old-id', { value: before, now });
    else if (keys.has(before)) report.add(locate('前'), 'old-id-in-use', { value: before });
  }
  const named = rows.filter(({ fields }) => fields.before !== '');
  for (const { item, first } of findRepetitions(named, ({ fields }) => fields.before))
    report.add(item.locate('前'), 'repeated-old-id', { value: item.fields.before, line: first.locate('前').line });
};

/** Reports items that are almost words with an effect, which have none then, and changes from a text to the same text. */
export const checkChangeItems: SiteCheck = ({ changes }, report) => {
  for (const { fields, locate } of changes.rows) {
    const near = suggestChoice(fields.item, [ID_CHANGE_ITEM, PLAN_REPLACEMENT_ITEM]);
    if (near !== '' && near !== fields.item) report.add(locate('項目'), 'similar-item', { value: fields.item, near });
    if (fields.before !== '' && fields.before === fields.after) report.add(locate('後'), 'same-before-after');
  }
};

/** Returns the ids from one to another by the shortest way along `next`; null if there is no way. */
export function findPath(from: string, to: string, next: (id: string) => readonly string[]): readonly string[] | null {
  const seen = new Set<string>();
  for (let paths = [[from]]; paths.length > 0;) {
    const arrived = paths.find((path) => path.at(-1) === to);
    if (arrived) return arrived;
    paths = paths.flatMap((path) => next(path.at(-1) ?? '').flatMap((id) => (seen.has(id) ? [] : [[...path, id]])));
    for (const path of paths) seen.add(path.at(-1) ?? '');
  }
  return null;
}

/** Checks the rows about plans that replace others: each names two plans of the site, and none replaces a later one. */
export const checkReplacedPlans: SiteCheck = ({ changes, planIds }, report) => {
  const rows = changes.rows.filter(({ fields }) => fields.item === PLAN_REPLACEMENT_ITEM);
  const byOld = Map.groupBy(rows, ({ fields }) => fields.before);
  const listNewer = (id: string) => (byOld.get(id) ?? []).flatMap(({ fields }) => fields.subjects);
  for (const { fields, locate } of rows) {
    const { subjects, before } = fields;
    const [now = '', ...others] = subjects;
    for (const [heading, value] of Object.entries({ 対象: now, 前: before })) {
      const near = suggestChoice(value, planIds);
      if (value === '') report.add(locate(heading), 'empty-cell', { field: heading });
      else if (!planIds.has(value))
        report.add(locate(heading), 'unknown-reference', { value, what: '計画ID', file: 'content/plans/', near });
    }
    if (others.length > 0)
      report.add(locate('対象'), 'moved-without-target', { value: subjects.join(';'), item: PLAN_REPLACEMENT_ITEM });
    const path = now !== '' && others.length === 0 && findPath(now, before, listNewer);
    if (path) report.add(locate('前'), 'replacement-loop', { loop: [before, ...path].join(' → ') });
  }
};

/** Reports values that two rows of a file have in a key column, or in its other unique columns taken together. */
export const checkRepeatedIds: SiteCheck = (context, report) => {
  for (const { table, parsed } of listSourceFiles(context)) {
    const uniqueValues = new Map<string, Location>();
    for (const [heading, { key, unique, field }] of Object.entries(table.columns)) {
      if (!key && !unique) continue;
      const firstLocations = unique ? uniqueValues : new Map<string, Location>();
      for (const { fields, locate } of parsed.rows)
        // A cell of a list has several values.
        for (const value of [fields[field]].flat().map(String)) {
          const location = locate(heading);
          const first = firstLocations.get(value);
          if (!first) firstLocations.set(value, location);
          else if (first.line !== location.line)
            report.add(location, 'repeated-id', { value, file: first.file, line: first.line });
        }
    }
  }
};

/** The tables in which readers tell rows apart by their names, and by their units if they have some. */
const NAMED_TABLES: readonly SourceFile['name'][] = ['indicators', 'statistics', 'themes', 'zones'];
/** Names of shares, which have no second unit: 受診率 in 冊 is the name of another row. */
const RATE_NAME = /(?:率|割合)(?:[(（].*)?$/;

/** Reports a second plan of a municipality with the same name, and a second such row of a table. */
export const checkRepeatedTitles: SiteCheck = (context, report) => {
  const getTitle = ({ front }: ParsedPlan['index']) => `${front.municipality} ${foldText(front.title)}`;
  for (const { item, first } of findRepetitions(context.plans, ({ index }) => getTitle(index)))
    report.add(item.index.locate('title'), 'repeated-title', { value: item.index.front.title, plan: first.id });
  const getName = ({ fields: { title, unit = '' } }: SourceFile['parsed']['rows'][number]) =>
    `${foldText(String(title))} ${RATE_NAME.test(String(title)) ? '' : String(unit)}`;
  for (const { name, table, parsed } of listSourceFiles(context)) {
    if (!NAMED_TABLES.includes(name)) continue;
    for (const { item, first } of findRepetitions(parsed.rows, getName)) {
      // A row that is copied as a whole has a repeated id.
      if (item.fields.id === first.fields.id) continue;
      const { line } = first.locate('名称');
      const { title, unit = '' } = item.fields;
      const units = Number(table.title === '指標' && unit === first.fields.unit);
      const values = { value: String(title), line, what: table.title, units };
      report.add(item.locate('名称'), 'repeated-title', values);
    }
  }
};

/** Lists ids with the Japanese words for their kinds, and their locations. */
const listUniqueIds = (files: readonly SourceFile[]) =>
  files
    .filter(({ table }) => table.ids === 'unique')
    .flatMap(listRowsWithIds)
    .map(({ id, heading, locate }) => ({ id, what: heading, location: locate(heading) }));

/** Reports ids that end with numbers of days: a spreadsheet makes them of 1-1. Other long numbers show that they are not. */
export const checkDayNumbers: SiteCheck = (context, report) => {
  for (const source of listSourceFiles(context)) {
    const numbers = listUniqueIds([source]).filter(({ id }) => /(?:^|_)\d{3,}$/.test(id));
    const [first] = numbers;
    if (!first || !numbers.every(({ id }) => isDayNumber(id))) continue;
    const { id: value, what, location } = first;
    // The message of an unknown parent names its day.
    if (report.diagnostics.some(({ code }) => code === 'unknown-parent')) continue;
    const date = findTimeArtifact(value.replace(/.*_/, ''), String)?.values.date ?? '';
    report.add(location, 'id-like-day', { value, what, date, count: numbers.length });
  }
};

/** A theme or a statistic may have the id of the term that explains its name; terms are compared last. */
const [TERM, ...EXPLAINED] = [siteTables.terms, siteTables.themes, siteTables.statistics].map(getKeyHeading);
const mayShareId = (first: string, other: string): boolean => other === TERM && EXPLAINED.includes(first);

/** Reports ids that two kinds of things share: changes and search results name their subject by the id alone. */
export const checkSharedIds: SiteCheck = (context, report) => {
  const check = (ids: ReturnType<typeof listUniqueIds>) => {
    for (const { item, first } of findRepetitions(ids, ({ id }) => id)) {
      const { id: value, what, location } = item;
      const { file, line } = first.location;
      if (first.what !== what && !mayShareId(first.what, what))
        report.add(location, 'shared-id', { value, what, other: first.what, file, line });
    }
  };
  const files = listSiteFiles(context);
  const entryFiles = findPlanEntryFiles(context.folder);
  check([
    ...listUniqueIds(files.filter(({ name }) => name === 'municipalities')),
    ...[...context.planIds].map((id) => ({ id, what: '計画ID', location: locateFile(entryFiles.get(id) ?? '') })),
    ...listUniqueIds(files.filter(({ name }) => name !== 'terms')),
    ...listUniqueIds(files.filter(({ name }) => name === 'terms')),
  ]);
  for (const plan of context.plans) check(listUniqueIds(listPlanFiles(plan)));
};
