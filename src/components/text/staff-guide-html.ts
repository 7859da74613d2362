import { markdownToHtml } from 'satteri';
import { fixedPages, routes } from '../../model/routes.ts';
import { guideFiles, type GuidePicture } from '../../site-data/project-files.ts';
import type { SiteUrls } from '../../site-data/urls.ts';
import { createTextPlugin } from './evaluate-mdx.ts';

/** Makes a link of each page of the site that a guide names as code: `/check/`. Pages with `#` are messages. */
const linkPages = (html: string, urls: SiteUrls): string =>
  html.replace(/<code>(\/[\w/-]*)(#[\w-]+)?<\/code>/g, (code, path: string, anchor = '') =>
    fixedPages.includes(path) && path !== routes.home
      ? `<a href="${urls.withBase(path)}${String(anchor)}">${code}</a>`
      : code,
  );

/** Makes links to the other guide lead to its page. Other documents are not on the site, so only their names stay. */
function linkGuides(html: string, urls: SiteUrls): string {
  const withGuides = Object.entries(guideFiles).reduce(
    (text, [guide, file]) => text.replaceAll(`<a href="${file}`, `<a href="${urls.guide(guide)}`),
    html,
  );
  return withGuides.replace(/<a href="(?![#/]|https?:)[^"]*">([\s\S]*?)<\/a>/g, '$1');
}

/** Returns the HTML of a guide without its title, which is the title of the page. */
export function renderStaffGuide(markdown: string, pictures: readonly GuidePicture[], urls: SiteUrls): string {
  const [head, title = ''] = /^# (.*)\r?\n/.exec(markdown) ?? [''];
  const { html } = markdownToHtml(markdown.slice(head.length), { hastPlugins: [createTextPlugin(title)] });
  const withPictures = html.replace(/<img src="images\/([\w-]+\.png)"/g, (tag, name: string) => {
    const picture = pictures.find((one) => one.name === name);
    if (!picture) return tag;
    return `<img src="${urls.staffGuide()}${name}" width="${picture.width}" height="${picture.height}" loading="lazy"`;
  });
  // A short cell such as 15分 is one line.
  const withShortCells = withPictures.replace(/<(t[hd][^>]*)>(?=[^<]{1,4}<\/t[hd]>)/g, '<$1 class="nowrap">');
  return linkPages(linkGuides(withShortCells, urls), urls);
}
