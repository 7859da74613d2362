import { z } from 'zod';
import { listKeys } from '../model/value-lists.ts';
import { countVerdicts, judgeOpenFile, judgeReadability, readabilityRules } from '../readability/judge-readability.ts';
import type { RuleJudgement } from '../readability/judge-readability.ts';
import { openWrittenSheets } from '../readability/open-readable-file.ts';
import { judgeLabels, verdictLabels, type VerdictCode } from '../readability/readability-rule.ts';
import type { TableMetadata } from '../readability/sheet-table.ts';
import type { SiteData } from '../site-data/site-data.ts';
import type { PublishedFile } from './published-file.ts';
import type { PublishedTable } from './published-table.ts';
import { listTableSheets } from './table-formats.ts';
import { codeLists, describedTables } from './tables/published-code-lists.ts';
import { publishedTables } from './tables/published-tables.ts';

const text = z.string();
const record = { id: text, title: text };

/** A cell of a published file that breaks a rule. */
const CellViolation = z.strictObject({
  file: text,
  sheet: text,
  line: z.int(),
  column: z.int(),
  heading: text,
  value: text,
  wrong: text,
  instead: text,
  doubtful: z.literal(true).optional(),
});

const verdict = z.enum(listKeys(verdictLabels));
const TableVerdict = z.strictObject({ rule: text, verdict, reason: text, cells: z.array(CellViolation) });
type TableVerdict = z.infer<typeof TableVerdict>;

const judge = z.enum(listKeys(judgeLabels));
const counts = { passed: z.int(), failed: z.int(), person: z.int() };

/** `/data/quality.json`: the verdict of each of the thirty rules on each published table. */
export const QualityReport = z.strictObject({
  version: text,
  rules: z.array(z.object({ ...record, asks: text, looks: text, people: text, judge })),
  tables: z.array(z.strictObject({ ...record, ...counts, verdicts: z.array(TableVerdict) })),
});
export type QualityReport = z.infer<typeof QualityReport>;

/** The rules that the text of a plan can break. A violation of any other rule is a mistake of the program. */
const TEXT_RULES: readonly string[] = ['L1-06', 'L1-07', 'L1-08', 'L1-14', 'L2-02', 'L2-05', 'L3-05'];

function getTableMetadata({ columns }: PublishedTable): TableMetadata {
  return { columns, codeLists: codeLists.map(({ id }) => id) };
}

/** Returns the metadata of the published table with these headings; null if there is none. */
export function findTableByHeadings(headings: readonly string[]): TableMetadata | null {
  const table = describedTables.find(
    ({ columns }) => columns.map(({ title }) => title).join('\n') === headings.join('\n'),
  );
  return table ? getTableMetadata(table) : null;
}

/** The worst verdict first: a table passes a rule only if all its files do. */
const VERDICTS_BY_SEVERITY: readonly VerdictCode[] = ['failed', 'person', 'passed'];

function combineJudgements(judgements: readonly (RuleJudgement & { readonly file: string })[]): TableVerdict {
  const [first] = judgements;
  if (!first) throw new Error('a rule without files');
  const verdict =
    VERDICTS_BY_SEVERITY.find((code) => judgements.some((judgement) => judgement.verdict === code)) ?? 'person';
  const reasons = judgements.filter((judgement) => judgement.verdict === verdict).map(({ reason }) => reason);
  const cells = judgements.flatMap(({ file, violations }) => violations.map((violation) => ({ file, ...violation })));
  // The reasons for a passed rule can differ between formats.
  const reason = (verdict === 'passed' ? [...new Set(reasons)].join('') : reasons[0]) ?? '';
  return {
    rule: first.rule.id,
    verdict,
    reason: verdict === 'failed' ? `${cells.length}か所が合いません。` : reason,
    cells,
  };
}

const getBytes = ({ body }: PublishedFile) => (typeof body === 'string' ? new TextEncoder().encode(body) : body);

/** Judges the CSV and the Excel file of a table, the Excel file by its sheets as they are before they are packed. */
function judgeTable(siteData: SiteData, table: PublishedTable, files: readonly PublishedFile[]): TableVerdict[] {
  const getMetadata = () => getTableMetadata(table);
  const csv = files.find(({ path }) => path === `${table.id}.csv`);
  if (!csv) throw new Error(`no file ${table.id}.csv`);
  const addFile = (format: 'csv' | 'xlsx', judgements: readonly RuleJudgement[]) =>
    judgements.map((judgement) => ({ ...judgement, format, file: `${table.id}.${format}` }));
  const judgements = [
    ...addFile('csv', judgeReadability(getBytes(csv), getMetadata)),
    ...addFile('xlsx', judgeOpenFile(openWrittenSheets(listTableSheets(siteData, table), getMetadata))),
  ];
  return readabilityRules.map(({ id, formats }) =>
    combineJudgements(judgements.filter(({ rule, format }) => rule.id === id && formats.includes(format))),
  );
}

/** Throws if a table breaks a rule by its form, which is a mistake of the program. */
function assertForm(id: string, verdicts: readonly TableVerdict[]): void {
  for (const { rule, verdict, cells } of verdicts)
    if (verdict === 'failed' && !TEXT_RULES.includes(rule))
      throw new Error(`the table ${id} breaks ${rule}: ${JSON.stringify(cells[0])}`);
}

/** Returns the text of `/data/quality.json`: the verdicts of the rules on the CSV and Excel file of each table. */
export function createQualityReport(siteData: SiteData, files: readonly PublishedFile[]): string {
  const tables: QualityReport['tables'] = [];
  for (const table of publishedTables) {
    const verdicts = judgeTable(siteData, table, files);
    assertForm(table.id, verdicts);
    tables.push({ id: table.id, title: table.title, ...countVerdicts(verdicts), verdicts });
  }
  const result = QualityReport.parse({ version: siteData.version, rules: readabilityRules, tables });
  return `${JSON.stringify(result, null, 1)}\n`;
}

/** Reads `quality.json` from the published files. */
export function readQualityReport(files: readonly PublishedFile[]): QualityReport {
  const file = files.find(({ path }) => path === 'quality.json');
  if (!file) throw new Error('no file quality.json');
  return QualityReport.parse(JSON.parse(new TextDecoder().decode(getBytes(file))));
}
