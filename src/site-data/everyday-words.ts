import { DiagnosticsError, hasErrors } from '../diagnostics/diagnostic.ts';
import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { openSiteFolder } from '../input/site-folder.ts';
import { wordsTable, type EverydayWord } from '../tables/words.ts';
import { readTableFile } from '../validation/parse-table.ts';

/**
 * Returns the everyday words of a site, followed by those of the project that the site does not list itself: residents
 * speak alike everywhere, so every site has the words of the project.
 * @param projectFolder the folder of the project's own code
 * @param siteWords the rows of the site's own data/words.csv
 * @throws DiagnosticsError if data/words.csv of the project has errors
 */
export function readEverydayWords(projectFolder: string, siteWords: readonly EverydayWord[]): readonly EverydayWord[] {
  const report = new DiagnosticReport();
  const { rows } = readTableFile(openSiteFolder(projectFolder), wordsTable, report);
  if (hasErrors(report.diagnostics)) throw new DiagnosticsError(report.diagnostics);
  const titles = new Set(siteWords.map(({ title }) => title));
  return [...siteWords, ...rows.map(({ fields }) => fields).filter(({ title }) => !titles.has(title))];
}
