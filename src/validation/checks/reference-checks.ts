import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import { hasErrors, locateFile } from '../../diagnostics/diagnostic.ts';
import { suggestChoice } from '../../diagnostics/suggest-choice.ts';
import { memoizeByObject } from '../../model/collections.ts';
import { foldText } from '../../model/japanese-text.ts';
import { getRouteStart, otherPaths } from '../../model/routes.ts';
import { describeUnknownCode } from '../../tables/cells/id-cells.ts';
import { createIdFollower } from '../../tables/changes.ts';
import { municipalityTables, siteTables } from '../../tables/source-tables.ts';
import { getKeyHeading, getTableFile, type SourceTable } from '../../tables/table-schema.ts';
import type { ParsedTable } from '../parse-table.ts';
import {
  listMunicipalityFiles,
  listPlanFiles,
  listPlanTexts,
  listRowsWithIds,
  listSiteFiles,
  listSourceFiles,
  listTexts,
  collectIds,
  visitCells,
} from '../parsed-site.ts';
import type { ParsedPlan, RowFields, SourceFile, IdRegister, SiteCheck, ValidationContext } from '../parsed-site.ts';
import type { ParsedRow } from '../row-parser.ts';

/** Takes a row or a text, its heading or field, and the id in it; empty if a text has no id. */
type ReferenceVisitor = (row: Pick<ParsedRow<RowFields>, 'locate'>, field: string, id: string) => void;

/** Calls `visit` for every id in the columns of these files that refer to a table. */
function visitReferences(files: readonly SourceFile[], target: string, visit: ReferenceVisitor): void {
  visitCells(files, ({ references }) => references === target, visit);
}

/** Reports codes of plan items that the same plan's tree.csv does not contain. */
export const checkUnknownCodes: SiteCheck = ({ plans }, report) => {
  for (const plan of plans) {
    const { keys, lacksKeys } = plan.tree;
    if (lacksKeys) continue;
    visitReferences(listPlanFiles(plan), 'tree', (row, heading, value) => {
      if (!keys.has(value)) report.add(row.locate(heading), 'unknown-code', describeUnknownCode(value, keys));
    });
  }
};

type ReferenceTarget = IdRegister & Pick<ParsedTable<unknown>, 'file'>;

/** Groups ids by their part after the /. */
const groupByEnd = memoizeByObject((ids: Iterable<string>) => Map.groupBy(ids, (id) => id.slice(id.indexOf('/') + 1)));

/** Returns the most similar id, or the first one that only begins with the id of a plan more; empty if there is none. */
export const suggestWholeId = (id: string, ids: Iterable<string>): string =>
  suggestChoice(id, ids) || (groupByEnd(ids).get(id)?.[0] ?? '');

const getIdFollower = memoizeByObject((rows: ValidationContext['changes']['rows']) =>
  createIdFollower(rows.map(({ fields }) => fields)),
);

/** Returns a function that reports unknown ids, or once that the whole file of the ids is missing from the site. */
export function createReferenceCheck(
  what: string,
  { file, keys, lacksKeys }: ReferenceTarget,
  { folder, changes }: ValidationContext,
  report: DiagnosticReport,
): ReferenceVisitor {
  const suggestPresent = (id: string) => {
    const present = getIdFollower(changes.rows)(id);
    return keys.has(present) ? present : suggestWholeId(id, keys);
  };
  const isMissing = file.endsWith('.csv') && !folder.has(file);
  let isReported = false;
  return (row, field, value) => {
    if (value === '' || lacksKeys || keys.has(value) || isReported) return;
    const location = row.locate(field);
    if (isMissing) {
      isReported = true;
      if (report.diagnostics.some((one) => one.code === 'missing-file' && one.file === file)) return;
      const why = `${location.file} の${location.line}行めなどが、このファイルの${what}（「${value}」）を使っています。ファイルの名前を変えていないか、使うほうの値が正しいかも、確かめてください。`;
      report.add(locateFile(file), 'missing-file', { file, why });
    } else report.add(location, 'unknown-reference', { value, what, file, near: suggestPresent(value) });
  };
}

/** Checks the references inside one plan: to the tables of the plan and of its municipality. */
function checkPlanReferences(plan: ParsedPlan, context: ValidationContext, report: DiagnosticReport): void {
  const files = listPlanFiles(plan);
  for (const { name, table, parsed } of files)
    // `checkUnknownCodes` reports codes.
    if (name !== 'tree')
      visitReferences(files, name, createReferenceCheck(getKeyHeading(table), parsed, context, report));
  const { municipality } = plan.index.front;
  const { zones: table } = municipalityTables;
  const empty = { file: getTableFile(table, municipality), keys: new Set<string>(), lacksKeys: false };
  const zones = context.folders.find((one) => one.municipality === municipality)?.zones;
  // An unknown municipality has a diagnostic of its own.
  if (zones ?? context.municipalities.keys.has(municipality))
    visitReferences(files, 'zones', createReferenceCheck(getKeyHeading(table), zones ?? empty, context, report));
}

/** Reports ids in cells and front matter that do not exist. */
export const checkUnknownReferences: SiteCheck = (context, report) => {
  const { municipalities, sources, plans, planIds } = context;
  const files = listSourceFiles(context);
  const createCheck = (table: SourceTable, target: ReferenceTarget) =>
    createReferenceCheck(getKeyHeading(table), target, context, report);
  for (const { name, table, parsed } of listSiteFiles(context))
    visitReferences(files, name, createCheck(table, parsed));
  for (const plan of plans) checkPlanReferences(plan, context, report);
  const { keys, lacksKeys } = collectIds(context);
  const isMissing = report.diagnostics.some(({ code }) => code === 'missing-file');
  const target = { file: 'data/', keys, lacksKeys: lacksKeys || isMissing };
  const checkId = createReferenceCheck('ID', target, context, report);
  // The contents of a plan are unknown if its introduction can't be read; that has a diagnostic of its own.
  const readPlans = new Set(plans.map(({ id }) => id));
  visitReferences(files, 'any', (row, field, id) => {
    const [plan = '', inside] = id.split('/');
    if (inside === undefined || !planIds.has(plan) || readPlans.has(plan)) checkId(row, field, id);
  });
  const checkMunicipality = createCheck(siteTables.municipalities, municipalities);
  const checkSource = createCheck(siteTables.sources, sources);
  for (const folder of context.folders) {
    const tables = listMunicipalityFiles(folder).map(({ parsed }) => parsed);
    const files = [...tables, folder.outlines, folder.outline].flatMap((one) => one?.file ?? []);
    const file = files.find(context.folder.has) ?? '';
    checkMunicipality({ locate: (field) => ({ file, line: 1, column: 1, field }) }, '', folder.municipality);
    if (folder.outline) checkSource({ locate: folder.outline.locateSource }, 'source', folder.outline.source);
  }
  for (const { index, bodies, texts } of plans) {
    checkMunicipality(index, 'municipality', index.front.municipality);
    checkSource(index, 'source', index.front.source);
    for (const text of [...bodies, ...texts]) checkSource(text, 'source', text.front.source ?? '');
  }
};

/** The columns that repeat the name and the unit of an indicator beside its id, with their fields. */
const MEMO_FIELDS = { 名称: 'title', 単位: 'unit' } as const;

/** Reports names and units beside an indicator's id that are not its own: the ids and the values may be shifted. */
export const checkIndicatorMemos: SiteCheck = ({ plans }, report) => {
  for (const { indicators, observations, targets } of plans) {
    const byId = new Map(indicators.rows.map(({ fields }) => [fields.id, fields]));
    for (const { fields, locate } of [...observations.rows, ...targets.rows]) {
      const indicator = byId.get(fields.indicator);
      if (!indicator) continue;
      for (const [heading, field] of Object.entries(MEMO_FIELDS)) {
        const [value, own] = [fields[field], indicator[field]];
        if (value !== '' && foldText(value) !== foldText(own))
          report.add(locate(heading), 'name-of-other-indicator', { id: indicator.id, heading, title: own, value });
      }
    }
  }
};

/** Reports ids of a file that are similar to ids which the file no longer contains. */
export function checkRenamedIds(file: SourceFile, published: ReadonlySet<string>, report: DiagnosticReport) {
  const gone = [...published].filter((id) => !file.parsed.keys.has(id));
  for (const { id: value, heading, locate } of listRowsWithIds(file)) {
    const near = published.has(value) ? '' : suggestChoice(value, gone);
    if (near !== '') report.add(locate(heading), 'renamed-id', { value, what: heading, near });
  }
}

/** Returns the glossary terms that the names, summaries and definitions of a site contain. */
function listOccurringTerms({ plans, statistics, terms }: ValidationContext): string[] {
  const texts = plans.flatMap(({ tree, indicators }) => [
    ...tree.rows.flatMap(({ fields }) => [fields.title, fields.summary]),
    ...indicators.rows.map(({ fields }) => fields.title),
  ]);
  const definitions = statistics.rows.flatMap(({ fields }) => [fields.definition, fields.note]);
  const all = [...texts, ...definitions].join('\n');
  return terms.rows
    .filter(({ fields }) => [fields.title, ...fields.aliases].some((word) => all.includes(word)))
    .map(({ fields }) => fields.id);
}

/** Reports rows that nothing refers to, if nothing else is wrong: a misspelt id would make its row look unused. */
export const checkUnusedIds: SiteCheck = (context, report) => {
  if (hasErrors(report.diagnostics)) return;
  const files = listSourceFiles(context);
  const parts = listTexts(context).flatMap((text) => text.parts);
  const links = parts.flatMap(({ type, value }) => (type === 'link' ? [value] : []));
  const cited = context.plans.flatMap(listPlanTexts).flatMap(({ front }) => front.source ?? []);
  const drawn = context.folders.flatMap(({ outline }) => outline?.source ?? []);
  const otherUses: Readonly<Partial<Record<SourceFile['name'], readonly string[]>>> = {
    terms: [...listOccurringTerms(context), ...listIdsAfter(getRouteStart(otherPaths.term), links)],
    sources: [...cited, ...drawn, ...listIdsAfter(getRouteStart(otherPaths.source), links)],
  };
  for (const { name, table, parsed } of files) {
    if (!table.mustBeUsed) continue;
    const used = new Set(otherUses[name]);
    visitReferences(files, name, (_row, _heading, id) => used.add(id));
    for (const { id: value, heading, locate } of listRowsWithIds({ table, parsed }))
      if (!used.has(value)) report.add(locate(heading), 'unused-id', { what: table.title, value });
  }
};

/** Returns what follows the start of a route in the links that have it: the ids of its pages. */
const listIdsAfter = (start: string, links: readonly string[]): string[] =>
  links.flatMap((link) => (link.startsWith(start) ? [link.slice(start.length)] : []));
