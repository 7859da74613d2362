import { z } from 'zod';
import { listKeys } from '../model/value-lists.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { countVerdicts, judgeReadability, type RuleJudgement } from '../readability/judge-readability.ts';
import { judgeLabels, verdictLabels, type VerdictCode } from '../readability/readability-rule.ts';
import { readabilityRules } from '../readability/readability-rules.ts';
import type { TableMetadata } from '../readability/sheet-table.ts';
import { codeLists } from './tables/published-code-lists.ts';
import type { PublishedTable } from './published-table.ts';
import { publishedTables } from './tables/published-tables.ts';

/** A place in a published file that does not keep a rule. */
const Cell = z.strictObject({
  file: z.string(),
  sheet: z.string(),
  line: z.int(),
  column: z.int(),
  heading: z.string(),
  value: z.string(),
  wrong: z.string(),
  instead: z.string(),
});

const TableVerdict = z.strictObject({
  rule: z.string(),
  verdict: z.enum(listKeys(verdictLabels)),
  reason: z.string(),
  cells: z.array(Cell),
});
type TableVerdict = z.infer<typeof TableVerdict>;

/** `/data/quality.json`: what each of the thirty rules says of each published table. */
export const QualityReport = z.strictObject({
  /** The data's version. */
  version: z.string(),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      asks: z.string(),
      looks: z.string(),
      people: z.string(),
      judge: z.enum(listKeys(judgeLabels)),
    }),
  ),
  tables: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      passed: z.int(),
      failed: z.int(),
      person: z.int(),
      verdicts: z.array(TableVerdict),
    }),
  ),
});
export type QualityReport = z.infer<typeof QualityReport>;

/**
 * Rules that can be broken by the words of a plan, which the check warns of or takes as they are. Any other is broken
 * by the program alone.
 */
const BY_WORDS: readonly string[] = ['L1-06', 'L1-07', 'L1-08', 'L1-14', 'L2-02', 'L2-05', 'L3-05'];

/** What is known of a published table besides its files. */
function describedBy({ columns }: PublishedTable): TableMetadata {
  return { columns, codeLists: codeLists.map(({ id }) => id), marks: {} };
}

/** What is known of a file that has the headings of a table of this site; null for any other. */
export function findTableByHeadings(headings: readonly string[]): TableMetadata | null {
  const found = [...publishedTables, ...codeLists].find(
    ({ columns }) => columns.map(({ title }) => title).join('\n') === headings.join('\n'),
  );
  return found ? describedBy(found) : null;
}

/** The worst first: a table keeps a rule only if all of its files do. */
const ORDER: readonly VerdictCode[] = ['failed', 'person', 'passed'];

/** What a rule says of a table that comes in several files. */
function together(judged: readonly { readonly path: string; readonly one: RuleJudgement }[]): TableVerdict {
  const verdict = ORDER.find((wanted) => judged.some(({ one }) => one.verdict === wanted)) ?? 'person';
  const [first] = judged;
  if (!first) throw new Error('a rule that concerns no file');
  const telling = judged.filter(({ one }) => one.verdict === verdict).map(({ one }) => one.reason);
  const cells = judged.flatMap(({ path, one }) => one.violations.map((fault) => ({ file: path, ...fault })));
  // Files that keep a rule may tell so in other words, as by their formats.
  const kept = verdict === 'passed' ? [...new Set(telling)].join('') : telling[0];
  const reason = verdict === 'failed' ? `${cells.length}か所が合いません。` : (kept ?? '');
  return { rule: first.one.rule.id, verdict, reason, cells };
}

/** A file of which the bytes are known. */
interface Made {
  readonly path: string;
  readonly body: string | Uint8Array;
}

const bytesOf = ({ body }: Made) => (typeof body === 'string' ? new TextEncoder().encode(body) : body);

async function verdictsOf(table: PublishedTable, files: readonly Made[]): Promise<TableVerdict[]> {
  const judged = await Promise.all(
    (['csv', 'xlsx'] as const).map(async (format) => {
      const file = files.find(({ path }) => path === `${table.id}.${format}`);
      if (!file) throw new Error(`no file ${table.id}.${format}`);
      return {
        format,
        path: file.path,
        all: await judgeReadability(bytesOf(file), () => describedBy(table)),
      };
    }),
  );
  return readabilityRules.map((rule, at) => {
    const concerned = judged.filter(({ format }) => rule.formats.includes(format));
    return together(
      concerned.flatMap(({ path, all }) => {
        const one = all[at];
        return one ? [{ path, one }] : [];
      }),
    );
  });
}

/** Stops where a table breaks a rule by its form, which is a mistake of this program and of nobody else. */
function assertForm(id: string, found: readonly TableVerdict[]): void {
  for (const { rule, verdict, cells } of found)
    if (verdict === 'failed' && !BY_WORDS.includes(rule))
      throw new Error(`the table ${id} breaks ${rule}: ${JSON.stringify(cells[0])}`);
}

/**
 * The thirty rules held against the bytes of every published table, as CSV and as Excel.
 * @param files what is published, with the CSV and the Excel file of each table among them
 * @returns the text of `/data/quality.json`
 */
export async function createQualityReport(siteData: SiteData, files: readonly Made[]): Promise<string> {
  const judged: QualityReport['tables'] = [];
  for (const table of publishedTables) {
    const found = await verdictsOf(table, files);
    assertForm(table.id, found);
    judged.push({ id: table.id, title: table.title, ...countVerdicts(found), verdicts: found });
  }
  const said = readabilityRules.map(({ id, title, asks, looks, people, judge: by }) => ({
    id,
    title,
    asks,
    looks,
    people,
    judge: by,
  }));
  const result: QualityReport = { version: siteData.version, rules: said, tables: judged };
  return `${JSON.stringify(result, null, 1)}\n`;
}

/** What was found of the published tables, read back from the files that are published. */
export function readQualityReport(files: readonly Made[]): QualityReport {
  const file = files.find(({ path }) => path === 'quality.json');
  if (!file) throw new Error('no file quality.json');
  return QualityReport.parse(JSON.parse(new TextDecoder().decode(bytesOf(file))));
}
