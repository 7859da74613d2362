import { describe, expect, test } from 'vitest';
import { listPageFiles, readSiteFile, getBuiltSite, SITE_NAMES } from './support/built-site.ts';

/** Pages that are not about the data, or only list others. */
const PLAIN =
  /^(?:index|404|(?:about|search|check|changes|embed)\/.*|(?:plans|indicators|themes|data)\/index)(?:\.html|$)/;
const isPlain = (file: string) => PLAIN.test(file);

const decoded = (html: string, type: string) => {
  const link = new RegExp(`href="data:${type};charset=utf-8,([^"]*)"`).exec(html)?.[1] ?? '';
  return decodeURIComponent(link);
};

describe.each(SITE_NAMES)('the pages of the site “%s”', (name) => {
  const site = getBuiltSite(name);
  const { version } = (
    JSON.parse(readSiteFile(site, 'api/v1/index.json')) as { readonly meta: { readonly version: string } }
  ).meta;
  const files = listPageFiles(site);

  test('say how to cite them, if they are about the data', () => {
    const citing = files.filter(
      (file) => file !== 'about/design/index.html' && readSiteFile(site, file).includes('<details class="cite"'),
    );
    expect(citing.sort()).toEqual(files.filter((file) => !isPlain(file)).sort());
  });

  test('give citations with their own address and the data’s version', () => {
    const wrong = files
      .filter((file) => !isPlain(file))
      .filter((file) => {
        const html = readSiteFile(site, file);
        const address = `${site.address}${site.base}${file.replace(/index\.html$/, '')}`;
        const [bib, ris] = [
          decoded(html, 'application/x-bibtex'),
          decoded(html, 'application/x-research-info-systems'),
        ];
        const lines = /出典：[^<]*<\/pre>/.exec(html)?.[0] ?? '';
        return (
          !bib.includes(`url = {${address}}`) ||
          !ris.includes(`\r\nUR  - ${address}\r\nER  - \r\n`) ||
          ![bib, ris, lines].every((text) => text.includes(version)) ||
          !lines.includes(address)
        );
      });
    expect(wrong).toEqual([]);
  });

  test('say the data’s version at their foot', () => {
    const pages = files.filter((file) => !file.startsWith('embed/'));
    expect(pages.filter((file) => !readSiteFile(site, file).includes(`データの版 ${version}`))).toEqual([]);
  });
});
