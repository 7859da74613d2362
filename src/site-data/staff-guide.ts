import { markdownToHtml } from 'satteri';
import { readPngSize } from '../input/png-size.ts';
import { readProjectFile } from '../input/site-folder.ts';
import { fixedPages, routes } from '../model/routes.ts';
import type { SiteUrls } from './urls.ts';

/** The documents of the project that every site shows to staff, by the page of each. */
const guideFiles = {
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

/** Returns the anchor of a heading: its letters and digits, with `-` for each space. */
const createAnchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Reads the guide of a page from the folder of the project's code. */
export function readStaffGuide(projectFolder: string, path: StaffGuidePath): StaffGuide {
  const markdown = new TextDecoder().decode(readProjectFile(projectFolder, `docs/${guideFiles[path]}`));
  // Examples of texts have headings too.
  const words = markdown.replace(/^```[\s\S]*?^```$/gm, '');
  const headings = [...words.matchAll(/^(#{2,3}) (.+)$/gm)].map(([, marks = '', title = '']) => ({
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

/** Makes a link of each page of the site that a guide names as code: `/check/`. Pages with `#` are messages. */
function linkPages(html: string, urls: SiteUrls): string {
  return html.replace(/<code>(\/[\w/-]*)(#[\w-]+)?<\/code>/g, (code, path: string, anchor = '') =>
    fixedPages.includes(path) && path !== routes.home
      ? `<a href="${urls.withBase(path)}${String(anchor)}">${code}</a>`
      : code,
  );
}

/** Gives each heading its anchor, and each table a frame that scrolls, with a name of its own from its heading. */
function nameParts(html: string, guide: StaffGuide): string {
  const headings = guide.headings.values();
  let heading = '';
  let tables = 0;
  return html.replace(/<h([23])>|<table>/g, (tag, depth?: string) => {
    if (depth === undefined) {
      tables += 1;
      const name = `${heading}の表${tables > 1 ? tables : ''}`;
      return `<div class="scroll" role="group" aria-label="${name}" tabindex="0">${tag}`;
    }
    const { value } = headings.next();
    if (!value) return tag;
    heading = value.title;
    tables = 0;
    return `<h${depth} id="${value.anchor}">`;
  });
}

/** Makes links to the other guide lead to its page. Other documents are not on the site, so that only their names stay. */
function linkGuides(html: string, urls: SiteUrls): string {
  const withGuides = Object.entries(guideFiles).reduce(
    (text, [path, file]) => text.replaceAll(`<a href="${file}`, `<a href="${urls.withBase(path)}`),
    html,
  );
  return withGuides.replace(/<a href="(?![#/]|https?:)[^"]*">([\s\S]*?)<\/a>/g, '$1');
}

/** Returns the HTML of a guide without its title, which is the title of the page. */
export function renderStaffGuide(guide: StaffGuide, pictures: readonly GuidePicture[], urls: SiteUrls): string {
  const { html } = markdownToHtml(guide.markdown.replace(/^# .*\n/, ''));
  const withPictures = nameParts(html, guide).replace(/<img src="images\/([\w-]+\.png)"/g, (tag, name: string) => {
    const picture = pictures.find((one) => one.name === name);
    if (!picture) return tag;
    return `<img src="${urls.withBase(routes.staffGuide)}${name}" width="${picture.width}" height="${picture.height}" loading="lazy"`;
  });
  const withFrames = withPictures.replaceAll('</table>', '</table></div>').replaceAll('<pre>', '<pre tabindex="0">');
  return linkPages(linkGuides(withFrames, urls), urls);
}
