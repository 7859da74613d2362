import { createIssue } from '../../problems/problem.ts';
import type { DiagnosticReport } from '../report.ts';
import type { SiteCheck } from '../rule.ts';
import type { ParsedTable } from '../table.ts';

function once<T>(
  table: ParsedTable<T>,
  heading: string,
  id: (row: T) => string,
  report: DiagnosticReport,
): void {
  const first = new Map<string, { file: string; line: number }>();
  for (const row of table.rows) {
    const value = id(row.fields);
    const place = row.locate(heading);
    const before = first.get(value);
    if (before)
      report.add(place, createIssue('repeated-id', { value, file: before.file, line: before.line }));
    else first.set(value, place);
  }
}

/** An id or code names one row of its file. */
export const checkRepeatedIds: SiteCheck = (known, report) => {
  const byId = (row: { readonly id: string }) => row.id;
  once(known.municipalities, '市区町村ID', byId, report);
  once(known.municipalities, '団体コード', (row) => row.code.value, report);
  once(known.themes, 'テーマID', byId, report);
  once(known.terms, '用語ID', byId, report);
  once(known.departments, '部署ID', byId, report);
  once(known.topics, '話題ID', byId, report);
  once(known.words, '言葉', ({ title }) => title, report);
  once(known.sources, '出典ID', byId, report);
  for (const { zones } of known.zones) once(zones, '地域ID', byId, report);
  for (const { tree, indicators } of known.plans) {
    once(tree, 'コード', (row) => row.code, report);
    once(indicators, '指標ID', byId, report);
  }
};
