import { createIssue, DiagnosticsError, hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { openCsvRows } from '../input/open-table.ts';
import { EVERYDAY_PHRASES_FILE, readEverydayPhrasesFile } from '../input/site-folder.ts';
import { everydayPhrasesSchema, type EverydayPhrase } from '../tables/everyday-phrases.ts';
import { parseTable } from '../validation/parse-table.ts';

/** Reads and checks `data/everyday-phrases.csv` below the folder of the project's own code. */
export function validateEverydayPhrases(projectFolder: string): {
  readonly phrases: readonly EverydayPhrase[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const file = EVERYDAY_PHRASES_FILE;
  const bytes = readEverydayPhrasesFile(projectFolder);
  const report = new DiagnosticReport();
  if (!bytes) {
    const issue = createIssue('missing-file', { file, why: '検索には必ず要ります。' });
    report.add({ file, line: 1, column: 1, field: '' }, issue);
    return { phrases: [], diagnostics: report.diagnostics };
  }
  const rows = openCsvRows(bytes, file, report);
  const table = parseTable(rows, file, everydayPhrasesSchema, report);
  const lines = new Map<string, number>();
  for (const { fields, locate } of table.rows) {
    const location = locate('くらしの言葉');
    const line = lines.get(fields.phrase);
    if (line !== undefined) report.add(location, createIssue('repeated-id', { value: fields.phrase, file, line }));
    else lines.set(fields.phrase, location.line);
  }
  return { phrases: table.rows.map(({ fields }) => fields), diagnostics: report.diagnostics };
}

/**
 * Returns the rows of `data/everyday-phrases.csv`, in their order in the file.
 * @throws DiagnosticsError if the file has errors
 */
export function readEverydayPhrases(projectFolder: string): readonly EverydayPhrase[] {
  const { phrases, diagnostics } = validateEverydayPhrases(projectFolder);
  if (hasErrors(diagnostics)) throw new DiagnosticsError(diagnostics);
  return phrases;
}
