import { createDiagnostic, type Diagnostic, locateFile } from '../../diagnostics/diagnostic.ts';
import type { LocatedIssue } from '../../input/input-rows.ts';
import { parseCellReference } from '../../input/xlsx/sheet-reader.ts';
import { describeMapping } from './column-mapping.ts';
import type { IndicatorSheet } from './indicator-sheet.ts';
import { readBlockEntries } from './sheet-entries.ts';
import { getCellText, listColumnIndexes } from './sheet-cells.ts';

/** Returns the lines and the last column of a merged range. */
function readRange(range: unknown) {
  const [first, last] = String(range).split(':').map(parseCellReference);
  return { first: first?.line ?? 0, last: last?.line ?? Infinity, end: last?.column ?? Infinity };
}

/**
 * Returns the issues of merged cells, formulas and hidden cells, except above the headings, in unused columns and beside
 * the rows of indicators. Merged names of plan items are read for each of their rows, and cells merged
 * within one indicator once.
 */
export function listDoubtfulCells(
  file: string,
  findings: readonly LocatedIssue[],
  sheet: IndicatorSheet,
): Diagnostic[] {
  const blocks = sheet.blocks.map((block, at) => {
    const { columns, markers, rows, isUnclear } = readBlockEntries(block);
    const used = block.columns.filter((column) => describeMapping(column, columns, markers?.column) !== null);
    return {
      headerLine: block.headerLine,
      end: sheet.blocks[at + 1]?.headerLine ?? Infinity,
      used: new Set(used.map(({ index }) => index + 1)),
      levels: new Set(columns.levels.map(({ index }) => index + 1)),
      filled: listColumnIndexes(block.rows).filter(
        (index) =>
          block.columns.some((column) => column.index === index) ||
          block.rows.some((row) => getCellText(row, index) !== ''),
      ),
      isUnclear,
      groups: rows.map((group) => group.map(({ line }) => line)),
    };
  });
  const isDoubtful = ({ line, column, issue }: LocatedIssue): boolean => {
    const block = blocks.find(({ headerLine, end }) => line >= headerLine && line < end);
    if (!block) return false;
    // A hidden row is reported at its first cell.
    if (issue.code === 'hidden-cells') return true;
    // Without its merged cells, an unclear table would be no clearer.
    if (!block.used.has(column) || (block.isUnclear && issue.code === 'merged-cells')) return false;
    if (issue.code !== 'merged-cells') return true;
    const { first, last, end } = readRange(issue.values.range);
    const isUsed = (one: number) => block.groups.some((group) => group.includes(one));
    // Beside columns with nothing in them, a cell is only wide.
    if (block.filled.some((index) => index >= column && index < end))
      return first === block.headerLine || isUsed(first);
    const isOneGroup = block.groups.some((group) => group.includes(first) && group.includes(last));
    const isBeside = !isUsed(first === block.headerLine ? last : first);
    return !block.levels.has(column) && !isOneGroup && !isBeside;
  };
  return findings
    .filter(isDoubtful)
    .map(({ line, column, issue }) => createDiagnostic(locateFile(file, line, column), issue));
}
