import { markdownToHtml } from 'satteri';
import { fixedPages, routes } from '../../model/routes.ts';
import type { GuidePicture, StaffGuide } from '../../site-data/project-files.ts';
import type { SiteUrls } from '../../site-data/urls.ts';

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
