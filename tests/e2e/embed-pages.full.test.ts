import { describe, expect, test } from 'vitest';
import { listPageFiles, getPagePath, readSiteFile, getBuiltSite, SITE_NAMES } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { connectBrowser, openTab, settlePage } from './support/browser-tabs.ts';
import { chooseCoveringPages } from './support/page-structure.ts';
import { findOverlappingText } from './support/text-overflow.ts';

/** The widths of a frame, from a phone to a wide column. */
const WIDTHS = [300, 400, 480, 560, 640, 800, 1100];

/** The width of a frame from which the height for wide screens shows the whole page. */
const WIDE_FRAME = 560;

const LINE_CHART_SCRIPT = /<script type="module" src="[^"]*\/LineChart[^"]*"><\/script>/g;

const browser = await connectBrowser();

describe.each(SITE_NAMES)('the embed pages of the site “%s”', (name) => {
  const site = getBuiltSite(name);
  const files = listPageFiles(site);
  const embedFiles = files.filter((file) => file.startsWith('embed/'));
  /** The URL and the heights of the frame in each embed code. The design page is left out: its examples are made up. */
  const embedCodes = files
    .filter((file) => !file.startsWith('about/'))
    .flatMap((file) =>
      [
        ...readSiteFile(site, file).matchAll(
          /&lt;div style=(?:&quot;|")([^"&]*)(?:&quot;|")(?:&gt;|>)&lt;iframe src=(?:&quot;|")(.*?)(?:&quot;|") title=.*?height=(?:&quot;|")(\d+).*?height:(clamp\(.*?\)[^)]*\))/g,
        ),
      ].map(([, column = '', url = '', height, css = '']) => ({ file, column, url, height: Number(height), css })),
    );

  test('each have their embed code with their full URL on one page', () => {
    const urls = embedCodes.map(({ url }) => url).sort();
    expect(urls.length).toBeGreaterThan(5);
    expect(urls).toEqual(embedFiles.map((file) => site.origin + getPagePath(site, file)).sort());
  });

  test('name the source, the licence and the version of the data, and have no script but that of line charts', () => {
    const { version } = (JSON.parse(readSiteFile(site, 'api/v1/index.json')) as { meta: { version: string } }).meta;
    const wrong = embedFiles.filter((file) => {
      const html = readSiteFile(site, file);
      return (
        !html.includes('出典：') ||
        !html.includes('rel="license"') ||
        !html.includes(version) ||
        !html.includes('<base target="_top"') ||
        html.replace(LINE_CHART_SCRIPT, '').includes('<script')
      );
    });
    expect(wrong).toEqual([]);
  });

  test('fit into the frame of their embed code at every width, without scrolling', async () => {
    const page = await openTab(browser);
    const wrong: string[] = [];
    const structures = chooseCoveringPages(new Map(embedFiles.map((file) => [file, readSiteFile(site, file)])));
    const visited = isFull ? embedFiles : [...structures];
    const urls = new Set(visited.map((file) => site.origin + getPagePath(site, file)));
    for (const { url, height, css } of embedCodes.filter((code) => urls.has(code.url))) {
      await page.goto(site.served + url.slice(site.origin.length));
      const wide = Number(/^clamp\((\d+)px/.exec(css)?.[1]);
      expect(wide).toBeLessThanOrEqual(height);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < WIDE_FRAME ? height : wide });
        await settlePage(page);
        const overflow = await page.evaluate(() => [
          document.documentElement.scrollHeight - innerHeight,
          document.documentElement.scrollWidth - innerWidth,
        ]);
        if (overflow.some((px) => px > 0)) wrong.push(`${url} at ${width}: ${overflow.join(', ')}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('are in a frame that is as high as a phone or a narrow column needs, and lower in a wide column', async () => {
    const [{ column, height, css } = expect.fail()] = embedCodes;
    const page = await openTab(browser);
    const measure = async (screen: number, width: string, display = 'block') => {
      await page.setViewportSize({ width: screen, height: 800 });
      const frame = `<iframe width="100%" height="${height}" style="border:0;height:${css}"></iframe>`;
      const code = `<div style="${column}">${frame}</div><p><a href="#">x</a></p>`;
      await page.setContent(`<div style="width:${width};display:${display}">${code}</div>`);
      return page.evaluate(() => {
        const { clientWidth, clientHeight } = document.querySelector('iframe') ?? {};
        return [clientWidth, clientHeight];
      });
    };
    const wide = Number(/\d+/.exec(css)?.[0]);
    expect(await measure(375, '100%')).toEqual([359, height]);
    expect(await measure(1280, '360px')).toEqual([360, height]);
    expect(await measure(1280, '560px')).toEqual([560, wide]);
    expect(await measure(1280, '800px')).toEqual([800, wide]);
    expect((await measure(1280, '800px', 'flex'))[1]).toEqual(wide);
  });
});

test('an embed page with a long table is printed without overlapping text', async () => {
  const site = getBuiltSite('mihon');
  const page = await openTab(browser, { viewport: { width: 672, height: 400 } });
  await page.goto(`${site.served}/embed/indicators/mihon-sogo/meeting-people/`);
  await page.emulateMedia({ media: 'print' });
  await settlePage(page);
  expect(await page.evaluate(findOverlappingText)).toEqual([]);
});
