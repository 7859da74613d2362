import { markdownToHtml } from 'satteri';
import { readPngSize } from '../input/png-size.ts';
import { readProjectFile } from '../input/site-folder.ts';
import { fixedPages, routes } from '../model/routes.ts';
import type { SiteUrls } from './urls.ts';

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

/** Returns the anchor of a heading: its letters and digits, with `-` for each space. */
const createAnchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Reads the guide from the folder of the project's code. */
export function readStaffGuide(projectFolder: string): StaffGuide {
  const markdown = new TextDecoder().decode(readProjectFile(projectFolder, GUIDE_FILE));
  const headings = [...markdown.matchAll(/^(#{2,3}) (.+)$/gm)].map(([, marks = '', title = '']) => ({
    depth: marks.length,
    title,
    anchor: createAnchor(title),
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

/** Makes a link of each page of the site that the guide names as code: `/check/`. Pages with `#` are messages. */
function linkPages(html: string, urls: SiteUrls): string {
  return html.replace(/<code>(\/[\w/-]*)(#[\w-]+)?<\/code>/g, (code, path: string, anchor = '') =>
    fixedPages.includes(path) && path !== routes.home
      ? `<a href="${urls.withBase(path)}${String(anchor)}">${code}</a>`
      : code,
  );
}

/** Returns the HTML of the guide without its title, which is the title of the page. */
export function renderStaffGuide(guide: StaffGuide, pictures: readonly GuidePicture[], urls: SiteUrls): string {
  const { html } = markdownToHtml(guide.markdown.replace(/^# .*\n/, ''));
  const headings = guide.headings.values();
  const withAnchors = html.replace(/<h([23])>/g, (tag, depth: string) => {
    const { value } = headings.next();
    return value ? `<h${depth} id="${value.anchor}">` : tag;
  });
  const withPictures = withAnchors.replace(/<img src="images\/([\w-]+\.png)"/g, (tag, name: string) => {
    const picture = pictures.find((one) => one.name === name);
    if (!picture) return tag;
    return `<img src="${urls.withBase(routes.staffGuide)}${name}" width="${picture.width}" height="${picture.height}" loading="lazy"`;
  });
  const withTables = withPictures
    .replace(/<table>/g, '<div class="scroll" role="group" aria-label="表" tabindex="0"><table>')
    .replace(/<\/table>/g, '</table></div>')
    .replace(/<pre>/g, '<pre tabindex="0">');
  // Other documents of the project are not on the site, so that only their names stay.
  const withoutFiles = withTables.replace(/<a href="(?![#/]|https?:)[^"]*">([\s\S]*?)<\/a>/g, '$1');
  return linkPages(withoutFiles, urls);
}
