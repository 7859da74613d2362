import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { listPageFiles, getPagePath, readSiteFile, getBuiltSite, type BuiltSite } from '../site/support/built-site.ts';
import { listFolderFiles } from '../site/support/project-copy.ts';
import { connectBrowser, openTab } from './support/browser-tabs.ts';

const browser = await connectBrowser();

/** Returns the width and height of a PNG from its first chunk. */
function readPngSize(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('downloadable pictures', () => {
  let site: BuiltSite;
  beforeAll(() => {
    site = getBuiltSite('root');
  });

  /** Presses the PNG button on a page and returns the download; the page must log no error and no blocked request. */
  async function savePng(path: string): Promise<{ name: string; png: Buffer }> {
    const page = await openTab(browser);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => faults.push(message.text()));
    await page.goto(`${site.served}${site.base}${path}`, { waitUntil: 'load' });
    const downloadEvent = page.waitForEvent('download');
    await page.getByRole('button', { name: '画像（PNG）' }).click();
    const download = await downloadEvent;
    const png = await buffer(await download.createReadStream());
    expect(faults).toEqual([]);
    return { name: download.suggestedFilename(), png };
  }

  test.each([
    ['indicators/warabi-jiritsu/sns-followers', 'warabi-jiritsu-sns-followers.png'],
    ['zones/kashiwa', 'kashiwa-zones.png'],
  ])('of %s are saved as PNG at twice the size, under the policy of the site', async (path, file) => {
    const { name, png } = await savePng(`${path}/`);
    const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(readSiteFile(site, `charts/${path}.svg`)) ?? [];
    expect(name).toBe(file);
    expect(readPngSize(png)).toEqual([Number(width) * 2, Number(height) * 2]);
    // An empty picture of this size is much smaller.
    expect(png.length).toBeGreaterThan(15_000);
  });

  test('are well-formed SVG files that need no style sheet of the site', async () => {
    const page = await openTab(browser);
    for (const file of listFolderFiles(site.dist, 'charts/**/*.svg')) {
      await page.goto(`${site.served}${site.base}${file}`);
      const { root, errors, font } = await page.evaluate(() => ({
        root: document.documentElement.localName,
        errors: document.querySelectorAll('parsererror').length,
        font: getComputedStyle(document.querySelector('.head') ?? document.documentElement).fontWeight,
      }));
      expect([file, root, errors, font]).toEqual([file, 'svg', 0, '700']);
    }
  });
});

describe('frames on another site', () => {
  const INDICATOR = 'indicators/warabi-jiritsu/sns-followers/';

  test('are allowed for embed pages only', async () => {
    for (const site of [getBuiltSite('root'), getBuiltSite('mihon')])
      for (const file of listPageFiles(site)) {
        const { headers } = await fetch(site.served + getPagePath(site, file), { method: 'HEAD' });
        const ancestors = file.startsWith('embed/') ? '*' : "'none'";
        expect([file, headers.get('content-security-policy')]).toEqual([file, `frame-ancestors ${ancestors}`]);
      }
  });

  test('show an embed page, and no other page, in a browser', async () => {
    const site = getBuiltSite('root');
    const root = `${site.served}${site.base}`;
    // Another port is another origin.
    const host = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        `<iframe name="embed" src="${root}embed/${INDICATOR}"></iframe><iframe name="other" src="${root}${INDICATOR}"></iframe>`,
      );
    });
    onTestFinished(() => {
      host.close();
      host.closeAllConnections();
    });
    await new Promise<void>((resolve) => host.listen(0, 'localhost', resolve));
    const page = await openTab(browser);
    await page.goto(`http://localhost:${(host.address() as AddressInfo).port}/`, { waitUntil: 'load' });
    const heading = page.frame('embed')?.locator('h1');
    expect(await heading?.innerText()).toBe('市公式SNSの登録者数');
    expect(page.frame('other')?.url()).not.toContain(INDICATOR);
  });
});
