import { slug } from 'github-slugger';
import { DiagnosticsError, hasErrors } from '../diagnostics/diagnostic.ts';
import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { readPngSize } from '../input/png-size.ts';
<<<<<<< HEAD:src/site-data/staff-guide.ts
import { readProjectFile } from '../input/site-folder.ts';
import { routes } from '../model/routes.ts';
=======
import { openSiteFolder, readProjectFile } from '../input/site-folder.ts';
import { wordsTable, type EverydayWord } from '../tables/words.ts';
import { readTableFile } from '../validation/parse-table.ts';

/*
 * Reads the files of the project that every site shows.
 */

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
>>>>>>> reduce:src/site-data/project-files.ts

/** The documents of the project that every site shows to staff, by the page of each. */
export const guideFiles = {
  [routes.staffGuide]: 'staff-guide.ja.md',
  [routes.yearlyGuide]: 'yearly.ja.md',
} as const;
export type StaffGuidePath = keyof typeof guideFiles;

/** A heading of the guide with its anchor, which is the same as on pages that show the document elsewhere. */
interface GuideHeading {
  readonly depth: number;
  readonly title: string;
  readonly anchor: string;
}

/** A guide for staff: its words, and its headings. */
export interface StaffGuide {
  readonly markdown: string;
  readonly headings: readonly GuideHeading[];
}

/** A picture of the guide. */
export interface GuidePicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Reads the guide of a page from the folder of the project's code. */
export function readStaffGuide(projectFolder: string, path: StaffGuidePath): StaffGuide {
  const markdown = new TextDecoder().decode(readProjectFile(projectFolder, `docs/${guideFiles[path]}`));
  // Examples of texts have headings too.
  const words = markdown.replace(/^```[\s\S]*?^```$/gm, '');
  const headings = [...words.matchAll(/^(#{2,3}) (.+)$/gm)].map(([, marks = '', title = '']) => ({
    depth: marks.length,
    title,
    anchor: slug(title),
  }));
  return { markdown, headings };
}

/** Reads the pictures that the guide shows. */
export function readGuidePictures(projectFolder: string, { markdown }: StaffGuide): GuidePicture[] {
  return [...markdown.matchAll(/\]\(images\/([\w-]+\.png)\)/g)].map(([, name = '']) => {
    const bytes = readProjectFile(projectFolder, `docs/images/${name}`);
    const size = readPngSize(bytes);
    if (!size) throw new Error(`not a PNG: docs/images/${name}`);
    return { name, bytes, ...size };
  });
}
