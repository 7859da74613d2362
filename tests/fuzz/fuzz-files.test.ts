import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { DiagnosticReport } from '../../src/diagnostics/diagnostic-report.ts';
import { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readCsvRows } from '../../src/input/csv-reader.ts';
import { decodeText } from '../../src/input/text-decoding.ts';
import { indicatorsTable } from '../../src/tables/indicators.ts';
import { readTableFile } from '../../src/validation/parse-table.ts';
import { createSheet } from '../support/create-workbook.ts';
import { createMemoryFolder } from '../support/fixture-site.ts';
import { readTableBytes } from '../support/read-table.ts';
import { anyText } from '../unit/notation/arbitrary-notations.ts';
import { TIME_LIMIT, scaleRuns, measureTime } from './fuzz-runs.ts';

const headings = Object.keys(indicatorsTable.columns);

const anyCell = fc.oneof(
  anyText,
  fc.constantFrom('', ' ', '"', '""', ',', '\n', '\r', '=1', '-', '<b>', '\0', '\ufeff', '5,587人', '令和4年度'),
  fc.constantFrom(...headings),
);

/** Rows of cells with or without quotes, and with any line breaks. */
const csvText = fc
  .tuple(
    fc.array(fc.array(anyCell, { maxLength: 16 }), { maxLength: 8 }),
    fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([rows, end, quoted, headed]) =>
    [...(headed ? [headings] : []), ...rows]
      .map((row) => row.map((cell) => (quoted ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
      .join(end),
  );

const encoded = fc
  .tuple(csvText, fc.constantFrom('utf8', 'cp932', 'utf16le', 'utf16be', 'eucjp'), fc.boolean())
  .map(([text, encoding, addBOM]) => new Uint8Array(iconv.encode(text, encoding, { addBOM })));

const xlsx = fc
  .array(fc.array(anyCell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((rows) => createSheet(headings, ...rows.map((row) => row.map((cell) => cell.replace(/[^\P{C}\n]/gu, '')))));

/** Files with changed bytes, or without their end. */
const damaged = (bytes: fc.Arbitrary<Uint8Array>) =>
  fc
    .tuple(bytes, fc.array(fc.tuple(fc.nat(5000), fc.nat(255)), { maxLength: 6 }), fc.nat(20))
    .map(([sound, changes, cut]) => {
      const copy = sound.slice(0, cut === 0 ? Math.floor(sound.length / 2) : sound.length);
      for (const [at, byte] of changes) if (at < copy.length) copy[at] = byte;
      return copy;
    });

const anyFile = fc.oneof(
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 400 }) },
  { weight: 4, arbitrary: encoded },
  { weight: 3, arbitrary: damaged(encoded) },
  { weight: 1, arbitrary: damaged(xlsx) },
);

/** Reads a file in every way, and checks the form of each diagnostic. */
function readAll(bytes: Uint8Array): void {
  const decoded = decodeText(bytes);
  if (decoded.ok) readCsvRows(decoded.text);
  const report = new DiagnosticReport();
  readTableFile(createMemoryFolder({ 'a.csv': bytes }), { ...indicatorsTable, path: 'a.csv' }, undefined, report);
  readTableBytes(bytes, 'a.xlsx', indicatorsTable.columns, report);
  for (const diagnostic of report.diagnostics) {
    Diagnostic.parse(diagnostic);
    expect(diagnostic.message + diagnostic.hint, diagnostic.code).not.toMatch(/undefined|NaN|\[object/);
  }
}

test('reads any bytes or reports diagnostics, without delay', { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyFile, async (bytes) => {
      const time = await measureTime(() => {
        readAll(bytes);
      });
      expect(time).toBeLessThan(TIME_LIMIT);
    }),
    { numRuns: scaleRuns(10_000) },
  );
});
