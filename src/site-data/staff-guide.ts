import { slug } from 'github-slugger';
import { readPngSize } from '../input/png-size.ts';
import { readProjectFile } from '../input/site-folder.ts';

/** The guide for staff, which is a document of the project. Every site shows it at `/about/staff/`. */
const GUIDE_FILE = 'docs/staff-guide.ja.md';

/** A heading of the guide with its anchor, which is the same as on pages that show the document elsewhere. */
interface GuideHeading {
  readonly depth: number;
  readonly title: string;
  readonly anchor: string;
}

/** The guide for staff: its words, and its headings. */
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

/** Reads the guide from the folder of the project's code. */
export function readStaffGuide(projectFolder: string): StaffGuide {
  const markdown = new TextDecoder().decode(readProjectFile(projectFolder, GUIDE_FILE));
  const headings = [...markdown.matchAll(/^(#{2,3}) (.+)$/gm)].map(([, marks = '', title = '']) => ({
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
