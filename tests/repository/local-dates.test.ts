import { expect, test } from 'vitest';
import { readModules } from '../support/source-modules.ts';

/** Code whose result depends on the time zone or the language of the machine. */
const LOCAL_DATE = new RegExp(
  [
    // The parts of a date as numbers: new Date(2026, 3, 1).
    String.raw`\bnew Date\([^()]*,`,
    // A time without its zone: new Date('2026-04-01T00:00'), or another notation than that of ISO 8601.
    String.raw`\b(?:new Date|Date\.parse)\(\s*(?:\x60[^\x60]*T[\d:.]+\x60|(['"])(?!\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?\1).*?\1)`,
    String.raw`\.(?:get|set)(?:FullYear|Year|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)\(`,
    String.raw`\.to(?:Date|Time)String\(`,
    // A constant such as MAX_ROWS is a number.
    String.raw`(?<!\b[A-Z_]+)\.toLocale(?:Date|Time)?String\((?![^;]*timeZone)`,
    String.raw`\bIntl\.DateTimeFormat\((?![^;]*timeZone)`,
  ].join('|'),
);

test('no code depends on the time zone of the machine', () => {
  const modules = readModules('*.mjs', '{src,tools,examples}/**/*.{ts,mjs,astro}');
  const local = modules.filter(({ text }) => LOCAL_DATE.test(text));
  expect(modules.length).toBeGreaterThan(500);
  expect(local.map(({ path }) => path)).toEqual([]);
});

test.each([
  'new Date(2026, 3, 1)',
  "new Date('2026-04-01T00:00')",
  "new Date('2026/04/01')",
  "Date.parse('April 1, 2026')",
  'Date.parse(`${day}T00:00:00`)',
  'day.getFullYear()',
  'day.setHours(0)',
  'day.toDateString()',
  "day.toLocaleDateString('ja')",
  "new Intl.DateTimeFormat('ja').format(day)",
])('%s depends on it', (code) => {
  expect(code).toMatch(LOCAL_DATE);
});

test.each([
  'new Date(Date.UTC(year, month, 0))',
  "new Date('2026-04-01')",
  "new Date('2026-04-01T00:00:00+09:00')",
  'Date.parse(`${day}T00:00:00Z`)',
  'day.getUTCFullYear()',
  "MAX_ROWS.toLocaleString('en')",
  "day.toLocaleDateString('ja', { timeZone: 'Asia/Tokyo' })",
])('%s does not depend on it', (code) => {
  expect(code).not.toMatch(LOCAL_DATE);
});
