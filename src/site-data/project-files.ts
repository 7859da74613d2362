import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { DiagnosticsError, hasErrors } from '../diagnostics/diagnostic.ts';
import { readPngSize } from '../input/png-size.ts';
import { openSiteFolder, readProjectFile } from '../input/site-folder.ts';
import { listMarkdownRows } from '../model/text-patterns.ts';
import { wordsTable, type EverydayWord } from '../tables/words.ts';
import { readTableFile } from '../validation/parse-table.ts';

/**
 * Returns the everyday words of a site, followed by those of the project that the site does not list itself: residents
 * speak alike everywhere, so every site has the words of the project.
 * @throws DiagnosticsError if data/words.csv of the project has errors
 */
export function readEverydayWords(projectFolder: string, siteWords: readonly EverydayWord[]): readonly EverydayWord[] {
  const report = new DiagnosticReport();
  const { rows } = readTableFile(openSiteFolder(projectFolder), wordsTable, undefined, report);
  if (hasErrors(report.diagnostics)) throw new DiagnosticsError(report.diagnostics);
  const titles = new Set(siteWords.map(({ title }) => title));
  return [...siteWords, ...rows.map(({ fields }) => fields).filter(({ title }) => !titles.has(title))];
}

/** The documents of the project that every site shows to staff, by the slug of each page. */
export const guideFiles = { staff: 'staff-guide.ja.md', 'staff/yearly': 'yearly.ja.md' } as const;
export type StaffGuideSlug = keyof typeof guideFiles;

/** What the columns of the source tables mean, by the file names of the tables and by headings. */
export type ColumnMeanings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Reads the meanings of all columns from data/README.md, the document that explains them. */
export function readColumnMeanings(projectFolder: string): ColumnMeanings {
  const text = new TextDecoder().decode(readProjectFile(projectFolder, 'data/README.md'));
  const tables = text.matchAll(/^## (?:.*\/)?([\w-]+)\.csv\n[^|]*\| 列 \| 意味 \|\n.*\n((?:\|.*\n)*)/gm);
  const listMeanings = ([headings = '', meaning = '']: readonly string[]) =>
    headings.split('、').map((heading) => [heading.replace(' ●', ''), meaning] as const);
  return Object.fromEntries(
    tables.map(
      ([, file = '', rows = '']) => [file, Object.fromEntries(listMarkdownRows(rows).flatMap(listMeanings))] as const,
    ),
  );
}

export interface GuidePicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Reads the Markdown of a guide from the folder of the project's code. */
export const readStaffGuide = (projectFolder: string, slug: StaffGuideSlug): string =>
  new TextDecoder().decode(readProjectFile(projectFolder, `docs/${guideFiles[slug]}`));

/** Reads the pictures that the guide for staff shows. Throws an error if one of them is not a PNG. */
export const readGuidePictures = (projectFolder: string): GuidePicture[] =>
  [...readStaffGuide(projectFolder, 'staff').matchAll(/\]\(images\/([\w-]+\.png)\)/g)].map(([, name = '']) => {
    const bytes = readProjectFile(projectFolder, `docs/images/${name}`);
    const size = readPngSize(bytes);
    if (!size) throw new Error(`not a PNG: docs/images/${name}`);
    return { name, bytes, ...size };
  });
