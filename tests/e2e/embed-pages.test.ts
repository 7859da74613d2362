import { describe, expect, test } from 'vitest';
import { connectBrowser } from './support/browser-tabs.ts';
import { chooseStructures } from './support/page-structure.ts';
import { isFull } from './support/test-scope.ts';
import { listPageFiles, getPagePath, readSiteFile, getBuiltSite, SITE_NAMES } from '../site/support/built-site.ts';

/** The widths that a page gives a frame, from a phone to a wide column. */
const WIDTHS = [300, 400, 480, 560, 640, 800, 1100];

const browser = await connectBrowser();

describe.each(SITE_NAMES)('the pages for frames of the site “%s”', (name) => {
  const site = getBuiltSite(name);
  const files = listPageFiles(site);
  const frames = files.filter((file) => file.startsWith('embed/'));
  /** The embed code of each page: its URL, and the height of the frame. The page of the design has made-up examples. */
  const codes = files
    .filter((file) => !file.startsWith('about/'))
    .flatMap((file) =>
      [
        ...readSiteFile(site, file).matchAll(
          /&lt;iframe src=(?:&quot;|")(.*?)(?:&quot;|") title=.*?height=(?:&quot;|")(\d+)/g,
        ),
      ].map((found) => ({ file, address: found[1] ?? '', height: Number(found[2]) })),
    );

  test('are each offered on one page, as code with their whole address', () => {
    const offered = codes.map(({ address }) => address).sort();
    expect(offered).toEqual(frames.map((file) => site.address + getPagePath(site, file)).sort());
  });

  test('name source, licence and the data’s version, and have no script', () => {
    const { version } = (JSON.parse(readSiteFile(site, 'api/v1/index.json')) as { meta: { version: string } }).meta;
    const wrong = frames.filter((file) => {
      const html = readSiteFile(site, file);
      return (
        !html.includes('出典：') ||
        !html.includes('rel="license"') ||
        !html.includes(version) ||
        !html.includes('<base target="_top"') ||
        html.includes('<script')
      );
    });
    expect(wrong).toEqual([]);
  });

  test('fit into the frame of their code at every width, so that nothing scrolls inside it', async () => {
    const page = await browser.newPage();
    const wrong: string[] = [];
    const structures = chooseStructures(new Map(frames.map((file) => [file, readSiteFile(site, file)])));
    const visited = isFull ? frames : [...structures];
    const urls = new Set(visited.map((file) => site.address + getPagePath(site, file)));
    for (const { address, height } of codes.filter((code) => urls.has(code.address))) {
      await page.goto(site.served + address.slice(site.address.length));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height });
        const beyond = await page.evaluate(() => [
          document.documentElement.scrollHeight - innerHeight,
          document.documentElement.scrollWidth - innerWidth,
        ]);
        if (beyond.some((px) => px > 0)) wrong.push(`${address} at ${width}: ${beyond.join(', ')}`);
      }
    }
    await page.close();
    expect(wrong).toEqual([]);
  });
});
