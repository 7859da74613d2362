import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateSite } from '../../src/check/check.ts';
import { indicatorsSchema } from '../../src/check/files/indicators.ts';
import { DiagnosticReport } from '../../src/check/report.ts';
import { readTableBytes } from '../../src/check/table.ts';
import { draftImport } from '../../src/import/draft.ts';
import { readExistingIndicators } from '../../src/import/existing.ts';
import { openTableFile } from '../../src/import/open.ts';
import { importRows } from '../../src/import/rows.ts';
import { readIndicatorSheet } from '../../src/import/sheet.ts';
import { messageCatalogue } from '../../src/problems/messages.ts';
import { formatDiagnosticsJson } from '../../src/problems/print.ts';
import type { Diagnostic } from '../../src/problems/problem.ts';
import { readFixtureFiles, readListLines } from '../support/laid.ts';
import { createMemoryFolder, type FixtureFiles } from '../support/town.ts';

/*
 * A folder for every message, named for its code. It holds the files that differ from the sound town, `without.txt`
 * with the paths that are taken away, `leaving.txt` with those of links that lead out of the town, and
 * `expected.json`: what `npm run check -- --format json` prints. Problems of Excel files have a file of a made-up plan
 * instead, `indicators.xlsx`, which is read by itself; those of imports have `import.csv`, taken into the town's plan.
 */

const HERE = import.meta.dirname;
const SHEET = 'indicators.xlsx';
const [IMPORT, PLAN] = ['import.csv', 'mihon-keikaku'];
const cases = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The problems of an Excel file that stands alone. */
async function problemsOfSheet(bytes: Uint8Array): Promise<readonly Diagnostic[]> {
  const report = new DiagnosticReport();
  await readTableBytes(bytes, SHEET, indicatorsSchema, report);
  return report.diagnostics;
}

/** The problems of a city's own sheet that is imported into the town with these files laid over it. */
async function problemsOfImport(bytes: Uint8Array, files: FixtureFiles): Promise<readonly Diagnostic[]> {
  const opened = await openTableFile(IMPORT, bytes);
  const sheet = opened.ok ? readIndicatorSheet(opened.rows) : null;
  if (!sheet) throw new Error('no sheet');
  const folder = createMemoryFolder(files);
  const imported = importRows(sheet, readExistingIndicators(folder, PLAN), { plan: PLAN, sheet: '' });
  return draftImport(folder, PLAN, IMPORT, imported).diagnostics;
}

async function problemsOf(code: string): Promise<readonly Diagnostic[]> {
  const folder = join(HERE, code);
  const sheet = join(folder, SHEET);
  if (existsSync(sheet)) return problemsOfSheet(readFileSync(sheet));
  const files = readFixtureFiles(folder, ['expected.json', 'leaving.txt', IMPORT]);
  const taken = join(folder, IMPORT);
  if (existsSync(taken)) return problemsOfImport(readFileSync(taken), files);
  return validateSite(createMemoryFolder(files, undefined, readListLines(folder, 'leaving.txt'))).diagnostics;
}

const found = await Promise.all(cases.map(async (code) => [code, await problemsOf(code)] as const));

describe.each(found)('%s', (code, problems) => {
  test('is told', () => {
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  test('is told as expected', async () => {
    await expect(formatDiagnosticsJson(problems)).toMatchFileSnapshot(join(HERE, code, 'expected.json'));
  });

  test('is told in whole words', () => {
    const words = problems.map(({ message, hint }) => `${message}${hint}`).join('');
    expect(words).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('differs from the sound town by few problems, so that it shows its own', () => {
    expect(problems.length).toBeLessThanOrEqual(2);
  });
});

test('every message has a case, and every case a message', () => {
  expect(cases.sort()).toEqual(Object.keys(messageCatalogue).sort());
});
