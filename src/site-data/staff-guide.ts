import { slug } from 'github-slugger';
import { readPngSize } from '../input/png-size.ts';
import { readProjectFile } from '../input/site-folder.ts';
import { routes } from '../model/routes.ts';

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
