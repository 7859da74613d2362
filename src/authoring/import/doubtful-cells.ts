import { createDiagnostic, type Diagnostic, locateFile } from '../../diagnostics/diagnostic.ts';
import type { LocatedIssue } from '../../input/input-rows.ts';
import { describeMapping } from './column-mapping.ts';
import type { IndicatorSheet } from './indicator-sheet.ts';
import { readBlockEntries } from './sheet-entries.ts';

/** Returns the first and the last line of a merged range in one column; null for a wider range. */
function readColumnRange(range: unknown): readonly [first: number, last: number] | null {
  const [, from, first, to, last] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(String(range)) ?? [];
  return from !== undefined && from === to ? [Number(first), Number(last)] : null;
}

/**
 * Returns the issues of merged cells, formulas and hidden cells, except above the headings, in unused columns and beside
 * the rows of indicators. Merged names of plan items are read for each of their rows, and merged cells of one indicator
 * once.
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
    const lines = readColumnRange(issue.values.range);
    const isOneGroup = lines !== null && block.groups.some((group) => lines.every((one) => group.includes(one)));
    const isBeside = line !== block.headerLine && !block.groups.some((group) => group.includes(line));
    return !(lines !== null && block.levels.has(column)) && !isOneGroup && !isBeside;
  };
  return findings
    .filter(isDoubtful)
    .map(({ line, column, issue }) => createDiagnostic(locateFile(file, line, column), issue));
}
