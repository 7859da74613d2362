import type { Issue } from '../diagnostics/diagnostic.ts';
import { parseCellFast } from '../tables/cells/cell-parser.ts';
import type { SourceColumn } from '../tables/table-schema.ts';

/** What a cell was read as. */
export interface ParsedCell {
  /** False where the row can't be used. */
  readonly valid: boolean;
  readonly value: unknown;
  /** What is wrong, or the warnings beside the value. */
  readonly issues: readonly Issue[];
}

/** How many texts of a column are remembered, a power of two: memory stays as it is however many rows there are. */
const SLOTS = 4096;
/** How much of a text decides on its place. */
const LOOKED_AT = 24;

function isFlawed(params: unknown): params is { flaw: Issue } {
  return typeof params === 'object' && params !== null && 'flaw' in params;
}

/** True for a value that was read with warnings beside it. */
function hasWarnings(value: unknown): value is { warnings: readonly Issue[] } {
  return typeof value === 'object' && value !== null && 'warnings' in value;
}

const NONE: readonly Issue[] = [];

/** A flaw that names the column, as messages about cells do. */
const inColumn = ({ code, values }: Issue, heading: string): Issue => ({
  code,
  values: { field: heading, ...values },
});

function soundOutcome(value: unknown): ParsedCell {
  const flaws = hasWarnings(value) && value.warnings.length > 0 ? value.warnings : NONE;
  return { valid: true, value, issues: flaws };
}

/** What a cell is read as by its type, the long way: whatever type it is. */
export function parseCell({ cell }: SourceColumn, heading: string, text: string): ParsedCell {
  const result = cell.safeParse(text);
  if (result.success) return soundOutcome(result.data);
  const flaws = result.error.issues.flatMap((issue) =>
    issue.code === 'custom' && isFlawed(issue.params) ? [inColumn(issue.params.flaw, heading)] : [],
  );
  return { valid: false, value: undefined, issues: flaws };
}

/** The same, without zod where that can be. */
function fastOutcomeOf(column: SourceColumn, heading: string, text: string): ParsedCell {
  const read = parseCellFast(column.cell, text);
  if (!read) return parseCell(column, heading, text);
  if ('value' in read) return soundOutcome(read.value);
  return { valid: false, value: undefined, issues: [inColumn(read.flaw, heading)] };
}

/** The place of a text among the remembered ones: texts of the same place take turns. */
function slotOf(text: string): number {
  let hash = text.length;
  const end = Math.min(hash, LOOKED_AT);
  for (let at = 0; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash & (SLOTS - 1);
}

/**
 * Reads the cells of one column. It remembers texts that it read lately, because most columns of large files hold few
 * different ones. Values are shared between rows, so that nobody may change them.
 */
export function createColumnParser(column: SourceColumn, heading: string): (text: string) => ParsedCell {
  const empty = fastOutcomeOf(column, heading, '');
  const texts = new Array<string>(SLOTS).fill('');
  const outcomes = new Array<ParsedCell>(SLOTS).fill(empty);
  return (text) => {
    const slot = slotOf(text);
    if (texts[slot] === text) return outcomes[slot] ?? empty;
    const outcome = fastOutcomeOf(column, heading, text);
    texts[slot] = text;
    outcomes[slot] = outcome;
    return outcome;
  };
}
