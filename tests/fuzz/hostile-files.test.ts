import { test } from 'vitest';
import { DiagnosticReport } from '../../src/diagnostics/diagnostic-report.ts';
import { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { sourcesTable } from '../../src/tables/sources.ts';
import { validateFixture } from '../support/fixture-site.ts';
import { readTableBytes } from '../support/read-table.ts';
import { checkCases } from './fuzz-runs.ts';
import { hostileFiles } from './hostile-files.ts';
import type { HostileCase } from './hostile-texts.ts';
import { hostileWorkbooks } from './hostile-workbooks.ts';

/** Returns what differs from what must happen to a file with these diagnostics. */
function findFaults({ kind, outcome, name }: HostileCase<unknown>, diagnostics: readonly Diagnostic[]): string[] {
  for (const diagnostic of diagnostics) Diagnostic.parse(diagnostic);
  const codes = diagnostics.filter(({ level }) => outcome !== 'text' || level === 'error').map(({ code }) => code);
  const isRight = outcome === 'text' ? codes.length === 0 : codes.includes(outcome);
  const isLong = diagnostics.some(({ message, hint }) => message.length + hint.length > 3000);
  return [
    ...(isRight ? [] : [`${kind} ${name} must be ${outcome}, is ${[...new Set(codes)].join(', ') || 'accepted'}`]),
    ...(isLong ? [`${name} is quoted whole`] : []),
  ];
}

test('every hostile file is refused at its location or harmless', { timeout: 900_000 }, () =>
  checkCases(hostileFiles, (one) => findFaults(one, validateFixture(one.content))),
);

test('every hostile workbook is refused at its location or harmless', { timeout: 900_000 }, () =>
  checkCases(hostileWorkbooks, (one) => {
    const report = new DiagnosticReport();
    readTableBytes(one.content, 'sources.xlsx', sourcesTable.columns, report);
    return findFaults(one, report.diagnostics);
  }),
);
