import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { messageCatalogue } from '../../src/diagnostics/catalogue/message-catalogue.ts';
import { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { sourceTables } from '../../src/tables/source-tables.ts';
import { getTableFile, type SourceTable } from '../../src/tables/table-schema.ts';
import { createMemoryFolder, validateFixture, type FixtureFiles } from '../support/fixture-site.ts';
import { checkCases } from './fuzz-runs.ts';
import { hostileValues, type HostileValue } from './hostile-values.ts';

const FOLDERS: Readonly<Record<string, string>> = { plan: 'mihon-keikaku', municipality: 'mihon' };
const town = createMemoryFolder({});

/** A source table with its file and a row of the valid town; null if the town has no such file. */
const tables = Object.values<SourceTable>(sourceTables).map((table) => {
  const file = getTableFile(table, FOLDERS[/\{(\w+)\}/.exec(table.path)?.[1] ?? ''] ?? '');
  const text = town.has(file) ? new TextDecoder().decode(town.readBytes(file)) : '';
  const [row = null] = Papa.parse<Record<string, string>>(text, { header: true }).data;
  return { file, row, headings: Object.keys(table.columns), columns: table.columns };
});

/** Returns the files of a site that has this text once in each column of each table, in a row of its own. */
function spreadText(text: string): FixtureFiles {
  return Object.fromEntries(
    tables.map(({ file, row, headings }) => {
      const rows = headings.map((hostile) => headings.map((name) => (name === hostile ? text : (row?.[name] ?? ''))));
      return [file, Papa.unparse([headings, ...rows])];
    }),
  );
}

/** Returns the diagnostics of such a site by file and heading. */
function diagnoseText(text: string): Map<string, readonly Diagnostic[]> {
  return Map.groupBy(validateFixture(spreadText(text)), ({ file, field }) => `${file} ${field}`);
}

const usual = diagnoseText('見本の文');

/** These must not be in any cell, whatever its column. */
const FORBIDDEN: readonly string[] = ['html-in-cell', 'unseen-character', 'damaged-character'];

/** Returns what differs from what must happen to a value, by column. */
function findFaults({ kind, outcome, value }: HostileValue, found: Map<string, readonly Diagnostic[]>): string[] {
  return tables.flatMap(({ file, row, columns }) => {
    if (outcome === 'over-limit')
      return found.get(`${file} `)?.some(({ code }) => code === outcome) ? [] : [`${file} is not refused`];
    return Object.entries(columns).flatMap(([heading, { role, field }]) => {
      const usualCodes = usual.get(`${file} ${heading}`)?.map(({ code }) => code) ?? [];
      const own = (found.get(`${file} ${heading}`) ?? []).filter(({ code }) => !usualCodes.includes(code));
      const codes = own.map(({ code }) => code);
      const fault = [`${file} ${heading}: ${codes.join(', ') || 'accepted'}`];
      if (FORBIDDEN.includes(outcome)) return codes.includes(outcome) ? [] : fault;
      if (field === 'url' || field === 'website')
        return kind !== 'URL' || codes.includes('bad-web-address') || usualCodes.length > 0 ? [] : fault;
      if (!role) return [];
      // In a list, the separator divides a text into parts, which may be equal or only a sign.
      const ofParts = value.includes(';') ? ['repeated-value', 'ditto'] : [];
      if (outcome === 'text')
        return own.some(({ level, code }) => level === 'error' && !ofParts.includes(code)) ? fault : [];
      const isWarning = messageCatalogue[outcome].level === 'warning';
      return codes.includes(outcome) || (isWarning && !row) ? [] : fault;
    });
  });
}

/** Checks that a diagnostic is whole, and short enough to be read. */
function expectReadable(diagnostic: Diagnostic): void {
  Diagnostic.parse(diagnostic);
  expect(diagnostic.message.length + diagnostic.hint.length, diagnostic.code).toBeLessThan(3000);
}

test('every hostile text in every column is refused at its cell or harmless', { timeout: 900_000 }, () =>
  checkCases(
    hostileValues.map((hostile) => ({ ...hostile, name: JSON.stringify(hostile.value).slice(0, 40) })),
    (hostile) => {
      const found = diagnoseText(hostile.value);
      for (const list of found.values()) list.forEach(expectReadable);
      const { kind, name, outcome } = hostile;
      return findFaults(hostile, found).map((fault) => `${kind} ${name} must be ${outcome} in ${fault}`);
    },
  ),
);

test('the corpus has hundreds of different texts', () => {
  expect(new Set(hostileValues.map(({ value }) => value)).size).toBe(hostileValues.length);
  expect(hostileValues.length).toBeGreaterThan(300);
});
