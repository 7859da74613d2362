import { messageCatalogue } from '../diagnostics/catalogue/message-catalogue.ts';
import type { Issue } from '../diagnostics/diagnostic.ts';
import { parseCsvRows } from '../input/csv-reader.ts';
import { decodeText } from '../input/text-decoding.ts';
import { listRows, type InputRow, type InputPosition } from '../input/input-rows.ts';
import { isWorkbook, openWorkbook } from '../input/xlsx/open-workbook.ts';
import { getCellKey } from '../input/xlsx/sheet-facts.ts';
import { surveyWorkbook, type CellFacts, type SheetSurvey } from '../input/xlsx/sheet-survey.ts';
import {
  BLANK_CELL,
  type FileReading,
  type MetadataLookup,
  type SheetCell,
  type SheetContent,
  type SheetRow,
  type SheetTable,
} from './sheet-table.ts';
import { findTable } from './find-table.ts';
import {
  askPerson,
  passRule,
  type Violation,
  type RuleVerdict,
  type ReadabilityRule,
  type VerdictCode,
} from './readability-rule.ts';
import { readabilityRules } from './readability-rules.ts';

const TOP: InputPosition = { line: 1, column: 1 };

function refused({ code, values }: Issue, spot: InputPosition = TOP): FileReading {
  const message = messageCatalogue[code];
  return { ok: false, wrong: message.message(values), instead: message.fix(values), spot };
}

/** What a text is that is not a table of commas; null for what may be one. */
function otherForm(text: string): string | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return '何も書かれていないファイルです。';
  if (/^\s*<(?:!doctype|html|table|\?xml)/i.test(text)) return 'HTML か XML のファイルです。';
  if (text.startsWith('%PDF-')) return 'PDF のファイルです。';
  if (/^\s*[{[]\s*["{[\]}]/.test(text)) return 'JSON のファイルです。';
  const parted = (sign: string) => lines.every((line) => line.includes(sign));
  if (!parted(',') && parted('\t')) return 'カンマではなくタブで区切られています。';
  if (!parted(',') && parted(';')) return 'カンマではなくセミコロンで区切られています。';
  return null;
}

const asText = (text: string): SheetCell => (text === '' ? BLANK_CELL : { ...BLANK_CELL, text });

function openCsv(bytes: Uint8Array, describe: MetadataLookup): FileReading {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refused(decoded.issue, { line: decoded.line, column: decoded.column });
  const other = otherForm(decoded.text);
  if (other !== null)
    return {
      ok: false,
      wrong: other,
      instead: 'CSV か Excel ブック（.xlsx）で保存してください。',
      spot: TOP,
    };
  const lines = listRows(parseCsvRows(decoded.text)).map((row): SheetRow => ({
    ...row,
    cells: row.cells.map(asText),
  }));
  const table = findTable({ name: '', rows: lines, issues: [], objects: [] }, false, describe);
  return {
    ok: true,
    format: 'csv',
    encoding: decoded.encoding === 'utf-8' ? 'UTF-8' : 'Shift_JIS（CP932）',
    mark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf,
    tables: table ? [table] : [],
    hiddenSheets: [],
  };
}

/** A cell of a sheet: numbers as they are held, without the words that their format puts around them. */
function cellOf(text: string, facts: CellFacts | undefined): SheetCell {
  if (!facts) return asText(text);
  const { number, format, appearance } = facts;
  if (number === null)
    return { text, kind: text === 'TRUE' || text === 'FALSE' ? 'boolean' : 'text', appearance, affix: '' };
  if (format.kind === 'date') return { text, kind: 'date', appearance, affix: '' };
  const affix = format.kind === 'number' ? `${format.before}${format.after}`.replace('%', '') : '';
  return { text: number, kind: 'number', appearance, affix };
}

function lineOf(row: InputRow, { cells }: SheetSurvey): SheetRow {
  return {
    ...row,
    cells: row.cells.map((text, at) => cellOf(text, cells.get(getCellKey(row.line, at + 1)))),
  };
}

async function openXlsx(bytes: Uint8Array, describe: MetadataLookup): Promise<FileReading> {
  const first = await openWorkbook(bytes);
  if (!first.ok) return refused(first.issue);
  const sheets: SheetContent[] = [];
  const surveys = surveyWorkbook(bytes);
  for (const survey of surveys.filter(({ hidden }) => !hidden)) {
    const opened = survey.name === first.sheet ? first : await openWorkbook(bytes, survey.name);
    if (!opened.ok) return refused(opened.issue);
    const lines = listRows(opened.rows).map((row) => lineOf(row, survey));
    const { name, objects } = survey;
    sheets.push({ name, rows: lines, issues: opened.rows.issues, objects });
  }
  // What is known from outside is about the first sheet; the others explain it.
  const tables = sheets
    .map((sheet, at) => findTable(sheet, true, at === 0 ? describe : () => null))
    .filter((table): table is SheetTable => table !== null);
  const hiddenSheets = surveys.filter(({ hidden }) => hidden).map(({ name }) => name);
  return { ok: true, format: 'xlsx', encoding: '', mark: false, tables, hiddenSheets };
}

/**
 * Reads a CSV or an Excel file as the rules look at it, from its bytes alone.
 * @param describe tells what is known of its table from outside
 */
export async function openReadableFile(bytes: Uint8Array, describe: MetadataLookup): Promise<FileReading> {
  return isWorkbook(bytes) ? openXlsx(bytes, describe) : openCsv(bytes, describe);
}

/** What a rule says of a file or a table. */
export interface RuleJudgement extends RuleVerdict {
  readonly rule: ReadabilityRule;
  /** False for a rule that a file of this format can't go against. */
  readonly applies: boolean;
}

const formatNames = { csv: 'CSV', xlsx: 'Excel' } as const;

/** How a file that can't be read is judged: it fails by its form, and of all else nothing can be said. */
function unreadable({ wrong, instead, spot }: Extract<FileReading, { ok: false }>): RuleJudgement[] {
  const fault: Violation = { sheet: '', ...spot, heading: '', value: '', wrong, instead };
  return readabilityRules.map((rule, at) => ({
    rule,
    applies: true,
    ...(at === 0
      ? { verdict: 'failed', reason: wrong, violations: [fault] }
      : askPerson('表として読めないので、確かめられません。')),
  }));
}

/**
 * Holds all thirty rules against the bytes of a CSV or an Excel file (.xlsx).
 * @param describe tells what is known of its table from outside; where that is nothing, what only the description of a
 *   table can tell is left to a person
 */
export async function judgeReadability(
  bytes: Uint8Array,
  describe: MetadataLookup,
): Promise<RuleJudgement[]> {
  const book = await openReadableFile(bytes, describe);
  if (!book.ok) return unreadable(book);
  return readabilityRules.map((rule) => {
    const applies = rule.formats.includes(book.format);
    const reason = `${formatNames[book.format]} のファイルには、あてはまりません。`;
    return { rule, applies, ...(applies ? rule.check(book) : passRule(reason)) };
  });
}

/** How many rules came to each verdict. */
export function countVerdicts(
  judgements: readonly Pick<RuleVerdict, 'verdict'>[],
): Record<VerdictCode, number> {
  const count = (verdict: VerdictCode) => judgements.filter((one) => one.verdict === verdict).length;
  return { passed: count('passed'), failed: count('failed'), person: count('person') };
}
