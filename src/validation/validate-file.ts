import { compareLocations, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { listRows, type InputRow, type InputRows } from '../input/input-rows.ts';
import type { ParsedPlan } from './parsed-site.ts';
import { MAX_LEADING_ROWS, findHeaderRow } from './table-header.ts';
import { openTableRows } from '../input/open-table.ts';
import { tableSchemas, detectTable, type SourceTableName } from './detect-table.ts';
import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import type { ValidationContext, SiteCheck } from './validation-context.ts';
import { checkRatingBands } from './checks/rating-checks.ts';
import {
  checkNameSpaces,
  checkPlaceholders,
  checkPlatformCharacters,
  checkTextLengths,
} from './checks/text-cell-checks.ts';
import {
  checkFractionPercentages,
  checkLargePercentages,
  checkNegativeCounts,
} from './checks/number-checks.ts';
import { checkTargetDirections, checkTargets } from './checks/target-checks.ts';
import { checkItemThemes, checkParentCodes, checkSummaries } from './checks/tree-checks.ts';
import { checkPrefectures } from './checks/municipality-checks.ts';
import { checkRepeatedIds } from './checks/id-checks.ts';
import { checkRepeatedObservations } from './checks/observation-checks.ts';
import { checkUnknownCodes } from './checks/reference-checks.ts';
import type { SchemaRow } from '../tables/table-schema.ts';
import { parseTable, type ParsedTable } from './parse-table.ts';

/** What came of checking one file by itself. */
export interface FileValidation {
  /** Which table it is; null where neither its name nor its headings tell. */
  readonly table: SourceTableName | null;
  readonly diagnostics: readonly Diagnostic[];
  /** The rows that are not empty, the headings among them; none where the file can't be read. */
  readonly rows: readonly InputRow[];
  /** The index of the row of headings in `rows`; -1 where there is none. */
  readonly headerIndex: number;
  /** What the file, with nothing around it, says of a plan. */
  readonly plan: ParsedPlan;
}

/** The rules that need no other file. Those that look at another table than the file's own find nothing there. */
const ALONE: readonly SiteCheck[] = [
  checkRatingBands,
  checkPlatformCharacters,
  checkTargetDirections,
  checkFractionPercentages,
  checkTextLengths,
  checkParentCodes,
  checkLargePercentages,
  checkPlaceholders,
  checkPrefectures,
  checkRepeatedIds,
  checkRepeatedObservations,
  checkNameSpaces,
  checkSummaries,
  checkTargets,
  checkItemThemes,
];

/** The rules that need one table beside others, and so can be held against that table alone. */
const WITHIN: Readonly<Partial<Record<SourceTableName, readonly SiteCheck[]>>> = {
  // Whether a number may be below none is told by the indicator's title.
  indicators: [checkNegativeCounts],
  tree: [checkUnknownCodes],
};

type LooseTable<S extends SourceTableName> = ParsedTable<SchemaRow<(typeof tableSchemas)[S]>>;

/** A project that is nothing but one table, and one plan that the table may belong to. */
function knownOf(
  file: string,
  source: InputRows | null,
  shape: SourceTableName,
  report: DiagnosticReport,
): ValidationContext & { readonly plan: ParsedPlan } {
  const table = <S extends SourceTableName>(name: S): LooseTable<S> =>
    parseTable<(typeof tableSchemas)[S]>(name === shape ? source : null, file, tableSchemas[name], report);
  const nowhere = { file: '', line: 1, column: 1, field: '' };
  const plan: ParsedPlan = {
    id: 'loose',
    index: {
      file: '',
      front: { title: '', shortTitle: '', municipality: '', kind: '', levels: [], source: '' },
      parts: [],
      text: '',
      locate: () => nowhere,
    },
    tree: table('tree'),
    indicators: table('indicators'),
    observations: table('observations'),
    targets: table('targets'),
    bands: table('rating'),
    relatedPlans: table('related-plans'),
    bodies: [],
    texts: [],
  };
  return {
    folder: { files: [file], has: (path) => path === file, readBytes: () => new Uint8Array() },
    planIds: new Set([plan.id]),
    plan,
    plans: [plan],
    municipalities: table('municipalities'),
    themes: table('themes'),
    terms: table('glossary'),
    departments: table('departments'),
    sources: table('sources'),
    changes: table('changes'),
    topics: table('topics'),
    words: table('words'),
    zones: [{ municipality: '', zones: table('zones'), outlines: null }],
    guides: [],
  };
}

/**
 * Checks one file by itself, as a person has it before it stands in a project: every cell, and the rules that need no
 * other file. Whether the ids that it mentions exist can't be told. It needs nothing but the bytes, so that it runs in
 * a browser too.
 * @param name the file's name, which problems quote
 * @param bytes a CSV in any encoding that is read, or an Excel workbook
 * @param as which table it is, where somebody said so
 */
export async function validateFile(
  name: string,
  bytes: Uint8Array,
  as: SourceTableName | null = null,
): Promise<FileValidation> {
  const report = new DiagnosticReport();
  // Messages quote the file as a person calls it, wherever it stands.
  const file = name.split(/[/\\]/).at(-1) ?? name;
  const source = await openTableRows(bytes, file, report);
  const rows = source ? listRows(source) : [];
  const shape = as ?? detectTable(name, rows);
  // Where nothing tells which table it is, its headings are asked for as those of the table that is meant most often.
  const meant = shape ?? 'indicators';
  const known = knownOf(file, source, meant, report);
  for (const rule of [...ALONE, ...(WITHIN[meant] ?? [])]) rule(known, report);
  const head = findHeaderRow(rows.slice(0, MAX_LEADING_ROWS), tableSchemas[meant]);
  const problems = report.diagnostics.sort(compareLocations).map((one) => ({ ...one, file: name }));
  return { table: shape, diagnostics: problems, rows, headerIndex: head, plan: known.plan };
}
