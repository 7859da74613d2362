import { expect, test } from 'vitest';
import { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { DiagnosticReport } from '../../src/diagnostics/diagnostic-report.ts';
import { sourcesTable } from '../../src/tables/sources.ts';
import { readTableBytes } from '../../src/validation/parse-table.ts';
import { validateFixture } from '../support/fixture-site.ts';
import { measureTime, selectCases } from './fuzz-runs.ts';
import { hostileFiles } from './hostile-files.ts';
import { hostileWorkbooks } from './hostile-workbooks.ts';

interface Case<T> {
  readonly kind: string;
  readonly outcome: string;
  readonly name: string;
  readonly content: T;
}

/** Reads every case and checks that exactly what must happen to it happens. Prints their number by class. */
async function checkCases<T>(
  cases: readonly Case<T>[],
  read: (content: T) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>,
): Promise<void> {
  const counts = new Map<string, number>();
  let slowest = { took: 0, name: '' };
  const faults: string[] = [];
  for (const { kind, outcome, name, content } of selectCases(cases)) {
    const took = await measureTime(async () => {
      const diagnostics = await read(content);
      for (const diagnostic of diagnostics) Diagnostic.parse(diagnostic);
      const codes = diagnostics.filter(({ level }) => outcome !== 'text' || level === 'error').map(({ code }) => code);
      const isRight = outcome === 'text' ? codes.length === 0 : codes.includes(outcome);
      if (!isRight)
        faults.push(`${kind} ${name} must be ${outcome}, is ${[...new Set(codes)].join(', ') || 'accepted'}`);
      if (diagnostics.some(({ message, hint }) => message.length + hint.length > 3000))
        faults.push(`${name} is quoted whole`);
    });
    if (took > slowest.took) slowest = { took, name };
    counts.set(`${kind}: ${outcome}`, (counts.get(`${kind}: ${outcome}`) ?? 0) + 1);
  }
  console.log(
    [...counts].map(([name, count]) => `${name} ${count}`).join('\n'),
    `\nslowest ${slowest.name}: ${slowest.took.toFixed(0)} ms`,
  );
  expect(faults).toEqual([]);
}

test('every hostile file is refused at its place or harmless', { timeout: 900_000 }, () =>
  checkCases(hostileFiles, validateFixture),
);

test('every hostile workbook is refused at its place or harmless', { timeout: 900_000 }, () =>
  checkCases(hostileWorkbooks, async (bytes) => {
    const report = new DiagnosticReport();
    await readTableBytes(bytes, 'sources.xlsx', sourcesTable.columns, report);
    return report.diagnostics;
  }),
);
