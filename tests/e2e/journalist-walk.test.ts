import { buffer as readBytes } from 'node:stream/consumers';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { getBuiltSite } from '../site/support/built-site.ts';
import { isFull } from '../support/test-scope.ts';
import { connectBrowser, WIDE_SCREEN, withTab } from './support/browser-tabs.ts';

const browser = await connectBrowser();
const site = getBuiltSite('root');

const FIGURES = [
  ['協働事業（SDGs）提案制度への応募件数（累計）', 59, 90],
  ['民間事業者等との連携協定の締結数（累計）', 44, 55],
  ['個人市民税の収納率（現年課税分+滞納繰越分）', 97.4, 98],
  ['市公式SNSの登録者数', 5587, 7000],
] as const;

test.each(isFull ? FIGURES : FIGURES.slice(2, 3))(
  'from the home page a journalist reaches the figures of %s, their source and an Excel file',
  async (title, baseline, target) => {
    await withTab(browser, WIDE_SCREEN, async (page) => {
      await page.goto(`${site.served}/`);
      await page.locator('main').getByRole('link', { name: title }).first().click();
      const main = page.locator('main');
      await main.getByRole('heading', { level: 1 }).waitFor();
      await main.getByText('状態の理由、計画の期間、計画の名前と原本', { exact: true }).click();
      expect(await main.innerText()).toContain('原本のページのアドレスは、わかっていません');
      expect(await main.locator('.source-note').innerText()).toContain('出典');
      expect(await main.locator('.cite pre').first().textContent()).toContain(new URL(page.url()).pathname);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        main.getByRole('link', { name: 'このページの現状値・実績・目標値の Excel', exact: true }).click(),
      ]);
      const [sheet] = await readXlsxFile(await readBytes(await download.createReadStream()));
      const rows = (sheet?.data ?? []).slice(1).map(([name, role, , value]) => [name, role, value]);
      expect(rows).toEqual([
        [title, '現状値', baseline],
        [title, '目標値', target],
      ]);
    });
  },
);
